"""Two records claim one id, or an earlier name of a call is in use again."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Place, Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find calls with one id in two folders, and aliases that are ids or aliases of another call."""
    owners: dict[str, Place] = {}
    for call in sorted(archive.calls, key=lambda call: call.path):
        place = Place(call.path)
        if call.id in owners:
            yield problem("R307", place, ((owners[call.id], "first used here"),), id=call.id)
        owners.setdefault(call.id, place)
    for call in archive.calls:
        for number, alias in enumerate(call.aliases):
            place = archive.place(call.path, f"aliases[{number}]")
            if alias in owners:
                yield problem("R307", place, ((owners[alias], "first used here"),), id=alias)
            owners.setdefault(alias, place)
