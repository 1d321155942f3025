"""Two calls of one series begin at the very same time, so that people would find two events where there is one call.

A date of the rhythm for which nobody made a record counts as a call.
"""

import datetime
from collections.abc import Iterator

from generator import zones
from generator.checks.courses import Course, courses
from generator.model.archive import Archive
from generator.model.call import Call, Status
from generator.problems import Place, Problem, problem
from generator.recurrence.plan import own_date
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the instants of the calls of each series; two that claim one date are told by `same_occurrence`."""
    yield from _recorded(archive)
    for course in courses(archive, settings, only=lambda series: series.recurrence):
        yield from _expected(archive, course)


def _expected(archive: Archive, course: Course) -> Iterator[Problem]:
    """Find calls that were moved to the hour of another date of their series, which is still expected."""
    clock, zone = course.plan.rhythm.clock, course.plan.zone
    standing = {day for day, _ in course.calls} | course.plan.skipped
    for own, call in course.calls:
        day = call.date.exact
        if day is None or day == own or clock is None or day in standing or not course.has(day):
            continue
        begins = _instant(call)
        if begins is not None and begins in zones.instants(
            datetime.datetime.combine(day, clock), zone
        ):
            yield _told(
                archive,
                call,
                begins,
                (course.place, "the rhythm stands here"),
                f"the date {day} of its rhythm",
            )


def _recorded(archive: Archive) -> Iterator[Problem]:
    shared = {series.id for series in archive.series if series.share.is_full}
    first: dict[tuple[str, datetime.datetime], Call] = {}
    for call in archive.calls:
        begins = _instant(call) if call.series in shared and call.share.is_full else None
        if begins is None:
            continue
        other = first.setdefault((call.series, begins), call)
        if other is not call and own_date(other) != own_date(call):
            note = (archive.place(other.path, "date"), "the other call")
            yield _told(archive, call, begins, note, f"`{other.id}`")


def _told(
    archive: Archive, call: Call, begins: datetime.datetime, note: tuple[Place, str], other: str
) -> Problem:
    name = "start" if (call.path, "start") in archive.places else "date"
    words = {"series": call.series, "other": other, "time": f"{begins:%Y-%m-%d %H:%M} UTC"}
    return problem("T422", archive.place(call.path, name), (note,), **words)


def _instant(call: Call) -> datetime.datetime | None:
    """Give when a call begins; nothing where that is not known, or where it does not take place."""
    day = call.date.exact
    if day is None or call.start is None or call.status is Status.CANCELLED:
        return None
    found = zones.instants(datetime.datetime.combine(day, call.start), call.zone)
    return found[0] if len(found) == 1 else None
