"""What is told of a past: by part and reason where the details may be seen, else only published or withheld."""

import dataclasses

import pytest

from generator.model.past import Step
from generator.model.share import CLOSED, PUBLIC, Reason, Share
from generator.privacy.changes import turns_of
from generator.privacy.public import Change

NO_MINUTES = Share(details=True, recording=True, reason=Reason.SAFETY)
NO_RECORDING = Share(details=True, minutes=True, reason=Reason.SAFETY)
NEITHER = Share(details=True, reason=Reason.SAFETY)
WHOLE = Share(reason=Reason.LEGAL)


def told(*shares, in_parts=True):
    steps = tuple(Step(number, share) for number, share in enumerate(shares))
    return [turn.change.value for turn in turns_of(steps, in_parts)]


@pytest.mark.parametrize(
    ("shares", "changes"),
    [
        ((PUBLIC, NO_MINUTES, PUBLIC), ["entered", "withheld", "published-again"]),
        ((WHOLE, PUBLIC), ["entered", "published"]),
        ((WHOLE, NEITHER, NO_MINUTES), ["entered", "eased", "eased"]),
        ((NO_MINUTES, NEITHER, WHOLE), ["entered", "withheld", "withheld"]),
        ((NO_MINUTES, NO_RECORDING), ["entered", "eased"]),
        ((PUBLIC, CLOSED, PUBLIC), ["entered", "withheld", "published-again"]),
        ((NO_MINUTES, None, PUBLIC), ["entered", "taken-out", "entered-again"]),
        (
            (WHOLE, dataclasses.replace(WHOLE, reason=Reason.SAFETY), PUBLIC),
            ["entered", "reason", "published"],
        ),
    ],
)
def test_changes_by_part(shares, changes):
    """Each step from one state to the next has its own word."""
    assert changes == told(*shares)


@pytest.mark.parametrize(
    ("shares", "changes"),
    [
        ((WHOLE,), ["entered"]),
        ((PUBLIC, WHOLE), ["published", "withheld"]),
        ((NO_MINUTES, PUBLIC, NEITHER, WHOLE), ["published", "withheld"]),
        ((PUBLIC, CLOSED, PUBLIC, WHOLE), ["published", "withheld", "published-again", "withheld"]),
        ((WHOLE, dataclasses.replace(WHOLE, reason=Reason.SAFETY)), ["entered"]),
    ],
)
def test_of_a_withheld_call_two_states_alone(shares, changes):
    """Which part was withheld earlier and for what reason is not told of a call that nobody may know."""
    assert changes == told(*shares, in_parts=False)


def test_no_reason_is_told_of_a_withheld_call():
    """The class that it has now stands in the register; the log repeats none of its past."""
    steps = (Step(1, PUBLIC), Step(2, WHOLE))
    assert {Reason.UNSTATED} == {turn.share.reason for turn in turns_of(steps, in_parts=False)}


def test_who_decided_is_not_told_of_the_past():
    """Another group, another day of deciding or of looking again is no change of what may be seen."""
    other = dataclasses.replace(NO_MINUTES, decided_by="river-planning", identify=True)
    assert ["entered"] == told(NO_MINUTES, other)


def test_seconds_are_those_of_the_first_step_of_a_state():
    """A state that lasts over several steps began with the first of them."""
    steps = (Step(1, NO_MINUTES), Step(2, NO_RECORDING), Step(3, WHOLE))
    assert [1, 3] == [turn.second for turn in turns_of(steps, in_parts=False)]


def test_every_change_is_told():
    """All words that there are come out of some past."""
    every = told(WHOLE, NO_MINUTES, PUBLIC, NO_MINUTES, NEITHER, None, PUBLIC, NO_MINUTES, PUBLIC)
    every += told(NO_MINUTES, dataclasses.replace(NO_MINUTES, reason=Reason.LEGAL))
    assert {change.value for change in Change} == set(every)
