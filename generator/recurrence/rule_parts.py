"""What each part of a recurrence rule may be, and what to write instead of the parts that calls do not have."""

import datetime
import re
from collections.abc import Callable, Mapping

from generator.model.rhythm import Frequency, Weekday

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Weekdays as a rule writes them, from Monday."""

MOST_APART = 400
"""The largest interval: a call that comes back later than that is no rhythm that anybody keeps."""

MOST_CALLS = 5000
"""The largest count: some thirteen years of a call every day."""

_WEEKDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)\Z")
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}\Z")
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(T.*)?\Z", re.DOTALL)


class Refused(Exception):
    """A part cannot be read; it says why, and what to write instead."""

    def __init__(self, why: str, how: str) -> None:
        """Keep both as they are told."""
        super().__init__(why)
        self.why = why
        self.how = how


def _frequency(value: str) -> Frequency:
    if value in Frequency.__members__:
        return Frequency[value]
    why = "a recurring call takes place once a day at the most"
    if value not in ("SECONDLY", "MINUTELY", "HOURLY"):
        why = "it is none of the words for how often"
    raise Refused(why, "write `FREQ=DAILY`, `FREQ=WEEKLY`, `FREQ=MONTHLY` or `FREQ=YEARLY`")


def _whole(most: int, how: str) -> Callable[[str], int]:
    def read(value: str) -> int:
        number = int(value) if _NUMBER.match(value) and value.isdigit() else 0
        if not 1 <= number <= most:
            raise Refused(f"it is a whole number from 1 to {most}", how)
        return number

    return read


def _numbers(most: int, below: bool, how: str) -> Callable[[str], tuple[int, ...]]:
    """Read a list of numbers up to `most`, and where `below` is said also from the end, below 0; 0 is none."""

    def read(value: str) -> tuple[int, ...]:
        span = f"from 1 to {most}" + (f", or from -1 to -{most} from the end" if below else "")
        found = []
        for text in value.split(","):
            number = int(text) if _NUMBER.match(text) else 0
            if not number or abs(number) > most or (number < 0 and not below):
                raise Refused(f"its numbers go {span}, with commas between them", how)
            found.append(number)
        return tuple(sorted(set(found), key=_from_the_end))

    return read


def _from_the_end(number: int) -> tuple[bool, int]:
    return number < 0, number


def _weekdays(value: str) -> tuple[Weekday, ...]:
    found = set()
    for text in value.split(","):
        match = _WEEKDAY.match(text)
        which = int(match[1]) if match and match[1] else None
        if not match or which == 0:
            why = "a weekday is two letters, and before them may stand which of its month it is"
            raise Refused(why, "write `BYDAY=WE`, `BYDAY=MO,TH`, `BYDAY=1TU` or `BYDAY=-1FR`")
        found.add(Weekday(DAYS.index(match[2]), which or 0))
    return tuple(sorted(found, key=lambda one: (one.which < 0, one.which, one.day)))


def _week_start(value: str) -> int:
    if value not in DAYS:
        raise Refused("it is one weekday", "write `WKST=MO` or `WKST=SU`")
    return DAYS.index(value)


def _last(value: str) -> datetime.date:
    match = _DAY.match(value)
    how = (
        "write the local date of the last call, as `UNTIL=20310625`, or better `until: 2031-06-25`"
    )
    if not match:
        raise Refused("it is a date of eight digits", how)
    if match[4]:
        raise Refused("an hour in it would be another day in another zone", how)
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise Refused("there is no such day", how) from None


def _one_of(most: int, what: str, how: str) -> Callable[[str], int]:
    def read(value: str) -> int:
        if "," in value:
            how_many = "make a series for each hour, for a series has one call a day"
            raise Refused(f"a series has one {what}", how_many)
        if not re.fullmatch("[0-9]{1,2}", value, re.ASCII) or int(value) > most:
            raise Refused(f"it goes from 0 to {most}", how)
        return int(value)

    return read


def _second(value: str) -> int:
    if not value or value.strip("0"):
        raise Refused("calls begin on the minute", "leave it out")
    return 0


READERS: Mapping[str, Callable[[str], object]] = {
    "FREQ": _frequency,
    "INTERVAL": _whole(MOST_APART, "write `INTERVAL=2` for every second one, or leave it out"),
    "BYDAY": _weekdays,
    "BYMONTHDAY": _numbers(31, below=True, how="write `BYMONTHDAY=1,15`, or `-1` for the last day"),
    "BYMONTH": _numbers(12, below=False, how="write the number of the month, as `BYMONTH=3`"),
    "BYSETPOS": _numbers(366, below=True, how="write `BYSETPOS=1` for the first, or `-1` for the last"),
    "BYHOUR": _one_of(23, "hour", "write the hour, as `BYHOUR=21`"),
    "BYMINUTE": _one_of(59, "minute", "write the minute, as `BYMINUTE=30`"),
    "BYSECOND": _second,
    "WKST": _week_start,
    "COUNT": _whole(MOST_CALLS, "write how many calls there are, or `until:` with the last date"),
    "UNTIL": _last,
}  # fmt: skip
"""The parts that a rule may have, each with its reader, which takes the value in capitals and may refuse it."""

_CALENDAR = "a calendar program writes it beside the rule"
ELSEWHERE: Mapping[str, tuple[str, str]] = {
    "DTSTART": (_CALENDAR, "write the first date into `from:`, and the hour as `BYHOUR` and `BYMINUTE`"),
    "DTEND": (_CALENDAR, "write how long the calls are into `length:`"),
    "DURATION": (_CALENDAR, "write how long the calls are into `length:`"),
    "TZID": (_CALENDAR, "write the zone into `zone:`"),
    "EXDATE": (_CALENDAR, "write each date without a call below `skip:`, with its reason"),
    "EXRULE": (_CALENDAR, "write each date without a call below `skip:`, with its reason"),
    "RDATE": (_CALENDAR, "give each further call a record of its own, with `extra: true`"),
    "BYYEARDAY": ("people do not count the days of a year", "say it with `BYMONTH` and `BYMONTHDAY`"),
    "BYWEEKNO": ("lands number the weeks of a year in different ways", "say it with `BYMONTH` and `BYDAY`, as"
                 " `FREQ=YEARLY;BYMONTH=5;BYDAY=1SA`"),
    "BYEASTER": ("the rules of calendars do not know it", "give each call a record of its own"),
    "RSCALE": ("only the common calendar is counted", "leave it out, or give each call a record of its own"),
    "SKIP": ("only the common calendar is counted", "leave it out; dates without a call stand below `skip:`"),
}  # fmt: skip
"""Parts that are known and that no rule here has: why, and where what they say belongs."""
