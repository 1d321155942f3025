"""What the pages of recordings tell, from one look at an archive: what can be heard, what is in danger, what is lost.

How long a copy lasts is said by `copy_words`; what is withheld is counted and stands in no list here.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.privacy.public import (
    CopyState,
    LooseDate,
    PublicAnswer,
    PublicArchive,
    PublicCall,
    PublicPlatform,
    RecordingState,
)
from generator.render.asked_addresses import Asked, asked_of
from generator.render.copy_words import (
    copy_sentence,
    lost_sentences,
    provider_sentence,
)
from generator.render.figures import Counts, count_recordings
from generator.render.once import once
from generator.render.rows import Row, rows_in
from generator.render.words import recording_length
from generator.settings import Settings
from generator.wording import _, counted, language, spoken

PLACE = "#record-recording"
"""Where the page of a call tells of its recording."""
_TOLD_OF = frozenset(
    {
        RecordingState.NEVER_MADE,
        RecordingState.ELSEWHERE,
        RecordingState.MISSING,
        RecordingState.UNKNOWN,
    }
)
"""States of which a record may know more than the word."""
_WORST = (CopyState.LAST_DAY, CopyState.SPARED, CopyState.DUE)

Platforms = Mapping[str, PublicPlatform]


@dataclass(frozen=True, slots=True)
class Shelved:
    """A call that can be heard (`RECORDING`), or could once (`GONE`, `EXPIRED`), and what is said of its copies.

    One in another state stands here for what its record knows of a recording that is not here.
    """

    state: RecordingState
    row: Row
    says: tuple[str, ...] = ()

    @property
    def date(self) -> LooseDate:
        """Give the day of the call."""
        return self.row.date


@dataclass(frozen=True, slots=True)
class Deadline:
    """A call whose recording, listed or not, its provider deletes on a day; `record` is the file that tells of it.

    `state` is that of the copy that is nearest to its end, nothing where no copy is listed.
    """

    day: datetime.date
    row: Row
    says: tuple[str, ...]
    record: str
    state: CopyState | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """All of it: `shelved` with the oldest call first, deadlines with the nearest first.

    `perhaps` are recordings that nobody has listed, and that a provider may still have. `copies` counts those that are
    there, `states` the calls by what there is of a recording.
    """

    shelved: tuple[Shelved, ...]
    danger: tuple[Deadline, ...]
    perhaps: tuple[Deadline, ...]
    copies: int
    states: Counts
    asked: Asked

    def number(self, state: RecordingState) -> int:
        """Give how many calls have a recording in this state."""
        return dict(self.states)[state.value]


def shelf_of(archive: PublicArchive, settings: Settings) -> Shelf:
    """Look at all calls of an archive, once for all that tell of recordings."""
    return once(archive, _shelf, language(), settings.today)


def platforms_of(archive: PublicArchive) -> Platforms:
    """Give the providers of an archive by id."""
    return {each.id: each for each in archive.platforms}


def _shelf(archive: PublicArchive, told_in: str, today: datetime.date) -> Shelf:
    with spoken(told_in):
        calls = [call for call in archive.calls if isinstance(call, PublicCall)]
        rows, platforms = rows_in(archive, today), platforms_of(archive)
        heard = (call for call in calls if call.recordings or call.lost or _is_told_of(call))
        return Shelf(
            shelved=tuple(_shelved(call, rows[call.id], platforms) for call in heard),
            danger=tuple(sorted(_danger(calls, rows, platforms), key=_soonest)),
            perhaps=tuple(sorted(_perhaps(calls, rows, platforms, today), key=_soonest)),
            copies=sum(len(call.recordings) for call in calls),
            states=count_recordings(archive.calls),
            asked=asked_of(answer for call in calls for answer in _answers(call)),
        )


def _soonest(one: Deadline) -> tuple[datetime.date, LooseDate, str]:
    return one.day, one.row.date, one.row.path


def _is_told_of(call: PublicCall) -> bool:
    return bool(call.recording_note) and call.recording_state in _TOLD_OF


def _shelved(call: PublicCall, row: Row, platforms: Platforms) -> Shelved:
    state = call.recording_state
    told = _told(row, state)
    if call.recordings:
        return Shelved(state, replace(told, about=_joined(row, *_details(call))))
    if not call.lost:
        note = _("About the recording: {note}").format(note=call.recording_note)
        return Shelved(state, replace(told, keys=row.keys), (note,))
    return Shelved(state, told, tuple(dict.fromkeys(lost_sentences(call, platforms))))


def _told(row: Row, state: RecordingState) -> Row:
    """Lead a row to the recording, and leave out the chip that its heading says of all."""
    said = f"recording-{state.value}"
    keys = tuple(key for key in row.keys if key != said)
    return replace(row, path=f"{row.path}{PLACE}", keys=keys)


def _joined(row: Row, *details: str) -> str:
    about = "" if row.about == row.title else row.about
    return ", ".join(each for each in (about, *details) if each)


def _details(call: PublicCall) -> Iterator[str]:
    """Say how long a recording is, in how many copies, and whether its words can be read."""
    length = max(copy.duration for copy in call.recordings)
    yield recording_length(length) if length else ""
    yield counted("{n} copy", "{n} copies", len(call.recordings))
    yield counted("{n} copy is lost", "{n} copies are lost", len(call.lost)) if call.lost else ""
    yield _("with its words to read") if call.transcribed else ""


def _danger(
    calls: list[PublicCall], rows: Mapping[str, Row], platforms: Platforms
) -> Iterator[Deadline]:
    for call in calls:
        if not call.is_in_danger or call.ends_on is None:
            continue
        state = RecordingState.RECORDING
        states = {copy.state for copy in call.recordings}
        copies = (copy_sentence(one, platforms.get(one.kept_by)) for one in call.recordings)
        says = tuple(dict.fromkeys(each for each in copies if each))
        worst = next((each for each in _WORST if each in states), None)
        yield Deadline(call.ends_on, _told(rows[call.id], state), says, call.path, worst)


def _perhaps(
    calls: list[PublicCall], rows: Mapping[str, Row], platforms: Platforms, today: datetime.date
) -> Iterator[Deadline]:
    for call in calls:
        if call.provider_deletes_on is not None:
            says = provider_sentence(call, platforms.get(call.platform), today)
            row = _told(rows[call.id], call.recording_state)
            yield Deadline(call.provider_deletes_on, row, (says,), call.path)


def _answers(call: PublicCall) -> Iterator[PublicAnswer | None]:
    yield from (copy.answer for copy in call.recordings)
    yield from (copy.answer for copy in call.lost)
