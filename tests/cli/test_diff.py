"""Tests of `diff` as it is typed."""

from tests.cli.test_check_change import river, run
from tests.history.river_repository import CALL, NAME

__all__ = ["river"]


def test_both_formats_tell_the_same(river):
    """One is for people at a terminal, the other for a forge's summary."""
    river.commit("Mine", {NAME: CALL})
    status, said, _ = run(river.root, "diff", river.first)
    assert 0 == status
    assert "  - Added: `Mill Town call` on 2031-03-19" in said
    status, said, _ = run(river.root, "diff", "HEAD~1", "--to", "HEAD", "--format", "markdown")
    assert 0 == status
    assert "### Calls\n\n- Added: `Mill Town call` on 2031-03-19" in said


def test_what_cannot_be_compared(river, tmp_path):
    """An unknown name and a folder without history end with 2 and one line; broken files are no wrong use."""
    (tmp_path / "bare").mkdir()
    for root, rev in ((river.root, "nowhere"), (tmp_path / "bare", "main")):
        status, said, wrong = run(root, "diff", rev)
        assert (2, "", 1) == (status, said, wrong.count("\n"))
    river.write({NAME: "title: a: b: c\n"})
    assert 0 == run(river.root, "diff", "HEAD")[0]
