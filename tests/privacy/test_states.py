"""States of notes and recordings: every kind of absence, and the days on which one becomes another."""

import dataclasses
import datetime

import pytest

from generator.model.adoption import is_draft
from generator.model.call import NotesAbsence, RecordingAbsence, Status
from generator.model.minutes import Adoption, Origin
from generator.model.share import PUBLIC, Reason, Share
from generator.privacy import copies, states
from generator.privacy.public import NotesState, RecordingState
from tests.privacy.full_call import CALL, NOTES, PLATFORM, RECORDING

PLATFORMS = {PLATFORM.id: PLATFORM}
DAY = datetime.date(2031, 3, 5)
LATER = DAY + datetime.timedelta(days=30)
BARE = dataclasses.replace(
    CALL,
    status=Status.HELD,
    recordings=(),
    recording=RecordingAbsence.UNSAID,
    minutes=NotesAbsence.UNSAID,
)
WITHHELD = Share(details=True, reason=Reason.SAFETY)


def recording_state(call, today, due=0):
    """Give the state of a call's recording from the rules of its copies' platforms."""
    known = copies.known_copies(call, PLATFORMS, {}, today)
    return states.recording_state(call, copies.lives(known), today, due)


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, "recording"), (119, "recording"), (120, "recording"), (121, "expired")],
)
def test_recording_expires_the_day_after_its_last(days, state):
    """A provider that keeps recordings for 120 days has it on the 120th day, and not on the 121st."""
    call = dataclasses.replace(BARE, recordings=(RECORDING,))
    assert RecordingState(state) is recording_state(call, DAY + datetime.timedelta(days=days))


def test_one_lasting_copy_keeps_a_recording():
    """A copy that no provider deletes stays when the other has gone."""
    lasting = dataclasses.replace(RECORDING, kept_by="")
    call = dataclasses.replace(BARE, recordings=(RECORDING, lasting))
    assert RecordingState.RECORDING is recording_state(call, datetime.date(2099, 1, 1))


@pytest.mark.parametrize("word", [word for word in RecordingAbsence if word.value])
def test_absence_of_a_recording_is_the_one_that_is_written(word):
    """What the record says is the state, word for word."""
    call = dataclasses.replace(BARE, recording=word)
    assert RecordingState(word.value) is recording_state(call, LATER)


@pytest.mark.parametrize("word", [word for word in NotesAbsence if word.value])
def test_absence_of_notes_is_the_one_that_is_written(word):
    """What the record says is the state, word for word."""
    call = dataclasses.replace(BARE, minutes=word)
    assert NotesState(word.value) is states.notes_state(call, (), LATER)


@pytest.mark.parametrize(
    ("status", "days", "state"),
    [
        (Status.HELD, 0, "not-yet"),
        (Status.HELD, 1, "missing"),
        (Status.ANNOUNCED, 30, "not-expected"),
        (Status.CANCELLED, 30, "not-expected"),
        (Status.SCHEDULED, 0, "not-yet"),
        (Status.SCHEDULED, 1, "missing"),
    ],
)
def test_absence_that_nobody_explains_is_worked_out(status, days, state):
    """What was held should have notes; of what was only announced none are asked for."""
    call = dataclasses.replace(BARE, status=status)
    today = DAY + datetime.timedelta(days=days)
    assert NotesState(state) is states.notes_state(call, (), today)
    assert RecordingState(state) is recording_state(call, today)


@pytest.mark.parametrize(("days", "state"), [(14, "not-yet"), (15, "missing")])
@pytest.mark.parametrize("status", [Status.HELD, Status.SCHEDULED])
def test_notes_have_the_days_that_the_settings_give_them(status, days, state):
    """With fourteen days to write them, notes are missing on the fifteenth and not before."""
    call = dataclasses.replace(BARE, status=status)
    today = DAY + datetime.timedelta(days=days)
    assert NotesState(state) is states.notes_state(call, (), today, 14)
    assert RecordingState(state) is recording_state(call, today, 14)


@pytest.mark.parametrize(
    ("origin", "adoption", "state"),
    [
        (Origin.NOTES, Adoption.UNSTATED, "minutes"),
        (Origin.NOTES, Adoption.ADOPTED, "minutes"),
        (Origin.NOTES, Adoption.DRAFT, "draft"),
        (Origin.NOTES, Adoption.UNDER_REVIEW, "draft"),
        (Origin.MACHINE_DRAFT, Adoption.UNSTATED, "draft"),
        (Origin.TRANSCRIPT, Adoption.UNSTATED, "minutes"),
        (Origin.SUMMARY, Adoption.UNSTATED, "summary"),
        (Origin.SUMMARY, Adoption.ADOPTED, "summary"),
    ],
)
def test_notes_are_what_their_file_says(origin, adoption, state):
    """A summary is never minutes, and a draft says that it is one."""
    notes = dataclasses.replace(NOTES, origin=origin, adoption=adoption)
    assert NotesState(state) is states.notes_state(BARE, (notes,), LATER)


@pytest.mark.parametrize(
    ("adoption", "reviewer", "draft"),
    [
        (Adoption.UNSTATED, "", True),
        (Adoption.UNSTATED, "the planning group", True),
        (Adoption.UNDER_REVIEW, "the planning group", True),
        (Adoption.ADOPTED, "", True),
        (Adoption.ADOPTED, "the planning group", False),
    ],
)
def test_program_decides_nothing_until_reviewed_and_adopted(adoption, reviewer, draft):
    """A program's draft is one until a named role went through it and the group adopted it."""
    notes = dataclasses.replace(
        NOTES, origin=Origin.MACHINE_DRAFT, adoption=adoption, reviewed_by=reviewer
    )
    assert draft is is_draft(notes, (notes,))


@pytest.mark.parametrize(
    ("own", "draft"),
    [(Adoption.UNSTATED, True), (Adoption.ADOPTED, False), (Adoption.DRAFT, True)],
)
def test_translation_of_a_draft_is_a_draft_unless_it_says_otherwise(own, draft):
    """Notes in a second language that say nothing of their own follow those in the archive's language."""
    original = dataclasses.replace(NOTES, language="", adoption=Adoption.DRAFT)
    translation = dataclasses.replace(NOTES, language="es", adoption=own)
    assert draft is is_draft(translation, (original, translation))


def test_minutes_in_one_language_count_beside_a_summary_in_another():
    """The better of two files says what there is."""
    summary = dataclasses.replace(NOTES, origin=Origin.SUMMARY, language="")
    assert NotesState.MINUTES is states.notes_state(BARE, (summary, NOTES), LATER)


@pytest.mark.parametrize("there", [True, False])
def test_withheld_is_the_same_whether_or_not_there_is_anything(there):
    """Whether withheld notes or a withheld recording exist at all is not told."""
    call = dataclasses.replace(
        BARE,
        share=WITHHELD,
        recordings=(RECORDING,) if there else (),
        recording=RecordingAbsence.UNSAID if there else RecordingAbsence.NEVER_MADE,
        minutes=NotesAbsence.NONE_TAKEN,
    )
    notes = (NOTES,) if there else ()
    assert NotesState.WITHHELD is states.notes_state(call, notes, LATER)
    assert NotesState.WITHHELD is states.notes_absence(call, LATER)
    assert RecordingState.WITHHELD is recording_state(call, LATER)


def test_public_is_not_withheld():
    """The states above come from the sharing and from nothing else."""
    assert NotesState.MINUTES is states.notes_state(
        dataclasses.replace(BARE, share=PUBLIC), (NOTES,), LATER
    )
