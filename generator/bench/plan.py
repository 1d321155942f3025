"""Says which calls a made-up archive has: for each number its date, its series and what became of it.

Everything follows from a call's number alone; number 0 is the newest. A week has 21 calls: 20 of series, and one of
its own. Of more than 20 series several take turns in each slot of the week. So the same number gives the same call in
an archive of any size, and with more series it only belongs to another one.
"""

import datetime
from dataclasses import dataclass
from enum import Enum

from generator.bench import world

WEEK = len(world.TOPICS) + 1
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

    `moved` says that the date is a day later than the one it was announced for, and `turns` how many series take
    turns in its slot.
    """

    number: int
    date: datetime.date
    slot: int
    fate: Fate
    moved: bool
    turns: int = 1

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
        if self.slot == WEEK - 1:
            return None
        return self.slot + self.number // WEEK % self.turns * (WEEK - 1)

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


def planned(number: int, turns: int = 1) -> Planned:
    """Plan the call of a number, where so many series take turns."""
    slot = WEEK - 1 - number % WEEK
    monday = _NEWEST_MONDAY - datetime.timedelta(weeks=number // WEEK)
    fate = _fate(number)
    moved = number % 30 == 11 and fate is not Fate.WITHHELD
    day = monday + datetime.timedelta(days=slot // 3 + moved)
    return Planned(number, day, slot, fate, moved, turns)


def first_turn(series: int, calls: int, turns: int) -> datetime.date:
    """Give the day of the first call of a series in an archive of so many calls; before it, where none is its own."""
    weeks = (calls - 1) // WEEK
    turn, slot = divmod(series, WEEK - 1)
    first = weeks - (weeks - turn) % turns
    return _NEWEST_MONDAY - datetime.timedelta(weeks=first, days=-(slot // 3))


def newest_turn(series: int, turns: int) -> datetime.date:
    """Give the day of the newest call of a series."""
    turn, slot = divmod(series, WEEK - 1)
    return _NEWEST_MONDAY + datetime.timedelta(weeks=-turn, days=slot // 3)


def earlier(call: Planned, calls: int) -> Planned | None:
    """Give the call whose notes a call's notes point to: that of its series before; not every one does."""
    number = call.number + WEEK * call.turns
    if call.number % 5 == 0 or number >= calls:
        return None
    found = planned(number, call.turns)
    return None if found.fate is Fate.WITHHELD else found


def adopting(call: Planned) -> Planned | None:
    """Give the call that adopted a call's notes: the next of its series if it was held, for a quarter of them."""
    number = call.number - WEEK * call.turns
    if call.number % 4 or number < 0:
        return None
    found = planned(number, call.turns)
    return found if found.fate in (Fate.HELD, Fate.NOTES_WITHHELD) else None


def unnamed(calls: int, turns: int = 1) -> Planned:
    """Give a held call with notes that no other call names, so that it can be withheld without a dead link.

    Raises `ValueError` when an archive of so few calls has none.
    """
    for number in range(calls // 2, calls):
        call = planned(number, turns)
        step = WEEK * turns
        named = (call.number - step) % 5 != 0 or (call.number + step) % 4 == 0
        if call.has_notes and not named and not call.moved:
            return call
    raise ValueError(f"{calls} calls are too few")


def noted(calls: int, turns: int = 1) -> Planned:
    """Give a held call with notes from the middle of the archive."""
    numbers = range(calls // 2, calls)
    return next(call for call in (planned(n, turns) for n in numbers) if call.has_notes)


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
