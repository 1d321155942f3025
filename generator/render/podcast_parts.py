"""How a long podcast is parted, after RFC 5005: the newest episodes in the feed itself, older ones in parts.

Parts are counted from the oldest and are full, so that one that is finished stays as it is while newer calls come.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator import addresses
from generator.render.podcast_items import Item

A_PART = 50
"""Episodes of a part; the feed itself has so many or up to twice as many, less one."""


class Part(NamedTuple):
    """A file of a podcast: its address, its links to others by their relation, and its episodes, the newest first."""

    path: str
    links: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]


def parts_of(items: Sequence[Item], series: str = "") -> Iterator[Part]:
    """Give the feed of episodes, which come with the oldest first, and then its parts, the newest of them first."""
    older = max(len(items) // A_PART - 1, 0)
    for number in (0, *range(older, 0, -1)):
        start = (number - 1) * A_PART if number else older * A_PART
        end = number * A_PART if number else len(items)
        path = addresses.podcast_feed(series, number)
        links = tuple(_links(number, older, series)) if older else ()
        yield Part(path, links, tuple(reversed(items[start:end])))


def _links(number: int, older: int, series: str) -> Iterator[tuple[str, str]]:
    """Give the links of RFC 5005, section 3, of a part, or of the feed itself (0)."""
    yield "first", addresses.podcast_feed(series)
    if number:
        yield "previous", addresses.podcast_feed(series, (number + 1) % (older + 1))
    if number != 1:
        yield "next", addresses.podcast_feed(series, number - 1 if number else older)
    yield "last", addresses.podcast_feed(series, 1)
