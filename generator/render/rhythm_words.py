"""The rhythm of a series in words; the common rules of RFC 5545 are worded, which dates they give is not worked out.

A rule that has more in it than is worded here is not worded in part, because that would say something else.
"""

import re

from generator.render.months import WEEKDAYS
from generator.render.words import capital, enumeration
from generator.wording import N_, NN_, _, counted

AS_RULE = N_("Its rhythm is given as a rule for calendar programs.")
_RULE = re.compile(r"(?:[A-Z-]+=[^;=]+)(?:;[A-Z-]+=[^;=]+)*;?\Z")
_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), WEEKDAYS, strict=True))
_WHICH = {
    "1": N_("the first {weekday}"),
    "2": N_("the second {weekday}"),
    "3": N_("the third {weekday}"),
    "4": N_("the fourth {weekday}"),
    "5": N_("the fifth {weekday}"),
    "-1": N_("the last {weekday}"),
    "-2": N_("the last but one {weekday}"),
}
_UNITS = {
    "DAILY": NN_("every day", "every {n} days"),
    "WEEKLY": NN_("every week", "every {n} weeks"),
    "MONTHLY": NN_("every month", "every {n} months"),
}
"""How often, by the word of the rule: each one, and each of several."""
# By RFC 5545, section 3.3.10: a week begins on Monday unless the rule says otherwise.
_SAYS_NOTHING = {("INTERVAL", "1"), ("WKST", "MO"), ("BYSECOND", "0")}


def rule_of(rhythm: str) -> str:
    """Give a rhythm back if it is a rule for programs, else an empty string."""
    text = rhythm.upper().removeprefix("RRULE:")
    return rhythm if "FREQ=" in text and _RULE.match(text) else ""


def rhythm_sentence(rhythm: str) -> str:
    """Give the sentence of a rhythm; of a rule without simple words it says that it is one."""
    if not rule_of(rhythm):
        return capital(rhythm)
    return capital(rule_words(rhythm)) or _(AS_RULE)


def rule_words(rule: str) -> str:
    """Give a common rule as people say it, or an empty string.

    >>> rule_words("FREQ=MONTHLY;BYDAY=1TU;BYHOUR=20;BYMINUTE=30")
    'every month on the first Tuesday at 20:30'
    """
    pairs = (part.split("=", 1) for part in rule.upper().removeprefix("RRULE:").split(";") if part)
    parts = {name: value for name, value in pairs if (name, value) not in _SAYS_NOTHING}
    unit = parts.pop("FREQ", "")
    every = _every(parts.pop("INTERVAL", "1"), unit)
    said = _on_days(every, parts, unit) if every else None
    said = _at_hour(said, parts) if said else None
    return "" if parts or said is None else said


def _every(interval: str, unit: str) -> str:
    if unit not in _UNITS or not re.match(r"[1-9][0-9]?\Z", interval):
        return ""
    one, many = _UNITS[unit]
    return counted(one, many, int(interval))


def _on_days(every: str, parts: dict[str, str], unit: str) -> str | None:
    """Take the days out of a rule and say them; nothing where they have no simple words."""
    if unit == "MONTHLY" and "BYMONTHDAY" in parts and "BYDAY" not in parts:
        days = parts.pop("BYMONTHDAY").split(",")
        known = all(re.match(r"[1-9][0-9]?\Z", day) for day in days)
        said = _("{rhythm} on day {days}").format(rhythm=every, days=enumeration(days))
        return said if known else None
    if "BYDAY" not in parts:
        return every
    days = [_weekday(day, unit) for day in parts.pop("BYDAY").split(",")]
    said = _("{rhythm} on {days}").format(rhythm=every, days=enumeration(days))
    return said if all(days) else None


def _weekday(day: str, unit: str) -> str:
    name, which = _DAYS.get(day[-2:], ""), _WHICH.get(day[:-2], "")
    if unit == "WEEKLY":
        return _(name) if len(day) == 2 and name else ""
    return _(which).format(weekday=_(name)) if unit == "MONTHLY" and name and which else ""


def _at_hour(said: str, parts: dict[str, str]) -> str | None:
    """Take the hour out of a rule and say it; nothing where there are several or it is not whole."""
    hour, minute = parts.pop("BYHOUR", ""), parts.pop("BYMINUTE", "")
    if not hour and not minute:
        return said
    if not (re.match(r"[0-9]{1,2}\Z", hour) and re.match(r"[0-9]{1,2}\Z", minute or "0")):
        return None
    time = f"{int(hour):02d}:{int(minute or 0):02d}"
    return _("{rhythm} at {time}").format(rhythm=said, time=time)
