"""A call is said to be moved from the very time it has."""

import datetime
from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the earlier times of every call with its own."""
    for call in archive.calls:
        if not call.moved_from or call.start is None or call.date.exact is None:
            continue
        own = datetime.datetime.combine(call.date.exact, call.start)
        for number, earlier in enumerate(call.moved_from):
            if earlier == own:
                place = archive.place(call.path, f"moved_from[{number}]")
                notes = ((archive.place(call.path, "start"), "its own time"),)
                yield problem("T407", place, notes, time=f"{earlier:%Y-%m-%d %H:%M}")
