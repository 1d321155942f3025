"""A history of ten steps, told one by one and as a whole, as `diff` reads it out of git."""

from pathlib import Path

import pytest

from generator.differences.as_text import as_text
from generator.diffing import tell_differences
from generator.history import GitRefused
from tests.history.river_repository import CALL, NAME, NOTES, TODAY, River

SHARE = (
    "share:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n  reason: safety\n"
)
LATER = "calls/2031/2031-06-18-mill-town-call.yaml"
TOLD = CALL.replace("2031-03-19", "2031-06-18").replace("held", "scheduled") + "start: 21:00\n"
HALL = "calls/2031/2031-03-19-hall-call.yaml"
NOTED = "---\norigin: notes\nstatus: draft\n---\n"
MILL = "`Mill Town call` on 2031-03-19"
COMING = "`Mill Town call` on 2031-06-18"
STEPS = (
    ({NAME: CALL}, f"Added: {MILL}"),
    ({NOTES: NOTED + "We met.\n"}, f"Notes added (a draft): {MILL}"),
    ({NOTES: NOTED + "**Decision:** Open the hall (consensus)\n"}, f"`consensus`) in {MILL}"),
    ({LATER: TOLD}, f"Added: {COMING}, 21:00 America/New_York"),
    (
        {LATER: TOLD.replace("21:00", "20:00") + "moved_from: [2031-06-18 21:00]\n"},
        f"Moved: {COMING}, from 2031-06-18 21:00",
    ),
    ({LATER: TOLD.replace("scheduled", "cancelled") + "reason: flood\n"}, f"Cancelled: {COMING}"),
    (
        {
            NAME: None,
            NOTES: None,
            HALL: CALL + "aliases: [2031-03-19-mill-town-call]\n",
            NOTES.replace("mill-town", "hall"): NOTED + "We met.\n",
        },
        f"Renamed: {MILL}, from `2031-03-19-mill-town-call` to `2031-03-19-hall-call`",
    ),
    (
        {
            HALL: None,
            NOTES.replace("mill-town", "hall"): None,
            "calls/2031/2031-03-19-withheld-1.yaml": f"date: 2031-03-19\n{SHARE}",
        },
        "Withheld for safety: a call of 2031-03-19, of which only the date is told",
    ),
    (
        {"calls/2031/2031-03-19-withheld-1.yaml": CALL},
        f"Becomes public: {MILL}",
    ),
    ({"content/help/more.md": "# More\n\nWords.\n"}, "Page added: `content/help/more.md`"),
    ({"content/help/more.md": None}, "Page removed: `content/help/more.md`"),
)


@pytest.fixture
def river(tmp_path: Path) -> River:
    return River(tmp_path / "river")


def told(river: River, rev: str, to: str = "") -> str:
    found = tell_differences(str(river.root), rev, to, TODAY)
    return as_text(found.title, found.remarks, found.parts)


def test_each_step_and_the_way_back(river):
    """Each step is told as what it is; from the beginning to its end nothing of the middle is left to tell."""
    commits = [river.commit(f"Step {number}", files) for number, (files, _) in enumerate(STEPS)]
    before = river.first
    for commit, (_, expected) in zip(commits, STEPS, strict=True):
        said = told(river, before, commit)
        assert expected in said
        assert f"from commit {before} to commit {commit}" in said
        before = commit
    whole = told(river, river.first)
    assert "Notes added" not in whole
    assert f"Added: {MILL}" in whole


def test_files_that_are_not_committed_are_compared(river):
    """Whoever is still writing sees what readers would."""
    river.write({NAME: CALL})
    said = told(river, "HEAD")
    assert f"Added: {MILL}" in said
    assert "to the files as they are" in said


def test_what_others_did_meanwhile_is_not_told(river):
    """A change is compared with the point where it began."""
    river.git("switch", "-qc", "mine")
    river.commit("Mine", {LATER: TOLD})
    river.git("switch", "-q", "main")
    river.commit("Theirs", {NAME: CALL})
    river.git("switch", "-q", "mine")
    said = told(river, "main")
    assert COMING in said
    assert MILL not in said


@pytest.mark.parametrize(("rev", "to"), [("nowhere", ""), ("HEAD", "nowhere"), ("--help", "-x")])
def test_a_name_that_stands_for_no_commit(river, rev, to):
    """Either name may be wrong."""
    with pytest.raises(GitRefused, match="is no commit that this repository knows"):
        told(river, rev, to)
