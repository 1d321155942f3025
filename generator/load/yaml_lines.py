"""The lines of a text that is not YAML, and what can be changed in them; the slips themselves are left to others."""

import re
from collections.abc import Iterator
from typing import NamedTuple

Lines = list[str]

FIELD = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?P<key>[^\W\d][\w-]*)(?P<colon>\s*:)(?P<rest>.*)")
ITEM = re.compile(r"(?P<lead>\s*(?:-\s+)+)(?P<rest>.*)")


class Change(NamedTuple):
    """New text for a stretch of one line; lines and columns count from 0."""

    line: int
    column: int
    length: int
    text: str


class Mending(NamedTuple):
    """What is wrong where, what to do in words and with the person's own text, and the changes that do it.

    `is_sure` says that nothing else can have been meant.
    """

    line: int
    column: int
    length: int
    why: str
    how: str
    shown: str
    changes: tuple[Change, ...]
    is_sure: bool = True


def quoted(text: str) -> str:
    """Write a text in the quotes that it has none of itself, and as it is as far as possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def changed(lines: Lines, changes: tuple[Change, ...]) -> Lines:
    """Give lines with changes made in them."""
    new = list(lines)
    for line, column, length, text in sorted(changes, reverse=True):
        new[line] = new[line][:column] + text + new[line][column + length :]
    return new


def values(line: str) -> Iterator[tuple[int, str]]:
    """Give the value of a line with its column: a field's, or an item's; an item with a capital is text first."""
    is_text = re.match(r"\s*-\s+[^a-z]", line)
    for pattern in (ITEM, FIELD) if is_text else (FIELD, ITEM):
        match = pattern.match(line)
        if match:
            value = match["rest"].strip()
            if value:
                yield match.start("rest") + match["rest"].index(value), value


def goes_on(lines: Lines, at: int) -> bool:
    """Tell whether the line after a line is indented deeper and begins no field of its own."""
    after = lines[at + 1] if at + 1 < len(lines) else ""
    indent = len(lines[at]) - len(lines[at].lstrip())
    is_deeper = len(after) - len(after.lstrip()) > indent and bool(after.strip())
    return is_deeper and not FIELD.match(after)


def shown_as(lines: Lines, changes: tuple[Change, ...], at: int = -1) -> str:
    """Give the line of a change, or line `at`, as it should be written."""
    number = changes[0].line if at < 0 else at
    text = changed(lines, changes)[number].strip()
    return f"``{text}``" if "`" in text else f"`{text}`"
