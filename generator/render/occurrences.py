"""The dates on which recurring calls are expected, each with the call that stands for it if there is one.

Worked out from what may be seen alone: a withheld call that does not name its series stands for no date.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import zones
from generator.privacy.public import AnyCall, PublicArchive, PublicCall, PublicSeries
from generator.recurrence.plan import Plan, expected_dates, horizon, own_date, plan_of
from generator.render.once import once
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A date on which a recurring call is expected.

    `day` is the local date in `zone` that the rhythm gives and its identity for ever, also after a move.
    `clock` is the wall time of the rhythm, nothing where no hour is said; `length` is that of the series in minutes,
    0 unknown. `call` is the id of the call that stands for it, empty where there is no record.
    """

    series: str
    day: datetime.date
    zone: str
    clock: datetime.time | None
    length: int
    call: str = ""


def occurrences_of(
    archive: PublicArchive, settings: Settings
) -> Mapping[str, tuple[Occurrence, ...]]:
    """Give the expected dates of every series that has any, by its id and in order, up to the horizon."""
    closed = settings.state == "closed"
    return once(archive, _occurrences, settings.today, settings.zone, closed)


def _occurrences(
    archive: PublicArchive, today: datetime.date, zone: str, closed: bool
) -> dict[str, tuple[Occurrence, ...]]:
    standing = calls_by_own_date(archive)
    last = horizon(today)
    found: dict[str, tuple[Occurrence, ...]] = {}
    for series in archive.series:
        plan = plan_of(series, zone, closed)
        if plan is not None:
            found[series.id] = tuple(_expanded(series, plan, last, standing))
    return found


def _expanded(
    series: PublicSeries,
    plan: Plan,
    last: datetime.date,
    standing: Mapping[tuple[str, datetime.date], AnyCall],
) -> Iterator[Occurrence]:
    for day in expected_dates(plan, last):
        call = standing.get((series.id, day))
        clock = plan.rhythm.clock
        yield Occurrence(series.id, day, plan.zone, clock, series.length, call.id if call else "")


def calls_by_own_date(archive: PublicArchive) -> dict[tuple[str, datetime.date], AnyCall]:
    """Give the calls of series by the id of their series and the date that they stand for, one call for each.

    A withheld call may have been on another date than its public one, so that it stands for none that is taken.
    """
    found: dict[tuple[str, datetime.date], AnyCall] = {}
    for call in sorted(archive.calls, key=_is_withheld):
        day = own_date_of(call)
        if call.series and day is not None:
            found.setdefault((call.series, day), call)
    return found


def _is_withheld(call: AnyCall) -> bool:
    return not isinstance(call, PublicCall)


def own_date_of(call: AnyCall) -> datetime.date | None:
    """Give the date of its series that a call stands for, of a withheld one its date; nothing without a known day."""
    return own_date(call) if isinstance(call, PublicCall) else call.date.exact


def instant_of(occurrence: Occurrence) -> datetime.datetime | None:
    """Give the instant in UTC of a date as its rhythm has it; nothing where there is no hour, or not exactly one."""
    if occurrence.clock is None:
        return None
    local = datetime.datetime.combine(occurrence.day, occurrence.clock)
    found = zones.instants(local, occurrence.zone)
    return found[0] if len(found) == 1 else None
