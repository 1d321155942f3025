"""A call to come is said to have been held."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.model.call import Status
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find held calls after the day the site is built for."""
    for call in archive.calls:
        day = call.date.exact
        if call.status is Status.HELD and day is not None and day > settings.today:
            yield problem("T406", archive.place(call.path, "status"), date=day)
