"""Says what a value in another form means where it can be read in one way only, and an empty string everywhere else.

What is sure may be written by `check --fix`; what is only likely is for help lines, and is left to `likely.py`.
"""

import datetime
import re

from generator.fields.words import on_the_clock

_MONTHS = {
    word: number
    for number, words in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), 1)
    for word in words.split()
}  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED_DAY = (
    r"(?:(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?\s+)?"
)
_FORMS = tuple(
    re.compile(pattern + r"\Z", re.IGNORECASE)
    for pattern in (
        r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        _NAMED_DAY + r"(?P<name>[a-z]{3,9})\.?\s+(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{4})",
        _NAMED_DAY + r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<name>[a-z]{3,9})\.?,?\s+(?P<year>[0-9]{4})",
        r"(?P<day>[0-9]{1,2})[- ](?P<name>[a-z]{3})[- ](?P<year>[0-9]{4})",
    )
)  # fmt: skip
_NUMBERS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\Z")
_CLOCK = re.compile(
    r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?\s*(?:([ap])\.?\s?m\.?|(h|hrs?|uhr))?\Z", re.IGNORECASE
)
_FOUR_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})\s*(?:h|hrs?)?\Z")
_LENGTH = re.compile(
    r"(?:(?P<hours>[0-9]{1,2}(?:[.,]5)?)\s*(?:h|hrs?|hours?)\b)?(?:,|\s|and)*"
    r"(?:(?P<minutes>[0-9]{1,4})\s*(?:m|mins?|minutes?)\b)?\.?\Z",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?:([0-9]{1,2})\s*(?:h|hrs?|hours?)[,\s]*)?(?:([0-9]{1,4})\s*(?:m|mins?|minutes?)[,\s]*)?"
    r"([0-9]{1,6})\s*(?:s|secs?|seconds?)\.?\Z",
    re.IGNORECASE | re.ASCII,
)
_CLOCK_OF_RECORDING = re.compile(
    r"(?:([0-9]{1,2}):(?=[0-9]{1,2}:))?([0-9]{1,3}):([0-5][0-9])(?:[.,][0-9]{1,3})?\Z", re.ASCII
)
_PEOPLE = r"\s*(?:people|persons|participants|callers|attendees|on the call)?\Z"
_ABOUT = re.compile(
    r"(?:about|approximately|approx\.?|around|circa|ca\.?|c\.|some|~|≈)\s*([0-9]{1,7})" + _PEOPLE,
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"(?:(?:at least|no fewer than|≥|>=)\s*([0-9]{1,7})"
    r"|(?:at least|over|more than|>=?|≥)?\s*([0-9]{1,7})\s*(?:\+| or more| plus))" + _PEOPLE,
    re.IGNORECASE,
)
_ISH = re.compile(r"([0-9]{1,7})(?:[\s-]?ish| or so| roughly)" + _PEOPLE, re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:between\s+|from\s+)?([0-9]{1,7})\s*(?:-|–|—|to|and)\s*([0-9]{1,7})" + _PEOPLE,
    re.IGNORECASE,
)
_ALONE = re.compile(r"([0-9]{1,7})" + _PEOPLE, re.IGNORECASE)
_RHYTHM = re.compile(
    r"(?:weekly|(?:every|each) week)?,?\s*(?:on\s+|every\s+|each\s+)*"
    r"(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)days?,?\s+(?:at\s+)?(?P<clock>\S.*)\Z",
    re.IGNORECASE,
)


def sure_day(text: str) -> str:
    """Give a day as `2031-03-05`; numbers alone are sure where only one of them can be the month."""
    plain = _bare(text)
    for form in _FORMS:
        match = form.match(plain)
        if match:
            return _from_parts(match.groupdict())
    match = _NUMBERS.match(plain)
    if not match:
        return ""
    first, second, year = (int(number) for number in match.groups())
    if first <= 12 and second <= 12 and first != second:
        return ""
    month, day = (second, first) if first > 12 else (first, second)
    return _written(year, month, day)


def sure_time(text: str) -> str:
    """Give a time of day as `21:00`; an hour up to twelve is sure only with am or pm, or with a zero before it."""
    plain = _bare(text)
    if plain.lower() in ("noon", "12 noon"):
        return "12:00"
    match = _FOUR_DIGITS.match(plain)
    if match:
        return _clock(int(match[1]), int(match[2]))
    match = _CLOCK.match(plain)
    if not match:
        return ""
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        is_hour = 1 <= hour <= 12
        return _clock(hour % 12 + (12 if half == "p" else 0), minute) if is_hour else ""
    is_sure = hour > 12 or (match[1].startswith("0") and match[2] is not None)
    return _clock(hour, minute) if is_sure and (match[2] or match[4]) else ""


def sure_moment(text: str) -> str:
    """Give a day and a time as `2031-03-05 21:00`, where both are sure."""
    plain = re.sub(r"(?<=[0-9])T(?=[0-9])", " ", _bare(text))
    for gap in re.finditer(r",?\s+(?:at\s+|@\s*)?", plain):
        day, clock = sure_day(plain[: gap.start()]), _time_or(plain[gap.end() :])
        if day and clock:
            return f"{day} {clock}"
    return ""


def sure_length(text: str) -> str:
    """Give a length of time as `1h30m`."""
    match = _LENGTH.match(_bare(text))
    if not match or not (match["hours"] or match["minutes"]):
        return ""
    hours = match["hours"] or "0"
    is_half = hours[-2:] in (".5", ",5")
    minutes = int(hours[:-2] if is_half else hours) * 60 + 30 * is_half + int(match["minutes"] or 0)
    if not 1 <= minutes <= 24 * 60:
        return ""
    parts = (
        f"{minutes // 60}h" if minutes >= 60 else "",
        f"{minutes % 60}m" if minutes % 60 else "",
    )
    return "".join(parts)


def sure_duration(text: str) -> str:
    """Give how long a recording runs as `1:42:10` or `42:10`; hours and minutes alone leave the seconds open."""
    plain = _bare(text)
    match = _CLOCK_OF_RECORDING.match(plain) or _DURATION.match(plain)
    if not match or not any(match.groups()):
        return ""
    hours, minutes, rest = (int(part or 0) for part in match.groups())
    seconds = hours * 3600 + minutes * 60 + rest
    return on_the_clock(seconds) if 1 <= seconds < 100 * 3600 else ""


def sure_people(text: str) -> str:
    """Give a number of participants as `150`, `150+`, `90-200` or `about 20`."""
    plain = re.sub(r"(?<=[0-9]),(?=[0-9]{3}\b)", "", _bare(text))
    about = "about {}"
    for form, shape in (
        (_ABOUT, about),
        (_ISH, about),
        (_LEAST, "{}+"),
        (_BETWEEN, "{}-{}"),
        (_ALONE, "{}"),
    ):
        match = form.match(plain)
        if match:
            numbers = [int(number) for number in match.groups() if number and number.isdigit()]
            return shape.format(*numbers) if numbers == sorted(numbers) else ""
    return ""


def sure_rhythm(text: str) -> str:
    """Give a weekly rhythm as `every week on Wednesday at 21:00`."""
    match = _RHYTHM.match(_bare(text))
    clock = _time_or(match["clock"]) if match else ""
    if not match or not clock:
        return ""
    day = next(n for n in _WEEKDAY_NAMES if n.lower().startswith(match["weekday"].lower()))
    return f"every week on {day} at {clock}"


def _time_or(text: str) -> str:
    """Give a time that is sure, or one that is written as it should be."""
    return text if re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", text) else sure_time(text)


def _bare(text: str) -> str:
    """Give a text without quotes around it and with single spaces."""
    return " ".join(text[:120].split()).strip("\"'“”„‘’«» ")


def _from_parts(parts: dict[str, str | None]) -> str:
    name = (parts.get("name") or "").lower()
    month = _MONTHS.get(name, 0) if name else int(parts["month"] or 0)
    day = _written(int(parts["year"] or 0), month, int(parts["day"] or 0))
    weekday = (parts.get("weekday") or "").lower()[:3]
    if day and weekday and _WEEKDAYS[datetime.date.fromisoformat(day).weekday()] != weekday:
        return ""
    return day


def _written(year: int, month: int, day: int) -> str:
    try:
        found = datetime.date(year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if 1800 <= year <= 2999 else ""


def _clock(hour: int, minute: int) -> str:
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
