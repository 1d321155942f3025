"""Lists the builders that ours is compared with, and says which of them are installed here."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.bench.peers import eleventy, hugo_site, material, zensical_site
from generator.bench.peers.peer import Absent, Peer

_FINDERS: dict[str, Callable[[], Peer | Absent]] = {
    "mkdocs": material.find,
    "mkdocs-search": material.find_searched,
    "zensical": zensical_site.find,
    "hugo": hugo_site.find,
    "eleventy": eleventy.find,
}
NAMES = tuple(_FINDERS)


def found(
    names: Sequence[str], cold_only: Sequence[str] = ()
) -> tuple[tuple[Peer, ...], tuple[Absent, ...]]:
    """Give the builders of some names that are installed here, and those that are not.

    Those of `cold_only` are asked for builds from nothing alone.
    """
    every = [_FINDERS[name]() for name in NAMES if name in names]
    peers = [one for one in every if isinstance(one, Peer)]
    return (
        tuple(replace(one, edits=()) if one.name in cold_only else one for one in peers),
        tuple(one for one in every if isinstance(one, Absent)),
    )
