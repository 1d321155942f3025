"""Which parts of a recurrence rule go together, by RFC 5545, section 3.3.10, and whether any day can be such a date."""

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from generator.model.rhythm import Frequency, Rhythm
from generator.recurrence.dates import dates

_A_LEAP_YEAR = 2000
_CYCLE = (datetime.date(2001, 1, 1), datetime.date(2028, 12, 31))
"""Years in which every day of the year falls on every weekday that it can fall on."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that was read, and where it stands in the rule: from which character, and how many."""

    value: Any
    start: int
    length: int


Parts = dict[str, Part]


class Nonsense(NamedTuple):
    """Why a rule makes no sense: at which part, or at the whole rule where none is named, and what to do."""

    part: str
    why: str
    how: str


def rhythm_of(parts: Parts) -> Rhythm:
    """Give the rhythm of parts that make sense together."""

    def value(name: str, default: object) -> Any:
        return parts[name].value if name in parts else default

    hour = value("BYHOUR", None)
    return Rhythm(
        frequency=value("FREQ", Frequency.WEEKLY),
        interval=value("INTERVAL", 1),
        weekdays=value("BYDAY", ()),
        month_days=value("BYMONTHDAY", ()),
        months=value("BYMONTH", ()),
        positions=value("BYSETPOS", ()),
        week_start=value("WKST", 0),
        count=value("COUNT", 0),
        last=value("UNTIL", None),
        clock=None if hour is None else datetime.time(hour, value("BYMINUTE", 0)),
    )


def nonsense(parts: Parts) -> tuple[Nonsense, ...]:
    """Give all that is wrong with parts that were read one by one; where they go together, ask for a single date."""
    if "FREQ" not in parts:
        how = "begin with `FREQ=DAILY`, `FREQ=WEEKLY`, `FREQ=MONTHLY` or `FREQ=YEARLY`"
        return (Nonsense("", "it does not say how often", how),)
    found = tuple(_together(parts, rhythm_of(parts)))
    return found or tuple(_without_date(rhythm_of(parts)))


def _together(parts: Parts, rhythm: Rhythm) -> Iterator[Nonsense]:
    frequency = rhythm.frequency
    if "COUNT" in parts and "UNTIL" in parts:
        yield Nonsense(
            "UNTIL", "the rule says with `COUNT` as well when it ends", "keep one of the two"
        )
    if "BYMINUTE" in parts and "BYHOUR" not in parts:
        how = "write the hour too, as `BYHOUR=21;BYMINUTE=30`"
        yield Nonsense("BYMINUTE", "a minute says nothing without its hour", how)
    days = [name for name in ("BYDAY", "BYMONTHDAY", "BYMONTH") if name in parts]
    if rhythm.positions and not days:
        how = "say of which dates, as `FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1`, or leave it out"
        yield Nonsense("BYSETPOS", "it picks from dates, and the rule names none", how)
    if rhythm.month_days and frequency is Frequency.WEEKLY:
        yield Nonsense("BYMONTHDAY", "a week has no days of the month", "write `FREQ=MONTHLY`")
    yield from _numbered(rhythm)
    yield from _picked(rhythm)


def _numbered(rhythm: Rhythm) -> Iterator[Nonsense]:
    """Say where numbers stand before weekdays that cannot be: in a week, or beyond the weeks of a month."""
    numbers = [abs(one.which) for one in rhythm.weekdays if one.which]
    if numbers and rhythm.frequency in (Frequency.DAILY, Frequency.WEEKLY):
        how = "take the number out, or write `FREQ=MONTHLY`"
        yield Nonsense(
            "BYDAY", "a week has each weekday once, so a number before it says nothing", how
        )
    in_year = rhythm.frequency is Frequency.YEARLY and not rhythm.months
    most = 53 if in_year else 5
    if numbers and max(numbers) > most:
        span = "a year" if in_year else "a month"
        why = f"{span} has each weekday {most} times at the most"
        yield Nonsense("BYDAY", why, f"write a number from 1 to {most}, or below 0 from the end")


def _picked(rhythm: Rhythm) -> Iterator[Nonsense]:
    """Say where a position lies beyond the dates of a day or of a week, so that it would be looked for in vain."""
    most = {Frequency.DAILY: 1, Frequency.WEEKLY: max(len(rhythm.weekdays), 1)}
    limit = most.get(rhythm.frequency, 366)
    if any(abs(number) > limit for number in rhythm.positions):
        how = "write a position that there is, or leave it out"
        yield Nonsense("BYSETPOS", "so many dates there are not to pick from", how)


def _without_date(rhythm: Rhythm) -> Iterator[Nonsense]:
    if rhythm.month_days and not any(map(_has_day, _pairs(rhythm))):
        how = "correct the month or the day; `-1` is the last day of a month"
        yield Nonsense("BYMONTHDAY", "no month of the rule has such a day", how)
    elif next(dates(replace(rhythm, interval=1, count=0, last=None), *_CYCLE), None) is None:
        yield Nonsense(
            "", "no day of any year is such a date", "look at what its parts say together"
        )


def _pairs(rhythm: Rhythm) -> Iterator[tuple[int, int]]:
    return ((month, day) for month in rhythm.months or range(1, 13) for day in rhythm.month_days)


def _has_day(pair: tuple[int, int]) -> bool:
    month, day = pair
    return abs(day) <= calendar.monthrange(_A_LEAP_YEAR, month)[1]
