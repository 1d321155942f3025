"""An agenda allots more minutes to its items than the call has."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the sum of allotted minutes with the length of each call, where both are known."""
    for call in archive.calls:
        allotted = sum(call.agenda_minutes)
        if call.length and allotted > call.length:
            place = archive.place(call.path, "agenda")
            yield problem("F235", place, allotted=allotted, length=call.length)
