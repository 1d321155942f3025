"""What a mark says of another one in words that are not read is told at its line, with what to write."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import examine
from generator.problems import Problem
from tests.hanging import ends
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, TODAY

Write = Callable[[Mapping[str, str]], Path]
NOTES = "minutes/2031/2031-03-05-river-open-call.md"
OTHER = "2031-02-12-river-open-call#gathering-days"


@pytest.fixture
def said(archive_at: Write) -> Callable[[str], list[Problem]]:
    """Give a function that says which joins of some notes are not read."""

    def said(line: str, **changes: str) -> list[Problem]:
        call = CALL.replace("share: public", changes.get("share", "share: public"))
        files = {
            "calls/2031/2031-03-05-river-open-call.yaml": call,
            NOTES: f"---\norigin: notes\n---\n{line}\n",
        }
        problems = examine(archive_at({**RIVER_ARCHIVE, **files}), TODAY).problems
        return [fault for fault in problems if fault.code == "R321"]

    return said


@pytest.mark.parametrize(
    ("line", "todo"),
    [
        (f"- **Decision:** x. (agreed; superceeds {OTHER})", f"`supersedes {OTHER}`"),
        (f"- **Decision:** x. (agreed; supercedes {OTHER})", f"`supersedes {OTHER}`"),
        (f"- **Decision:** x. (agreed; supersedes: {OTHER})", f"`supersedes {OTHER}`"),
        (f"- **Decision:** x. (agreed; replaces {OTHER})", f"`supersedes {OTHER}`"),
        (
            f"- **Decision:** x. (agreed; supersedes the decision {OTHER})",
            f"`supersedes {OTHER}`",
        ),
        ("- **Outcome:** done: #the-letter (reported)", "`closes #the-letter`"),
        ("- **Outcome:** written, closed #The-Letter (reported)", "`closes #the-letter`"),
        ("- **Action:** outreach: write. Completed #the-letter", "`closes #the-letter`"),
        ("- **Decision:** x. (agreed; superseded by #new-days)", "in the later notes"),
        (
            "- **Decision:** x. (agreed; supersedes the decision on buses)",
            "its row in the register",
        ),
    ],
)
def test_a_join_in_other_words_is_told_with_what_to_write(said, line, todo):
    """Slips of the hand, other verbs, words in between, and a decision that is told without its name."""
    (fault,) = said(line)
    assert (NOTES, 4) == (fault.place.path, fault.place.line)
    assert todo in fault.help


@pytest.mark.parametrize(
    "line",
    [
        f"- **Decision:** x. (agreed; supersedes {OTHER})",
        f"- **Decision:** x. (agreed; supersedes {OTHER} and #hats)",
        "- **Outcome:** written. (reported; closes #the-letter)",
        f"- **Outcome:** see {OTHER} for what was said. (reported)",
        "- **Decision:** the new hall replaces the old one. (agreed)",
        "- **Proposal:** ask whether this supersedes the rule on boats. (tabled)",
        "- **Decision:** done with #river-days posters. (agreed)",
    ],
)
def test_what_is_read_and_what_is_no_join_is_left_alone(said, line):
    """A join that is read, a plain reference, and a sentence with one of the words in it."""
    assert [] == said(line)


def test_notes_that_are_withheld_are_not_looked_through(said):
    """Of notes that may not be read nothing is told, not even that they name another mark."""
    assert [] == said(
        f"- **Decision:** x. (agreed; replaces {OTHER})", share="share: withheld for safety"
    )


def test_a_long_mark_is_looked_through_in_no_time(said):
    """Words that almost begin a join, again and again, cost no more than their length."""
    with ends():
        said("- **Decision:** " + "replaces the the the superce " * 8000 + "(agreed)")
