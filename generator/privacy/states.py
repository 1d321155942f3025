"""What there is of a call's notes and recording, worked out from the record, its files and the day."""

import datetime
from collections.abc import Sequence

from generator.model.adoption import is_draft
from generator.model.call import Call, NotesAbsence, RecordingAbsence, Status
from generator.model.minutes import Minutes, Origin
from generator.model.retention import CopyState, Life
from generator.privacy.public import NotesState, RecordingState


def notes_state(
    call: Call, minutes: Sequence[Minutes], today: datetime.date, due: int = 0
) -> NotesState:
    """Give the state of a call's notes; they are due so many days after the call.

    A summary is never minutes, and a draft says that it is one.
    """
    if not call.share.minutes:
        return NotesState.WITHHELD
    if not minutes:
        return notes_absence(call, today, due)
    if all(one.origin is Origin.SUMMARY for one in minutes):
        return NotesState.SUMMARY
    unfinished = (one.origin is Origin.SUMMARY or is_draft(one, minutes) for one in minutes)
    return NotesState.DRAFT if all(unfinished) else NotesState.MINUTES


def notes_absence(call: Call, today: datetime.date, due: int = 0) -> NotesState:
    """Give what would be said of a call's minutes if there were no file."""
    if not call.share.minutes:
        return NotesState.WITHHELD
    if call.minutes is not NotesAbsence.UNSAID:
        return NotesState(call.minutes.value)
    if not is_expected(call):
        return NotesState.NOT_EXPECTED
    return NotesState.MISSING if is_due(call, today, due) else NotesState.NOT_YET


def recording_state(
    call: Call, copies: Sequence[Life], today: datetime.date, due: int = 0
) -> RecordingState:
    """Give the state of a call's recording, which is due so many days after the call, from how long its copies last.

    Where all are lost, one that somebody asked for in vain says more than a rule.
    """
    if not call.share.recording:
        return RecordingState.WITHHELD
    if copies:
        return _state_of(copies)
    if call.recording is not RecordingAbsence.UNSAID:
        return RecordingState(call.recording.value)
    if not is_expected(call):
        return RecordingState.NOT_EXPECTED
    return RecordingState.MISSING if is_due(call, today, due) else RecordingState.NOT_YET


def _state_of(copies: Sequence[Life]) -> RecordingState:
    if any(not life.is_lost for life in copies):
        return RecordingState.RECORDING
    is_gone = any(life.state is CopyState.GONE for life in copies)
    return RecordingState.GONE if is_gone else RecordingState.EXPIRED


def is_expected(call: Call) -> bool:
    """Tell whether there will be notes and a recording to ask for: the call was held, or will be."""
    return call.status in (Status.HELD, Status.SCHEDULED)


def is_due(call: Call, today: datetime.date, due: int) -> bool:
    """Tell whether more than `due` days have passed since the last day the call can have been on."""
    return call.date.last_day() + datetime.timedelta(days=due) < today
