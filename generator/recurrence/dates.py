"""The dates of a rhythm; python-dateutil counts them, which knows RFC 5545 better than code of our own would."""

import datetime
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from dateutil import rrule

from generator.model.rhythm import Frequency, Rhythm, Weekday

_FREQUENCIES: dict[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.DAILY: rrule.DAILY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.MONTHLY: rrule.MONTHLY,
    Frequency.YEARLY: rrule.YEARLY,
}
_DAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


def dates(rhythm: Rhythm, since: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Give the dates of a rhythm that begins with `since`, up to and with `last`, in order.

    `since` anchors rhythms of every second week or more, and gives the day where the rhythm names none; it is a date
    itself only where the rhythm hits it, and so it is with the first of those that are counted.
    """
    end = min(last, rhythm.last or last)
    if end < since:
        return iter(())
    days = (moment.date() for moment in _rule(rhythm, since, end))
    counted = (day for day in days if day >= since)
    return islice(counted, rhythm.count) if rhythm.count else counted


def _rule(rhythm: Rhythm, since: datetime.date, end: datetime.date) -> rrule.rrule:
    begin, weekdays = since, rhythm.weekdays
    if rhythm.positions and rhythm.frequency is Frequency.WEEKLY:
        # Positions are those of a whole week, and dateutil would count them from the day on which it begins.
        weekdays = weekdays or (Weekday(since.weekday()),)
        begin = since - datetime.timedelta(days=(since.weekday() - rhythm.week_start) % 7)
    return rrule.rrule(
        _FREQUENCIES[rhythm.frequency],
        dtstart=_midnight(begin),
        until=_midnight(end),
        interval=rhythm.interval,
        wkst=rhythm.week_start,
        byweekday=[_DAYS[one.day](one.which) if one.which else _DAYS[one.day] for one in weekdays]
        or None,
        bymonthday=rhythm.month_days or None,
        bymonth=rhythm.months or None,
        bysetpos=rhythm.positions or None,
    )


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())
