"""The hour of a series does not exist on one of its dates, or happens twice, because the clocks change over it."""

import datetime
from collections.abc import Iterator

from generator import zones
from generator.checks.courses import Course, courses
from generator.model.archive import Archive
from generator.model.call import Call, Status
from generator.problems import Problem, problem
from generator.recurrence.plan import horizon
from generator.settings import Settings

_HOUR = datetime.timedelta(hours=1)
_SAID = 6
"""So many dates are named; the others are counted."""


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Try the hour of each series on every expected date up to the horizon, but where a record says another one."""
    answered = _answered(archive)
    last = horizon(settings.today)
    for course in courses(archive, settings):
        clock = course.plan.rhythm.clock
        if clock is not None:
            yield from _of_series(course, clock, answered, last)


def _answered(archive: Archive) -> set[tuple[str, datetime.date]]:
    """Give the dates of series whose call says its own hour, was moved or is cancelled."""
    found = set()
    for call in archive.calls:
        day = _answered_day(call)
        if day is not None and call.series and call.share.details:
            found.add((call.series, day))
    return found


def _answered_day(call: Call) -> datetime.date | None:
    if call.moved_from:
        return call.occurrence or call.moved_from[0].date()
    says = call.start is not None or call.status is Status.CANCELLED
    return (call.occurrence or call.date.exact) if says or call.occurrence else None


def _of_series(
    course: Course,
    clock: datetime.time,
    answered: set[tuple[str, datetime.date]],
    last: datetime.date,
) -> Iterator[Problem]:
    skipped: list[datetime.datetime] = []
    twice: list[datetime.datetime] = []
    for day in course.days:
        local = datetime.datetime.combine(day, clock)
        if day > last or not _is_odd(local, course.plan.zone) or day in course.plan.skipped:
            continue
        if (course.series.id, day) not in answered:
            (twice if zones.instants(local, course.plan.zone) else skipped).append(local)
    if skipped:
        first = skipped[0]
        readings = {"before": f"{first - _HOUR:%H:%M}", "after": f"{first + _HOUR:%H:%M}"}
        yield problem("T420", course.place, **_words(course, skipped), **readings)
    if twice:
        said = [
            _reading(instant, twice[0]) for instant in zones.instants(twice[0], course.plan.zone)
        ]
        yield problem("T421", course.place, **_words(course, twice), first=said[0], second=said[1])


def _is_odd(local: datetime.datetime, zone: str) -> bool:
    """Tell whether a wall time has other than one instant: only then two readings of it differ (PEP 495)."""
    moment = local.replace(tzinfo=zones.zone(zone))
    return moment.utcoffset() != moment.replace(fold=1).utcoffset()


def _words(course: Course, found: list[datetime.datetime]) -> dict[str, str]:
    number = len(found) - _SAID
    return {
        "time": f"{found[0]:%H:%M}",
        "zone": course.plan.zone,
        "dates": ", ".join(str(local.date()) for local in found[:_SAID]),
        "more": f" and {number} more" if number > 0 else "",
    }


def _reading(instant: datetime.datetime, local: datetime.datetime) -> str:
    """Say how a record tells an instant of an occurrence, which may lie on another day in UTC."""
    said = f"`zone: Etc/UTC` and `start: {instant:%H:%M}`"
    if instant.date() == local.date():
        return said
    return f"`date: {instant.date()}`, `occurrence: {local.date()}`, {said}"
