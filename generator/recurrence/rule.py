"""Reads a recurrence rule of RFC 5545, section 3.3.10, into a rhythm, and writes a rhythm as such a rule."""

import datetime
import re

from generator.model.rhythm import Frequency, Rhythm, Weekday

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FORM = re.compile(r"[A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*;?\Z")
_WEEKDAY = re.compile(r"([+-]?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)\Z")


def read_rule(text: str) -> Rhythm | None:
    """Give the rhythm of a rule, or nothing where it is no rule that calls can have."""
    plain = text.upper().removeprefix("RRULE:")
    if not _FORM.match(plain):
        return None
    parts = dict(part.split("=", 1) for part in plain.split(";") if part)
    try:
        return _rhythm(parts)
    except ValueError:
        return None


def _rhythm(parts: dict[str, str]) -> Rhythm:
    """Read the parts of a rule; raises `ValueError` for what is not understood."""
    hour, minute = parts.pop("BYHOUR", ""), parts.pop("BYMINUTE", "0")
    rhythm = Rhythm(
        frequency=Frequency(parts.pop("FREQ", "")),
        interval=int(parts.pop("INTERVAL", "1")),
        weekdays=tuple(_weekday(day) for day in _list(parts.pop("BYDAY", ""))),
        month_days=tuple(int(day) for day in _list(parts.pop("BYMONTHDAY", ""))),
        months=tuple(int(month) for month in _list(parts.pop("BYMONTH", ""))),
        positions=tuple(int(number) for number in _list(parts.pop("BYSETPOS", ""))),
        week_start=_DAYS.index(parts.pop("WKST", "MO")),
        count=int(parts.pop("COUNT", "0")),
        last=_day(parts.pop("UNTIL", "")),
        clock=datetime.time(int(hour), int(minute)) if hour else None,
    )
    if parts:
        raise ValueError(sorted(parts)[0])
    return rhythm


def _list(value: str) -> list[str]:
    return value.split(",") if value else []


def _weekday(text: str) -> Weekday:
    match = _WEEKDAY.match(text)
    if not match:
        raise ValueError(text)
    return Weekday(_DAYS.index(match[2]), int(match[1] or 0))


def _day(text: str) -> datetime.date | None:
    return datetime.datetime.strptime(text[:8], "%Y%m%d").date() if text else None


def rule_text(rhythm: Rhythm) -> str:
    """Write a rhythm as a rule.

    >>> rule_text(Rhythm(Frequency.MONTHLY, weekdays=(Weekday(1, 1),), clock=datetime.time(20, 30)))
    'FREQ=MONTHLY;BYDAY=1TU;BYHOUR=20;BYMINUTE=30'
    """
    clock = rhythm.clock
    parts = (
        ("FREQ", rhythm.frequency.value),
        ("INTERVAL", str(rhythm.interval) if rhythm.interval > 1 else ""),
        ("COUNT", str(rhythm.count or "")),
        ("UNTIL", f"{rhythm.last:%Y%m%d}" if rhythm.last else ""),
        ("BYMONTH", _joined(rhythm.months)),
        ("BYMONTHDAY", _joined(rhythm.month_days)),
        ("BYDAY", ",".join(f"{one.which or ''}{_DAYS[one.day]}" for one in rhythm.weekdays)),
        ("BYHOUR", str(clock.hour) if clock else ""),
        ("BYMINUTE", str(clock.minute) if clock else ""),
        ("BYSETPOS", _joined(rhythm.positions)),
        ("WKST", _DAYS[rhythm.week_start] if rhythm.week_start else ""),
    )
    return ";".join(f"{name}={value}" for name, value in parts if value)


def _joined(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))
