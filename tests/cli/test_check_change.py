"""Tests of `check --since` and `check --staged` as they are typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.river_repository import CALL, NAME, NOTES, PIN, River

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def river(tmp_path: Path) -> River:
    return River(tmp_path / "river")


def run(root: Path, *words: str) -> tuple[int, str, str]:
    done = subprocess.run(
        (sys.executable, "-m", "generator", *words, "--today", "2031-06-01", "--root", str(root)),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(root.parent)},
    )
    return done.returncode, done.stdout, done.stderr


def test_a_change_that_is_good(river):
    """Nothing to mend ends with 0."""
    river.commit("Mine", {NAME: CALL})
    status, said, _ = run(river.root, "check", "--since", "HEAD~1")
    assert (0, True) == (status, "in 1 file" in said)


def test_what_an_earlier_commit_holds_is_an_error(river):
    """The report names the commit and what to do, and ends with 1."""
    bad = river.commit("Mine", {NAME: CALL, NOTES: f"---\norigin: notes\n---\n{PIN}\n"})
    river.commit("Mended", {NOTES: "---\norigin: notes\n---\nWords.\n"})
    for form in ("text", "github", "json"):
        status, said, _ = run(river.root, "check", "--since", river.first, "--format", form)
        assert (1, True, True) == (status, "P510" in said, bad in said)
        assert "482" not in said


def test_a_commit_to_be_changed_is_said(river):
    """What still stands in the files is already in the history too."""
    river.commit("Mine", {NAME: CALL, NOTES: f"---\norigin: notes\n---\n{PIN}\n"})
    status, said, _ = run(river.root, "check", "--since", river.first)
    assert (1, True) == (status, "git commit --amend" in said)


def test_the_line_that_is_staged_is_shown(river):
    """The report shows what would be committed."""
    river.write({NAME: CALL.replace("held", "hold")})
    river.git("add", "-A")
    river.write({NAME: CALL})
    status, said, _ = run(river.root, "check", "--staged")
    assert (1, True) == (status, "status: hold" in said)


def test_wrong_use_is_said_in_one_line(river, tmp_path):
    """An unknown name, and a folder without a history, end with 2."""
    (tmp_path / "bare").mkdir()
    for root, words in (
        (river.root, ("--since", "nowhere")),
        (tmp_path / "bare", ("--since", "main")),
        (tmp_path / "bare", ("--staged",)),
    ):
        status, said, wrong = run(root, "check", *words)
        assert (2, "", 1) == (status, said, wrong.count("\n"))


def test_two_ways_at_once_are_refused(river):
    """One question at a time."""
    assert 2 == run(river.root, "check", "--staged", "--since", "main")[0]
