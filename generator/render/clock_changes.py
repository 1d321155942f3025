"""When clocks move a call for listeners in another zone: how far two zones differ, and from when until when.

A call keeps its wall time in its own zone; so for listeners elsewhere it moves whenever one zone changes its clocks and
the other does not, or not yet. What of it is said, and where, is left to `clock_notices.py`.
"""

import datetime
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import zones

PASSING = datetime.timedelta(days=60)
"""A difference that is gone again within this time is passing; what lasts longer is what listeners are used to."""
_DAY = datetime.timedelta(days=1)
_BEFORE = datetime.timedelta(days=400)
_AFTER = PASSING + datetime.timedelta(days=40)


@dataclass(frozen=True, slots=True)
class Notice:
    """What listeners in `zone` are told: at what time calls are there, from and until which day, and what is new.

    Days and time are those of the listeners. `last` is nothing where no end is in sight. `later` is in minutes, below
    0 for earlier: than usual where the usual time returns the day after `last`, else than the day before `first`.
    """

    zone: str
    first: datetime.date
    last: datetime.date | None
    at: datetime.time
    later: int
    returns: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A notice with the days that it is about in the zone of the calls."""

    first: datetime.date
    last: datetime.date | None
    notice: Notice


@dataclass(frozen=True, slots=True)
class Run:
    """Days of a call's zone, from first to last, on which the clocks elsewhere are ahead by as much."""

    first: datetime.date
    last: datetime.date
    ahead: datetime.timedelta

    @property
    def is_passing(self) -> bool:
        """Tell whether it is over soon."""
        return self.last - self.first < PASSING


def changes(
    own: str, there: str, clock: datetime.time, first: datetime.date, last: datetime.date
) -> Iterator[Change]:
    """Give what listeners in zone `there` notice of calls at `clock` in zone `own`, if it begins or lasts in a span.

    The days around the span are looked at as well, so that what is said of a day does not hang on the span.
    """
    found = runs(own, there, clock, first - _BEFORE, last + _AFTER)
    usual = found[0].ahead
    for before, run, after in zip(found, found[1:], (*found[2:], None), strict=False):
        if run.ahead == usual:
            continue
        returns = run.is_passing and after is not None and after.ahead == usual
        change = _change(run, before, there, clock, returns)
        if not returns:
            usual = run.ahead
        if run.first <= last and run.last >= first:
            yield change


def _change(run: Run, before: Run, there: str, clock: datetime.time, returns: bool) -> Change:
    at = datetime.datetime.combine(run.first, clock) + run.ahead
    until = run.last if run.is_passing else None
    notice = Notice(
        zone=there,
        first=at.date(),
        last=until and until + (at.date() - run.first),
        at=at.time(),
        later=(run.ahead - before.ahead) // datetime.timedelta(minutes=1),
        returns=returns,
    )
    return Change(run.first, until, notice)


def runs(
    own: str, there: str, clock: datetime.time, first: datetime.date, last: datetime.date
) -> tuple[Run, ...]:
    """Give the days from first to last in runs of one difference, looking only at days near a change of clocks."""
    found: list[Run] = []
    begun, ahead = first, _ahead(own, there, clock, first)
    for day in _days_near_changes((own, there), first, last):
        now = _ahead(own, there, clock, day)
        if now != ahead:
            found.append(Run(begun, day - _DAY, ahead))
            begun, ahead = day, now
    return (*found, Run(begun, last, ahead))


def _ahead(own: str, there: str, clock: datetime.time, day: datetime.date) -> datetime.timedelta:
    """Give by how much the clocks elsewhere are ahead at a wall time; of an hour that is twice, at the first."""
    local = datetime.datetime.combine(day, clock, zones.zone(own))
    elsewhere = local.astimezone(datetime.UTC).astimezone(zones.zone(there))
    return _offset(elsewhere) - _offset(local)


def _offset(moment: datetime.datetime) -> datetime.timedelta:
    return moment.utcoffset() or datetime.timedelta()


def _days_near_changes(
    names: Iterable[str], first: datetime.date, last: datetime.date
) -> list[datetime.date]:
    """Give, in order, each day on which the difference between zones can be another than on the day before.

    A change falls on a day of UTC; a wall time of another day, west or east of it, may be the first that it reaches.
    """
    near = {
        day + offset * _DAY
        for name in names
        for year in range(first.year, last.year + 1)
        for day in _change_days(name, year)
        for offset in range(-2, 4)
    }
    return sorted(day for day in near if first < day <= last)


@functools.cache
def _change_days(name: str, year: int) -> tuple[datetime.date, ...]:
    """Give the days of UTC during which the clocks of a zone change, in a year."""
    rules = zones.zone(name)
    start = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
    offsets = [_offset((start + n * _DAY).astimezone(rules)) for n in range(368)]
    return tuple((start + n * _DAY).date() for n in range(367) if offsets[n] != offsets[n + 1])
