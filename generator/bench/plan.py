"""Says which calls a made-up archive has: for each number its date, its series and what became of it.

Everything follows from a call's number alone; number 0 is the newest. A week has 21 calls: one of each series, and
one of its own. So the same number gives the same call in an archive of any size.
"""

import datetime
from dataclasses import dataclass
from enum import Enum

from generator.bench import world

WEEK = 21
_NEWEST_MONDAY = datetime.date(2031, 6, 2)
"""The Monday after `world.TODAY`: the newest week is to come."""


class Fate(Enum):
    """What became of a call."""

    HELD = "held"
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    ANNOUNCED = "announced"
    WITHHELD = "withheld"
    NOTES_WITHHELD = "notes withheld"


@dataclass(frozen=True, slots=True)
class Planned:
    """A call to be written; `slot` is its place in the week, and 20 stands for a call without a series.

    `moved` says that the date is a day later than the one it was announced for.
    """

    number: int
    date: datetime.date
    slot: int
    fate: Fate
    moved: bool

    @property
    def id(self) -> str:
        """Give the call's id; that of a withheld call tells nothing but its date."""
        if self.fate is Fate.WITHHELD:
            return f"{self.date}-withheld-1"
        name = "one-off-call" if self.series is None else world.series_id(self.series)
        return f"{self.date}-{name}"

    @property
    def series(self) -> int | None:
        """Give the number of its series."""
        return self.slot if self.slot < WEEK - 1 else None

    @property
    def path(self) -> str:
        """Give the path of its record."""
        return f"calls/{self.date.year:04d}/{self.id}.yaml"

    @property
    def notes_path(self) -> str:
        """Give the path of its notes, whether it has any or not."""
        return f"minutes/{self.date.year:04d}/{self.id}.md"

    @property
    def has_notes(self) -> bool:
        """Tell whether there are notes of it: of eleven in twelve calls that were held."""
        return self.fate is Fate.HELD and self.number % 12 != 5


def planned(number: int) -> Planned:
    """Plan the call of a number."""
    slot = WEEK - 1 - number % WEEK
    monday = _NEWEST_MONDAY - datetime.timedelta(weeks=number // WEEK)
    fate = _fate(number)
    moved = number % 30 == 11 and fate is not Fate.WITHHELD
    return Planned(number, monday + datetime.timedelta(days=slot // 3 + moved), slot, fate, moved)


def monday_of(number: int) -> datetime.date:
    """Give the Monday of the week of a call."""
    return _NEWEST_MONDAY - datetime.timedelta(weeks=number // WEEK)


def earlier(call: Planned, calls: int) -> Planned | None:
    """Give the call whose notes a call's notes point to: that of the week before; not every one does."""
    number = call.number + WEEK
    if call.number % 5 == 0 or number >= calls:
        return None
    found = planned(number)
    return None if found.fate is Fate.WITHHELD else found


def adopting(call: Planned) -> Planned | None:
    """Give the call that adopted a call's notes: that of the week after if it was held, for a quarter of them."""
    if call.number % 4 or call.number < WEEK:
        return None
    found = planned(call.number - WEEK)
    return found if found.fate in (Fate.HELD, Fate.NOTES_WITHHELD) else None


def unnamed(calls: int) -> Planned:
    """Give a held call with notes that no other call names, so that it can be withheld without a dead link.

    Raises `ValueError` when an archive of so few calls has none.
    """
    for number in range(calls // 2, calls):
        call = planned(number)
        named = (call.number - WEEK) % 5 != 0 or (call.number + WEEK) % 4 == 0
        if call.has_notes and not named and not call.moved:
            return call
    raise ValueError(f"{calls} calls are too few")


def noted(calls: int) -> Planned:
    """Give a held call with notes from the middle of the archive."""
    return next(call for call in map(planned, range(calls // 2, calls)) if call.has_notes)


def _fate(number: int) -> Fate:
    if number % 100 == 50:
        return Fate.WITHHELD
    if number % 200 == 120:
        return Fate.NOTES_WITHHELD
    if number % 40 == 7:
        return Fate.CANCELLED
    if number % 50 == 13:
        return Fate.ANNOUNCED
    return Fate.SCHEDULED if number < WEEK else Fate.HELD
