"""Two calls claim the same occurrence of a series, and would share one calendar identity."""

import datetime
from collections.abc import Iterator

from generator.model.archive import Archive
from generator.model.call import Call
from generator.problems import Place, Problem, problem
from generator.recurrence.plan import own_date
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find calls of one series with the same own date: `occurrence`, else the first announced one."""
    first: dict[tuple[str, datetime.date], Call] = {}
    for call in archive.calls:
        day = own_date(call)
        if not call.series or day is None:
            continue
        other = first.setdefault((call.series, day), call)
        if other is not call:
            place = _place_of(archive, call)
            note = (_place_of(archive, other), "the other call")
            yield problem("R310", place, (note,), date=day, id=other.id)


def _place_of(archive: Archive, call: Call) -> Place:
    return archive.place(call.path, "occurrence" if call.occurrence else "date")
