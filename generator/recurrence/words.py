"""Reads a rhythm in words that can be counted, such as `every 2 weeks on Thursday at 21:00`.

What a sentence in other words may mean is left to `load/rhythms.py`.
"""

import datetime
import re

from generator.model.rhythm import Frequency, Rhythm, Weekday

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHICH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "last but one": -2
}  # fmt: skip
_ALSO = "(?:,| and)"
_EACH = "last but one|" + "|".join(_WHICH)
_DAY = f"(?:{'|'.join(_NAMES)})"
_NUMBER = r"(?:[23]?1st|2?2nd|2?3rd|(?:[4-9]|1[0-9]|2[04-9]|30)th)"
_FORM = re.compile(
    rf"(?:every (?:week|(?P<interval>[1-9][0-9]?) weeks) on (?P<days>{_DAY}(?:{_ALSO} {_DAY})*)"
    rf"|(?P<which>(?:{_EACH})(?:{_ALSO} (?:{_EACH}))*) (?P<day>{_DAY}) of the month"
    rf"|on the (?P<numbers>{_NUMBER}(?:{_ALSO} {_NUMBER})*) of the month"
    r"|every day) at (?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])\Z",
    re.IGNORECASE | re.ASCII,
)


def read_words(text: str) -> Rhythm | None:
    """Give the rhythm that a sentence of one of the known forms says, or nothing."""
    match = _FORM.match(text)
    if not match:
        return None
    clock = datetime.time(int(match["hour"]), int(match["minute"]))
    if match["days"]:
        days = tuple(sorted({Weekday(_number(day)) for day in _parts(match["days"])}))
        interval = int(match["interval"] or 1)
        return Rhythm(Frequency.WEEKLY, interval, weekdays=days, clock=clock)
    if match["which"]:
        day = _number(match["day"])
        which = {Weekday(day, _WHICH[word]) for word in _parts(match["which"])}
        return Rhythm(
            Frequency.MONTHLY, weekdays=tuple(sorted(which, key=_from_the_end)), clock=clock
        )
    if match["numbers"]:
        numbers = {int(number[:-2]) for number in _parts(match["numbers"])}
        return Rhythm(Frequency.MONTHLY, month_days=tuple(sorted(numbers)), clock=clock)
    return Rhythm(Frequency.DAILY, clock=clock)


def _parts(words: str) -> list[str]:
    return re.split(", | and ", words.lower())


def _from_the_end(one: Weekday) -> tuple[bool, int]:
    return one.which < 0, one.which


def _number(day: str) -> int:
    return _NAMES.index(day.lower())
