"""A call that may be seen has an hour whose zone only a series that is not shared knows."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find calls with an hour and without a zone of their own in series that are not fully shared."""
    closed = {series.id for series in archive.series if not series.share.is_full}
    for call in archive.calls if closed else ():
        has_hour = (call.path, "start") in archive.places
        has_zone = (call.path, "zone") in archive.places
        if call.series in closed and call.share.details and has_hour and not has_zone:
            yield problem("P509", archive.place(call.path, "start"))
