"""Calls to come that overlap and need the same line, the same group or the same facilitator.

Only calls and series that are fully shared take part, so that nothing is told of others. A call that is meant to run
beside another is answered in the records: by `lines` of the platform, or `calls_at_once` of the group.
"""

import datetime
import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from generator import zones
from generator.model.archive import Archive
from generator.model.call import Call, Status
from generator.model.series import Series
from generator.problems import Place, Problem, problem
from generator.recurrence.plan import expected_dates, horizon, own_date, plan_of
from generator.settings import Settings

DATES_SAID = 3
"""So many dates of a clash are named; the others are counted."""
NEAR = 8
"""A call is laid beside so many of those that run when it begins, so that a crowd does not cost its square."""
_NOBODY = frozenset(
    {"", "tba", "tbd", "tbc", "n/a", "open", "none", "unknown", "vacant", "needed", "wanted"}
    | {"volunteer needed", "volunteer wanted"}
)
_NOT_YET = ("to be ", "yet to be ", "not yet", "nobody", "no one", "someone", "somebody")

Need = tuple[str, str]
"""What a call takes for itself while it runs: the code of the clash, and the id or the words of it."""


@dataclass(frozen=True, slots=True, order=True)
class Taken:
    """A time that a call takes, in UTC; `record` is the id of its series, else of the call itself."""

    begin: datetime.datetime
    end: datetime.datetime
    record: str
    day: datetime.date
    place: Place
    needs: frozenset[Need] = field(compare=False)


@dataclass(slots=True)
class _Clash:
    """What is known of the clashes of two records for one cause: what they both need, and the days."""

    first: Taken
    other: Taken
    names: set[str]
    days: set[datetime.date]


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find calls to come and expected dates that overlap, one problem for two records and a cause."""
    limits = _limits(archive)
    found: dict[tuple[str, str, str], _Clash] = {}
    for need, times in _by_need(taken(archive, settings)).items():
        for one, other in overlapping(times, limits.get(need, 1)):
            if (one.record, one.begin) == (other.record, other.begin):
                continue  # Two calls of one series at once are told as such.
            first, last = sorted((one.record, other.record))
            clash = found.setdefault((need[0], first, last), _Clash(one, other, set(), set()))
            clash.names.add(need[1])
            clash.days.add(one.day)
            if (one.begin, one.record) < (clash.first.begin, clash.first.record):
                clash.first, clash.other = one, other
    for (code, *_records), clash in found.items():
        yield _told(code, clash, limits)


def _limits(archive: Archive) -> dict[Need, int]:
    """Give how many calls platforms and groups hold at once, where they say so."""
    lines = {("T435", one.id): one.lines for one in archive.platforms if one.lines}
    return lines | {
        ("T436", one.id): one.calls_at_once for one in archive.groups if one.calls_at_once
    }


def _by_need(times: Iterable[Taken]) -> dict[Need, list[Taken]]:
    found: dict[Need, list[Taken]] = {}
    for one in times:
        for need in one.needs:
            found.setdefault(need, []).append(one)
    return dict(sorted(found.items()))


def overlapping(times: Sequence[Taken], limit: int) -> Iterator[tuple[Taken, Taken]]:
    """Give each call that begins while as many as the limit, or more, are running, with those beside it, up to eight.

    The times are gone through once, in order, so that a year of a hundred series takes no longer than it must.
    """
    running: list[tuple[datetime.datetime, int, Taken]] = []
    for number, one in enumerate(sorted(times)):
        while running and running[0][0] <= one.begin:
            heapq.heappop(running)
        if len(running) >= limit:
            yield from ((one, other) for _end, _number, other in islice(running, NEAR))
        heapq.heappush(running, (one.end, number, one))


def taken(archive: Archive, settings: Settings) -> Iterator[Taken]:
    """Give the times that calls to come take, and those of expected dates without a record."""
    shared = {one.id: one for one in archive.series if one.share.is_full}
    groups = frozenset(one.id for one in archive.groups if one.share.is_full)
    recorded: dict[str, set[datetime.date]] = {}
    for call in archive.calls:
        series = shared.get(call.series)
        if call.share.is_full:
            day = own_date(call)
            if series and day:
                recorded.setdefault(series.id, set()).add(day)
            yield from _of_call(archive, settings, call, series, groups)
    for series in shared.values():
        needs = _needs(None, series, groups)
        yield from _expected(archive, settings, series, recorded.get(series.id, set()), needs)


def _of_call(
    archive: Archive,
    settings: Settings,
    call: Call,
    series: Series | None,
    groups: frozenset[str],
) -> Iterator[Taken]:
    """Give the time of a call, if it is to come and its hour is known."""
    day = call.date.exact
    if day is None or call.start is None or day < settings.today or call.status not in _TO_COME:
        return
    length = call.length or (series.length if series else 0) or settings.usual_length_minutes
    place = archive.place(call.path, "start" if _says(archive, call.path, "start") else "date")
    record = series.id if series else call.id
    needs = _needs(call, series, groups)
    yield from _time(record, day, call.start, call.zone, length, place, needs)


_TO_COME = frozenset({Status.SCHEDULED, Status.ANNOUNCED})


def _says(archive: Archive, path: str, name: str) -> bool:
    return (path, name) in archive.places


def _expected(
    archive: Archive,
    settings: Settings,
    series: Series,
    recorded: set[datetime.date],
    needs: frozenset[Need],
) -> Iterator[Taken]:
    """Give the times of the expected dates of a series to come for which no call stands."""
    plan = plan_of(series, settings.zone, settings.state == "closed")
    if plan is None or plan.rhythm.clock is None or not needs:
        return
    place = archive.place(series.path, "repeats" if series.repeats else "rrule")
    length = series.length or settings.usual_length_minutes
    for day in expected_dates(plan, horizon(settings.today)):
        if day >= settings.today and day not in recorded:
            yield from _time(series.id, day, plan.rhythm.clock, plan.zone, length, place, needs)


def _time(
    record: str,
    day: datetime.date,
    clock: datetime.time,
    zone: str,
    minutes: int,
    place: Place,
    needs: frozenset[Need],
) -> Iterator[Taken]:
    """Give the time of a call, or nothing where its clocks do not name exactly one; that is told elsewhere."""
    found = zones.instants(datetime.datetime.combine(day, clock), zone)
    if len(found) == 1 and needs:
        end = found[0] + datetime.timedelta(minutes=minutes)
        yield Taken(found[0], end, record, day, place, needs)


def _needs(call: Call | None, series: Series | None, groups: frozenset[str]) -> frozenset[Need]:
    """Give what a call takes for itself; what its own record leaves out is that of its series.

    Hosts count as groups, for who holds a call is there as well; words and records that are not shared do not count.
    """
    platform = (call.platform if call else "") or (series.platform if series else "")
    own = frozenset((*call.groups, *call.hosts)) & groups if call else frozenset()
    roles = (call.roles if call else ()) or (series.roles if series else ())
    return frozenset(
        (
            *((("T435", platform),) if platform else ()),
            *(
                ("T436", group)
                for group in own or groups.intersection(series.groups if series else ())
            ),
            *(("T437", who) for who in _facilitators(roles)),
        )
    )


def _facilitators(roles: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Give who facilitates, in small letters; words that say that nobody is named yet name nobody."""
    for role, who in roles:
        name = " ".join(who.casefold().strip(" .?()[]-\u2013\u2014\u2026").split())
        if (
            role.casefold().startswith("facilitator")
            and name not in _NOBODY
            and not name.startswith(_NOT_YET)
        ):
            yield name


def _told(code: str, clash: _Clash, limits: Mapping[Need, int]) -> Problem:
    days = sorted(clash.days)
    names = sorted(clash.names)
    more = len(days) - DATES_SAID
    words = {
        "id": "`, `".join(names) if code != "T437" else "",
        "limit": str(limits.get((code, names[0]), 1)),
        "dates": ", ".join(map(str, days[:DATES_SAID])),
        "more": f" and {more} more {'date' if more == 1 else 'dates'}" if more > 0 else "",
    }
    return problem(code, clash.first.place, ((clash.other.place, "the other call"),), **words)
