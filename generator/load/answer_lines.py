"""Takes one line of JSON apart: its names and values with the columns they stand at, or why that cannot be done.

A line as `check-links` writes it is read by one pattern; any other one by a reader of JSON, which is slower.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_DAY = r'"([0-9]{4}-[0-9]{2}-[0-9]{2})"'
_TEXT = r'"([^"\\]+)"'
_NUMBER = r"(0|[1-9][0-9]{0,14})"
_FORMS = (
    ("url", _TEXT), ("asked_on", _DAY), ("found", _TEXT), ("status", _NUMBER), ("type", _TEXT),
    ("bytes", _NUMBER), ("sha256", _TEXT), ("moved_to", _TEXT), ("there_on", _DAY), ("since", _DAY),
)  # fmt: skip
_NAMES = tuple(name for name, _ in _FORMS)
_NUMBERS = frozenset(name for name, form in _FORMS if form is _NUMBER)
_AS_WRITTEN = re.compile(
    r'\{"url": '
    + _TEXT
    + "".join(f'(?:, "{name}": {form})?' for name, form in _FORMS[1:])
    + r"\}\Z"
)
_KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*')
_VALUE = re.compile(r'"((?:[^"\\]|\\.)*)"|[^,}\s]+')


class BadLine(Exception):
    """Why a line cannot be read, from which column on and over how many characters; no word of the line is in it."""

    def __init__(self, why: str, column: int, length: int, how: str = "") -> None:
        """Keep what to tell; `how` is empty where the line can only be written anew."""
        super().__init__(why)
        self.why, self.column, self.length, self.how = why, column, length, how


class Part(NamedTuple):
    """One value of a line, and where it stands: `column` counts from 1."""

    value: Any
    column: int
    length: int

    def bad(self, why: str) -> BadLine:
        """Say what is wrong with the value."""
        return BadLine(why, self.column, self.length)


def parts_of(line: str) -> Mapping[str, Part]:
    """Give the values of a line by their names; raises BadLine for what is not one flat object of JSON (RFC 8259)."""
    match = _AS_WRITTEN.match(line)
    if match is None:
        return _parsed(line)
    parts: dict[str, Part] = {}
    for index, name in enumerate(_NAMES, 1):
        text = match[index]
        if text is not None:
            start, end = match.span(index)
            parts[name] = Part(int(text) if name in _NUMBERS else text, start + 1, end - start)
    return parts


def _parsed(line: str) -> Mapping[str, Part]:
    pairs = _pairs(line)
    found: dict[str, Part] = {}
    at = 0
    for name, value in pairs:
        column, length = _place(line, name, at)
        if name in found:
            raise BadLine("this name of a value stands in the line twice", column, length)
        found[name] = Part(value, column, length)
        at = column
    return found


def _pairs(line: str) -> list[tuple[str, Any]]:
    """Read a line as JSON, with every pair of its object in its order."""
    try:
        value = json.loads(line, object_pairs_hook=_Pairs, parse_constant=_refuse_constant)
    except json.JSONDecodeError as fault:
        raise BadLine("from here on this is not JSON", fault.colno, 1) from None
    except (ValueError, RecursionError):
        raise BadLine("this is no JSON of one object with texts and whole numbers", 1, 1) from None
    if not isinstance(value, _Pairs):
        raise BadLine("this is no JSON object, which stands in braces", 1, 1)
    return value


class _Pairs(list[tuple[str, Any]]):
    """The pairs of an object as they stand there, those with the same name too."""


def _refuse_constant(name: str) -> Any:
    """Refuse what is no JSON though some programs write it: `NaN` and endless numbers."""
    raise ValueError(name)


def _place(line: str, name: str, start: int) -> tuple[int, int]:
    """Find a value by its name: its column, and its length up to the comma or brace after it."""
    for key in _KEY.finditer(line, start):
        if _unescaped(key[1]) == name:
            value = _VALUE.match(line, key.end())
            start, end = value.span(value.lastindex or 0) if value else (key.end(), key.end() + 1)
            return start + 1, end - start
    return 1, 1


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text
