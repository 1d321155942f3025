"""Writes the series of a made-up archive: weekly ones, or several that take turns in each place of the week.

Some began before their first record, which makes dates without one, some end within the year, and some skip a date.
"""

import datetime

from generator.bench import world
from generator.bench.plan import first_turn, newest_turn

_ENDS = datetime.date(2031, 12, 31)
_EARLIER = 4
"""How many dates without a record a series has that began before the first one."""


def series(number: int, calls: int, turns: int, dates: bool) -> str:
    """Give the record of a series in an archive of so many calls; without `dates` only its habit is known."""
    first, newest = first_turn(number, calls, turns), newest_turn(number, turns)
    step = datetime.timedelta(weeks=turns)
    slot, early = number % len(world.TOPICS), dates and number % 5 == 0
    often = "week" if turns == 1 else f"{turns} weeks"
    zone = f"zone: {world.SERIES_ZONES[slot]}\n" if slot in world.SERIES_ZONES else ""
    skipped = [first - step] * early + [newest + step] * (dates and number % 4 == 1)
    return (
        f"title: {world.series_title(number)}\n{zone}length: 1h30m\n"
        f"groups: [{world.group_id(number % world.group_count())}]\n"
        f"purpose: A place where the towns of the river speak about their {world.TOPICS[slot][1]}.\n"
        f"repeats: every {often} on {world.WEEKDAYS[slot // 3]} at {world.CLOCKS[slot % 3]}\n"
        f"from: {first - _EARLIER * step if early else first}\n"
        + (f"until: {_ENDS}\n" if dates and number % 10 == 9 else "")
        + _skip(skipped)
        + f"evidence: {'complete' if dates else 'pattern-only'}\nconfidence: high\nshare: public\n"
    )


def with_skip(text: str, number: int, turns: int) -> str:
    """Give the record of a series that skips no date yet with its next but one date skipped."""
    day = newest_turn(number, turns) + 2 * datetime.timedelta(weeks=turns)
    return text.replace("evidence: ", _skip([day]) + "evidence: ", 1)


def _skip(days: list[datetime.date]) -> str:
    lines = "".join(f"  - on: {day}\n    reason: high water\n" for day in days)
    return f"skip:\n{lines}" if lines else ""
