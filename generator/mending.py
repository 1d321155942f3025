"""Mends an archive in memory: what can be mended in one way only, round by round, until nothing more can be.

Reading is left to `pipeline.py`, and writing to `cli/`.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.fixing import mended
from generator.load.files import Source
from generator.pipeline import Read, judge
from generator.problems import Fix, Problem
from generator.work import Pool

_ROUNDS = 20
"""A file is mended so many times at most; each round may bring to light what the last one hid."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Files before and after by path, what was mended in order, and files whose words no output may quote."""

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    faults: tuple[Problem, ...]
    silent: frozenset[str]

    @property
    def changed(self) -> list[str]:
        """Give the paths of the files that differ, in order."""
        return [path for path in sorted(self.before) if self.before[path] != self.after[path]]


def mend(given: Read, today: datetime.date, pool: Pool) -> Mended:
    """Make every fix that there is, and those that come to light by them."""
    before = {source.path: source.data for source in _sources(given)}
    faults: list[Problem] = []
    silent: set[str] = set()
    for _ in range(_ROUNDS):
        problems = judge(given, today, None, pool).problems
        silent |= {fault.place.path for fault in problems if not fault.may_show_lines}
        known = {source.path: source.data for source in _sources(given)}
        better = dict(_round(known, problems))
        if not better:
            break
        faults += [fault for fault in problems if fault.fix and fault.place.path in better]
        given = _with(given, better)
    after = {source.path: source.data for source in _sources(given)}
    return Mended(before, after, tuple(faults), frozenset(silent))


def _round(
    known: Mapping[str, bytes], problems: tuple[Problem, ...]
) -> Iterator[tuple[str, bytes]]:
    """Give the files that one round of fixes changes, with their new bytes."""
    fixes: dict[str, list[Fix]] = {}
    for fault in problems:
        if fault.fix is not None and fault.place.path in known:
            fixes.setdefault(fault.place.path, []).append(fault.fix)
    for path, wanted in fixes.items():
        data = mended(known[path], wanted)
        if data != known[path]:
            yield path, data


def _sources(given: Read) -> tuple[Source, ...]:
    return (*((given.settings,) if given.settings else ()), *given.sources)


def _with(given: Read, better: Mapping[str, bytes]) -> Read:
    changed = tuple(_other(source, better) for source in given.sources)
    settings = _other(given.settings, better) if given.settings else None
    return dataclasses.replace(given, settings=settings, sources=changed)


def _other(source: Source, better: Mapping[str, bytes]) -> Source:
    return dataclasses.replace(source, data=better.get(source.path, source.data))
