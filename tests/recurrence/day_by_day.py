"""A slow and plain reading of RFC 5545, section 3.3.10: every single day is asked whether it is a date of a rhythm.

It shares nothing with the program, which has the dates counted by a library.
"""

import calendar
import datetime
from collections.abc import Iterator

from generator.model.rhythm import Frequency, Rhythm, Weekday

DAY = datetime.timedelta(days=1)


def walked(rhythm: Rhythm, since: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Walk from the first day to the last, and give each that is a date."""
    day, number = since, 0
    while day <= last:
        if (rhythm.last is None or day <= rhythm.last) and is_date(rhythm, since, day):
            number += 1
            if rhythm.count and number > rhythm.count:
                return
            yield day
        day += DAY


def is_date(rhythm: Rhythm, since: datetime.date, day: datetime.date) -> bool:
    """Tell whether a day is in a counted period, is of the right kind, and has one of the positions there."""
    if period(rhythm, since, day) % rhythm.interval or not is_of_kind(rhythm, since, day):
        return False
    if not rhythm.positions:
        return True
    alike = [one for one in days_around(rhythm, day) if is_of_kind(rhythm, since, one)]
    place = alike.index(day)
    return place + 1 in rhythm.positions or place - len(alike) in rhythm.positions


def period(rhythm: Rhythm, since: datetime.date, day: datetime.date) -> int:
    """Say in which day, week, month or year after that of the beginning a day lies."""
    if rhythm.frequency is Frequency.DAILY:
        return (day - since).days
    if rhythm.frequency is Frequency.WEEKLY:
        return (week(rhythm, day) - week(rhythm, since)).days // 7
    if rhythm.frequency is Frequency.MONTHLY:
        return (day.year - since.year) * 12 + day.month - since.month
    return day.year - since.year


def week(rhythm: Rhythm, day: datetime.date) -> datetime.date:
    """Walk back to the day on which the week of a day begins."""
    while day.weekday() != rhythm.week_start:
        day -= DAY
    return day


def days_around(rhythm: Rhythm, day: datetime.date) -> list[datetime.date]:
    """Give all days of the period in which a day lies."""
    first = last = day
    while period(rhythm, day, first - DAY) == 0:
        first -= DAY
    while period(rhythm, day, last + DAY) == 0:
        last += DAY
    return [first + DAY * number for number in range((last - first).days + 1)]


def is_of_kind(rhythm: Rhythm, since: datetime.date, day: datetime.date) -> bool:
    """Tell whether a day is of a month, a day of the month and a weekday that the rhythm names or its beginning has."""
    months, month_days, weekdays = rhythm.months, rhythm.month_days, rhythm.weekdays
    if not month_days and not weekdays:
        if rhythm.frequency is Frequency.WEEKLY:
            weekdays = (Weekday(since.weekday()),)
        elif rhythm.frequency is not Frequency.DAILY:
            month_days = (since.day,)
            if rhythm.frequency is Frequency.YEARLY:
                months = months or (since.month,)
    size = calendar.monthrange(day.year, day.month)[1]
    return (
        (not months or day.month in months)
        and (not month_days or day.day in month_days or day.day - size - 1 in month_days)
        and (not weekdays or any(is_weekday(rhythm, one, day) for one in weekdays))
    )


def is_weekday(rhythm: Rhythm, wanted: Weekday, day: datetime.date) -> bool:
    """Tell whether a day is a weekday, and the one of its month or year that is asked for."""
    if day.weekday() != wanted.day:
        return False
    in_year = rhythm.frequency is Frequency.YEARLY and not rhythm.months
    same = [
        one
        for one in (day + DAY * 7 * number for number in range(-53, 54))
        if one.year == day.year and (in_year or one.month == day.month)
    ]
    place = same.index(day)
    return not wanted.which or wanted.which in (place + 1, place - len(same))
