"""Which places there are in an archive: those that took part in calls, and homes of groups and of gatherings.

A place is what the gate gives of it. Of a call with few people that is its state or country, so that the homes of its
hosts are not laid beside it here either.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.privacy.public import PublicArchive, PublicCall, Status
from generator.render.once import once
from generator.render.place_names import PlaceName, read_place


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place: its name, its most usual spelling and the others, and by id what is known to be of it.

    `took_part` are calls in which it took part, `hosted` further ones that a group of it hosted, each in the order of
    the archive; `unheld` counts those of `took_part` that are not known to have been held.
    `is_coarse` says that some calls name no town because few people took part in them.
    """

    name: PlaceName
    words: str
    other_words: tuple[str, ...]
    took_part: tuple[str, ...]
    hosted: tuple[str, ...]
    unheld: int
    groups: tuple[str, ...]
    hubs: tuple[str, ...]
    is_coarse: bool


@dataclass(slots=True)
class _Gathered:
    """What is found of a place on the way through an archive."""

    name: PlaceName
    spellings: Counter[str] = field(default_factory=Counter)
    took_part: dict[str, None] = field(default_factory=dict)
    hosted: dict[str, None] = field(default_factory=dict)
    unheld: set[str] = field(default_factory=set)
    groups: list[str] = field(default_factory=list)
    hubs: list[str] = field(default_factory=list)
    is_coarse: bool = False

    def record(self) -> PlaceRecord:
        """Give the place as it is known in the end."""
        usual, *others = sorted(self.spellings, key=lambda one: (-self.spellings[one], one))
        return PlaceRecord(
            name=self.name,
            words=usual,
            other_words=tuple(others),
            took_part=tuple(self.took_part),
            hosted=tuple(call for call in self.hosted if call not in self.took_part),
            unheld=len(self.unheld),
            groups=tuple(self.groups),
            hubs=tuple(self.hubs),
            is_coarse=self.is_coarse,
        )


def places_in(archive: PublicArchive) -> tuple[PlaceRecord, ...]:
    """Give the places of an archive in the order of their keys."""
    return once(archive, _places)


def _places(archive: PublicArchive) -> tuple[PlaceRecord, ...]:
    found: dict[str, _Gathered] = {}
    for group in archive.groups:
        if group.place:
            _at(found, group.place).groups.append(group.id)
    for hub in archive.hubs:
        if hub.place:
            _at(found, hub.place).hubs.append(hub.id)
    homes = {group.id: group.place for group in archive.groups if group.place}
    for call in archive.calls:
        if isinstance(call, PublicCall):
            _add_call(found, call, homes)
    return tuple(found[key].record() for key in sorted(found))


def _add_call(found: dict[str, _Gathered], call: PublicCall, homes: dict[str, str]) -> None:
    for words in dict.fromkeys(call.places):
        place = _at(found, words)
        place.took_part[call.id] = None
        if call.status is not Status.HELD:
            place.unheld.add(call.id)
        place.is_coarse = place.is_coarse or call.coarse
    for words in _homes_of_hosts(call, homes):
        found[read_place(words).key].hosted[call.id] = None


def _homes_of_hosts(call: PublicCall, homes: dict[str, str]) -> Iterator[str]:
    if not call.coarse:
        yield from (homes[host] for host, _name in call.hosts if host in homes)


def _at(found: dict[str, _Gathered], words: str) -> _Gathered:
    name = read_place(words)
    place = found.setdefault(name.key, _Gathered(name))
    place.spellings[words] += 1
    return place
