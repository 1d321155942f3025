"""The places of a call on its page: the first few stand open, the rest is folded away by state and country."""

from markupsafe import Markup

from generator.render.environment import fill
from generator.render.names import Link, link
from generator.render.place_names import (
    PlaceName,
    country_words,
    place_target,
    read_place,
    state_words,
)
from generator.wording import _, counted

PLACES_SHOWN = 8
"""Places that stand open; the rest is folded away."""
MOST_IN_A_ROW = 24
"""More folded places than this are parted by state and country, where one looks for a town."""

Part = tuple[str, tuple[Link, ...]]
"""Folded places of one state or country: its name (empty: not parted), and the places."""


def open_places(places: tuple[str, ...], page: str) -> Markup:
    """Draw the places that stand open, each with a way to its page."""
    return _drawn((("", _links(places[:PLACES_SHOWN], page)),))


def folded_places(places: tuple[str, ...], page: str) -> tuple[str, Markup] | None:
    """Draw the other places, with the words that they are folded behind; nothing where there are none."""
    more = places[PLACES_SHOWN:]
    if not more:
        return None
    if len(more) <= MOST_IN_A_ROW:
        return counted("{n} more", "{n} more", len(more)), _drawn((("", _links(more, page)),))
    words = counted("{n} more, by state and country", "{n} more, by state and country", len(more))
    return words, _drawn(parted(more, page))


def parted(places: tuple[str, ...], page: str) -> tuple[Part, ...]:
    """Part places by state and country in the order of their names; those that tell neither come last."""
    parts: dict[str, list[tuple[str, Link]]] = {}
    for words in places:
        place = read_place(words)
        where = _where(place)
        href, whole = link(place_target(words), page)
        shown = place.town if where and place.town else whole
        parts.setdefault(where, []).append((place.key, (href, shown)))
    names = sorted(parts, key=lambda where: (not where, where.casefold()))
    return tuple(
        (
            where or _("State or country not told"),
            tuple(each for _key, each in sorted(parts[where])),
        )
        for where in names
    )


def _where(place: PlaceName) -> str:
    if place.state:
        return state_words(place.country, place.state)
    return country_words(place.country) if place.country else ""


def _links(places: tuple[str, ...], page: str) -> tuple[Link, ...]:
    return tuple(link(place_target(words), page) for words in places)


def _drawn(parts: tuple[Part, ...]) -> Markup:
    return Markup(fill("call_places.html", {"parts": parts}).strip())
