"""Two states of an archive in memory, and what is told of the difference."""

from collections.abc import Mapping

from generator.differences.as_text import as_text
from generator.diffing import Told, tell
from generator.history import History
from generator.load.files import Source
from generator.pipeline import Read
from tests.problems.river_archive import RIVER_ARCHIVE, TODAY


def state(files: Mapping[str, str]) -> Read:
    """Give files as they are read from the disk; a state may be without settings."""
    sources = {path: Source(path, text.encode()) for path, text in sorted(files.items())}
    settings = sources.pop("mkdocs.yml", None)
    return Read(settings, tuple(sources.values()), History({}), ())


def told(before: Mapping[str, str], after: Mapping[str, str]) -> Told:
    """Compare two archives."""
    return tell("Differences", state(before), state(after), TODAY)


def text(before: Mapping[str, str | None], after: Mapping[str, str | None]) -> str:
    """Compare two changes of the river archive; `None` takes a file away."""
    found = told(changed(before), changed(after))
    return as_text(found.title, found.remarks, found.parts)


def changed(files: Mapping[str, str | None]) -> dict[str, str]:
    """Give the river archive with some files changed."""
    merged = {**RIVER_ARCHIVE, **files}
    return {path: text for path, text in merged.items() if text is not None}


def lines(before: Mapping[str, str | None], after: Mapping[str, str | None]) -> list[str]:
    """Give the sentences, without headings and without what the site's files are."""
    said = text(before, after).split("\nThe site\n")[0].split("\n")
    return [line.removeprefix("  - ") for line in said if line.startswith("  - ")]
