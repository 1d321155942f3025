"""A title is so long that lists, links and search results show only its beginning."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings

TITLE_LIMIT = 150
"""Most characters of a title that nobody is told of; on a phone that is seven lines of a heading."""


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at the titles of calls and of recurring calls; their lengths alone are told."""
    titles = [(call.path, call.title) for call in archive.calls]
    titles += [(series.path, series.title) for series in archive.series]
    for path, title in titles:
        if len(title) > TITLE_LIMIT:
            yield problem("F240", archive.place(path, "title"), limit=TITLE_LIMIT)
