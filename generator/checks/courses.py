"""What the questions about recurring calls share: the dates that a series has, and which of its calls stand for them.

Only series and calls that are fully shared are looked at. A series that is not, or that expands to nothing, has none.
"""

import bisect
import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.series import Series
from generator.problems import Place
from generator.recurrence.dates import dates
from generator.recurrence.plan import Plan, horizon, own_date, plan_of
from generator.settings import Settings

_BEYOND = datetime.timedelta(days=400)
"""So far behind the last date that is asked for, a nearest one is looked for."""


@dataclass(frozen=True, slots=True)
class Course:
    """A series with its plan and its calls; `days` are all dates of its rhythm in order, skipped ones too.

    They are counted up to `asked_to`. `place` is that of the rhythm.
    """

    series: Series
    plan: Plan
    days: tuple[datetime.date, ...]
    calls: tuple[tuple[datetime.date, Call], ...]
    place: Place
    asked_to: datetime.date

    def has(self, day: datetime.date) -> bool:
        """Tell whether the rhythm has a date."""
        at = bisect.bisect_left(self.days, day)
        return at < len(self.days) and self.days[at] == day

    def around(self, day: datetime.date) -> tuple[datetime.date, ...]:
        """Give the last date before a day and the first one after it, where there are such."""
        before = self.days[: bisect.bisect_left(self.days, day)][-1:]
        after = self.days[bisect.bisect_right(self.days, day) :][:1]
        return before + after

    def near(self, day: datetime.date) -> str:
        """Say which dates are nearest to a day, as the end of a sentence."""
        around = self.around(day)
        if len(around) == 2:
            return f"; those around it are {around[0]} and {around[1]}"
        return f"; the nearest is {around[0]}" if around else ""


def courses(
    archive: Archive, settings: Settings, only: Callable[[Series], object] = bool
) -> Iterator[Course]:
    """Give every fully shared series that has dates, with its fully shared calls whose day is known.

    `only` tells of a series whether it is asked for at all. Five checks ask, and the first keeps the answer for all.
    """
    asked = (courses, settings)
    found = archive.worked_out.get(asked)
    if found is None:
        found = archive.worked_out[asked] = tuple(_courses(archive, settings))
    return (course for course in cast(tuple[Course, ...], found) if only(course.series))


def _courses(archive: Archive, settings: Settings) -> Iterator[Course]:
    calls: dict[str, list[tuple[datetime.date, Call]]] = {}
    for call in archive.calls:
        day = own_date(call)
        if call.series and call.share.is_full and day is not None:
            calls.setdefault(call.series, []).append((day, call))
    for series in archive.series:
        plan = plan_of(series, settings.zone, settings.state == "closed")
        if series.share.is_full and plan is not None:
            found = tuple(calls.get(series.id, ()))
            last = _last_asked(series, plan, found, settings)
            days = tuple(dates(plan.rhythm, plan.since, last))
            name = "repeats" if series.repeats else "rrule"
            yield Course(series, plan, days, found, archive.place(series.path, name), last)


def _last_asked(
    series: Series,
    plan: Plan,
    calls: tuple[tuple[datetime.date, Call], ...],
    settings: Settings,
) -> datetime.date:
    """Give the last day that anything is asked of: of the horizon, of a skip or of a call, and a little more."""
    asked = (*series.skipped_days, *(day for day, _ in calls))
    last = max((horizon(settings.today), *(day + _BEYOND for day in asked)))
    return min(last, plan.until or last)
