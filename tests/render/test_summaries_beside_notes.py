"""Outcomes of a summary that lies beside other notes of its call are never told as those of minutes."""

from dataclasses import replace

import pytest

from generator.privacy.public import NotesState, Origin
from generator.render.call_outcomes import outcomes_remark
from generator.render.decision_register import outcomes_in
from tests.render.decision_archive import DATE, FIRST, call_of
from tests.render.made_archive import archive_with


def call_with_summary(state: NotesState):
    """Give a call with a summary that tells a decision, and with notes that mark nothing or are a draft."""
    call = call_of(FIRST, DATE, state=state)
    summary = replace(call.notes[0], language="es", origin=Origin.SUMMARY)
    other = replace(call.notes[0], marks=(), is_draft=state is NotesState.DRAFT)
    return replace(call, notes=(other, summary))


@pytest.mark.parametrize("state", [NotesState.MINUTES, NotesState.DRAFT])
def test_the_register_says_that_they_rest_on_a_summary(state):
    """So none of them is said to be in force, whatever notes there are besides."""
    outcomes = outcomes_in(archive_with(call_with_summary(state)))
    assert [(NotesState.SUMMARY, True)] == [(one.state, one.is_partly_seen) for one in outcomes]


@pytest.mark.parametrize("state", [NotesState.MINUTES, NotesState.DRAFT])
def test_the_page_of_the_call_says_what_the_summary_alone_would_say(state):
    """The list of outcomes may be longer, as with a summary alone."""
    alone = call_of(FIRST, DATE, state=NotesState.SUMMARY)
    assert outcomes_remark(alone, True) == outcomes_remark(call_with_summary(state), True)
