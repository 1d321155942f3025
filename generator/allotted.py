"""How many minutes an item of an agenda was given, as people write it: `(10 min)`, `, 20 minutes`, `10'`."""

import functools
import re
from typing import NamedTuple

_LONGEST = 300
_SIGN = r"['\u2019\u2032](?![\w'\u2019\u2032])"
_WORD = r"(?:mins?|minutes?|minutos?)\b\.?"
# A lone `m` has to be small: a movement is called 15M.
_UNIT = rf"(?:{_WORD}|(?-i:m)\b|{_SIGN})"
_MINUTES = rf"(?:(?:about|ca\.?|~)\s?)?(?P<minutes>[0-9]{{1,3}})[\s-]?{_UNIT}"
_HOURS = r"(?P<hours>[0-9])(?P<half>[.,]5)?\s?(?:hours?|hrs?|h)(?![a-z])\.?"
_TIME = rf"(?:{_HOURS}(?:\s?(?P<rest>[0-5]?[0-9])\s?{_UNIT}?)?|{_MINUTES})"
_WHOLE = re.compile(rf"\s*{_TIME}\s*\Z", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]")
_PART = re.compile(r"[^,;:]+")
_BEHIND = (
    re.compile(rf"\s*(?:[,;:\u2013\u2014]|\s-)\s*(?P<time>{_TIME})\s*\Z", re.IGNORECASE),
    re.compile(rf"\s(?P<time>[0-9]{{1,3}}(?:\s?{_WORD}|{_SIGN}))\s*\Z", re.IGNORECASE),
)
_BEFORE = re.compile(
    rf"(?P<time>[0-9]{{1,3}}(?:\s?{_WORD}\s?[:\u2013\u2014-]|{_SIGN}\s?[:\u2013\u2014-]?))\s+(?=\S)",
    re.IGNORECASE,
)


class Item(NamedTuple):
    """An item of an agenda: its words without the time, and the minutes it was given, 0 where it says none."""

    words: str
    minutes: int


@functools.lru_cache(maxsize=1024)
def read_item(text: str) -> Item:
    """Part an item from the minutes it was given.

    One time is read where it stands in brackets, at the end or at the beginning; of two in brackets none is.
    Calls of a series have the same items again and again, so the last thousand are kept.

    >>> read_item("How the call works (10 min)")
    Item(words='How the call works', minutes=10)
    """
    plain = text[:_LONGEST]
    bracketed = _in_brackets(plain)
    if bracketed:
        return bracketed if bracketed.minutes else Item(text, 0)
    behind = next((found for form in _BEHIND if (found := form.search(plain))), None)
    if behind:
        return _item(plain[: behind.start()], behind["time"], text)
    before = _BEFORE.match(plain)
    if before:
        return _item(plain[before.end() :], before["time"].rstrip(" :-\u2013\u2014"), text)
    return Item(text, 0)


def _in_brackets(text: str) -> Item | None:
    """Read a time that is a part of what stands in brackets; the other parts stay."""
    found: list[int] = []
    words = text
    for brackets in reversed(list(_BRACKETS.finditer(text))):
        parts = [part.strip() for part in _PART.findall(brackets[1])]
        others = [part for part in parts if not _minutes(part)]
        if len(others) < len(parts):
            found += [_minutes(part) for part in parts if _minutes(part)]
            kept = f" ({', '.join(others)})" if others else ""
            words = words[: brackets.start()] + kept + words[brackets.end() :]
    if not found:
        return None
    return Item(words.strip(), found[0]) if len(found) == 1 and words.strip() else Item(text, 0)


def _item(words: str, time: str, text: str) -> Item:
    minutes = _minutes(time)
    bare = words.strip().rstrip(",;:")
    return Item(bare, minutes) if minutes and bare else Item(text, 0)


def _minutes(text: str) -> int:
    """Give the minutes of a text that is a time and nothing else; 0 for any other."""
    found = _WHOLE.match(text)
    if not found:
        return 0
    if not found["hours"]:
        return int(found["minutes"])
    return int(found["hours"]) * 60 + 30 * bool(found["half"]) + int(found["rest"] or 0)
