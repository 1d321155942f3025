"""Tests of what happens to tests whose tool is missing or slow, each in a small suite of its own."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"
TOOLS = """
import pytest

@pytest.mark.browser
def test_in_a_browser(chromium):
    pass

@pytest.mark.browser
def test_in_a_browser_again(page_browser):
    pass

@pytest.mark.node
def test_in_node():
    pass

def test_anywhere():
    pass
"""
PLAIN_SKIP = """
import pytest

@pytest.mark.skip(reason="the moon is wrong")
def test_by_moonlight():
    pass
"""
XFAIL = """
import pytest

@pytest.mark.xfail(strict=True)
def test_known_fault():
    assert False
"""
SKIPPED_FILE = """
import pytest

pytest.importorskip("no_such_package", reason="no such package")
"""
SLOW_AT_FIRST = """
import pathlib, pytest

@pytest.mark.{mark}
def test_waiting():
    before = pathlib.Path("tried").is_file()
    pathlib.Path("tried").touch()
    if {fails}:
        raise {fault}("not so after 30 seconds")
"""
PROCESSES = [(), ("-n", "2")]
BROWSER_LINE = (
    "Could not run here: 2 tests: needs Chromium: install it, or set CHROMIUM to its path"
)
NODE_LINE = "Could not run here: 1 test: needs Node: install it, so that `node` is on the path"


def finished(words: list[str], **where: Any) -> subprocess.CompletedProcess[str]:
    """Run a suite to its end; one that stalls is begun once more.

    The processes of pytest-xdist stall now and then while they greet each other, on any machine.
    A fault of ours would stall both times.
    """
    for patience in (120, 300):
        with contextlib.suppress(subprocess.TimeoutExpired):
            return subprocess.run(
                words, text=True, capture_output=True, timeout=patience, check=False, **where
            )
    pytest.fail(f"{words} stalled twice")


@pytest.fixture
def run(tmp_path):
    """Give a function that runs a suite of one file where neither Chromium nor Node is found."""
    shutil.copy(CONFTEST, tmp_path / "conftest.py")
    (tmp_path / "pytest.ini").write_text("[pytest]\n")

    def run_suite(text: str, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "test_it.py").write_text(text)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "REQUIRE_"))}
        bare = {"PATH": str(tmp_path), "CHROMIUM": str(tmp_path / "nowhere"), "COLUMNS": "200"}
        return finished(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options],
            cwd=tmp_path,
            env={**kept, **bare, **environment},
        )

    return run_suite


@pytest.mark.parametrize("options", PROCESSES, ids=["one process", "several"])
def test_what_could_not_run_is_skipped_and_listed_at_the_end(run, options):
    """The rest runs and the run is fine; one line a reason, just above pytest's own last line."""
    result = run(TOOLS, *options)
    lines = result.stdout.splitlines()
    assert result.returncode == 0, result.stdout
    assert [BROWSER_LINE, NODE_LINE] == lines[-3:-1]
    assert "1 passed, 3 skipped" in lines[-1]


def test_nothing_is_listed_when_everything_ran(run):
    """A complete run has no list."""
    result = run("def test_anywhere():\n    pass\n")
    assert result.returncode == 0, result.stdout
    assert "Could not run here" not in result.stdout


@pytest.mark.parametrize("options", PROCESSES, ids=["one process", "several"])
def test_require_all_fails_a_test_whose_tool_is_missing(run, options):
    """With REQUIRE_ALL=1 the same tests fail, and the reason is said."""
    result = run(TOOLS, *options, REQUIRE_ALL="1")
    assert result.returncode == 1
    assert "1 passed, 3 errors" in result.stdout
    assert "could not run here: needs Chromium" in result.stdout
    assert "could not run here: needs Node" in result.stdout


@pytest.mark.parametrize(
    ("text", "status"), [(PLAIN_SKIP, 1), (SKIPPED_FILE, 2)], ids=["test", "file"]
)
def test_require_all_fails_every_other_skip_too(run, text, status):
    """No mark and no import can skip a test under REQUIRE_ALL=1."""
    result = run(text, REQUIRE_ALL="1")
    assert status == result.returncode, result.stdout
    assert "could not run here: " in result.stdout
    assert "skipped" not in result.stdout.splitlines()[-1]


def test_a_file_that_skips_itself_is_listed(run):
    """A whole file that cannot be imported here is not silently gone."""
    assert "Could not run here: 1 test: no such package" in run(SKIPPED_FILE).stdout


def test_require_all_leaves_an_expected_failure_alone(run):
    """An expected failure has run, so it is not a skip."""
    result = run(XFAIL, REQUIRE_ALL="1")
    assert result.returncode == 0, result.stdout
    assert "1 xfailed" in result.stdout


@pytest.mark.parametrize("options", PROCESSES, ids=["one process", "several"])
def test_a_browser_that_keeps_a_test_waiting_is_asked_once_more(run, options):
    """What holds at the second time is fine, and is said at the end; any program will do for Chromium here."""
    text = SLOW_AT_FIRST.format(mark="browser", fails="not before", fault="TimeoutError")
    result = run(text, *options, CHROMIUM=sys.executable, REQUIRE_ALL="1")
    assert result.returncode == 0, result.stdout
    assert "Waited in vain at first: test_it.py::test_waiting" in result.stdout
    assert "1 passed, 1 rerun" in result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("fails", "fault", "mark"),
    [
        ("True", "TimeoutError", "browser"),
        ("not before", "AssertionError", "browser"),
        ("not before", "TimeoutError", "parametrize('none', [0])"),
    ],
    ids=["twice in vain", "another fault", "no browser"],
)
def test_everything_else_fails_as_it_did(run, fails, fault, mark):
    """Nothing is asked a third time, and neither another fault nor another test a second time."""
    text = SLOW_AT_FIRST.format(mark=mark, fails=fails, fault=fault)
    text = text.replace("test_waiting()", "test_waiting(none)") if "none" in mark else text
    result = run(text, CHROMIUM=sys.executable, REQUIRE_ALL="1")
    assert result.returncode == 1, result.stdout
    assert "1 failed" in result.stdout.splitlines()[-1]
