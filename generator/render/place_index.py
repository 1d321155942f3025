"""The index of places by country and state, with counts; a long one leads to a page for every state or country.

A state or country of too many places is parted by the letters with which their names begin.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import addresses
from generator.render import gazetteer
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.list_tools import name_tools
from generator.render.names import Target
from generator.render.output import Draft, Heading, Page
from generator.render.place_names import country_words, fold, state_words
from generator.render.place_regions import (
    OTHER,
    CountryListed,
    PlaceListed,
    Region,
    countries_of,
    letter_of,
    region_anchor,
    region_path,
)
from generator.render.place_register import PlaceRecord
from generator.render.record_foot import short_foot
from generator.render.record_pages import Entry, entry
from generator.render.rows import ROWS_LIMIT
from generator.render.schema_org import LIST_HEAD
from generator.render.words import counted_calls, description
from generator.settings import Settings
from generator.wording import _, counted, ngettext

INDEX = addresses.PLACES


@dataclass(frozen=True, slots=True)
class IndexView:
    """What the index shows: countries in the order of their codes, and the number of all places."""

    number: int
    countries: tuple[CountryListed, ...]


@dataclass(frozen=True, slots=True)
class RegionView:
    """A page of the places of one region, or of those that begin with one letter; `letters` lead to such pages."""

    region: Region
    letter: str = ""
    letters: tuple[tuple[str, int], ...] = ()


def index_drafts(places: tuple[PlaceRecord, ...]) -> Iterator[Draft]:
    """Give the index of places, and of a long one the pages of its regions."""
    countries = tuple(countries_of(places))
    is_long = len(places) >= ROWS_LIMIT
    if not is_long:
        yield Draft(INDEX, places_page, IndexView(len(places), countries))
        return
    brief = tuple(
        CountryListed(
            each.country,
            each.calls,
            tuple(replace(region, places=()) for region in each.regions),
        )
        for each in countries
    )
    yield Draft(INDEX, places_page, IndexView(len(places), brief))
    for country in countries:
        for region in country.regions:
            yield from _region_drafts(region)


def _region_drafts(region: Region) -> Iterator[Draft]:
    page = region_path(region)
    if len(region.places) < ROWS_LIMIT:
        yield Draft(page, region_page, RegionView(region))
        return
    letters: dict[str, list[PlaceListed]] = {}
    for place in region.places:
        letters.setdefault(letter_of(place), []).append(place)
    brief = replace(region, places=())
    counts = tuple((letter, len(letters[letter])) for letter in sorted(letters))
    yield Draft(page, region_page, RegionView(brief, letters=counts))
    for letter in sorted(letters):
        part = replace(region, calls=0, number=len(letters[letter]), places=tuple(letters[letter]))
        yield Draft(region_path(region, letter), region_page, RegionView(part, letter))


class PlacePart(NamedTuple):
    """A country or state as templates draw it: its heading, which may be a link, its places, and its states."""

    level: int
    heading: str
    href: str
    anchor: str
    counted: str
    calls: int
    entries: tuple[Entry, ...]
    parts: tuple["PlacePart", ...] = ()


def places_page(view: IndexView, settings: Settings) -> Page:
    """Make the index of places."""
    parts = tuple(
        sorted(
            (_country_part(each) for each in view.countries),
            key=lambda part: (part.anchor == region_anchor(""), fold(part.heading)),
        )
    )
    lead = counted(
        "{n} place that records of calls, groups or gatherings name.",
        "{n} places that records of calls, groups or gatherings name.",
        view.number,
    )
    values = {
        "title": _("Places"),
        "lead": lead,
        "parts": parts,
        "tools": name_tools(_shown(view.number), _drawn_entries(parts), INDEX),
        "above": (),
        "letters": (),
        **short_foot(INDEX, settings, forms=ALL_FORMS),
    }
    return Page(
        path=INDEX,
        section=INDEX,
        title=_("Places"),
        description=description(
            _("Places of {site}. {lead}").format(site=settings.site_name, lead=lead)
        ),
        outline=tuple(
            Heading(each.level, each.anchor, each.heading)
            for part in parts
            for each in (part, *part.parts)
            if each.heading
        ),
        body=fill("places.html", values),
        head=LIST_HEAD,
    )


def _shown(number: int) -> str:
    return ngettext("{shown} of {n} place shown", "{shown} of {n} places shown", number)


def _drawn_entries(parts: Iterable[PlacePart]) -> int:
    return sum(len(part.entries) + _drawn_entries(part.parts) for part in parts)


def _country_part(listed: CountryListed) -> PlacePart:
    """Give a country: first what lies in none of its states, then its states by name."""
    own = [region for region in listed.regions if not region.state]
    states = (_state_part(region) for region in listed.regions if region.state)
    href = ""
    if own and not own[0].places:
        href = addresses.relative(region_path(own[0]), INDEX)
    return PlacePart(
        level=2,
        heading=_region_words(listed.country, ""),
        href=href,
        anchor=region_anchor(listed.country),
        counted=_counts(listed.calls, sum(region.number for region in listed.regions)),
        calls=listed.calls,
        entries=_entries(own[0], INDEX) if own else (),
        parts=tuple(sorted(states, key=lambda part: fold(part.heading))),
    )


def _state_part(region: Region) -> PlacePart:
    return PlacePart(
        level=3,
        heading=_region_words(region.country, region.state),
        href="" if region.places else addresses.relative(region_path(region), INDEX),
        anchor=region_anchor(region.country, region.state),
        counted=_counts(region.calls, region.number),
        calls=region.calls,
        entries=_entries(region, INDEX),
    )


def _counts(calls: int, places: int) -> str:
    found = counted("{n} place", "{n} places", places)
    if not calls:
        return found
    return _("{calls}, {places}").format(calls=counted_calls(calls), places=found)


def _region_words(country: str, state: str) -> str:
    if not country:
        return _("Other places")
    return state_words(country, state) if state else country_words(country)


def _entries(region: Region, page: str) -> tuple[Entry, ...]:
    """Give the places of a region by name, what names no town of it first."""
    whole = _whole(region)
    in_order = sorted(region.places, key=lambda one: fold(one.town))
    return tuple(
        entry(Target(one.town or whole, one.page), page, _says(one), one.calls) for one in in_order
    )


def _whole(region: Region) -> str:
    """Name what a record says of a region without a town."""
    if region.country == gazetteer.UNITED_STATES and not region.state:
        return _("No town or state named")
    if region.country == gazetteer.CANADA and not region.state:
        return _("No town or province named")
    return _("No town named")


def _says(listed: PlaceListed) -> tuple[str, ...]:
    """Say of a place what it is besides one that took part in calls."""
    groups = counted("home of {n} group", "home of {n} groups", listed.groups)
    hosted = counted(
        "its groups: host of {n} call", "its groups: hosts of {n} calls", listed.hosted
    )
    hubs = counted(
        "place of {n} gathering or campaign", "place of {n} gatherings or campaigns", listed.hubs
    )
    counts = ((listed.groups, groups), (listed.hosted, hosted), (listed.hubs, hubs))
    return tuple(words for number, words in counts if number)


def region_page(view: RegionView, settings: Settings) -> Page:
    """Make the page of a state, of what of a country lies in none, or of its places that begin with one letter."""
    region = view.region
    page = region_path(region, view.letter)
    title = _region_words(region.country, region.state)
    if view.letter:
        letter = _("other letters") if view.letter == OTHER else view.letter.upper()
        title = _("{region}: {letter}").format(region=title, letter=letter)
    entries = _entries(region, page)
    lead = _counts(region.calls, region.number)
    letters = tuple(
        (
            addresses.relative(region_path(region, letter), page),
            _("Other letters") if letter == OTHER else letter.upper(),
            counted("{n} place", "{n} places", number),
        )
        for letter, number in view.letters
    )
    parts = (PlacePart(2, "", "", "", "", region.calls, entries),) if entries else ()
    values = {
        "title": title,
        "lead": f"{lead}.",
        "parts": parts,
        "tools": name_tools(_shown(len(entries)), len(entries), page),
        "above": ((addresses.relative(INDEX, page), _("Places")),),
        "letters": letters,
        **short_foot(page, settings, forms=ALL_FORMS),
    }
    return Page(
        path=page,
        section=INDEX,
        title=title,
        description=description(
            _("Places of {site} in {region}. {lead}.").format(
                site=settings.site_name, region=title, lead=lead
            )
        ),
        outline=(),
        body=fill("places.html", values),
        head=LIST_HEAD,
    )
