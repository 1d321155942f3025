"""The settings name the archive's own mark, and no such file is there."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_MARK = "content/mark.svg"


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look for the mark that `theme.logo` asks for; one that was refused has its own problem."""
    if settings.logo and not settings.mark and _MARK not in archive.unread:
        place = archive.places.get(("mkdocs.yml", "theme.logo"), Place("mkdocs.yml"))
        yield problem("S724", place, why="it is not there")
