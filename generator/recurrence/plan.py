"""Which dates a recurring call is expected on: its rhythm between its beginning and its end, without skipped dates.

It asks only what the private and the public value of a series have alike, so that checks and renderers count the same.
"""

import calendar
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.model.call import Evidence
from generator.model.dates import LooseDate
from generator.model.rhythm import Rhythm
from generator.recurrence.dates import dates

AHEAD = datetime.timedelta(days=400)
"""How far a series without an end is expanded, at the least."""


class Recurring(Protocol):
    """What a series has, private or public."""

    @property
    def zone(self) -> str:
        """Give its IANA zone; empty for that of the archive."""

    @property
    def recurrence(self) -> Rhythm | None:
        """Give its rhythm; nothing where it cannot be counted."""

    @property
    def since(self) -> LooseDate | None:
        """Give when it began."""

    @property
    def until(self) -> LooseDate | None:
        """Give when it ends, or ended."""

    @property
    def evidence(self) -> Evidence:
        """Tell whether single dates are known at all."""

    @property
    def skipped_days(self) -> Sequence[datetime.date]:
        """Give the dates on which it does not take place."""


class Dated(Protocol):
    """What a call has, private or public, that tells which date of its series it stands for."""

    @property
    def date(self) -> LooseDate:
        """Give its claimed local date."""

    @property
    def moved_from(self) -> tuple[datetime.datetime, ...]:
        """Give the earlier local times that it was announced for, oldest first."""

    @property
    def occurrence(self) -> datetime.date | None:
        """Give the series' own date, where it differs from the first announced one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the dates of a series follow from; `until` is nothing where it goes on."""

    rhythm: Rhythm
    since: datetime.date
    until: datetime.date | None
    zone: str
    skipped: frozenset[datetime.date]


def plan_of(series: Recurring, zone: str, closed: bool) -> Plan | None:
    """Give the plan of a series, or nothing where it expands to no dates at all.

    That is so where only the habit is known, where the rhythm cannot be counted, where the day of its beginning is
    not known, and where nobody said when it ended although the archive is closed. `zone` is that of the archive.
    """
    since = series.since.exact if series.since else None
    known = series.recurrence is not None and series.evidence is not Evidence.PATTERN_ONLY
    if not known or series.recurrence is None or since is None or (closed and series.until is None):
        return None
    until = series.until.last_day() if series.until else None
    return Plan(
        series.recurrence, since, until, series.zone or zone, frozenset(series.skipped_days)
    )


def horizon(today: datetime.date) -> datetime.date:
    """Give the last day that series without an end are expanded to: the end of the month 400 days ahead.

    >>> horizon(datetime.date(2031, 6, 1))
    datetime.date(2032, 7, 31)
    """
    ahead = today + AHEAD
    return ahead.replace(day=calendar.monthrange(ahead.year, ahead.month)[1])


def expected_dates(plan: Plan, last: datetime.date) -> Iterator[datetime.date]:
    """Give the dates on which calls are expected, up to and with `last`, in order."""
    end = min(last, plan.until or last)
    return (day for day in dates(plan.rhythm, plan.since, end) if day not in plan.skipped)


def own_date(call: Dated) -> datetime.date | None:
    """Give the date of its series that a call stands for; nothing where no day is known."""
    if call.occurrence:
        return call.occurrence
    return call.moved_from[0].date() if call.moved_from else call.date.exact
