"""The lists that hand-written pages hold: what each is made of, and how it is drawn.

Making one is a function of the archive and needs no page; drawing it writes addresses as seen from the page.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import addresses
from generator.privacy.public import AnyCall, LooseDate, PublicArchive, PublicCall
from generator.render.call_counts import counts_sentence
from generator.render.committees import Committee, committees_of, drawn_committees
from generator.render.decision_register import newest_first, outcomes_in
from generator.render.decision_words import STANDINGS, word_of
from generator.render.drawings import DRAWINGS, draw
from generator.render.environment import fill
from generator.render.figures import Figures, figures_of
from generator.render.names import Names, names_of
from generator.render.number_tables import number_tables, remarks
from generator.render.rows import Row, by_year, drawn, icons_of, is_coming, is_upcoming, rows_of
from generator.render.states import minutes_are_missing
from generator.render.words import loose_day, plural
from generator.settings import Settings


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

    `left_out` is how many more there are; `last` says when the last call was, and `sentence` how many calls there are.
    """

    name: str
    rows: tuple[Row, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    decisions: tuple[Decision, ...] = ()
    committees: tuple[Committee, ...] = ()
    figures: Figures | None = None
    last: str = ""
    sentence: str = ""
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
    values = {
        "rows": drawn(listing.rows, page),
        "years": _drawn_years(listing.years, page),
        "decisions": _drawn_decisions(listing.decisions, page),
        "committees": drawn_committees(listing.committees, page),
        "sentence": listing.sentence,
        "tables": number_tables(listing.figures) if listing.figures else (),
        "remarks": remarks(listing.figures) if listing.figures else (),
        "left_out": plural(listing.left_out, "more", "more") if listing.left_out else "",
        "calls": addresses.relative("calls/index.html", page),
        "register": addresses.relative("decisions/index.html", page),
        "gaps": addresses.relative("gaps/index.html", page),
        "groups": addresses.relative("groups/index.html", page),
        "last": listing.last,
        "closed": settings.state == "closed",
        "notice": settings.notice,
    }
    return fill(f"listing_{listing.name}.html", values)


def _notice(material: Material, limit: int) -> Listing:
    return Listing("notice")


def _upcoming(material: Material, limit: int) -> Listing:
    today, calls = material.settings.today, material.archive.calls
    ahead = [call for call in calls if is_coming(call, today)]
    last = loose_day(LooseDate(calls[-1].date.year, calls[-1].date.month)) if calls else ""
    return replace(_calls("upcoming", ahead, limit, material), last=last)


def _recent(material: Material, limit: int) -> Listing:
    today = material.settings.today
    past = [c for c in reversed(material.archive.calls) if not _is_ahead(c, today)]
    return _calls("recent", past, limit, material)


def _is_ahead(call: AnyCall, today: datetime.date) -> bool:
    """Tell whether the first day a call can have is still to come, or it is yet to be held."""
    date = call.date
    first = datetime.date(date.year, date.month or 1, date.day or 1)
    return first > today or is_upcoming(call, today)


def _gaps(material: Material, limit: int) -> Listing:
    missing = [
        call
        for call in reversed(material.archive.calls)
        if isinstance(call, PublicCall) and minutes_are_missing(call)
    ]
    return _calls("gaps", missing, limit, material)


def _calls(name: str, calls: Sequence[AnyCall], limit: int, material: Material) -> Listing:
    shown = calls[:limit] if limit else calls
    rows = rows_of(shown, material.names, material.settings.today)
    return Listing(name, rows=rows, left_out=len(calls) - len(shown))


def _years(material: Material, limit: int) -> Listing:
    years = [(year, len(calls)) for year, calls in by_year(material.archive.calls).items()]
    shown = years[-limit:] if limit else years
    return Listing("years", years=tuple(shown), left_out=len(years) - len(shown))


def _numbers(material: Material, limit: int) -> Listing:
    sentence = counts_sentence(material.archive.calls, material.settings.today)
    return Listing("numbers", figures=figures_of(material.archive), sentence=sentence)


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


def _drawing(name: str) -> Callable[[Material, int], Listing]:
    return lambda material, limit: Listing(name)


def icons_of_listings(listings: Sequence[Listing]) -> tuple[str, ...]:
    """Give the names of the drawings that the chips of listings need, sorted."""
    calls = icons_of(row for listing in listings for row in listing.rows)
    decisions = (each.icon for listing in listings for each in listing.decisions)
    return tuple(sorted({*calls, *decisions}))


MAKERS: Mapping[str, Callable[[Material, int], Listing]] = {
    "notice": _notice,
    "upcoming": _upcoming,
    "recent": _recent,
    "years": _years,
    "numbers": _numbers,
    "gaps": _gaps,
    "decisions": _decisions,
    "committees": _committees,
    **{name: _drawing(name) for name in DRAWINGS},
}
"""How each listing of `generator.listings` is made."""


def _drawn_years(years: tuple[tuple[int, int], ...], page: str) -> tuple[tuple[str, int, str], ...]:
    return tuple(
        (addresses.relative(addresses.year_page(year), page), year, plural(count, "call"))
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
