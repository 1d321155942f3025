"""The open actions of a series, for the call after them; which they are is left to `open_actions`."""

from collections.abc import Iterable, Iterator

from generator.open_actions import Told, open_before
from generator.privacy.public import AnyCall, PublicArchive, PublicCall


def open_actions_before(calls: Iterable[AnyCall]) -> Iterator[tuple[str, ...]]:
    """Give for each call the actions that its series had open before it; notes that may not be read tell nothing."""
    return open_before(map(_told, calls))


def open_actions_of_series(archive: PublicArchive) -> dict[str, tuple[str, ...]]:
    """Give the actions that each series has open after its last call, by the id of the series."""
    ends: tuple[Told, ...] = tuple((series.id, "", ()) for series in archive.series)
    found = tuple(open_before([*map(_told, archive.calls), *ends]))[len(archive.calls) :]
    return {series.id: actions for series, actions in zip(archive.series, found, strict=True)}


def _told(call: AnyCall) -> Told:
    if not isinstance(call, PublicCall):
        return ("", "", ())
    # Translations say the same actions again.
    marks = call.notes[0].marks if call.notes else ()
    return (call.series, str(call.date), marks)
