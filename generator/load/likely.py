"""Guesses what a date, a time or an id in another form means, for the help line of a problem and for nothing else."""

import datetime
import re
import unicodedata

from generator import zones
from generator.fields.kinds import ID_LIMIT

EXAMPLE_DAY = "2031-03-05"
EXAMPLE_TIME = "21:00"

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WORDS = re.compile(r"[0-9]{1,4}|[A-Za-z]{3,12}")
_SPOKEN = re.compile(
    r"(?<![0-9:.,/-])([0-9]{1,2})(?:\s?[:.h]\s?([0-9]{2}))?(?:\s*([ap])\.?\s?m\b)?(?![0-9/-])",
    re.IGNORECASE,
)
_WITHOUT_COLON = re.compile(r"\s*([0-9]{2})([0-9]{2})\s*(?:h|hrs)?\s*[A-Z]{0,4}\s*\Z")
_ZONE = re.compile(r"\b(?!AM\b|PM\b)[A-Z]{2,4}\b")


def likely_day(text: str, year: int = 0) -> tuple[str, str]:
    """Guess a day, with a hint where it can be read two ways; an example day where nothing can be guessed.

    `year` is the one to take where a month and a day are written without one, or 0.
    """
    found, hint = _read_day(text, year)
    return found, hint or _other_weekday(text, found)


def _read_day(text: str, folder: int) -> tuple[str, str]:
    words = _WORDS.findall(text[:80])
    numbers = [int(word) for word in words if word.isdigit()][:3]
    named = next((_MONTHS.index(w[:3].lower()) + 1 for w in words if w[:3].lower() in _MONTHS), 0)
    if named and len(numbers) == 2:
        numbers = [*sorted(numbers, reverse=True)[:1], named, min(numbers)]
    if named and len(numbers) == 1 and numbers[0] <= 31:
        return _day(folder, named, numbers[0]) if folder else EXAMPLE_DAY, "; the year is missing"
    if len(numbers) != 3:
        return EXAMPLE_DAY, ""
    if numbers[0] > 31:
        return _day(*numbers), ""
    month, day, year = numbers
    other = _day(year, day, month) if month <= 12 and day <= 12 and month != day else ""
    return _day(year, month, day), f"; if you meant day before month, `{other}`" if other else ""


def _other_weekday(text: str, found: str) -> str:
    """Say so where a text names another weekday than the day that was read from it has."""
    words = re.findall(r"(?<![a-z])(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}", text[:80].lower())
    weekday = _WEEKDAYS[datetime.date.fromisoformat(found).weekday()]
    if found == EXAMPLE_DAY or not words or words[0] == weekday[:3].lower():
        return ""
    return f"; that is a {weekday}, so look again which of the two is right"


def likely_time(text: str) -> tuple[str, str]:
    """Guess a time of day, with a hint on what does not belong to it; an example where nothing can be guessed."""
    short = text[:80]
    match = _WITHOUT_COLON.match(short) or _SPOKEN.search(short)
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return EXAMPLE_TIME, ""
    hour = int(match[1])
    half = (match[3] or "").lower() if match.re is _SPOKEN else ""
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    is_open = not half and not match[1].startswith("0") and 0 < hour < 12
    hint = f", or `{hour + 12}:{match[2] or '00'}` for the evening" if is_open else ""
    zone = _ZONE.search(short)
    if zone:
        name = zones.meant(zone[0])
        hint += f"; the zone goes into `zone:{' ' if name else ''}{name}`"
    return f"{hour:02d}:{int(match[2] or 0):02d}", hint


def likely_id(text: str) -> str:
    """Guess an id from words; empty where no letter or digit of them can stand in one."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:ID_LIMIT].strip("-")


def _day(year: int, month: int, day: int) -> str:
    """Write a day that exists, with month and day the other way round if need be, or else the example."""
    year += 2000 if year < 100 else 0
    if month > 12:
        month, day = day, month
    try:
        datetime.date(year, month, day)
    except ValueError:
        return EXAMPLE_DAY
    return f"{year:04d}-{month:02d}-{day:02d}"
