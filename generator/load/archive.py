"""Reads one file at a time, and puts what was read together into one archive.

`read_file` is pure, so its results can be remembered and it can run anywhere; `assemble` joins them.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.load import mark
from generator.load.answers import read_answers
from generator.load.corrections import read_corrections
from generator.load.files import Source
from generator.load.inheritance import only_hour, with_hours
from generator.load.kept_places import KeptPlaces, packed
from generator.load.minutes import read_minutes
from generator.load.names import ANSWERS, CORRECTIONS, TRANSCRIPT
from generator.load.notebook import Notebook
from generator.load.pages import read_page
from generator.load.records import read_platforms, read_record
from generator.load.webvtt import read_transcript
from generator.model.answer import Answer
from generator.model.archive import Archive, Places
from generator.model.call import Call, Status
from generator.model.dates import LooseDate
from generator.model.group import Group, Hub, Platform
from generator.model.minutes import Minutes
from generator.model.page import WrittenPage
from generator.model.series import Series
from generator.model.share import CLOSED, Share, narrower
from generator.model.transcript import Corrections, Transcript
from generator.personal_data.names import PossibleName
from generator.problems import Place, Problem

# Long lists whose single values no check asks for.
_UNUSED_PLACES = ("sources[", "agenda[", "corrections[")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one file gave: at most one record, what is wrong with it, and the places of its fields.

    `places` are as `kept_places.packed` gives them.
    `names` may be names of persons; `allowed` are the normal forms of addresses and numbers that may stand in it.
    """

    path: str
    call: Call | None = None
    series: Series | None = None
    group: Group | None = None
    hub: Hub | None = None
    platforms: tuple[Platform, ...] = ()
    minutes: Minutes | None = None
    page: WrittenPage | None = None
    transcript: Transcript | None = None
    corrections: Corrections | None = None
    mark: str = ""
    problems: tuple[Problem, ...] = ()
    places: bytes = b""
    comments: tuple[Place, ...] = ()
    names: tuple[PossibleName, ...] = ()
    allowed: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether the file gave nothing at all."""
        record = self.call or self.series or self.group or self.hub
        words = self.minutes or self.transcript or self.corrections
        return not (record or words or self.page or self.platforms or self.mark)

    @property
    def is_fully_shared(self) -> bool:
        """Tell whether the file says itself that all of it may be seen; notes and transcripts never say so."""
        record = self.call or self.series or self.group or self.hub
        if record is not None:
            return record.share.is_full
        return self.page is not None or bool(self.platforms or self.mark)


def read_file(source: Source) -> Loaded:
    """Read one file of `calls/`, `minutes/` or `content/`."""
    book = Notebook(source.path)
    read = _read(book, source)
    places = {
        name: place
        for (_, name), place in book.places.items()
        if not name.startswith(_UNUSED_PLACES)
    }
    return Loaded(
        source.path,
        problems=tuple(book.problems),
        places=packed(places) if places else b"",
        comments=tuple(book.comments),
        **read,
    )


def _read(book: Notebook, source: Source) -> dict[str, Any]:
    """Give what a file holds, by the field of `Loaded` that it belongs in."""
    path = source.path
    if path.startswith(ANSWERS):
        return {"answers": read_answers(book, source)}
    if path.startswith("minutes/"):
        return _read_words(book, source)
    if path == mark.PATH:
        return {"mark": mark.read_mark(book, source)}
    if path.startswith("content/"):
        return {"page": read_page(book, source)}
    if path == "calls/platforms.yaml":
        return {"platforms": read_platforms(book, source)}
    record = read_record(book, source)
    if isinstance(record, Series):
        return {"series": record}
    if isinstance(record, Group):
        return {"group": record}
    if isinstance(record, Hub):
        return {"hub": record}
    return {"call": record}


def _read_words(book: Notebook, source: Source) -> dict[str, Any]:
    """Read a file of `minutes/`: a transcript, its corrections, or notes."""
    path = source.path
    if path.endswith(TRANSCRIPT):
        return {"transcript": read_transcript(book, source)}
    if path.endswith(CORRECTIONS):
        return {"corrections": read_corrections(book, source)}
    return {"minutes": read_minutes(book, source)}


def assemble(
    loaded: Iterable[Loaded],
    zone: str,
    places: Places,
    stamps: Mapping[str, int],
    refused: frozenset[str] = frozenset(),
) -> Archive:
    """Put an archive together; `zone` is that of calls whose series names none either.

    `places` are those of the settings, `stamps` the seconds of last commits by path.
    `refused` are paths of files that were not even opened.
    """
    files = tuple(loaded)
    series = _by_id(file.series for file in files)
    minutes = _present(file.minutes for file in files)
    calls = _present(file.call for file in files)
    known = {call.id for call in calls}
    by_id = {one.id: one for one in series}
    implied = [_implied_call(one, by_id, zone) for one in minutes if one.call not in known]
    unique = {call.id: call for call in reversed(_present(implied))}
    said = _said_by_notes(minutes)
    zoned = [_with_zone(_narrowed(call, said), by_id, zone) for call in (*calls, *unique.values())]
    timed = with_hours(zoned, by_id, zone)
    return Archive(
        calls=tuple(
            sorted(timed, key=lambda call: (call.date, call.start or datetime.time.min, call.id))
        ),
        series=series,
        groups=_by_id(file.group for file in files),
        hubs=_by_id(file.hub for file in files),
        platforms=tuple(platform for file in files for platform in file.platforms),
        minutes=tuple(sorted(minutes, key=lambda one: (one.call, one.language))),
        transcripts=_by_call(file.transcript for file in files),
        corrections=_by_call(file.corrections for file in files),
        pages=tuple(sorted(_present(file.page for file in files), key=lambda page: page.path)),
        answers=tuple(
            sorted(
                (answer for file in files for answer in file.answers),
                key=lambda one: (one.address, one.asked_on, one.path, one.line),
            )
        ),
        places=KeptPlaces(places, {file.path: file.places for file in files if file.places}),
        unread=refused | {file.path for file in files if file.is_empty},
        stamps=stamps,
        comments={file.path: file.comments for file in files if file.comments},
    )


def _present(values: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(value for value in values if value is not None)


R = TypeVar("R", Series, Group, Hub)


def _by_id(records: Iterable[R | None]) -> tuple[R, ...]:
    return tuple(sorted(_present(records), key=lambda record: record.id))


W = TypeVar("W", Transcript, Corrections)


def _by_call(words: Iterable[W | None]) -> tuple[W, ...]:
    return tuple(sorted(_present(words), key=lambda one: (one.call, one.language)))


def _said_by_notes(minutes: Iterable[Minutes]) -> dict[str, Share]:
    """Give what notes say themselves of what may be shared, by call; in several languages the narrowest holds."""
    said: dict[str, Share] = {}
    for one in minutes:
        if one.share is not None:
            said[one.call] = narrower(said.get(one.call, one.share), one.share)
    return said


def _narrowed(call: Call, said: Mapping[str, Share]) -> Call:
    """Close what the notes of a call close themselves, whatever its record says."""
    if call.id not in said or said[call.id].is_full:
        return call
    return dataclasses.replace(call, share=narrower(call.share, said[call.id]))


def _with_zone(call: Call, series: Mapping[str, Series], zone: str) -> Call:
    """Give a call its series' zone, else the archive's.

    The zone of a series that is not shared would show in the call's hour, so without a zone of its
    own the call then has no hour either; `checks/zone_of_closed_series.py` says so.
    """
    if call.zone:
        return call
    own = series.get(call.series)
    if own is not None and not own.share.is_full:
        return dataclasses.replace(call, zone=zone, start=None, length=0)
    return dataclasses.replace(call, zone=(own.zone if own else "") or zone)


def _implied_call(minutes: Minutes, series: Mapping[str, Series], zone: str) -> Call | None:
    """Make the call that notes stand in for: an occurrence of a series without a record of its own.

    From a series that is not fully shared nothing is taken over, for the call would tell it.
    """
    if minutes.date is None or minutes.series not in series:
        return None
    own = series[minutes.series]
    if not own.share.is_full:
        own = Series(id=own.id, path=own.path, title="")
    clock = own.recurrence.clock if own.recurrence else None
    return Call(
        id=minutes.call,
        path=minutes.path,
        title=own.title,
        date=LooseDate.of(minutes.date),
        zone=own.zone,
        status=Status.HELD,
        share=minutes.share or CLOSED,
        series=own.id,
        start=only_hour(clock, minutes.date, own.zone or zone),
        length=own.length,
        groups=own.groups,
        hubs=own.hubs,
    )
