"""Lists the builders that ours is compared with, and says which of them are installed here."""

from collections.abc import Callable, Sequence

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


def found(names: Sequence[str]) -> tuple[tuple[Peer, ...], tuple[Absent, ...]]:
    """Give the builders of some names that are installed here, and those that are not."""
    every = [_FINDERS[name]() for name in NAMES if name in names]
    return (
        tuple(one for one in every if isinstance(one, Peer)),
        tuple(one for one in every if isinstance(one, Absent)),
    )
