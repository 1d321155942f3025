"""Tests that the examples on help pages work as they stand: notes, and every way of saying what may be shared."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from generator.cli.demo import TODAY
from generator.pipeline import examine
from generator.problems import Problem
from tests.problems.river_archive import CALL, RIVER_ARCHIVE

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "content/help", ROOT / "tests/sites/river/archive/content/help")
BLOCK = re.compile(r"(?:^ {4}.*\n(?:\n(?= {4}))?)+", re.MULTILINE)
RECORD = "calls/2031/2031-03-05-river-open-call.yaml"
NOTES = "minutes/2031/2031-03-05-river-open-call.md"
WITHHELD = "calls/2031/2031-03-05-withheld-1.yaml"


def examples() -> list[tuple[str, str, str]]:
    """Give page, kind and text of each indented example that is a file, or a part of one."""
    found = []
    for folder in FOLDERS:
        for page in sorted(folder.glob("*.md")):
            for block in BLOCK.findall(page.read_text(encoding="utf-8")):
                text = dedent(block)
                for kind, start in (
                    ("notes", "---\n"),
                    ("share", "share:"),
                    ("record", "# calls/"),
                ):
                    if text.startswith(start):
                        found.append((page.relative_to(ROOT).as_posix(), kind, text))
    return found


def files_of(kind: str, text: str) -> dict[str, str]:
    """Give the files that an example stands for."""
    if kind == "notes":
        return {NOTES: text}
    if kind == "share":
        return {RECORD: CALL.replace("share: public\n", text)}
    path, _, rest = text.removeprefix("# ").partition("\n")
    return {path: rest}


def problems_of(archive_at, files: dict[str, str]) -> list[Problem]:
    """Put files beside the fictional archive and give what is wrong, its missing history aside."""
    faults = examine(archive_at({**RIVER_ARCHIVE, **files}), TODAY).problems
    return [fault for fault in faults if fault.code != "S706"]


@pytest.mark.parametrize(
    ("page", "kind", "text"), examples(), ids=lambda value: str(value)[:40].replace("\n", " ")
)
def test_an_example_of_the_help_gives_no_problem(page, kind, text, archive_at):
    """Whoever copies an example from the help gets a clean check."""
    assert [] == problems_of(archive_at, files_of(kind, text)), page


def test_each_kind_of_example_is_found():
    """The pages hold notes, forms of sharing and a withheld record, so that the test above looks at each."""
    assert {"notes", "share", "record"} == {kind for _, kind, _ in examples()}
    assert any(WITHHELD in text for _, _, text in examples())


def test_a_spoilt_example_is_noticed(archive_at):
    """A misspelt word for sharing in such an example is a problem."""
    files = files_of("share", "share:\n  minutes: publik\n")
    assert problems_of(archive_at, files)
