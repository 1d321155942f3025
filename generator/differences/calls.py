"""What changes about calls that may be seen, apart from whether they may: cancelled and moved ones first."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.differences.deadlines import addresses_of_copies
from generator.differences.pairs import CallPair
from generator.differences.sentences import (
    Said,
    Sentence,
    closed,
    counted,
    hour_of,
    listed,
    named,
    when,
)
from generator.privacy.public import NotesState, PublicCall, PublicRecording, RecordingState, Status
from generator.recurrence.plan import own_date

_STATUS = {
    Status.SCHEDULED: "Scheduled again",
    Status.HELD: "Held",
    Status.CANCELLED: "Cancelled",
    Status.ANNOUNCED: "Known from a notice only",
}
_FIELDS = {
    "length": "length",
    "reason": "reason",
    "mode": "how people met",
    "mode_note": "how people met",
    "series": "series",
    "groups": "groups",
    "hubs": "hubs",
    "hosts": "hosts",
    "platform": "platform",
    "purpose": "purpose",
    "join": "how to join",
    "roles": "roles",
    "participants": "number of people",
    "participants_note": "number of people",
    "places": "places",
    "agenda": "agenda",
    "recording_note": "words about the recording",
    "minutes_note": "words about the notes",
    "sources": "sources",
    "evidence": "how much of the sources was seen",
    "confidence": "confidence",
    "date_note": "words about the date",
    "context": "context",
    "basis": "basis for being public",
    "aliases": "earlier names",
    "moved_from": "earlier times",
    "occurrence": "date in the series",
    "extra": "whether it is an extra call of its series",
    "restored": "how often it was announced again",
}
"""Fields of a call that a reader sees, each with what it is called here."""

_NO_NOTES = (NotesState.NONE_TAKEN, NotesState.ELSEWHERE, NotesState.UNKNOWN)
_NO_RECORDING = (
    RecordingState.NEVER_MADE,
    RecordingState.ELSEWHERE,
    RecordingState.UNKNOWN,
    RecordingState.EXPIRED,
)
"""What a record says itself; the other states follow from something else."""


def call_sentences(
    pairs: Iterable[CallPair],
    expected: Mapping[str, Sequence[datetime.date]] = MappingProxyType({}),
) -> tuple[Sentence, ...]:
    """Give changes of calls: cancelled, moved, added, renamed, held, then everything else.

    `expected` are the dates on which calls of each series were expected before, by its id.
    """
    found = tuple(pairs)
    dates = {name: frozenset(days) for name, days in expected.items()}
    both = [pair.both_open for pair in found if pair.both_open is not None]
    return (
        *(one for old, new in both for one in _status(old, new, only=True)),
        *(one for old, new in both for one in _moved(old, new)),
        *(
            _added(pair.opened, own_date(pair.opened) in dates.get(pair.opened.series, ()))
            for pair in found
            if pair.opened is not None and pair.old is None and not pair.was_unread
        ),
        *(one for old, new in both for one in _renamed(old, new)),
        *(one for old, new in both for one in _status(old, new, only=False)),
        *(one for old, new in both for one in _recordings(old, new)),
        *(one for old, new in both for one in _changed(old, new)),
    )


def _status(old: PublicCall, new: PublicCall, only: bool) -> Iterator[Sentence]:
    """Say a new status; `only` cancellations, or only all others."""
    is_cancelled = new.status is Status.CANCELLED
    if old.status is not new.status and is_cancelled is only:
        yield (f"{_STATUS[new.status]}: ", *named(new))


def _moved(old: PublicCall, new: PublicCall) -> Iterator[Sentence]:
    if (old.date, old.start, old.zone) == (new.date, new.start, new.zone):
        return
    if _is_less_exact(old, new):
        yield ("Told less exactly: the time of ", *named(new))
    elif old.date == new.date and old.start is None:
        yield ("Hour added: ", *named(new), f", now {hour_of(new)}")
    else:
        yield ("Moved: ", *named(new), f", from {when(old)} to {when(new)}")


def _is_less_exact(old: PublicCall, new: PublicCall) -> bool:
    """Tell whether a part of the time is told no more; then what it was is not told here either."""
    month = old.date.month and not new.date.month
    day = old.date.day and not new.date.day
    return bool(month or day) or (old.start is not None and new.start is None)


def _added(call: PublicCall, is_expected: bool) -> Sentence:
    more = []
    if is_expected:
        more.append("for a date that its series is expected on")
    if call.extra:
        more.append("an extra call of its series")
    if call.status is Status.CANCELLED:
        more.append("cancelled")
    if call.notes:
        more.append("with notes")
    if call.recordings:
        more.append(f"with {counted(len(call.recordings), 'copy', 'copies')} of a recording")
    hour = f", {hour_of(call)}" if call.start is not None else ""
    return ("Added: ", *named(call), hour, f" ({', '.join(more)})" if more else "")


def _renamed(old: PublicCall, new: PublicCall) -> Iterator[Sentence]:
    if old.id != new.id:
        # The old name is told because the newer record tells it too, among its earlier names.
        yield ("Renamed: ", *named(new), ", from ", Said(old.id), " to ", Said(new.id))
    if old.title != new.title:
        yield ("New title: ", *named(new))


def _recordings(old: PublicCall, new: PublicCall) -> Iterator[Sentence]:
    number = len(addresses_of_copies(new) - addresses_of_copies(old))
    if number and not closed(old, "recording"):
        yield (f"Recording: {counted(number, 'copy', 'copies')} added to ", *named(new))


def _changed(old: PublicCall, new: PublicCall) -> Iterator[Sentence]:
    told = _told_already(old, new)
    fields = [
        word
        for name, word in _FIELDS.items()
        if name not in told and getattr(old, name) != getattr(new, name)
    ]
    if new.absence is not old.absence and new.absence in _NO_NOTES and not new.notes:
        fields.append("what is said of missing notes")
    if new.recording_state is not old.recording_state and new.recording_state in _NO_RECORDING:
        fields.append("what is said of a missing recording")
    if _facts_of_copies(old, new) and not (closed(old, "recording") or closed(new, "recording")):
        fields.append("what is known of copies of the recording")
    if fields:
        yield ("Changed: ", *named(new), f": {listed(dict.fromkeys(fields))}")


def _facts_of_copies(old: PublicCall, new: PublicCall) -> bool:
    """Tell whether a copy that both have is told otherwise; its state follows from the day."""
    before = {one.url: _told_of(one) for one in old.recordings}
    return any(before.get(one.url, _told_of(one)) != _told_of(one) for one in new.recordings)


def _told_of(copy: PublicRecording) -> tuple[object, ...]:
    return (copy.type, copy.bytes, copy.sha256, copy.kept_by, copy.duration, copy.keeper, copy.seen)


def _told_already(old: PublicCall, new: PublicCall) -> frozenset[str]:
    """Give the fields that change along with what another sentence tells, or are closed on one side."""
    told = set()
    if old.id != new.id:
        told.add("aliases")
    if (old.date, old.start) != (new.date, new.start):
        told |= {"moved_from", "occurrence"}
    if new.status is not old.status and new.status is Status.CANCELLED:
        told.add("reason")
    for part, field in (("minutes", "minutes_note"), ("recording", "recording_note")):
        if closed(old, part) or closed(new, part):
            told.add(field)
    return frozenset(told)
