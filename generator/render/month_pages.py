"""A page for every month of the calendar, as a table of its weeks that is a list of days on a phone.

Weeks begin on Monday. A call stands on the day it has by the clock of its own zone.
"""

import calendar
import datetime
import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.calendar_entries import Entry, Standing, by_month, counted_on, entries_of
from generator.render.coming_calls import meaning_of_expected
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.months import WEEKDAYS, month_of_year
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import short_foot
from generator.render.schema_org import LIST_HEAD
from generator.render.states import CHIPS
from generator.render.words import (
    clock,
    counted_calls,
    description,
    loose_day,
    short_day,
    zone_words,
)
from generator.settings import Settings
from generator.wording import N_, _, language, ngettext, number

SECTION = addresses.CALENDAR
WITHOUT_DAY = "day-not-known"
_NO_WORD = frozenset({"upcoming", "withheld"})
"""States that the month, or the title of the call, says already."""
NO_RECORD = N_("Expected, no record")

_TIME = "\ue000"
"""Marks where a time goes; the character is for private use."""

YearMonth = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of the calendar: what stands in it, and the months with calls before and after it, if any."""

    year: int
    month: int
    entries: tuple[Entry, ...]
    before: YearMonth | None
    after: YearMonth | None


class DrawnEntry(NamedTuple):
    """Something on a day, as templates draw it; `off` says that no call of that name takes place then.

    `hour` is a wall time, empty where none is told, and `says` its state.
    """

    href: str
    title: str
    hour: Markup
    off: bool
    says: tuple[str, ...]


class DrawnDay(NamedTuple):
    """A day of the table: its number and date, the name of its weekday, and what stands on it."""

    number: int
    stamp: str
    weekday: str
    entries: tuple[DrawnEntry, ...]


class Week(NamedTuple):
    """The seven days of a week, nothing standing for one of another month; `free` says that none has a call."""

    days: tuple[DrawnDay | None, ...]
    free: bool


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give a page for every month with a call on a known day, in linear time."""
    months = by_month(entries_of(archive, settings))
    order = [None, *months, None]
    for at, (month, entries) in enumerate(months.items()):
        view = MonthView(*month, entries, order[at], order[at + 2])
        yield Draft(
            addresses.calendar_month(*month), month_page, view, weight=1 + len(entries) // 50
        )


def month_page(view: MonthView, settings: Settings) -> Page:
    """Make the page of a month."""
    page = addresses.calendar_month(view.year, view.month)
    title = _("Calendar, {month}").format(month=month_of_year(view.year, view.month))
    dated = [one for one in view.entries if one.date.day]
    loose = [one for one in view.entries if not one.date.day]
    zones = sorted({one.zone for one in view.entries if one.start is not None})
    one_zone = zones[0] if len(zones) == 1 else ""
    says = counts_sentence(view.entries)
    values = {
        "title": title,
        "month": month_of_year(view.year, view.month),
        "says": says,
        "expected": meaning_of_expected(view.entries),
        "hours": _("Hours are in {zone}.").format(zone=zone_words(one_zone)) if one_zone else "",
        "weekdays": tuple(_(day) for day in WEEKDAYS),
        "weeks": weeks_of(view.year, view.month, dated, page, told=not one_zone),
        "loose": tuple(_drawn(one, page, told=True) for one in loose),
        "before": _beside(view.before, page),
        "after": _beside(view.after, page),
        "calendar": addresses.relative(addresses.CALENDAR, page),
        "subscribe": addresses.relative(addresses.SUBSCRIBE, page),
        **short_foot(page, settings, forms=ALL_FORMS),
    }
    outline = (Heading(2, WITHOUT_DAY, _("Without a known day")),) if loose else ()
    about = _("The calls of {month}, day by day. {counts}")
    return Page(
        path=page,
        section=SECTION,
        title=title,
        description=description(about.format(month=values["month"], counts=says)),
        outline=outline,
        body=fill("calendar_month.html", values),
        head=LIST_HEAD,
    )


def counts_sentence(entries: Sequence[Entry]) -> str:
    """Say how many calls stand on a day, and how many of them have no record: `5 calls, 2 of them without a record.`"""
    calls = counted_on(entries)
    bare = sum(one.standing is Standing.EXPECTED for one in entries)
    if not bare:
        return _("{calls}.").format(calls=counted_calls(calls))
    if bare == calls:
        said = ngettext(
            "{n} call expected, without a record.", "{n} calls expected, without a record.", calls
        )
        return said.format(n=number(calls))
    said = ngettext(
        "{calls}, {n} of them expected and without a record.",
        "{calls}, {n} of them expected and without a record.",
        bare,
    )
    return said.format(calls=counted_calls(calls), n=number(bare))


def weeks_of(
    year: int, month: int, entries: Iterable[Entry], page: str, told: bool
) -> tuple[Week, ...]:
    """Give the weeks of a month from Monday, each day with what stands on it.

    `told` says whether each hour is told with its zone.
    """
    days: dict[int, list[Entry]] = {}
    for one in entries:
        days.setdefault(one.date.day, []).append(one)
    return tuple(
        Week(
            tuple(
                _drawn_day(datetime.date(year, month, day), days.get(day, ()), page, told)
                if day
                else None
                for day in week
            ),
            free=not any(day in days for day in week),
        )
        for week in calendar.Calendar(calendar.MONDAY).monthdayscalendar(year, month)
    )


def _drawn_day(day: datetime.date, entries: Sequence[Entry], page: str, told: bool) -> DrawnDay:
    # What has no hour stands before what has one.
    ordered = sorted(entries, key=lambda one: one.start is not None)
    drawn = tuple(_drawn(one, page, told) for one in ordered)
    return DrawnDay(day.day, day.isoformat(), _(WEEKDAYS[day.weekday()]), drawn)


def _drawn(one: Entry, page: str, told: bool) -> DrawnEntry:
    return DrawnEntry(
        href=addresses.relative(one.path, page),
        title=one.title,
        hour=_hour(one, told),
        off=one.standing in (Standing.SKIPPED, Standing.LEFT) or "cancelled" in one.keys,
        says=tuple(_says(one)),
    )


def _hour(one: Entry, told: bool) -> Markup:
    """Give a wall time with its instant for machines, and with its zone where that is `told`."""
    if one.start is None:
        return Markup("")
    # Only figures are put together here, which is several times as fast as filling in a form.
    time = Markup(f"<strong>{clock(one.start)}</strong>")
    if one.starts_at:
        time = Markup(f'<time datetime="{one.starts_at:%Y-%m-%dT%H:%MZ}">{time}</time>')
    return _in_zone(one.zone, language()).replace(_TIME, time) if told else time


@functools.lru_cache(maxsize=256)
def _in_zone(zone: str, told_in: str) -> Markup:
    """Give the words for a time in a zone, with a mark where the time goes."""
    return escape(_("{time} {zone}").format(time=_TIME, zone=zone_words(zone)))


def _says(one: Entry) -> Iterator[str]:
    """Say the state of what stands on a day in few words."""
    match one.standing:
        case Standing.EXPECTED:
            yield _(NO_RECORD)
        case Standing.SKIPPED:
            yield _("No call: {reason}").format(reason=one.reason) if one.reason else _("No call")
        case Standing.LEFT if one.moved_to:
            yield _("Moved to {day}").format(day=loose_day(one.moved_to))
        case _:
            yield from _call_says(one)


def _call_says(one: Entry) -> Iterator[str]:
    for key in one.keys:
        if key not in _NO_WORD | {"moved"}:
            yield _state_said(key, one.reason)
    if one.moved_from:
        yield _moved(one)
    if one.start is None and "withheld" not in one.keys and one.date.day:
        yield _("Hour not known")


def _state_said(key: str, reason: str) -> str:
    """Say a state, and the reason of one that is cancelled."""
    if key == "cancelled" and reason:
        return _("Cancelled: {reason}").format(reason=reason)
    return CHIPS[key].word


def _moved(one: Entry) -> str:
    """Say what day a call was last moved from, or what hour where the day stayed."""
    earlier = one.moved_from[-1]
    same_day = earlier.date() == one.date.exact
    return _("Moved from {time}").format(
        time=clock(earlier) if same_day else short_day(earlier.date())
    )


def _beside(month: YearMonth | None, page: str) -> tuple[str, str]:
    """Give the link to a month: its address and its words, both empty where there is none."""
    if month is None:
        return "", ""
    return addresses.relative(addresses.calendar_month(*month), page), month_of_year(*month)
