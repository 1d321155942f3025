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
_LAST_YEAR = 9990
_DAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


def dates(rhythm: Rhythm, since: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Give the dates of a rhythm that begins with `since`, up to and with `last`, in order.

    `since` anchors rhythms of every second week or more, and gives the day where the rhythm names none; it is a date
    itself only where the rhythm hits it, and so it is with the first of those that are counted.
    """
    end = min(last, rhythm.last or last)
    if end < since:
        return iter(())
    # A rule that misses every day is followed to the end of the calendar, so it begins as near to that as can be:
    # after 400 years each date has its weekday again.
    later = 400 * ((_LAST_YEAR - end.year) // 400)
    rule = _rule(rhythm, _years_on(since, later), _years_on(end, later))
    days = (_years_on(moment.date(), -later) for moment in rule)
    counted = (day for day in days if day >= since)
    return islice(counted, rhythm.count) if rhythm.count else counted


def _years_on(day: datetime.date, years: int) -> datetime.date:
    return day.replace(year=day.year + years)


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
        byweekday=[
            _DAYS[one.day](one.which) if one.which else _DAYS[one.day]
            for one in _alike(rhythm, weekdays)
        ]
        or None,
        bymonthday=rhythm.month_days or None,
        bymonth=rhythm.months or None,
        bysetpos=rhythm.positions or None,
    )


def _alike(rhythm: Rhythm, weekdays: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    """Number all weekdays of a list where one has a number, for dateutil would ask for both kinds at once."""
    if all(one.which for one in weekdays) or not any(one.which for one in weekdays):
        return weekdays
    most = 53 if rhythm.frequency is Frequency.YEARLY and not rhythm.months else 5
    return tuple(
        Weekday(one.day, which)
        for one in weekdays
        for which in ((one.which,) if one.which else range(1, most + 1))
    )


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())
