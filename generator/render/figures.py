"""Counts of calls by state, for pages and data alike; each table adds up to the number of calls it names.

What is withheld is counted apart from what is missing, and a summary is never counted as minutes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from generator.joining import first_marks
from generator.privacy.public import (
    AnyCall,
    MarkKind,
    Mode,
    NotesState,
    PublicArchive,
    PublicCall,
    PublicMark,
    RecordingState,
    Status,
)

Counts = tuple[tuple[str, int], ...]
"""A number for each state, by the state's word in records, in the order of the states; zeros are kept."""
WITHHELD = "withheld"
# A set would ask each kind for its hash, which for an enum is a function of Python.
_OUTCOMES = (MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME)


@dataclass(frozen=True, slots=True)
class Figures:
    """All counts of an archive.

    `status`, `notes` and `recordings` count every call, `modes` every call whose details may be seen.
    `beside_summaries` says of calls with a summary what there is of their minutes.
    `decided` are adopted outcomes, `other_outcomes` those that were not.
    """

    total: int
    status: Counts
    modes: Counts
    notes: Counts
    recordings: Counts
    beside_summaries: Counts
    decided: int
    other_outcomes: int
    series: int
    groups: int
    hubs: int


def figures_of(archive: PublicArchive) -> Figures:
    """Count an archive in one pass over its calls."""
    open_calls = [call for call in archive.calls if isinstance(call, PublicCall)]
    closed = len(archive.calls) - len(open_calls)
    decided = [mark.adopted for call in open_calls for mark in outcomes_of(call)]
    return Figures(
        total=len(archive.calls),
        status=(*count_states(Status, (call.status for call in open_calls)), (WITHHELD, closed)),
        modes=count_modes(archive.calls),
        notes=count_notes(archive.calls),
        recordings=count_recordings(archive.calls),
        beside_summaries=count_states(
            NotesState,
            (call.absence for call in open_calls if call.notes_state is NotesState.SUMMARY),
        ),
        decided=sum(decided),
        other_outcomes=len(decided) - sum(decided),
        series=len(archive.series),
        groups=len(archive.groups),
        hubs=len(archive.hubs),
    )


def count_modes(calls: tuple[AnyCall, ...]) -> Counts:
    """Count the calls whose details may be seen by how people met."""
    return count_states(Mode, (call.mode for call in calls if isinstance(call, PublicCall)))


def count_notes(calls: tuple[AnyCall, ...]) -> Counts:
    """Count calls by the state of their notes; every call is counted once."""
    withheld = NotesState.WITHHELD
    states = (call.notes_state if isinstance(call, PublicCall) else withheld for call in calls)
    return count_states(NotesState, states)


def count_recordings(calls: tuple[AnyCall, ...]) -> Counts:
    """Count calls by the state of their recording; every call is counted once."""
    withheld = RecordingState.WITHHELD
    states = (call.recording_state if isinstance(call, PublicCall) else withheld for call in calls)
    return count_states(RecordingState, states)


def outcomes_of(call: PublicCall) -> Iterator[PublicMark]:
    """Give what came out of a call, decided or not; notes in a second language repeat it and are passed over.

    What stands in a draft is not yet the group's own word, so nothing comes of it here.
    """
    deciding = (notes for notes in call.notes if not notes.is_draft)
    return (mark for mark in first_marks(deciding) if mark.kind in _OUTCOMES)


def is_fully_shared(call: AnyCall) -> bool:
    """Tell whether nothing of a call is withheld."""
    return isinstance(call, PublicCall) and call.withholding is None


def count_states(states: type[Enum], found: Iterable[Enum]) -> Counts:
    """Count what was found by state, in the order of the states."""
    counted = Counter(state.value for state in found)
    return tuple((state.value, counted[state.value]) for state in states)
