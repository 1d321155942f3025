"""Seconds of Unix time, in which the history tells changes, as instants and days in UTC."""

import datetime

from generator.privacy.public import AnyCall, PublicCall, PublicSeries


def instant(second: int) -> datetime.datetime:
    """Give a second of Unix time as an instant in UTC."""
    return datetime.datetime.fromtimestamp(second, datetime.UTC)


def changed_at(call: AnyCall) -> int:
    """Give the second of a call's last change, or where history is silent the start of its day in UTC.

    Of a call whose day is not known it is the last day that it can have been on.
    """
    return _known_or_own_day(call.changed_at, call.date.last_day())


def recorded_at(call: AnyCall) -> int:
    """Give the same of a call's record alone, without its notes; of a withheld call when that was decided."""
    known = call.recorded_at if isinstance(call, PublicCall) else call.changed_at
    return _known_or_own_day(known, call.date.last_day())


def expected_at(series: PublicSeries, day: datetime.date) -> int:
    """Give the second of the last change of a series' file, or without history the start of one of its dates."""
    return _known_or_own_day(series.changed_at, day)


def _known_or_own_day(second: int | None, day: datetime.date) -> int:
    if second is not None:
        return second
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return int(midnight.timestamp())
