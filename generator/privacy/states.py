"""What there is of a call's notes and recording, worked out from the record, its files and the day."""

import datetime
from collections.abc import Mapping, Sequence

from generator.model.call import Call, NotesAbsence, Recording, RecordingAbsence, Status
from generator.model.group import Platform
from generator.model.minutes import Adoption, Minutes, Origin
from generator.privacy.public import NotesState, RecordingState


def notes_state(call: Call, minutes: Sequence[Minutes], today: datetime.date) -> NotesState:
    """Give the state of a call's notes. A summary is never minutes, and a draft says that it is one."""
    if not call.share.minutes:
        return NotesState.WITHHELD
    if not minutes:
        return notes_absence(call, today)
    if all(one.origin is Origin.SUMMARY for one in minutes):
        return NotesState.SUMMARY
    return NotesState.DRAFT if all(map(_is_draft, minutes)) else NotesState.MINUTES


def notes_absence(call: Call, today: datetime.date) -> NotesState:
    """Give what would be said of a call's minutes if there were no file."""
    if not call.share.minutes:
        return NotesState.WITHHELD
    if call.minutes is not NotesAbsence.UNSAID:
        return NotesState(call.minutes.value)
    return NotesState.MISSING if should_exist(call, today) else NotesState.NOT_EXPECTED


def recording_state(
    call: Call, platforms: Mapping[str, Platform], today: datetime.date
) -> RecordingState:
    """Give the state of a call's recording."""
    if not call.share.recording:
        return RecordingState.WITHHELD
    if call.recordings:
        kept = any(not has_expired(call, copy, platforms, today) for copy in call.recordings)
        return RecordingState.RECORDING if kept else RecordingState.EXPIRED
    if call.recording is not RecordingAbsence.UNSAID:
        return RecordingState(call.recording.value)
    return RecordingState.MISSING if should_exist(call, today) else RecordingState.NOT_EXPECTED


def has_expired(
    call: Call, copy: Recording, platforms: Mapping[str, Platform], today: datetime.date
) -> bool:
    """Tell whether the platform that keeps a copy has deleted it by its own rule of days after the call."""
    platform = platforms.get(copy.kept_by)
    if platform is None or not platform.keeps_recordings:
        return False
    return call.date.last_day() + datetime.timedelta(days=platform.keeps_recordings) < today


def should_exist(call: Call, today: datetime.date) -> bool:
    """Tell whether notes and a recording are to be expected: the call was held, or its day has passed."""
    if call.status is Status.SCHEDULED:
        return call.date.last_day() < today
    return call.status is Status.HELD


def _is_draft(minutes: Minutes) -> bool:
    unfinished = minutes.adoption in (Adoption.DRAFT, Adoption.UNDER_REVIEW)
    return unfinished or minutes.origin in (Origin.MACHINE_DRAFT, Origin.SUMMARY)
