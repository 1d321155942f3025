"""A call is said to be moved from the very time it has."""

import datetime
from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the last of the earlier times of every call with its own; one that was moved back has it before that."""
    for call in archive.calls:
        if not call.moved_from or call.start is None or call.date.exact is None:
            continue
        own = datetime.datetime.combine(call.date.exact, call.start)
        if call.moved_from[-1] == own:
            place = archive.place(call.path, f"moved_from[{len(call.moved_from) - 1}]")
            notes = ((archive.place(call.path, "start"), "its own time"),)
            yield problem("T407", place, notes, time=f"{own:%Y-%m-%d %H:%M}")
