"""Tests of what is said when the actions in notes change."""

from dataclasses import replace

import pytest

from generator.differences.notes import notes_sentences
from generator.differences.pairs import CallPair
from generator.differences.sentences import Said
from generator.privacy.public import LooseDate, MarkKind, PublicMark
from tests.render.few_calls import HELD, NOTES

WRITE = PublicMark(MarkKind.ACTION, "outreach: write", "write", 7, "", False, "", ())
NAME = "River Assembly; open call, part \\N <1> on 2031-03-05"


def said(old, new, is_draft=False):
    """Give what is said of actions when the marks of a call's notes change."""
    notes = replace(NOTES, is_draft=is_draft)
    before, after = (replace(HELD, notes=(replace(notes, marks=marks),)) for marks in (old, new))
    return [
        "".join(part.text if isinstance(part, Said) else part for part in sentence)
        for sentence in notes_sentences((CallPair(before, after, compare_notes=True),))
    ]


def test_a_new_action_is_told_with_owner_and_due_day():
    """In the words of the notes."""
    mark = replace(WRITE, owner="outreach", due=LooseDate(2031, 3, 14))
    assert [f"Action added: outreach: write, who: outreach, due 2031-03-14 in {NAME}"] == said(
        (), (mark,)
    )


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("owner", "outreach", "Action changed: outreach: write, who: outreach in "),
        ("due", LooseDate(2031, 3, 14), "Action changed: outreach: write, due 2031-03-14 in "),
        ("done", True, "Action is now done: outreach: write, done in "),
    ],
)
def test_each_fact_of_an_action_is_told(field, value, words):
    """Who, until when, and that it is done: one sentence each."""
    assert [words + NAME] == said((WRITE,), (replace(WRITE, **{field: value}),))


def test_a_draft_is_said_to_tell_that_an_action_is_done():
    """A draft closes nothing, in the register as here."""
    done = replace(WRITE, done=True)
    wanted = f"Action is said in a draft to be done: outreach: write, done in {NAME}"
    assert [wanted] == said((WRITE,), (done,), is_draft=True)


def test_an_action_that_is_open_again_is_told():
    """A tick that was taken back is a change too."""
    assert [f"Action changed: outreach: write in {NAME}"] == said(
        (replace(WRITE, done=True),), (WRITE,)
    )


def test_an_action_that_is_gone_is_counted_and_not_quoted():
    """It may have been withdrawn."""
    assert [f"1 action no longer worded like before in {NAME}"] == said((WRITE,), ())


def test_what_stays_is_not_told():
    """The same action at another line is the same."""
    assert [] == said((WRITE,), (replace(WRITE, line=9),))
