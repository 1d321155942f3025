"""What a build remembers is believed, so none of it may come with a repository."""

import subprocess
from pathlib import Path

import pytest

from generator.pipeline import build
from generator.previewing import Preview
from tests.site_archives import GOOD, commit, copied

TODAY = GOOD["river"]
WORD = "MADE-BY-SOMEBODY-ELSE"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Build the living archive, then change what it remembers, and put that into git by force."""
    root = copied("river", tmp_path)
    commit(root)
    assert build(root, root / "build/site", root / "build", TODAY).published
    page = root / "build/site/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<h1", f"{WORD}<h1"), encoding="utf-8")
    return root


def tracked(root: Path) -> None:
    """Put the folder of made things into git."""
    subprocess.run(("git", "add", "--force", "build"), cwd=root, check=True)


def test_a_build_stops_where_made_things_lie_in_git(root):
    """Nothing is published, and the one problem says what to take out."""
    tracked(root)
    built = build(root, root / "build/site", root / "build", TODAY)
    assert built.published is None
    assert ["S713"] == [fault.code for fault in built.problems if fault.is_error]


def test_a_preview_shows_nothing_that_was_sent_along(root):
    """No page is answered from what somebody else may have prepared."""
    tracked(root)
    shown = Preview(root, root / "build", TODAY)
    assert not shown.refresh().is_good
    assert shown.answer("index.html") is None


def test_a_folder_that_git_does_not_hold_stops_nobody(root):
    """Whoever built before goes on as ever, and the page that was touched is made anew."""
    built = build(root, root / "build/site", root / "build", TODAY)
    assert built.published
    assert WORD not in (root / "build/site/index.html").read_text(encoding="utf-8")
    assert [] == [fault.code for fault in built.problems if fault.is_error]
