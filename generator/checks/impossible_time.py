"""A local time does not exist because the clocks go forward, or happens twice because they go back."""

import datetime
from collections.abc import Iterator

from generator import zones
from generator.model.archive import Archive
from generator.model.call import Call
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_HOUR = datetime.timedelta(hours=1)


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Try every local time of a call against its zone; nine calendar engines give four answers to such times."""
    for call in archive.calls:
        for name, local in _times(call):
            if len(zones.instants(local, call.zone)) != 1:
                yield _told(archive.place(call.path, name), local, call.zone)


def _times(call: Call) -> Iterator[tuple[str, datetime.datetime]]:
    """Give the local times of a call with the names of their fields."""
    if call.start is not None and call.date.exact is not None:
        yield "start", datetime.datetime.combine(call.date.exact, call.start)
    for number, earlier in enumerate(call.moved_from):
        yield f"moved_from[{number}]", earlier


def _told(place: Place, local: datetime.datetime, zone: str) -> Problem:
    found = zones.instants(local, zone)
    shown = f"{local:%Y-%m-%d %H:%M}"
    if not found:
        before, after = f"{local - _HOUR:%H:%M}", f"{local + _HOUR:%H:%M}"
        return problem("T402", place, time=shown, zone=zone, before=before, after=after)
    first, second = (f"{instant:%H:%M}" for instant in found)
    return problem("T403", place, time=shown, zone=zone, first=first, second=second)
