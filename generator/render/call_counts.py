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
from generator.render.states import NOTES, RECORDINGS
from generator.render.words import HOW_MET, plural

NOTES_PHRASES = {
    NotesState.MINUTES.value: "in this archive",
    NotesState.DRAFT.value: "as a draft",
    NotesState.SUMMARY.value: "as a summary only",
    NotesState.WITHHELD.value: "withheld",
    NotesState.NONE_TAKEN.value: "never taken",
    NotesState.ELSEWHERE.value: "published elsewhere",
    NotesState.MISSING.value: "missing",
    NotesState.UNKNOWN.value: "not known",
    NotesState.NOT_YET.value: "not due yet",
    NotesState.NOT_EXPECTED.value: "not expected",
}
"""What is said of minutes behind their number."""
RECORDING_PHRASES = {
    RecordingState.RECORDING.value: "to listen to",
    RecordingState.WITHHELD.value: "withheld",
    RecordingState.EXPIRED.value: "expired",
    RecordingState.NEVER_MADE.value: "never made",
    RecordingState.ELSEWHERE.value: "published elsewhere",
    RecordingState.MISSING.value: "missing",
    RecordingState.UNKNOWN.value: "not known",
    RecordingState.NOT_YET.value: "not due yet",
    RecordingState.NOT_EXPECTED.value: "not expected",
}
"""What is said of recordings behind their number."""

StateCount = tuple[str, int, str]
"""A row of a table of states: word, number of calls, what it means."""


def counts_sentence(calls: tuple[AnyCall, ...], today: datetime.date) -> str:
    """Give the number of calls by what is known of them: `36 held, 11 announced only`."""
    counts = Counter(_kind(call, today) for call in calls)
    order = (
        "held",
        "announced only",
        "planned and not confirmed",
        "upcoming",
        "cancelled",
        "withheld",
    )
    parts = ", ".join(f"{counts[kind]:,} {kind}" for kind in order if counts[kind])
    return f"{plural(len(calls), 'call')}: {parts}." if calls else ""


def _kind(call: AnyCall, today: datetime.date) -> str:
    if not isinstance(call, PublicCall):
        return "withheld"
    match call.status:
        case Status.HELD:
            return "held"
        case Status.ANNOUNCED:
            return "announced only"
        case Status.CANCELLED:
            return "cancelled"
        case Status.SCHEDULED:
            return "upcoming" if is_upcoming(call, today) else "planned and not confirmed"


def count_facts(calls: tuple[AnyCall, ...]) -> tuple[Fact, ...]:
    """Give the counts of calls by mode, state of minutes and state of recording."""
    met = [f"{number:,} {HOW_MET[Mode(mode)]}" for mode, number in count_modes(calls) if number]
    return (
        *fact("How people met", ", ".join(met)),
        *fact("Minutes", _in_words(count_notes(calls), NOTES_PHRASES)),
        *fact("Recordings", _in_words(count_recordings(calls), RECORDING_PHRASES)),
    )


def _in_words(counts: Counts, phrases: Mapping[str, str]) -> str:
    return ", ".join(f"{number:,} {phrases[state]}" for state, number in counts if number)


def notes_counts(calls: tuple[AnyCall, ...]) -> tuple[StateCount, ...]:
    """Give the states of minutes that there are, each with its number of calls."""
    found = ((NOTES[NotesState(word)], number) for word, number in count_notes(calls) if number)
    return tuple((shown.word, number, shown.sentence) for shown, number in found)


def recording_counts(calls: tuple[AnyCall, ...]) -> tuple[StateCount, ...]:
    """Give the states of recordings that there are, each with its number of calls."""
    counted = ((word, number) for word, number in count_recordings(calls) if number)
    found = ((RECORDINGS[RecordingState(word)], number) for word, number in counted)
    return tuple((shown.word, number, shown.sentence) for shown, number in found)
