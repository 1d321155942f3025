"""A date is skipped that the series does not have, that is skipped already, or that has a record."""

import datetime
from collections.abc import Iterator

from generator.checks.courses import Course, courses
from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at every skip of a series that has dates."""
    for course in courses(archive, settings, only=lambda series: series.skip):
        yield from _compared(archive, course)


def _compared(archive: Archive, course: Course) -> Iterator[Problem]:
    """Tell one thing of each skip: what is skipped twice or hits nothing has no record to compare."""
    standing = {day: call for day, call in reversed(course.calls) if not call.extra}
    first: dict[object, int] = {}
    for number, skip in enumerate(course.series.skip):
        place = archive.place(course.series.path, f"skip[{number}].on")
        before = first.setdefault(skip.on, number)
        if before != number:
            note = (archive.place(course.series.path, f"skip[{before}].on"), "skipped here first")
            yield problem("T412", place, (note,), date=skip.on)
        elif not course.has(skip.on):
            yield problem("T411", place, date=skip.on, near=_why(course, skip.on))
        elif skip.on in standing:
            call = standing[skip.on]
            note = (archive.place(call.path, "date"), "its record")
            yield problem("T413", place, (note,), date=skip.on, id=call.id)


def _why(course: Course, day: datetime.date) -> str:
    """Say why a date is none of the series, as the end of a sentence: it has ended, or the nearest ones are others."""
    until = course.plan.until
    return f", for it ends on {until}" if until and day > until else course.near(day)
