"""Reads days and times of day, and says what is meant where they are written in another form.

Every reader returns a value, or `BAD` after it has written down what is wrong and how to mend it.
"""

import calendar
import datetime
import re
from typing import Any

from generator.fields import kinds as k
from generator.load.likely import likely_day, likely_time
from generator.load.notebook import Notebook
from generator.load.sure import sure_day, sure_moment, sure_time
from generator.load.yaml_tree import Scalar
from generator.model.dates import LooseDate
from generator.problems import Fix

CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z")
"""A time of day as it is written."""

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_LOOSE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\Z")
_FIRST_YEAR = 1800
_LAST_YEAR = 2999


def read_day(book: Notebook, kind: k.Day, node: Scalar, name: str) -> Any:
    """Read a day, or a month or a year where the field allows them."""
    wanted = "a date, a month or a year" if kind.loose else "a date"
    match = (_LOOSE if kind.loose else _DAY).match(node.text)
    if not match:
        return _other_form(book, node, wanted, _day_in_name(book.path) if name == "date" else "")
    month, day = (int(part) if part else None for part in match.groups()[1:])
    fault = _day_fault(int(match[1]), month, day)
    if fault:
        return _bad_date(book, node, None, wanted, likely_day(node.text)[0], fault)
    if kind.loose:
        return LooseDate(int(match[1]), month or 0, day or 0)
    return datetime.date.fromisoformat(node.text)


def _other_form(book: Notebook, node: Scalar, wanted: str, named: str) -> Any:
    """Refuse a date in another form; the day in the file's name settles which number is the month."""
    sure = sure_day(node.text)
    example, hint = (sure, "") if sure else likely_day(node.text, _year_of(book.path))
    if (
        named
        and "look again" not in hint
        and named in (example, hint.partition("`")[2].rstrip("`"))
    ):
        sure, example, hint = named, named, ""
    elif named:
        sure = ""
    return _bad_date(book, node, book.instead(node, sure), wanted, example, hint)


def _year_of(path: str) -> int:
    found = re.match(r"(?:calls|minutes)/([0-9]{4})/", path)
    return int(found[1]) if found else 0


def _day_in_name(path: str) -> str:
    found = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=-)", path.rsplit("/", 1)[-1])
    return found[0] if found else ""


def _day_fault(year: int, month: int | None, day: int | None) -> str:
    """Say what is wrong with a day of the right form; years far away cannot be told in other zones."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return f"; years go from {_FIRST_YEAR} to {_LAST_YEAR}"
    if month is not None and not 1 <= month <= 12:
        return "; months go from 01 to 12"
    if month is None or day is None:
        return ""
    return "" if 1 <= day <= calendar.monthrange(year, month)[1] else "; this month has no such day"


def _bad_date(
    book: Notebook, node: Scalar, fix: Fix | None, wanted: str, example: str, hint: str
) -> Any:
    words = {"value": node.text, "wanted": wanted, "example": example, "hint": hint}
    return book.refuse("F203", node, fix, **words)


def read_clock(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    """Read a time of day."""
    match = CLOCK.match(node.text)
    if match:
        return datetime.time(int(match[1]), int(match[2]))
    sure = sure_time(node.text)
    example, hint = (sure, "") if sure else likely_time(node.text)
    fix = book.instead(node, sure)
    return book.refuse("F204", node, fix, value=node.text, example=example, hint=hint)


def read_local_time(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    """Read a day and a time of day."""
    day, _, clock = node.text.partition(" ")
    date_match, clock_match = _DAY.match(day), CLOCK.match(clock)
    fault = ", and the hour"
    if date_match and clock_match:
        fault = _day_fault(*(int(part) for part in date_match.groups()))
        if not fault:
            return datetime.datetime.fromisoformat(f"{day}T{clock}")
    sure = sure_moment(node.text)
    if sure:
        return _bad_date(
            book, node, book.instead(node, sure), "a date and time", sure, ", and the hour"
        )
    apart = re.sub(r"(?<=[0-9])T(?=[0-9])", " ", node.text[:80])
    example = f"{likely_day(apart)[0]} {likely_time(apart)[0]}"
    return _bad_date(book, node, None, "a date and time", example, fault)
