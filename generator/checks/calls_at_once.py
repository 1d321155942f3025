"""Two calls of one series begin at the very same time, so that people would find two events where there is one call."""

import datetime
from collections.abc import Iterator

from generator import zones
from generator.model.archive import Archive
from generator.model.call import Call, Status
from generator.problems import Problem, problem
from generator.recurrence.plan import own_date
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the instants of the calls of each series; two that claim one date are told by `same_occurrence`."""
    shared = {series.id for series in archive.series if series.share.is_full}
    first: dict[tuple[str, datetime.datetime], Call] = {}
    for call in archive.calls:
        begins = _instant(call) if call.series in shared and call.share.is_full else None
        if begins is None:
            continue
        other = first.setdefault((call.series, begins), call)
        if other is not call and own_date(other) != own_date(call):
            name = "start" if (call.path, "start") in archive.places else "date"
            note = (archive.place(other.path, "date"), "the other call")
            words = {"series": call.series, "id": other.id, "time": f"{begins:%Y-%m-%d %H:%M} UTC"}
            yield problem("T422", archive.place(call.path, name), (note,), **words)


def _instant(call: Call) -> datetime.datetime | None:
    """Give when a call begins; nothing where that is not known, or where it does not take place."""
    day = call.date.exact
    if day is None or call.start is None or call.status is Status.CANCELLED:
        return None
    found = zones.instants(datetime.datetime.combine(day, call.start), call.zone)
    return found[0] if len(found) == 1 else None
