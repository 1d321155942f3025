"""Finds the comments of a YAML text: they belong to no field, are shown nowhere, and are public with their file."""

from collections.abc import Iterator
from typing import Any

import yaml


def comments_of(text: str, first_line: int = 1) -> tuple[tuple[int, int, int], ...]:
    """Give line, column (both from 1) and length of each comment; of a text that is no YAML those before the fault.

    `first_line` is the file's line the text begins on. Time is linear in the size of the text.
    """
    if "#" not in text:
        return ()
    lines = text.split("\n")
    taken: dict[int, list[tuple[int, int]]] = {}
    for number, begin, end in _values(text, lines):
        taken.setdefault(number, []).append((begin, end))
    found = []
    for number, line in enumerate(lines):
        at = _sign(line, taken.get(number, [])) if "#" in line else -1
        if at >= 0:
            found.append((number + first_line, at + 1, max(len(line.rstrip()) - at, 1)))
    return tuple(found)


def _sign(line: str, taken: list[tuple[int, int]]) -> int:
    """Give where a comment begins in a line: at the first `#` that stands in no value; -1 where there is none."""
    at = line.find("#")
    for begin, end in taken:
        if at >= 0 and begin <= at < end:
            at = line.find("#", end)
    return at


def _values(text: str, lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Give the parts of lines that are keys or values, in the order of the text."""
    events = yaml.parse(text, Loader=yaml.CLoader)
    try:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                yield from _parts(event, lines)
    except yaml.YAMLError:
        return


def _parts(event: Any, lines: list[str]) -> Iterator[tuple[int, int, int]]:
    start, end = event.start_mark, event.end_mark
    is_block = event.style in ("|", ">")
    if is_block:
        # Behind the mark of a block nothing of the value stands, but a comment may.
        yield start.line, start.column, start.column + 1
    for number in range(start.line + is_block, min(end.line + 1, len(lines))):
        begin = start.column if number == start.line else 0
        last = end.column if number == end.line else len(lines[number])
        yield number, begin, last
