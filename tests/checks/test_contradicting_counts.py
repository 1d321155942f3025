"""Tests of what is said of counts that contradict each other, and of what is no contradiction."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import examine
from tests.problems.river_archive import RIVER_ARCHIVE, TODAY

Write = Callable[[Mapping[str, str]], Path]

NOTES = "minutes/2031/2031-03-05-river-open-call.md"
OWN = ("F230", "F231", "F232", "F233", "F234")


def faults(archive_at: Write, body: str) -> list[tuple[str, int, int, int]]:
    """Give code and place of what is wrong with the counts of notes, whose first line is line 4 of the file."""
    root = archive_at(RIVER_ARCHIVE | {NOTES: f"---\norigin: notes\n---\n{body}\n"})
    found = examine(root, TODAY).problems
    return [(one.code, *one.place[1:]) for one in found if one.code in OWN]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**Straw poll:** x? yes 41, no 3, total 60", ("F230", 4, 40, 2)),
        ("**Straw poll:** x? yes 41, no 3 of 40", ("F230", 4, 36, 2)),
        ("**Straw poll:** x? yes 1,200, no 3, 1,400 votes cast", ("F230", 4, 37, 5)),
        ("**Poll:** Friday 20, Saturday 33, Sunday 7, total 70", ("F230", 4, 51, 2)),
        ("**Count:** x? of 20\n  - a: 21\n  - b: 3", ("F230", 4, 18, 2)),
        ("**Decision:** x (consensus; 2 blocks)", ("F231", 4, 18, 9)),
        ("**Decision:** x\n (unanimous; one against)", ("F231", 5, 3, 9)),
        ("**Proposal:** x (passed; yes 3, no 41)", ("F231", 4, 18, 6)),
        ("**Decision:** x (passed; 30 to 3, quorum 40)", ("F232", 4, 35, 6)),
        ("**Decision:** x (passed; 30 to 3, of 35, quorum 40)", ("F232", 4, 42, 6)),
        ("**Straw poll:** x? yes 4, no 3, Yes 5", ("F233", 4, 33, 3)),
        ("**Count:** x?\n  - a: 2\n  - A: 3", ("F233", 6, 5, 1)),
        ("**Straw poll:** x? yes 41, no 3 (not taken)", ("F234", 4, 34, 9)),
    ],
)
def test_a_contradiction_is_said_at_its_words(
    body: str, expected: tuple[str, int, int, int], archive_at: Write
):
    """Each is a warning at the number or the word that cannot be true."""
    assert [expected] == faults(archive_at, body)


@pytest.mark.parametrize(
    "body",
    [
        "**Decision:** x (passed; blocked by Old Harbour)",
        "**Decision:** x (modified consensus; blocked by one town)",
        "**Decision:** x (consensus; blocked by nobody)",
        "**Decision:** x (consensus; 1 block, withdrawn; blocked roads are cleared)",
        "**Proposal:** x (blocked; by Old Harbour)",
        "**Straw poll:** x? yes 41, no 3, total 44",
        "**Straw poll:** x? yes 41, no 3 of 60",
        "**Straw poll:** x? agree 30, stand aside 2, block 1, total 33",
        "**Straw poll:** x? 61% yes, 30% no (68 presses)",
        "**Straw poll:** x? yes 41, no about 3, total 60",
        "**Count:** x? of 20\n  - a: 16\n  - b: 13",
        "**Decision:** x (modified consensus; 2 blocks, 3 stand-asides)",
        "**Decision:** x (consensus; 3 stand-asides)",
        "**Decision:** x (consensus; 1 block, withdrawn)",
        "**Decision:** x (unanimous; 41 yes, no one against)",
        "**Decision:** x (unanimous; 40 yes, 2 abstentions)",
        "**Decision:** x (passed; 21 to 20)",
        "**Proposal:** x (tabled; yes 3, no 41)",
        "**Proposal:** x (left open; 30 yes, 3 no, quorum 40)",
        "**Decision:** x (passed; 30 to 3, of 60, quorum 40)",
        "**Straw poll:** x? yes 4, no 3\n\n**Straw poll:** y? yes 4, no 3",
        "**Straw poll:** x? not taken, 3 were too tired",
    ],
)
def test_what_can_be_true_is_no_contradiction(body: str, archive_at: Write):
    """Rules of a group, a close vote and a guess are its own business."""
    assert [] == faults(archive_at, body)


def test_contradictions_are_warnings(archive_at: Write):
    """Notes tell what was told on the call, so a slip in the source does not stop a build."""
    body = "**Decision:** x (consensus; 2 blocks)"
    root = archive_at(RIVER_ARCHIVE | {NOTES: f"---\norigin: notes\n---\n{body}\n"})
    assert [] == [one.code for one in examine(root, TODAY).problems if one.is_error]
