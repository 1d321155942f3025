"""Reads lines of times in WebVTT: when a piece begins and ends, and what is said of its place on a screen.

The grammar is that of the W3C's WebVTT, section 4.4 for syntax and 6.3 and 6.4 for how parsers read it.
"""

import re
from typing import NamedTuple

_TIME = r"(?:[0-9]{2,4}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}"
_LINE = re.compile(rf"[ \t]*({_TIME})[ \t]*-->[ \t]*({_TIME})(?:[ \t]+(.*))?\Z")
_LIKE_TIME = r"[0-9]{1,4}(?::[0-9]{1,2}){1,2}(?:[.,;][0-9]{1,6})?"
_LIKE_LINE = re.compile(
    rf"[ \t]*({_LIKE_TIME})[ \t]*(?:-{{1,4}}>|={{1,2}}>|[\u2013\u2014]>|\u2192)[ \t]*({_LIKE_TIME})(?:[ \t]+(.*))?\Z"
)
_PARTS = re.compile(
    r"(?:(?P<hours>[0-9]{1,4}):)?(?P<minutes>[0-9]{1,2}):(?P<seconds>[0-9]{1,2})"
    r"(?:(?P<point>[.,])(?P<rest>[0-9]{3}))?\Z"
)
_SETTING = re.compile(r"(?:vertical|line|position|size|align|region):[^\s:]+\Z")


class Times(NamedTuple):
    """A line of times: milliseconds, and the settings behind them."""

    start: int
    end: int
    settings: str = ""


def has_arrow(line: str) -> bool:
    """Tell whether a line is one of times, or was meant to be one."""
    return "-->" in line or (
        line[:1].strip("0123456789 \t") == "" and bool(_LIKE_LINE.match(line[:200]))
    )


def read_times(line: str) -> Times | None:
    """Read a line of times as the standard has it; nothing where it is another."""
    found = _LINE.match(line)
    return (
        Times(_milliseconds(found[1]), _milliseconds(found[2]), found[3] or "") if found else None
    )


def mended_times(line: str) -> str:
    """Give a line of times as it should be where there is one reading of it, such as a comma for a point."""
    found = _LIKE_LINE.match(line)
    both = [_mended(found[1]), _mended(found[2])] if found else [""]
    if not found or not all(both):
        return ""
    return f"{both[0]} --> {both[1]}{f' {found[3]}' if found[3] else ''}"


def read_time(text: str) -> int | None:
    """Read one time as milliseconds; nothing where it is none.

    >>> read_time("00:12:30.500"), read_time("01:02.003"), read_time("12:30")
    (750500, 62003, None)
    """
    return _milliseconds(text) if re.fullmatch(_TIME, text, re.ASCII) else None


def unknown_settings(settings: str) -> list[str]:
    """Give the words behind times that no player knows."""
    return [word for word in settings.split() if not _SETTING.match(word)]


def _milliseconds(text: str) -> int:
    clock, _, rest = text.partition(".")
    seconds = 0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(rest)


def _mended(text: str) -> str:
    found = _PARTS.match(text)
    if not found or int(found["minutes"]) > 59 or int(found["seconds"]) > 59:
        return ""
    clock = [int(found["hours"] or 0), int(found["minutes"]), int(found["seconds"])]
    return ":".join(f"{part:02d}" for part in clock) + f".{found['rest'] or '000'}"
