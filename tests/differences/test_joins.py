"""Tests of what is said when marks name others, or no longer do."""

from dataclasses import replace

from generator.differences.notes import notes_sentences
from generator.differences.pairs import CallPair
from generator.differences.sentences import Said
from generator.privacy.public import Join, JoinKind, MarkKind, PublicMark
from tests.render.few_calls import HELD, NOTES

LATER = PublicMark(MarkKind.DECISION, "gather later", "later", 7, "consensus", True, "", ())
NAMING = replace(LATER, joins=(Join(JoinKind.SUPERSEDES, "gathering-date", "", 7, 40),))
NAME = "River Assembly; open call, part \\N <1> on 2031-03-05"


def said(old, new):
    """Give what is said when the marks of a call's notes change."""
    before, after = (replace(HELD, notes=(replace(NOTES, marks=marks),)) for marks in (old, new))
    return [
        "".join(part.text if isinstance(part, Said) else part for part in sentence)
        for sentence in notes_sentences((CallPair(before, after, compare_notes=True),))
    ]


def test_what_a_mark_says_of_another_is_told():
    """A decision that now supersedes another one is told, though none of its words changed."""
    assert [f"Now says that it supersedes #gathering-date: gather later in {NAME}"] == said(
        (LATER,), (NAMING,)
    )


def test_what_is_no_longer_said_is_counted_and_not_quoted():
    """It may have been withdrawn."""
    assert [f"1 mark of others no longer named as before in {NAME}"] == said((NAMING,), (LATER,))


def test_what_stays_is_not_told():
    """The same name at another place is the same."""
    moved = replace(NAMING, joins=(Join(JoinKind.SUPERSEDES, "gathering-date", "", 9, 3),))
    assert [] == said((NAMING,), (moved,))
