"""Minutes lie there for a call that has no record."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Place, Problem, nearest, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find minutes whose name is no call's id and whose front matter makes no call; see `records.md`, Minutes."""
    known = {call.id for call in archive.calls}
    for notes in archive.minutes:
        if notes.call not in known:
            yield problem("R306", Place(notes.path), nearest=nearest(notes.call, known))
