"""Places parted by country and state, and within one by the letters with which they begin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.render.place_names import fold
from generator.render.place_register import PlaceRecord

OTHER = "other"
"""Stands in addresses for what fits no country, and for letters that are not plain Latin ones."""


@dataclass(frozen=True, slots=True)
class PlaceListed:
    """A place in the index: its page, its name within its state, and how many calls, groups and gatherings it has."""

    page: str
    town: str
    calls: int
    hosted: int
    groups: int
    hubs: int


@dataclass(frozen=True, slots=True)
class Region:
    """A state, or what of a country lies in none: its places, and how many calls had one of them.

    `country` is empty for places that fit no country; `number` counts its places, of which a long index has none.
    """

    country: str
    state: str
    calls: int
    number: int
    places: tuple[PlaceListed, ...]


@dataclass(frozen=True, slots=True)
class CountryListed:
    """A country with its regions, and how many calls had a place in it."""

    country: str
    calls: int
    regions: tuple[Region, ...]


def region_anchor(country: str, state: str = "") -> str:
    """Give the name of a country or state in the index, and of its page in a long one."""
    return f"in-{'-'.join(each for each in (country or OTHER, state.lower()) if each)}"


def countries_of(places: Iterable[PlaceRecord]) -> Iterator[CountryListed]:
    """Part places by country and state, those that fit none last; in one walk over them."""
    parts: dict[str, dict[str, list[PlaceRecord]]] = {}
    for place in places:
        states = parts.setdefault(place.name.country, {})
        states.setdefault(place.name.state, []).append(place)
    for country in sorted(parts, key=lambda one: (not one, one)):
        regions = tuple(
            _region(country, state, parts[country][state]) for state in sorted(parts[country])
        )
        every = [place for found in parts[country].values() for place in found]
        yield CountryListed(country, _calls(every), regions)


def _region(country: str, state: str, places: Sequence[PlaceRecord]) -> Region:
    listed = tuple(
        PlaceListed(
            page=addresses.place_page(place.name.name),
            town=place.name.town if country else place.words,
            calls=len(place.took_part),
            hosted=len(place.hosted),
            groups=len(place.groups),
            hubs=len(place.hubs),
        )
        for place in places
    )
    return Region(country, state, _calls(places), len(listed), listed)


def _calls(places: Iterable[PlaceRecord]) -> int:
    """Count the calls in which any of some places took part, each once."""
    return len({call for place in places for call in place.took_part})


def letter_of(place: PlaceListed) -> str:
    """Give the plain Latin letter that a place begins with, or `other`."""
    first = fold(place.town)[:1]
    return first if first.isascii() and first.isalpha() else OTHER


def region_path(region: Region, letter: str = "") -> str:
    """Give the address of the places of a region, or of those of one letter, in an archive of many places."""
    return addresses.place_page(
        "-".join(each for each in (region_anchor(region.country, region.state), letter) if each)
    )
