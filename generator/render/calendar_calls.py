"""What calendars know of a call, or of an expected date without a record: what an event needs and nothing more.

Only calls whose day is known are here; an approximate date is in no feed.
"""

import datetime
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import (
    Mode,
    PublicArchive,
    PublicCall,
    PublicSeries,
    Status,
    WithheldCall,
)
from generator.render.belonging import group_ids, hub_ids
from generator.render.call_when import moved_sentence, reason_sentence, restored_sentence
from generator.render.date_places import DatePlaces, date_places
from generator.render.names import Names, named, names_of, short_title
from generator.render.occurrences import (
    Occurrence,
    calls_by_own_date,
    instant_of,
    occurrences_of,
    own_date_of,
)
from generator.render.stamps import expected_at, recorded_at
from generator.render.states import ANNOUNCED, WITHHELD
from generator.render.words import clock, short_day, zone_words
from generator.settings import Settings
from generator.wording import N_, _

HELD_IN_A_ROOM = N_("This was a meeting in a room, not a telephone call.")
EXPECTED = N_(
    "This date follows from the rhythm of the recurring call; no record here tells of it."
)
"""Also true on a day on which a withheld call may be this one."""


@dataclass(frozen=True, slots=True)
class CalendarCall:
    """A call as an event, or an expected date as one.

    `uid` is the left half of its identity; `page` the address of its place in the site.
    `file` is the id of the call, empty where there is no record.
    `starts_at` is in UTC, nothing when the hour is not known; `zone` is that of its clock; `length` in minutes,
    0 unknown. `usual_length` is that of its series in minutes, 0 when there is none.
    `groups` are names of groups; `series`, `group_ids` and `hub_ids` say in whose feeds it stands, which are those
    of its series too.
    `says` are the paragraphs of its description, without what is said of hour, length and address.
    `whole_day` says that it has no hour, and not that its hour is unknown.
    `sequence` counts how often its time was changed; `changed_at` is in seconds of Unix time.
    """

    uid: str
    file: str
    page: str
    title: str
    day: datetime.date
    groups: tuple[str, ...]
    says: tuple[str, ...]
    changed_at: int
    series: str = ""
    group_ids: tuple[str, ...] = ()
    hub_ids: tuple[str, ...] = ()
    starts_at: datetime.datetime | None = None
    zone: str = ""
    length: int = 0
    usual_length: int = 0
    status: Status = Status.HELD
    withheld: bool = True
    whole_day: bool = False
    fully_shared: bool = False
    sequence: int = 0


def calendar_calls(archive: PublicArchive, settings: Settings) -> Iterator[CalendarCall]:
    """Give every call whose day is known, in the order of the archive, and then expected dates without a record."""
    names = names_of(archive)
    by_id = {series.id: series for series in archive.series}
    standing = frozenset(call.id for call in calls_by_own_date(archive).values())
    for call in archive.calls:
        day = call.date.exact
        if day is not None and isinstance(call, PublicCall):
            yield _open_call(call, day, names, by_id.get(call.series))
        elif day is not None and not isinstance(call, PublicCall):
            yield _withheld_call(call, day, names, by_id.get(call.series), standing)
    yield from _expected_dates(archive, settings, names)


def _withheld_call(
    call: WithheldCall,
    day: datetime.date,
    names: Names,
    series: PublicSeries | None,
    standing: Set[str],
) -> CalendarCall:
    return CalendarCall(
        uid=occurrence_uid(call.series, day) if call.id in standing else call.id,
        file=call.id,
        page=addresses.call_page(call.id),
        title=short_title(call),
        day=day,
        groups=_group_names(call.groups, names),
        says=(WITHHELD.sentence,),
        changed_at=recorded_at(call),
        series=call.series,
        group_ids=_with(group_ids(call), series.groups if series else ()),
        hub_ids=series.hubs if series else (),
    )


def _open_call(
    call: PublicCall, day: datetime.date, names: Names, series: PublicSeries | None
) -> CalendarCall:
    return CalendarCall(
        uid=_uid(call),
        file=call.id,
        page=addresses.call_page(call.id),
        title=short_title(call),
        day=day,
        groups=_group_names(call.groups, names),
        says=_says(call, day),
        changed_at=recorded_at(call),
        series=call.series,
        group_ids=_with(group_ids(call), series.groups if series else ()),
        hub_ids=_with(hub_ids(call), series.hubs if series else ()),
        starts_at=call.starts_at,
        zone=call.zone,
        length=call.length,
        usual_length=series.length if series else 0,
        status=call.status,
        withheld=False,
        fully_shared=call.withholding is None,
        sequence=sequence_of(call),
    )


def _with(own: Iterable[str], of_series: Iterable[str]) -> tuple[str, ...]:
    """Join what a call names and what its series names, so that no event leaves a feed when a record is added."""
    return tuple(dict.fromkeys((*own, *of_series)))


def sequence_of(call: PublicCall) -> int:
    """Count the changes that calendars must know of, from the record alone: moves, cancellations and their return."""
    return len(call.moved_from) + 2 * call.restored + (call.status is Status.CANCELLED)


def _group_names(ids: tuple[str, ...], names: Names) -> tuple[str, ...]:
    return tuple(target.title for target in named(names.groups, ids))


def _expected_dates(
    archive: PublicArchive, settings: Settings, names: Names
) -> Iterator[CalendarCall]:
    by_id = {series.id: series for series in archive.series}
    places = date_places(archive, settings)
    for series_id, found in occurrences_of(archive, settings).items():
        for date in found:
            if not date.call:
                yield _expected(date, by_id[series_id], places, names)


def _expected(
    date: Occurrence, series: PublicSeries, places: DatePlaces, names: Names
) -> CalendarCall:
    starts_at = instant_of(date)
    said = (_(EXPECTED), series.purpose, _local(date.clock, starts_at, date.day, date.zone))
    return CalendarCall(
        uid=occurrence_uid(series.id, date.day),
        file="",
        page=places.place(series.id, date.day),
        title=series.title,
        day=date.day,
        groups=_group_names(series.groups, names),
        says=tuple(each for each in said if each),
        changed_at=expected_at(series, date.day),
        series=series.id,
        group_ids=series.groups,
        hub_ids=series.hubs,
        starts_at=starts_at,
        zone=date.zone,
        length=date.length,
        status=Status.SCHEDULED,
        withheld=False,
        fully_shared=True,
    )


def _uid(call: PublicCall) -> str:
    """Give the left half of a call's identity in calendars, which never changes.

    For an occurrence of a series it is the series and the day it was first announced for, so that it is the same
    before there is a record and after the call is moved. Otherwise it is the id, or the first one that it had.
    """
    own = own_date_of(call)
    return occurrence_uid(call.series, own) if call.series and own else first_id(call)


def occurrence_uid(series: str, day: datetime.date) -> str:
    """Give the left half of the identity of a date of a series, with a record of it or without."""
    return f"{series}-{day.isoformat()}"


def first_id(call: PublicCall) -> str:
    """Give the id under which a call was first known: whoever moves a call gives its record another name."""
    if not call.aliases:
        return call.id
    first = call.moved_from[0].date().isoformat() if call.moved_from else ""
    return next(
        (name for name in call.aliases if first and name.startswith(first)), call.aliases[0]
    )


def _says(call: PublicCall, day: datetime.date) -> tuple[str, ...]:
    """Give what an event says of a call besides its times."""
    said = (
        ANNOUNCED.sentence if call.status is Status.ANNOUNCED else "",
        reason_sentence(call.reason),
        moved_sentence(call.moved_from, call.zone),
        restored_sentence(call),
        _(HELD_IN_A_ROOM) if call.mode is Mode.IN_PERSON else "",
        call.purpose,
        _local(call.start, call.starts_at, day, call.zone),
    )
    return tuple(each for each in said if each)


def _local(
    start: datetime.time | None,
    starts_at: datetime.datetime | None,
    day: datetime.date,
    zone: str,
) -> str:
    """Give a call's own wall time, which readers elsewhere want to know; empty without an hour."""
    if start is None or starts_at is None:
        return ""
    return _("By the clock of the call: {day}, {time} {zone}.").format(
        day=short_day(day), time=clock(start), zone=zone_words(zone)
    )
