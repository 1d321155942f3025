"""The calendar's page: what is coming, or when the calls ended, the months with calls, and what to subscribe to.

The months, the feeds and the page of all feeds are made elsewhere.
"""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall, Status
from generator.render.calendar_entries import (
    Entry,
    Standing,
    by_month,
    counted_on,
    entries_of,
)
from generator.render.call_when import LOCAL_TIME
from generator.render.clock_notices import (
    ANNOUNCED_LIMIT,
    Announced,
    announced_in,
    announcement,
)
from generator.render.coming_calls import ahead_of, drawn_days, meaning_of_expected
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.months import month_alone, month_of_year
from generator.render.names import NOWHERE, Link, Target, call_target, link
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import short_foot
from generator.render.rows import icons_for
from generator.render.schema_org import LIST_HEAD
from generator.render.subscribing import webcal
from generator.render.words import counted_calls, description, short_day
from generator.settings import Settings
from generator.wording import _, counted, ngettext, number

PAGE = addresses.CALENDAR
NEXT = "next-calls"
CLOCKS = "clock-changes"
MONTHS = "months"
SUBSCRIBE = "subscribe"


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What the calendar's page needs.

    `last` is the last call held. `coming` is what is coming until the day `until`, and `later` counts what comes after;
    `today` is the day that this is told of, nothing in a closed archive. `clocks` are what clock changes move,
    and `more_clocks` counts the series of which this page does not tell it.
    `months` are year, month and number of calls, `expected` how many of all are dates without a record; `undated`
    counts the calls whose day is not known.
    """

    last: Target
    coming: tuple[Entry, ...]
    today: datetime.date | None
    until: datetime.date | None
    later: int
    clocks: tuple[Announced, ...]
    more_clocks: int
    months: tuple[tuple[int, int, int], ...]
    expected: int
    undated: int


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the calendar's page; a closed archive announces nothing."""
    last = NOWHERE
    for call in archive.calls:
        if isinstance(call, PublicCall) and call.status is Status.HELD and call.date.day:
            last = call_target(call)
    entries = entries_of(archive, settings)
    ahead = ahead_of(archive, settings)
    clocks = announced_in(archive, settings)
    closed = settings.state == "closed"
    view = CalendarView(
        last=last,
        coming=() if closed else ahead.entries,
        today=None if closed else settings.today,
        until=None if closed else ahead.until,
        later=0 if closed else ahead.later,
        clocks=clocks[:ANNOUNCED_LIMIT],
        more_clocks=max(0, len(clocks) - ANNOUNCED_LIMIT),
        months=tuple((*month, counted_on(found)) for month, found in by_month(entries).items()),
        expected=sum(one.standing is Standing.EXPECTED for one in entries),
        undated=sum(not call.date.day for call in archive.calls),
    )
    yield Draft(PAGE, calendar_page, view)


def calendar_page(view: CalendarView, settings: Settings) -> Page:
    """Make the calendar's page."""
    closed = settings.state == "closed"
    parts = drawn_days(view.coming, view.today, PAGE)
    values = {
        "closed": closed,
        "last": link(view.last, PAGE),
        "parts": parts,
        "expected": meaning_of_expected(view.coming),
        "reach": _reach(view),
        "clocks": _drawn_clocks(view.clocks),
        "more_clocks": _more_clocks(view.more_clocks),
        "years": _drawn_years(view.months),
        "counted_in": _counted_in(view.expected),
        "icons": icons_for(key for one in view.coming for key in one.keys),
        "local_time": addresses.relative(LOCAL_TIME, PAGE),
        "feed": addresses.relative(addresses.CALENDAR_FILE, PAGE),
        "webcal": webcal(addresses.CALENDAR_FILE, settings),
        "address": f"{settings.site_url}{addresses.CALENDAR_FILE}",
        "feeds": addresses.relative(addresses.SUBSCRIBE, PAGE),
        "undated": _undated(view.undated),
        **short_foot(PAGE, settings, forms=ALL_FORMS),
    }
    words = (
        _("The calls of this archive have ended; all of them, as one calendar file.")
        if closed
        else _("The next calls, and a calendar to subscribe to.")
    )
    next_calls = () if closed else (Heading(2, NEXT, _("Next calls")),)
    clocks = (Heading(2, CLOCKS, _("Clock changes")),) if view.clocks else ()
    months = (Heading(2, MONTHS, _("By month")),) if view.months else ()
    feed = Heading(2, SUBSCRIBE, _("The calendar file") if closed else _("Subscribe"))
    return Page(
        path=PAGE,
        section=PAGE,
        title=_("Calendar"),
        description=description(words),
        outline=(
            *next_calls,
            *(Heading(3, part.anchor, part.heading) for part in parts),
            *clocks,
            *months,
            feed,
        ),
        body=fill("calendar.html", values),
        head=LIST_HEAD,
    )


def _reach(view: CalendarView) -> str:
    """Say how far the list of what is coming goes; empty where there is none."""
    if not view.coming or view.until is None:
        return ""
    day = short_day(view.until)
    if not view.later:
        return _("This list goes to {day}, and no later call is known.").format(day=day)
    said = ngettext(
        "This list goes to {day}. {n} later call stands on the page of its month.",
        "This list goes to {day}. {n} later calls stand on the pages of their months.",
        view.later,
    )
    return said.format(day=day, n=number(view.later))


def _counted_in(expected: int) -> str:
    """Say how many of the calls counted by month are dates without a record; empty where there are none."""
    if not expected:
        return ""
    return counted(
        "{n} date on which a call is or was expected is counted too, though no record here tells of it.",
        "{n} dates on which a call is or was expected are counted too, though no record here tells of them.",
        expected,
    )


def _drawn_clocks(announced: tuple[Announced, ...]) -> tuple[tuple[Link, tuple[str, ...]], ...]:
    """Give each series whose hour clock changes move for listeners elsewhere, with what is said of it."""
    return tuple(
        (link(one.series, PAGE), tuple(announcement(notice) for notice in one.notices))
        for one in announced
    )


def _more_clocks(count: int) -> str:
    """Say how many series more announce a clock change; empty where there are none."""
    if not count:
        return ""
    return counted(
        "{n} more series says so on its own page.",
        "{n} more series say so on their own pages.",
        count,
    )


def _drawn_years(
    months: tuple[tuple[int, int, int], ...],
) -> tuple[tuple[int, str, tuple[tuple[str, ...], ...]], ...]:
    """Give the years, the newest first, each with its count and its months: address, words, whole name, count."""
    years: dict[int, list[tuple[str, ...]]] = {}
    counts: Counter[int] = Counter()
    for year, month, many in months:
        there = addresses.relative(addresses.calendar_month(year, month), PAGE)
        years.setdefault(year, []).append(
            (there, month_alone(month), month_of_year(year, month), number(many))
        )
        counts[year] += many
    return tuple(
        (year, counted_calls(counts[year]), tuple(years[year]))
        for year in sorted(years, reverse=True)
    )


def _undated(count: int) -> str:
    """Say how many calls cannot be in a calendar; empty where there are none."""
    if not count:
        return ""
    return counted(
        "{n} call whose day is not known is not in it.",
        "{n} calls whose day is not known are not in it.",
        count,
    )
