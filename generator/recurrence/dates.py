"""The dates of a rhythm; python-dateutil counts them, which knows RFC 5545 better than code of our own would."""

import datetime
from collections.abc import Iterator
from typing import Literal

from dateutil import rrule

from generator.model.rhythm import Frequency, Rhythm

_FREQUENCIES: dict[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.DAILY: rrule.DAILY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.MONTHLY: rrule.MONTHLY,
    Frequency.YEARLY: rrule.YEARLY,
}
_DAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


def dates(rhythm: Rhythm, since: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Give the dates of a rhythm that begins with `since`, up to and with `last`, in order.

    `since` anchors rhythms of every second week or more; it is a date itself only where the rhythm hits it.
    """
    if last < since:
        return
    rule = rrule.rrule(
        _FREQUENCIES[rhythm.frequency],
        dtstart=datetime.datetime.combine(since, datetime.time()),
        interval=rhythm.interval,
        wkst=rhythm.week_start,
        byweekday=[
            _DAYS[one.day](one.which) if one.which else _DAYS[one.day] for one in rhythm.weekdays
        ]
        or None,
        bymonthday=rhythm.month_days or None,
        bymonth=rhythm.months or None,
        bysetpos=rhythm.positions or None,
        count=rhythm.count or None,
        until=datetime.datetime.combine(min(last, rhythm.last or last), datetime.time())
        if not rhythm.count
        else None,
    )
    for moment in rule:
        day = moment.date()
        if day > min(last, rhythm.last or last):
            return
        yield day
