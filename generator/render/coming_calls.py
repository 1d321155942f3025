"""What is coming: calls and expected dates in order of time, each with its hour by the clock of its own zone.

The script of calls adds the reader's own time. How far the list goes is worked out here and said with it.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive
from generator.render.add_to_calendar import CalendarLink, add_link
from generator.render.calendar_entries import TAKES_PLACE, Entry, Standing, entries_of
from generator.render.call_when import (
    ReaderTime,
    moved_sentence,
    reader_time,
    reason_sentence,
    when_of,
)
from generator.render.months import month_of_year
from generator.render.rows import chip_band
from generator.render.words import full_day, long_day
from generator.settings import Settings
from generator.wording import N_, _

DAYS_AHEAD = datetime.timedelta(days=60)
MOST = 60
"""Most calls in the list of what is coming; later ones stand on the pages of their months."""
FEWEST = 5
"""So many calls are in the list in any case, however far away they are."""
BY_RHYTHM = N_("Expected, no record yet")
_MEANING = N_(
    "Expected means that the call repeats and falls on this day, but no record here tells of it."
)

_TO_COME = frozenset({"upcoming", "announced", "cancelled"})
"""States of a call that may be to come where its day is not known."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is coming up to and with the day `until`, and how many later calls and expected dates there are."""

    entries: tuple[Entry, ...]
    until: datetime.date
    later: int


class DrawnDays(NamedTuple):
    """A part of the list: what is coming today, or in a month; `anchor` is its name in the page."""

    heading: str
    anchor: str
    rows: tuple["DrawnComing", ...]


class DrawnComing(NamedTuple):
    """Something to come as templates draw it; `about` is its series or hosts, `says` what is not ordinary.

    Of a day without a call only `says` is told. `add` leads to its calendar file.
    """

    href: str
    title: str
    about: str
    words: str
    stamp: str
    reader: ReaderTime | None
    chips: Markup
    says: tuple[str | Markup, ...]
    add: CalendarLink


def ahead_of(archive: PublicArchive, settings: Settings) -> Ahead:
    """Give what is coming, that of today first: 60 days and 60 calls at most, and five calls where there are so many.

    A call of which only the month is known is ahead until its month is over.
    """
    today = settings.today
    found = [one for one in entries_of(archive, settings) if is_ahead(one, today)]
    calls = [one for one in found if one.standing in TAKES_PLACE]
    last = today + DAYS_AHEAD
    near = sum(one.date.last_day() <= last for one in calls)
    shown = min(max(near, FEWEST), MOST, len(calls))
    # Fewer days than sixty are told of where there are too many calls, and more where there are too few.
    if shown != near:
        last = max(one.date.last_day() for one in calls[:shown])
    entries = tuple(
        one
        for one in cut(found, shown)
        if one.standing in TAKES_PLACE or one.date.last_day() <= last
    )
    return Ahead(entries, last, len(calls) - shown)


def is_ahead(entry: Entry, today: datetime.date) -> bool:
    """Tell whether an entry is of today, or still to come; a day that a call left tells of no call to come."""
    if entry.standing is Standing.LEFT:
        return False
    to_come = bool(entry.date.day) or not _TO_COME.isdisjoint(entry.keys)
    return to_come and entry.date.last_day() >= today


def cut(entries: Sequence[Entry], most: int) -> tuple[Entry, ...]:
    """Give the first so many calls, with the days without a call between them; after the last of all, all days."""
    left = most
    for at, one in enumerate(entries):
        if one.standing in TAKES_PLACE:
            if not left:
                return tuple(entries[:at])
            left -= 1
    return tuple(entries)


def drawn_coming(entries: Iterable[Entry], page: str) -> tuple[DrawnComing, ...]:
    """Give what is coming as templates on `page` draw it; that it is to come is said above the list."""
    return tuple(_drawn(one, page) for one in entries)


def _drawn(one: Entry, page: str) -> DrawnComing:
    when = when_of(one)
    skipped = one.standing is Standing.SKIPPED
    # The hour of a withheld call may be known and is not told.
    words = full_day(one.date) if "withheld" in one.keys else when.words
    name = _("{title}, {day}").format(title=one.title, day=_day(one.date))
    file = "" if "cancelled" in one.keys else one.file
    return DrawnComing(
        href=addresses.relative(one.path, page),
        title=one.title,
        about="" if one.about == one.title else one.about,
        words="" if skipped else words,
        stamp=when.stamp,
        reader=None if skipped else reader_time(one),
        chips=chip_band(tuple(key for key in one.keys if key != "upcoming")),
        says=_says(one),
        add=add_link(file, name, page),
    )


def _says(one: Entry) -> tuple[str | Markup, ...]:
    if one.standing is Standing.SKIPPED:
        return (no_call_sentence(one),)
    rhythm = _(BY_RHYTHM) if one.standing is Standing.EXPECTED else ""
    said = (rhythm, moved_sentence(one.moved_from, one.zone), reason_sentence(one.reason))
    return tuple(each for each in said if each)


def meaning_of_expected(entries: Iterable[Entry]) -> str:
    """Say what an expected date is, for somebody who has never seen one; empty where none stands among the entries."""
    return _(_MEANING) if any(one.standing is Standing.EXPECTED for one in entries) else ""


def no_call_sentence(one: Entry) -> Markup:
    """Say that a series skips a day, and why: `No call on Wednesday 2 April 2031: holiday`."""
    words = _("No call on {day}: {reason}") if one.reason else _("No call on {day}")
    day = Markup('<time datetime="{}">{}</time>').format(str(one.date), _day(one.date))
    return escape(words).format(day=day, reason=one.reason)


def _day(date: LooseDate) -> str:
    return long_day(date.exact) if date.exact else str(date)


def drawn_days(
    entries: Iterable[Entry], today: datetime.date | None, page: str
) -> tuple[DrawnDays, ...]:
    """Give what is coming in parts: what is today, and each month."""
    parts: dict[tuple[int, int], list[Entry]] = {}
    for one in entries:
        is_today = one.date.exact == today
        parts.setdefault((0, 0) if is_today else (one.date.year, one.date.month), []).append(one)
    return tuple(
        DrawnDays(
            month_of_year(year, month) if year else _("Today"),
            f"coming-{year:04d}-{month:02d}" if year else "coming-today",
            drawn_coming(parts[year, month], page),
        )
        for year, month in sorted(parts)
    )
