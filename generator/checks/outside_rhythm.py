"""A call of a series stands for a date that the series does not have, or is said to be extra on one that it has."""

import datetime
from collections.abc import Iterator

from generator.checks.courses import Course, courses
from generator.model.archive import Archive
from generator.model.call import Call
from generator.problems import Problem, problem
from generator.settings import Settings

_SOME = 5
"""More calls than these, and more than half, point to a wrong rhythm and not to wrong dates."""


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the own date of each call with the dates of its series; where most differ, it is said once."""
    for course in courses(archive, settings):
        outside = [
            (day, call)
            for day, call in course.calls
            if not call.extra and not course.has(day) and _is_within(course, day, call)
        ]
        if len(outside) > _SOME and len(outside) * 2 > len(course.calls):
            yield _of_series(course, outside)
        else:
            for day, call in outside:
                yield _of_call(archive, course, day, call)
        yield from _extra(archive, course)


def _is_within(course: Course, day: datetime.date, call: Call) -> bool:
    """Tell whether a day lies between beginning and end; of one outside `outside_series` tells, but of `occurrence`."""
    until = course.plan.until or datetime.date.max
    return call.occurrence is not None or course.plan.since <= day <= until


def _of_series(course: Course, outside: list[tuple[datetime.date, Call]]) -> Problem:
    day = outside[0][0]
    words = {"number": len(outside), "all": len(course.calls), "date": day}
    return problem("T417", course.place, **words, near=course.near(day))


def _of_call(archive: Archive, course: Course, day: datetime.date, call: Call) -> Problem:
    note = ((course.place, "the rhythm stands here"),)
    words = {"date": day, "series": course.series.id, "near": course.near(day)}
    if call.occurrence or call.moved_from:
        name = "occurrence" if call.occurrence else "moved_from[0]"
        return problem("T414", archive.place(call.path, name), note, **words)
    around = course.around(day)
    clock = course.plan.rhythm.clock or datetime.time(21)
    first = min(around, key=lambda one: abs(one - day)) if around else day
    example = f"{first} {clock:%H:%M}"
    return problem("T415", archive.place(call.path, "date"), note, **words, example=example)


def _extra(archive: Archive, course: Course) -> Iterator[Problem]:
    """Find calls that are said to be extra on an expected date; on a skipped one another call may be held."""
    for day, call in course.calls:
        if call.extra and course.has(day) and day not in course.plan.skipped:
            place = archive.place(call.path, "extra")
            yield problem("T416", place, date=day, series=course.series.id)
