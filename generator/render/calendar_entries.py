"""What stands on the days of the calendar: calls, expected dates without a record, and dates on which there is none.

A call stands on its own local day. A day that it left says so, and so does a day that its series skips.
How it is said is left to `coming_calls` and `month_pages`.
"""

import datetime
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from generator import addresses, zones
from generator.privacy.public import AnyCall, LooseDate, PublicArchive, PublicCall, PublicSeries
from generator.render.add_to_calendar import date_file
from generator.render.date_places import DatePlaces, date_places
from generator.render.names import short_title
from generator.render.occurrences import (
    Occurrence,
    calls_by_own_date,
    instant_of,
    occurrences_of,
    own_date_of,
)
from generator.render.once import once
from generator.render.rows import is_upcoming, rows_in
from generator.render.states import status_keys
from generator.settings import Settings
from generator.wording import language, spoken


class Standing(Enum):
    """Why something stands on a day."""

    CALL = "call"
    EXPECTED = "expected"
    SKIPPED = "skipped"
    LEFT = "left"


TAKES_PLACE: Final = frozenset({Standing.CALL, Standing.EXPECTED})
"""What is, or was to be, a call on that day; the others say that there is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that stands on a day, by its date, wall time, zone and instant as calls have them.

    `path` is the call's page or the date's place on the page of its series, `file` its calendar file (empty: none).
    `keys` are those of the chips that tell its state, of a withheld call that it is one; `about` is its series or host.
    `reason` is why it was cancelled or skipped; `moved_from` are earlier local times, oldest first.
    `moved_to` is the day that a call which left this one has now.
    """

    standing: Standing
    date: LooseDate
    title: str
    path: str
    zone: str = ""
    start: datetime.time | None = None
    starts_at: datetime.datetime | None = None
    length: int = 0
    about: str = ""
    keys: tuple[str, ...] = ()
    reason: str = ""
    moved_from: tuple[datetime.datetime, ...] = ()
    moved_to: LooseDate | None = None
    file: str = ""


def entries_of(archive: PublicArchive, settings: Settings) -> tuple[Entry, ...]:
    """Give everything whose month is known at least, in order of time; once for all pages, in linear time.

    What is known to the month alone comes last in it.
    """
    return once(archive, _entries, settings, language())


def _entries(archive: PublicArchive, settings: Settings, told_in: str) -> tuple[Entry, ...]:
    with spoken(told_in):
        found = (
            *_calls(archive, settings.today),
            *_left_days(archive.calls),
            *_of_series(archive, settings),
        )
    return tuple(sorted(found, key=functools.partial(_by_time, settings.zone)))


def _by_time(zone: str, entry: Entry) -> tuple[object, ...]:
    """Order by month, then by the instant; what has no hour stands where its day begins, in `zone` if in no other."""
    date, at = entry.date, entry.starts_at
    if at is None:
        midnight = datetime.time(tzinfo=zones.zone(entry.zone or zone))
        at = datetime.datetime.combine(date.last_day(), midnight)
    # Seconds are compared faster than moments of several zones.
    loose, second = not date.day, at.timestamp()
    return date.year, date.month, loose, second, entry.title, entry.path, entry.standing.value


def _calls(archive: PublicArchive, today: datetime.date) -> Iterator[Entry]:
    rows = rows_in(archive, today)
    for call in archive.calls:
        if not call.date.month:
            continue
        page, about = addresses.call_page(call.id), rows[call.id].about
        file = addresses.call_calendar(call.id) if call.date.day else ""
        if not isinstance(call, PublicCall):
            title, keys = short_title(call), ("withheld",)
            yield Entry(Standing.CALL, call.date, title, page, about=about, keys=keys, file=file)
            continue
        yield Entry(
            standing=Standing.CALL,
            date=call.date,
            title=short_title(call),
            path=page,
            zone=call.zone,
            start=call.start,
            starts_at=call.starts_at,
            length=call.length,
            about=about,
            keys=status_keys(call, is_upcoming(call, today)),
            reason=call.reason,
            moved_from=call.moved_from,
            file=file,
        )


def _left_days(calls: Iterable[AnyCall]) -> Iterator[Entry]:
    """Give the days that calls were moved away from, each once a call."""
    for call in calls:
        if not isinstance(call, PublicCall):
            continue
        own, exact = own_date_of(call), call.date.exact
        if own == exact and not call.moved_from:
            continue
        days = {time.date() for time in call.moved_from} | ({own} if own else set())
        for day in sorted(days - {exact}):
            date = LooseDate.of(day)
            page, title = addresses.call_page(call.id), short_title(call)
            yield Entry(Standing.LEFT, date, title, page, call.zone, moved_to=call.date)


def _of_series(archive: PublicArchive, settings: Settings) -> Iterator[Entry]:
    """Give the expected dates that no record stands for, and the skipped ones, of every series that expands."""
    expected = occurrences_of(archive, settings)
    places = date_places(archive, settings)
    standing = calls_by_own_date(archive)
    for series in archive.series:
        if series.id not in expected:
            continue
        for one in expected[series.id]:
            if not one.call:
                file = date_file(series.id, one.day, archive)
                yield _expected(one, series, places, file)
        for day, reason in series.skipped:
            if (series.id, day) not in standing:
                date = LooseDate.of(day)
                place = places.place(series.id, day)
                yield Entry(Standing.SKIPPED, date, series.title, place, series.zone, reason=reason)


def _expected(one: Occurrence, series: PublicSeries, places: DatePlaces, file: str) -> Entry:
    return Entry(
        standing=Standing.EXPECTED,
        date=LooseDate.of(one.day),
        title=series.title,
        path=places.place(series.id, one.day),
        zone=one.zone,
        start=one.clock,
        starts_at=instant_of(one),
        length=one.length,
        file=file,
    )


def by_month(entries: Iterable[Entry]) -> dict[tuple[int, int], tuple[Entry, ...]]:
    """Part entries by year and month, in order; a month in which no call stands on a day is left out."""
    parts: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        parts.setdefault((entry.date.year, entry.date.month), []).append(entry)
    return {month: tuple(parts[month]) for month in sorted(parts) if counted_on(parts[month])}


def counted_on(entries: Iterable[Entry]) -> int:
    """Count the calls that stand on a day, with and without a record."""
    return sum(1 for one in entries if one.standing in TAKES_PLACE and one.date.day)
