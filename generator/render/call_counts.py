"""Counts of calls in words: by what is known of them, how people met, and what is kept of them.

How calls are counted by state is said in `figures.py`.
"""

import datetime
from collections import Counter
from collections.abc import Mapping

from generator.privacy.public import AnyCall, Mode, NotesState, PublicCall, RecordingState, Status
from generator.render.figures import Counts, count_modes, count_notes, count_recordings
from generator.render.record_foot import Fact, fact
from generator.render.rows import is_upcoming
from generator.wording import N_, _, counted, number

NOTES_PHRASES = {
    NotesState.MINUTES.value: N_("{n} in this archive"),
    NotesState.DRAFT.value: N_("{n} as a draft"),
    NotesState.SUMMARY.value: N_("{n} as a summary only"),
    NotesState.WITHHELD.value: N_("{n} withheld"),
    NotesState.NONE_TAKEN.value: N_("{n} never taken"),
    NotesState.ELSEWHERE.value: N_("{n} published elsewhere"),
    NotesState.MISSING.value: N_("{n} missing"),
    NotesState.UNKNOWN.value: N_("{n} not known"),
    NotesState.NOT_YET.value: N_("{n} not due yet"),
    NotesState.NOT_EXPECTED.value: N_("{n} not expected"),
}
"""What is said of a number of calls by the state of their minutes."""
RECORDING_PHRASES = {
    RecordingState.RECORDING.value: N_("{n} to listen to"),
    RecordingState.WITHHELD.value: N_("{n} withheld"),
    RecordingState.EXPIRED.value: N_("{n} expired"),
    RecordingState.GONE.value: N_("{n} gone"),
    RecordingState.NEVER_MADE.value: N_("{n} never made"),
    RecordingState.ELSEWHERE.value: N_("{n} published elsewhere"),
    RecordingState.MISSING.value: N_("{n} missing"),
    RecordingState.UNKNOWN.value: N_("{n} not known"),
    RecordingState.NOT_YET.value: N_("{n} not due yet"),
    RecordingState.NOT_EXPECTED.value: N_("{n} not expected"),
}
"""What is said of a number of calls by the state of their recording."""

MET_PHRASES = {
    Mode.PHONE.value: N_("{n} by telephone"),
    Mode.VOICE.value: N_("{n} by voice over the internet"),
    Mode.IN_PERSON.value: N_("{n} in a room"),
    Mode.MIXED.value: N_("{n} in a room and by telephone"),
    Mode.TEXT.value: N_("{n} in writing"),
    Mode.UNKNOWN.value: N_("{n} in a way that is not known"),
}
"""What is said of a number of calls by how people met."""
KINDS = {
    "held": N_("{n} held"),
    "announced": N_("{n} announced only"),
    "planned": N_("{n} planned and not confirmed"),
    "upcoming": N_("{n} upcoming"),
    "cancelled": N_("{n} cancelled"),
    "withheld": N_("{n} withheld"),
}
"""What is said of a number of calls by what is known of their having been held."""


def counts_sentence(calls: tuple[AnyCall, ...], today: datetime.date) -> str:
    """Give the number of calls by what is known of them: `47 calls: 36 held, 11 announced only.`."""
    if not calls:
        return ""
    found = Counter(_kind(call, today) for call in calls)
    return _("{calls}: {kinds}.").format(
        calls=counted("{n} call", "{n} calls", len(calls)),
        kinds=in_words(tuple((kind, found[kind]) for kind in KINDS), KINDS),
    )


def _kind(call: AnyCall, today: datetime.date) -> str:
    if not isinstance(call, PublicCall):
        return "withheld"
    match call.status:
        case Status.HELD:
            return "held"
        case Status.ANNOUNCED:
            return "announced"
        case Status.CANCELLED:
            return "cancelled"
        case Status.SCHEDULED:
            return "upcoming" if is_upcoming(call, today) else "planned"


def count_facts(calls: tuple[AnyCall, ...]) -> tuple[Fact, ...]:
    """Give the counts of calls by mode, state of minutes and state of recording."""
    return (
        *fact(_("How people met"), in_words(count_modes(calls), MET_PHRASES)),
        *fact(_("Minutes"), in_words(count_notes(calls), NOTES_PHRASES)),
        *fact(_("Recordings"), in_words(count_recordings(calls), RECORDING_PHRASES)),
    )


def in_words(counts: Counts, phrases: Mapping[str, str]) -> str:
    """Say numbers by their states, those that are not zero: `3 in this archive, 1 missing`."""
    return ", ".join(_(phrases[state]).format(n=number(many)) for state, many in counts if many)
