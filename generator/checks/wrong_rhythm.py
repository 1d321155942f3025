"""The rhythm of a series gives no date at all, or its beginning is none of its dates."""

from collections.abc import Iterator

from generator.checks.courses import courses
from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at the first date of each series that has a rhythm and has begun within sight."""
    for course in courses(archive, settings):
        plan = course.plan
        begins = archive.place(course.series.path, "from")
        if course.days and course.days[0] != plan.since:
            yield problem("T418", begins, date=plan.since, first=course.days[0])
        elif not course.days and plan.since <= course.asked_to:
            note = ((begins, "its beginning"),)
            words = {"start": plan.since, "end": course.asked_to}
            yield problem("T419", course.place, note, **words)
