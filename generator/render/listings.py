"""The lists that hand-written pages hold: what each is made of, and how it is drawn.

Making one is a function of the archive and needs no page; drawing it writes addresses as seen from the page.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import AnyCall, LooseDate, PublicArchive, PublicCall, Status
from generator.render.calendar_entries import TAKES_PLACE, Entry
from generator.render.call_when import LOCAL_TIME
from generator.render.coming_calls import ahead_of, cut, drawn_coming
from generator.render.committees import Committee, committees_of, drawn_committees
from generator.render.decision_register import newest_first, outcomes_in
from generator.render.decision_words import STANDINGS, word_of
from generator.render.drawings import DRAWINGS, draw
from generator.render.environment import fill
from generator.render.home_listings import (
    Holdings,
    drawn_feeds,
    drawn_numbers,
    drawn_ways,
    holdings_of,
)
from generator.render.improving import ADD_NOTES
from generator.render.names import Names, names_of
from generator.render.once import once
from generator.render.requesting import Asking, asking_of, drawn_request
from generator.render.rows import Row, by_year, drawn, icons_for, icons_of, is_upcoming, rows_of
from generator.render.states import minutes_are_missing
from generator.render.statistics_page import archive_timeline
from generator.render.timeline import Timeline
from generator.render.timeline_drawing import drawn_timeline
from generator.render.words import loose_day, short_day
from generator.settings import Settings
from generator.wording import counted


@dataclass(frozen=True, slots=True)
class Decision:
    """Something a call decided.

    `path` is its place in the call's page; `hue`, `icon` and `word` are those of its chip in the register.
    """

    text: str
    hue: str
    icon: str
    word: str
    path: str
    call: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of a page: its name and what it shows.

    `left_out` is how many more there are, of calls to come those up to the day `until`.
    `ended` are the months of the last call held and of the last on record.
    """

    name: str
    rows: tuple[Row, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    decisions: tuple[Decision, ...] = ()
    committees: tuple[Committee, ...] = ()
    coming: tuple[Entry, ...] = ()
    until: datetime.date | None = None
    holdings: Holdings | None = None
    timeline: Timeline | None = None
    asking: Asking | None = None
    ended: tuple[LooseDate, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Material:
    """What listings are made from, gathered once for all pages."""

    archive: PublicArchive
    names: Names
    settings: Settings


def material_of(archive: PublicArchive, settings: Settings) -> Material:
    """Gather what listings are made from, in linear time."""
    return Material(archive, names_of(archive), settings)


def make_listing(name: str, limit: int, material: Material) -> Listing:
    """Make a listing; `limit` is the most rows it shows, 0 for all. An unknown name is a bug and raises."""
    return MAKERS[name](material, limit)


def draw_listing(listing: Listing, page: str, settings: Settings) -> str:
    """Give a listing as safe HTML for a page."""
    if listing.name in DRAWINGS:
        return draw(listing.name)
    if listing.asking:
        return fill("listing_request.html", drawn_request(listing.asking, page, settings))
    values = {
        "rows": drawn(listing.rows, page),
        "years": _drawn_years(listing.years, page),
        "decisions": _drawn_decisions(listing.decisions, page),
        "committees": drawn_committees(listing.committees, page),
        "coming": drawn_coming(listing.coming, page),
        "local_time": addresses.relative(LOCAL_TIME, page),
        "ways": drawn_ways(listing.holdings, page) if listing.holdings else (),
        "numbers": drawn_numbers(listing.holdings, page) if listing.holdings else (),
        "feeds": drawn_feeds(page, settings) if listing.name == "subscribe" else (),
        "timeline": drawn_timeline(listing.timeline, page) if listing.timeline else None,
        "until": short_day(listing.until) if listing.until else "",
        "left_out": counted("{n} more", "{n} more", listing.left_out) if listing.left_out else "",
        "add": ADD_NOTES,
        "calls": addresses.relative(addresses.CALLS, page),
        "calendar": addresses.relative(addresses.CALENDAR, page),
        "calendars": addresses.relative(addresses.SUBSCRIBE, page),
        "register": addresses.relative(addresses.DECISIONS, page),
        "gaps": addresses.relative(addresses.GAPS, page),
        "groups": addresses.relative(addresses.GROUPS, page),
        "search": addresses.relative(addresses.SEARCH, page),
        "statistics": addresses.relative(addresses.STATISTICS, page),
        "ended": tuple(loose_day(month) for month in listing.ended),
        "closed": settings.state == "closed",
        "notice": settings.notice,
    }
    return fill(f"listing_{listing.name}.html", values)


def _upcoming(material: Material, limit: int) -> Listing:
    settings, calls = material.settings, material.archive.calls
    if settings.state == "closed":
        return Listing("upcoming", ended=_ended(calls))
    ahead = ahead_of(material.archive, settings)
    many = sum(one.standing in TAKES_PLACE for one in ahead.entries)
    shown = min(limit, many) if limit else many
    coming = cut(ahead.entries, shown)
    until = ahead.until if shown < many else None
    return Listing("upcoming", coming=coming, until=until, left_out=many - shown)


def _ended(calls: Sequence[AnyCall]) -> tuple[LooseDate, ...]:
    """Give the month of the last call known to have been held, and that of a later one on record."""
    held = [c for c in calls if isinstance(c, PublicCall) and c.status is Status.HELD]
    months = [LooseDate(call.date.year, call.date.month) for call in (*held[-1:], *calls[-1:])]
    return tuple(dict.fromkeys(months)) if held else ()


def _recent(material: Material, limit: int) -> Listing:
    today = material.settings.today
    past = [c for c in reversed(material.archive.calls) if not _is_ahead(c, today)]
    return _calls("recent", past, limit, material)


def _is_ahead(call: AnyCall, today: datetime.date) -> bool:
    """Tell whether the first day a call can have is still to come, or it is yet to be held."""
    return call.date.first_day() > today or is_upcoming(call, today)


def _notes(material: Material, limit: int) -> Listing:
    held = [
        call
        for call in reversed(material.archive.calls)
        if isinstance(call, PublicCall) and call.notes
    ]
    return _calls("notes", held, limit, material)


def _gaps(material: Material, limit: int) -> Listing:
    missing = [
        call
        for call in reversed(material.archive.calls)
        if isinstance(call, PublicCall) and minutes_are_missing(call)
    ]
    return _calls("gaps", missing, limit, material)


def _calls(name: str, calls: Sequence[AnyCall], limit: int, material: Material) -> Listing:
    shown = calls[:limit] if limit else calls
    rows = rows_of(shown, material.archive, material.settings.today)
    return Listing(name, rows=rows, left_out=len(calls) - len(shown))


def _years(material: Material, limit: int) -> Listing:
    years = [(year, len(calls)) for year, calls in by_year(material.archive.calls).items()]
    shown = years[-limit:] if limit else years
    return Listing("years", years=tuple(shown), left_out=len(years) - len(shown))


def _held(name: str) -> Callable[[Material, int], Listing]:
    return lambda material, limit: Listing(
        name, holdings=once(material.archive, holdings_of, material.settings)
    )


def _timeline(material: Material, limit: int) -> Listing:
    return Listing("timeline", timeline=once(material.archive, archive_timeline))


def _request(material: Material, limit: int) -> Listing:
    return Listing("request", asking=asking_of(material.archive, material.settings))


def _decisions(material: Material, limit: int) -> Listing:
    found = [
        Decision(
            text=one.text,
            hue=STANDINGS[one.standing].hue,
            icon=STANDINGS[one.standing].icon,
            word=word_of(one),
            path=one.place,
            call=one.call.title,
        )
        for one in newest_first(outcomes_in(material.archive))
        if one.is_decided
    ]
    shown = found[:limit] if limit else found
    return Listing("decisions", decisions=tuple(shown), left_out=len(found) - len(shown))


def _committees(material: Material, limit: int) -> Listing:
    found = committees_of(material.archive, material.names)
    shown = found[:limit] if limit else found
    return Listing("committees", committees=shown, left_out=len(found) - len(shown))


def _plain(name: str) -> Callable[[Material, int], Listing]:
    return lambda material, limit: Listing(name)


def icons_of_listings(listings: Sequence[Listing]) -> tuple[str, ...]:
    """Give the names of the drawings that the chips of listings need, sorted."""
    coming = icons_for(key for listing in listings for one in listing.coming for key in one.keys)
    calls = icons_of(row for listing in listings for row in listing.rows)
    decisions = (each.icon for listing in listings for each in listing.decisions)
    return tuple(sorted({*coming, *calls, *decisions}))


MAKERS: Mapping[str, Callable[[Material, int], Listing]] = {
    "notice": _plain("notice"),
    "search": _plain("search"),
    "subscribe": _plain("subscribe"),
    "ways": _held("ways"),
    "upcoming": _upcoming,
    "recent": _recent,
    "years": _years,
    "numbers": _held("numbers"),
    "notes": _notes,
    "timeline": _timeline,
    "gaps": _gaps,
    "request": _request,
    "decisions": _decisions,
    "committees": _committees,
    **{name: _plain(name) for name in DRAWINGS},
}
"""How each listing of `generator.listings` is made."""


def _drawn_years(years: tuple[tuple[int, int], ...], page: str) -> tuple[tuple[str, int, str], ...]:
    return tuple(
        (
            addresses.relative(addresses.year_page(year), page),
            year,
            counted("{n} call", "{n} calls", count),
        )
        for year, count in years
    )


def _drawn_decisions(
    decisions: tuple[Decision, ...], page: str
) -> tuple[tuple[str, str, tuple[str, str, str], str], ...]:
    return tuple(
        (
            addresses.relative(each.path, page),
            each.text,
            (each.hue, each.icon, each.word),
            each.call,
        )
        for each in decisions
    )
