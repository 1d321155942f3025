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
        for place, local in _times(archive, call):
            yield from _in_zone(place, local, call.zone)


def _times(archive: Archive, call: Call) -> Iterator[tuple[Place, datetime.datetime]]:
    if call.start is not None and call.date.exact is not None:
        yield (
            archive.place(call.path, "start"),
            datetime.datetime.combine(call.date.exact, call.start),
        )
    for number, earlier in enumerate(call.moved_from):
        yield archive.place(call.path, f"moved_from[{number}]"), earlier


def _in_zone(place: Place, local: datetime.datetime, zone: str) -> Iterator[Problem]:
    found = zones.instants(local, zone)
    shown = f"{local:%Y-%m-%d %H:%M}"
    if not found:
        before, after = f"{local - _HOUR:%H:%M}", f"{local + _HOUR:%H:%M}"
        yield problem("T402", place, time=shown, zone=zone, before=before, after=after)
    elif len(found) == 2:
        first, second = (f"{instant:%H:%M}" for instant in found)
        yield problem("T403", place, time=shown, zone=zone, first=first, second=second)
