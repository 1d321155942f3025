"""Calls by month, or by year where there are too many months, stacked by the state of their notes.

How it is drawn and told is left to `timeline_drawing`. Withheld calls are counted by their day, which is public.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.privacy.public import AnyCall, NotesState, PublicCall, Status

MOST_MONTHS = 48
"""A span of more months is drawn by year; each year then has its months on its own page."""
ORDER = (
    NotesState.MINUTES,
    NotesState.DRAFT,
    NotesState.SUMMARY,
    NotesState.ELSEWHERE,
    NotesState.NONE_TAKEN,
    NotesState.UNKNOWN,
    NotesState.MISSING,
    NotesState.WITHHELD,
    NotesState.NOT_YET,
    NotesState.NOT_EXPECTED,
)
"""States from the foot of a bar to its top: what is here, what is somewhere, what is not."""

Period = tuple[int, int]
"""A year and a month; month 0 stands for the whole year."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The calls of a month, or of a year with month 0: how many have each state of notes, in `ORDER`."""

    year: int
    month: int
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Give the number of calls."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars of a span without holes, by month or by year; `apart` are calls of which no month is known, by year.

    `unheld` counts the calls among them all that are not known to have been held.
    """

    bars: tuple[Bar, ...]
    apart: tuple[Bar, ...]
    by_month: bool
    unheld: int


def timeline_of(calls: Iterable[AnyCall]) -> Timeline:
    """Count calls along their span: by month up to `MOST_MONTHS`, else by year. Linear in the calls."""
    found, unheld = _counted(calls)
    months = sorted(period for period in found if period[1])
    by_month = not months or _months_between(months[0], months[-1]) <= MOST_MONTHS
    if by_month and months:
        apart = tuple(_bar(period, found) for period in sorted(found) if not period[1])
        return Timeline(tuple(_bar(one, found) for one in _span(months)), apart, True, unheld)
    years: dict[Period, Counter[NotesState]] = {}
    for (year, _), counted in found.items():
        years.setdefault((year, 0), Counter()).update(counted)
    order = [year for year, _ in sorted(years)]
    whole = range(order[0], order[-1] + 1) if order else ()
    return Timeline(tuple(_bar((year, 0), years) for year in whole), (), False, unheld)


def year_timeline(year: int, calls: Iterable[AnyCall]) -> Timeline:
    """Count the calls of one year by month, from January to December."""
    found, unheld = _counted(calls)
    apart = (_bar((year, 0), found),) if (year, 0) in found else ()
    return Timeline(
        tuple(_bar((year, month), found) for month in range(1, 13)), apart, True, unheld
    )


def _counted(calls: Iterable[AnyCall]) -> tuple[dict[Period, Counter[NotesState]], int]:
    """Count calls by month and state of notes, and those that are not known to have been held."""
    found: dict[Period, Counter[NotesState]] = {}
    unheld = 0
    for call in calls:
        found.setdefault((call.date.year, call.date.month), Counter())[_state(call)] += 1
        unheld += _is_unheld(call)
    return found, unheld


def _state(call: AnyCall) -> NotesState:
    return call.notes_state if isinstance(call, PublicCall) else NotesState.WITHHELD


def _is_unheld(call: AnyCall) -> bool:
    """Say whether a call is not known to have been held; of a withheld one that is nobody's business."""
    return isinstance(call, PublicCall) and call.status is not Status.HELD


def _bar(period: Period, found: dict[Period, Counter[NotesState]]) -> Bar:
    counted = found.get(period) or Counter()
    return Bar(*period, tuple(counted[state] for state in ORDER))


def _months_between(first: Period, last: Period) -> int:
    return (last[0] - first[0]) * 12 + last[1] - first[1] + 1


def _span(months: Sequence[Period]) -> list[Period]:
    (year, month), number = months[0], _months_between(months[0], months[-1])
    return [((year * 12 + at) // 12, at % 12 + 1) for at in range(month - 1, month - 1 + number)]
