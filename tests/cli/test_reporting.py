"""Tests of how reports are printed: on a terminal, into a pipe, and into the summary of a step."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.problems.river_archive import CALL, RIVER_ARCHIVE

Write = Callable[[Mapping[str, str]], Path]
PROJECT = Path(__file__).parents[2]
NAME = "calls/2031/2031-03-05-river-open-call.yaml"
CHECK = (
    sys.executable,
    "-m",
    "generator",
    "check",
    "--today",
    "2031-06-01",
    "--jobs",
    "1",
    "--root",
)
PLAIN = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}


def on_a_terminal(root: Path, columns: int, **more: str) -> str:
    """Run a check on a terminal of so many columns, and give what it shows."""
    ours, theirs = pty.openpty()
    environment = PLAIN | {"COLUMNS": str(columns), "TERM": "xterm"} | more
    with subprocess.Popen([*CHECK, str(root)], cwd=PROJECT, stdout=theirs, env=environment) as done:
        os.close(theirs)
        said = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                # The other end of a terminal is closed by an error, not by an empty answer.
                break
            if not part:
                break
            said += part
        done.wait()
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def test_colours_are_for_terminals_and_for_those_who_want_them(archive_at: Write):
    """A pipe gets plain text, and so does a terminal with NO_COLOR."""
    root = archive_at(RIVER_ARCHIVE | {NAME: f"{CALL}start: 9pm\n"})
    line = [*CHECK, str(root)]
    done = subprocess.run(line, cwd=PROJECT, capture_output=True, text=True, check=False, env=PLAIN)
    assert "\x1b" not in done.stdout
    assert "\x1b[31m" in on_a_terminal(root, 100)
    assert done.stdout == on_a_terminal(root, 100, NO_COLOR="1")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_excerpt_is_as_wide_as_the_terminal(columns: int, archive_at: Write):
    """A long line is cut so that the marks stay below what they mark."""
    line = "start: " + "x" * 300
    root = archive_at(RIVER_ARCHIVE | {NAME: f"{CALL}{line}\n"})
    said = on_a_terminal(root, columns, NO_COLOR="1").split("\n")
    (excerpt,) = [row for row in said if row.startswith("  5 | ")]
    assert columns == len(excerpt)
    assert columns >= len(said[said.index(excerpt) + 1])


def test_table_goes_to_the_summary_of_the_step(archive_at: Write, tmp_path: Path):
    """What stands there already stays, and few problems need no table."""
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n")
    few = archive_at(RIVER_ARCHIVE | {NAME: f"{CALL}start: 9pm\n"})
    environment = PLAIN | {"GITHUB_STEP_SUMMARY": str(summary)}
    line = [*CHECK, str(few), "--format", "github"]
    subprocess.run(line, cwd=PROJECT, capture_output=True, check=False, env=environment)
    assert "# Before\n" == summary.read_text()
    agenda = "".join(f"field{chr(97 + number)}: 1\n" for number in range(12))
    (few / NAME).write_text(CALL + agenda)
    done = subprocess.run(
        line, cwd=PROJECT, capture_output=True, text=True, check=False, env=environment
    )
    text = summary.read_text()
    assert text.startswith("# Before\n")
    assert 12 == text.count("error&#58; ")
    assert 12 == done.stdout.count("::error file=")
    assert text.removeprefix("# Before\n").strip() in done.stdout
