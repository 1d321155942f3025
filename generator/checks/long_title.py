"""A title is so long that lists, links and search results show only its beginning."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings

TITLE_LIMIT = 150
"""Most characters of a title that nobody is told of; on a phone that is seven lines of a heading."""


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at the titles of calls and of recurring calls that may be seen; of others not even the length is told."""
    titles = [(call.path, call.title) for call in archive.calls if call.share.details]
    titles += [(series.path, series.title) for series in archive.series if series.share.is_full]
    for path, title in titles:
        if len(title) > TITLE_LIMIT:
            yield problem("F240", archive.place(path, "title"), limit=TITLE_LIMIT)
