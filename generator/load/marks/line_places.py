"""Tells where each line of notes stands: in running text, in a heading, a quotation, a table, code, or a comment.

Markdown is followed as far as marks need it; a line of text below a quotation or a table counts as text.
"""

import re
from collections.abc import Iterator, Sequence, Set
from enum import Enum
from itertools import repeat
from typing import NamedTuple

from generator.load.prose import MARKDOWN_ITEM, text_lines

_ITEM = re.compile(rf"{MARKDOWN_ITEM}[ \t]{{1,4}}")
_BEGIN_ITEMS = frozenset("-*+0123456789")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|\Z)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*\Z")
_CODE_INDENT = 4


class Where(Enum):
    """Where a line of notes stands."""

    TEXT = "text"
    BLANK = "blank"
    HEADING = "heading"
    QUOTE = "quotation"
    TABLE = "table"
    CODE = "indented code"
    FENCE = "fenced code"
    COMMENT = "comment"


class PlacedLine(NamedTuple):
    """A line of notes, its number in the file, and where it stands."""

    number: int
    text: str
    where: Where


def placed_lines(body: str, first: int) -> list[PlacedLine]:
    """Give the lines of notes whose first line is line `first` of the file; linear in their length."""
    lines = body.split("\n")
    is_text = _outside_fences(body, first, len(lines))
    tables: Set[int] = _table_rows(lines) if "|" in body else frozenset()
    found: list[PlacedLine] = []
    indents: list[int] = []
    has_comment = "<!--" in body
    comments = _in_comments(lines, is_text) if has_comment else repeat(False, len(lines))
    where = Where.BLANK
    for index, (line, comment) in enumerate(zip(lines, comments, strict=True)):
        if not is_text[index]:
            where = Where.FENCE
        elif not line:
            where = Where.BLANK
        elif line[0].isalpha() and (where is Where.TEXT or not indents):
            # Most lines are of this sort: a letter begins neither a list nor anything else.
            where = Where.TEXT
        else:
            is_fenced = index > 0 and not is_text[index - 1]
            where = _where(line, _behind_fence(indents) if is_fenced else where, indents)
        if comment:
            where = Where.COMMENT
        elif where is Where.TEXT and index in tables:
            where = Where.TABLE
        found.append(PlacedLine(first + index, line, where))
    return found


def _outside_fences(body: str, first: int, count: int) -> Sequence[bool]:
    """Tell of each line whether it stands outside fenced code."""
    if "```" not in body and "~~~" not in body:
        return [True] * count
    open_code = {number for number, _ in text_lines(body, first)}
    return [first + index in open_code for index in range(count)]


def _behind_fence(indents: Sequence[int]) -> Where:
    """Give what a fence counts as for the line below it: between items it leaves the list open, as was meant."""
    return Where.TEXT if indents else Where.BLANK


def is_underline(line: PlacedLine) -> bool:
    """Tell whether a line makes a heading of the one before it."""
    return _UNDERLINE.match(line.text) is not None


def _where(line: str, before: Where, indents: list[int]) -> Where:
    """Tell where a line stands by what it begins with; `indents` are those of the lists that are open, changed here."""
    stripped = line.lstrip()
    if not stripped:
        return Where.BLANK
    indent = _width(line[: len(line) - len(stripped)]) if stripped != line else 0
    # A line that goes on with a paragraph belongs to it, however far it is indented.
    goes_on = before is Where.TEXT
    while indents and indent < indents[-1] and not goes_on:
        indents.pop()
    if not goes_on and indent - (indents[-1] if indents else 0) >= _CODE_INDENT:
        return Where.CODE
    if stripped[0] == ">":
        return Where.QUOTE
    if stripped[0] == "#" and _HEADING.match(stripped):
        return Where.HEADING
    item = _ITEM.match(stripped) if stripped[0] in _BEGIN_ITEMS else None
    if item:
        while indents and indent < indents[-1]:
            indents.pop()
        indents.append(indent + len(item[0]))
        if stripped[item.end() :].startswith(">"):
            return Where.QUOTE
    return Where.TABLE if stripped[0] == "|" else Where.TEXT


def _width(blanks: str) -> int:
    return len(blanks.expandtabs(4))


def _table_rows(lines: Sequence[str]) -> set[int]:
    """Give the lines of tables: those around a line of hyphens and strokes alone, to the next without a stroke."""
    rows: set[int] = set()
    for index, line in enumerate(lines):
        if index in rows or "|" not in line or "-" not in line or line.strip("|-: \t"):
            continue
        rows.update((index - 1, index))
        after = index + 1
        while after < len(lines) and "|" in lines[after]:
            rows.add(after)
            after += 1
    return rows


def _in_comments(lines: Sequence[str], is_text: Sequence[bool]) -> Iterator[bool]:
    """Tell of each line whether it begins in a comment of HTML, or begins one."""
    is_open = is_block = False
    for line, text in zip(lines, is_text, strict=True):
        # A comment inside a paragraph ends with it.
        is_open = is_open and (is_block or bool(line.strip()))
        begins = line.lstrip().startswith("<!--")
        yield is_open or begins
        start = line.rfind("<!--") if text else -1
        is_block = begins or (is_open and is_block)
        if text and (is_open or start >= 0):
            is_open = line.rfind("-->") < max(start, 0)
