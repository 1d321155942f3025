"""Seconds of Unix time, in which the history tells changes, as instants and days in UTC."""

import datetime

from generator.privacy.public import AnyCall


def instant(second: int) -> datetime.datetime:
    """Give a second of Unix time as an instant in UTC."""
    return datetime.datetime.fromtimestamp(second, datetime.UTC)


def changed_at(call: AnyCall) -> int:
    """Give the second of a call's last change, or where history is silent the start of its day in UTC.

    Of a call whose day is not known it is the last day that it can have been on.
    """
    if call.changed_at is not None:
        return call.changed_at
    midnight = datetime.datetime.combine(call.date.last_day(), datetime.time(), datetime.UTC)
    return int(midnight.timestamp())
