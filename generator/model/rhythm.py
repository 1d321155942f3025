"""The rhythm of a recurring call as one value: a recurrence rule of RFC 5545, section 3.3.10, and a wall time.

Words and rules are read into it, and its sentence, its rule and its dates are made from it, so that none drifts away.
"""

import datetime
from dataclasses import dataclass
from enum import Enum


class Frequency(Enum):
    """How often, by the word of the rule; more often than daily is no rhythm of calls."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True, order=True)
class Weekday:
    """A day of the week, Monday being 0; `which` numbers it in its month or year, from the end below 0, each at 0."""

    day: int
    which: int = 0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a recurring call takes place, without its beginning, its end and its exceptions.

    `interval` counts days, weeks, months or years; `month_days` and `positions` count from the end below 0.
    `week_start` is the day on which weeks begin, which matters where `interval` counts several of them.
    `count` is how many dates there are, 0 without a limit; `last` is the last day that can be one.
    `clock` is the wall time, nothing where the hour is not said.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[Weekday, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0
    count: int = 0
    last: datetime.date | None = None
    clock: datetime.time | None = None
