"""What was found when the addresses that pages link were last asked for: numbers, days, and sources that are gone."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.privacy.public import (
    Found,
    PublicAnswer,
    PublicArchive,
    PublicCall,
    PublicSource,
    Use,
)
from generator.render.copy_words import answer_sentence
from generator.render.figures import Counts
from generator.render.names import Target, named_one, names_of
from generator.render.once import once
from generator.wording import language, spoken

MOVED, NOT_ASKED = "moved", "not-asked"
FOUND = (
    Found.THERE.value,
    MOVED,
    Found.GONE.value,
    Found.REFUSED.value,
    Found.SILENT.value,
    NOT_ASKED,
)
"""What may have been found at an address, in the order in which it is told; what has moved is there too."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was found at some addresses when they were last asked for: the number of each word of `FOUND`.

    `first` and `last` are the earliest and the latest day of these answers.
    """

    found: Counts
    first: datetime.date | None = None
    last: datetime.date | None = None

    @property
    def total(self) -> int:
        """Give how many addresses there are."""
        return sum(number for _word, number in self.found)


@dataclass(frozen=True, slots=True)
class GoneSource:
    """A source that was not there when it was last asked for, of a record that names it."""

    record: Target
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class AskedSources:
    """What was found at the addresses of sources that pages link, and those that are gone, by their records."""

    asked: Asked
    gone: tuple[GoneSource, ...]


def asked_of(answers: Iterable[PublicAnswer | None]) -> Asked:
    """Count answers; nothing stands for an address that nobody has asked for."""
    given = tuple(answers)
    found = Counter(_found(answer) for answer in given)
    days = [answer.asked_on for answer in given if answer is not None]
    counts = tuple((word, found[word]) for word in FOUND)
    return Asked(counts, min(days, default=None), max(days, default=None))


def _found(answer: PublicAnswer | None) -> str:
    if answer is None:
        return NOT_ASKED
    moved = answer.found is Found.THERE and answer.moved_to
    return MOVED if moved else answer.found.value


def asked_sources(archive: PublicArchive) -> AskedSources:
    """Look at the sources of all records, once for all that tell of them; an address counts once."""
    return once(archive, _asked_sources, language())


def _asked_sources(archive: PublicArchive, told_in: str) -> AskedSources:
    with spoken(told_in):
        linked = [
            (record, source)
            for record, sources in _cited(archive)
            for source in sources
            if source.use is Use.LINK and source.url
        ]
        answers = {source.url: source.answer for _record, source in linked}
        gone = tuple(
            GoneSource(record, source.title, answer_sentence(source.answer))
            for record, source in linked
            if source.answer is not None and source.answer.found is Found.GONE
        )
        return AskedSources(asked_of(answers.values()), gone)


def _cited(archive: PublicArchive) -> Iterator[tuple[Target, tuple[PublicSource, ...]]]:
    """Give every record that has sources, the newest call first."""
    names = names_of(archive)
    for call in reversed(archive.calls):
        if isinstance(call, PublicCall):
            yield names.calls[call.id], call.sources
    for series in archive.series:
        yield named_one(names.series, series.id), series.sources
    for group in archive.groups:
        yield named_one(names.groups, group.id), group.sources
    for hub in archive.hubs:
        yield named_one(names.hubs, hub.id), hub.sources
    for platform in archive.platforms:
        yield Target(platform.name), platform.sources
