"""A copy is kept by a provider of which nobody says how long it keeps recordings, or was seen when it was not."""

from collections.abc import Iterator

from generator.checks.open_copies import OpenCopy, open_copies
from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look who keeps each copy that may be heard, and when somebody saw it; unknown providers are told elsewhere."""
    silent = {one.id for one in archive.platforms if not one.keeps_recordings}
    for copy in open_copies(archive):
        if copy.copy.kept_by in silent:
            yield problem("M614", copy.place("kept_by"), platform=copy.copy.kept_by)
        why = _unlikely(copy, settings)
        if why:
            yield problem("M615", copy.place("seen"), why=why)


def _unlikely(one: OpenCopy, settings: Settings) -> str:
    seen = one.copy.seen
    if seen is None:
        return ""
    if seen > settings.today:
        return f"{seen} is still to come, so nobody has seen the copy then"
    first = one.call.date.first_day()
    return f"{seen} is before the call, which was on {one.call.date}" if seen < first else ""
