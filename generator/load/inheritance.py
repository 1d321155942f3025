"""Gives the records of expected calls the hour of their series, so that an agenda can be added without the hour.

Which dates a series has is left to `recurrence/`; what is moved, or extra, keeps what its own record says.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping

from generator import zones
from generator.model.call import Call
from generator.model.series import Series
from generator.recurrence.plan import expected_dates, own_date, plan_of


def with_hours(calls: Iterable[Call], series: Mapping[str, Series], zone: str) -> tuple[Call, ...]:
    """Give all calls, those without an hour with hour and length of their series where its rhythm has their day.

    `series` are those of the archive by id, `zone` is the archive's. Only series that are fully shared give anything,
    so that no call tells of one that is not; whether an archive is closed does not matter for a day that has a record.
    """
    found = tuple(calls)
    waiting: dict[str, list[Call]] = {}
    for call in found:
        if _may_inherit(call, series, zone):
            waiting.setdefault(call.series, []).append(call)
    timed = {
        call.path: call
        for name, some in waiting.items()
        for call in _timed(some, series[name], zone)
    }
    return tuple(timed.get(call.path, call) for call in found)


def only_hour(clock: datetime.time | None, day: datetime.date, zone: str) -> datetime.time | None:
    """Give a wall time if it names exactly one instant on a day in a zone, else nothing: a record must then say it."""
    if clock is None:
        return None
    local = datetime.datetime.combine(day, clock)
    return clock if len(zones.instants(local, zone)) == 1 else None


def _may_inherit(call: Call, series: Mapping[str, Series], zone: str) -> bool:
    """Tell whether a call has no hour of its own, lies on its own date, and tells its time as its series does."""
    own = series.get(call.series)
    if own is None or not own.share.is_full or not call.share.details:
        return False
    is_plain = call.start is None and not call.moved_from and not call.extra
    on_day = call.date.exact is not None and call.date.exact == own_date(call)
    return is_plain and on_day and call.zone == (own.zone or zone)


def _timed(calls: Iterable[Call], own: Series, zone: str) -> Iterable[Call]:
    """Give those calls of one series whose day its rhythm has, with its hour and its length."""
    plan = plan_of(own, zone, closed=False)
    by_day = [(day, call) for call in calls for day in (call.date.exact,) if day is not None]
    if plan is None:
        return
    hit = set(expected_dates(plan, max(day for day, _ in by_day)))
    for day, call in by_day:
        if day in hit:
            hour = only_hour(plan.rhythm.clock, day, plan.zone)
            yield dataclasses.replace(call, start=hour, length=call.length or own.length)
