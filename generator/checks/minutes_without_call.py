"""Minutes lie there for a call that has no record."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Place, Problem, nearest, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find minutes whose name is no call's id and whose front matter makes no call."""
    known = {call.id for call in archive.calls}
    series = {record.id for record in archive.series}
    for notes in archive.minutes:
        # A series that is not known is a problem already, and may be all that is wrong.
        is_misspelt = notes.date is not None and notes.series not in {"", *series}
        # So is a date that was written and cannot be read.
        is_misspelt |= notes.date is None and (notes.path, "date") in archive.places
        if notes.call in known or archive.lies_unread("calls/", notes.call):
            continue
        if not is_misspelt:
            yield problem("R306", Place(notes.path), nearest=nearest(notes.call, known))
