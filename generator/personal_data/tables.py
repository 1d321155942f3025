"""Secrets that stand apart from their label: in a column of a table, or alone on the next line."""

import re
from collections.abc import Iterator, Sequence

from generator.personal_data import labels
from generator.personal_data.finding import Finding
from generator.personal_data.passcodes import is_number

_MARKS = " \t*_`#>:|-+\"'"
_CELL_LABEL = re.compile(rf"(?:{labels.STRONG}|{labels.WEAK})")
"""For text in small letters, as in `labels.py`."""
_VALUE = re.compile(
    r"\d(?:[ -]{0,3}\d){3,16}[ ]?#?|(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9][\w!#$%^&+=~-]{3,30}#?"
)
_TIME = re.compile(r"\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?|\d+(?:st|nd|rd|th|h|min)", re.IGNORECASE)


def find(lines: Sequence[str], starts: Sequence[int]) -> Iterator[Finding]:
    """Find secrets below their label in plain lines; `starts` are where the lines begin in their text."""
    columns: dict[int, str] = {}
    label = ""
    for line, start in zip(lines, starts, strict=True):
        if "|" in line:
            yield from _in_row(line, start, columns)
            columns = {**columns, **_labels_in(line)}
            label = ""
            continue
        columns = {}
        if label and line.strip():
            yield from _alone(line, start, label)
        label = _label_alone(line) or (label if not line.strip() else "")


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """Give the cells of a row with the column of the line that each begins in."""
    at = 0
    for cell in line.split("|"):
        yield at, cell
        at += len(cell) + 1


def _labels_in(line: str) -> dict[int, str]:
    # The last cells of a row may hold what its first one names; only a label alone in its cell heads a column.
    named = {n: cell.strip(_MARKS) for n, (_, cell) in enumerate(_cells(line))}
    return {n: word for n, word in named.items() if word and _CELL_LABEL.fullmatch(word.lower())}


def _in_row(line: str, start: int, columns: dict[int, str]) -> Iterator[Finding]:
    for n, (at, cell) in enumerate(_cells(line)):
        if n in columns:
            yield from _value_in(cell, start + at, columns[n])


def _label_alone(line: str) -> str:
    word = line.strip(_MARKS)
    return word if 2 < len(word) < 40 and _CELL_LABEL.fullmatch(word.lower()) else ""


def _alone(line: str, start: int, label: str) -> Iterator[Finding]:
    yield from _value_in(line, start, label)


def _value_in(cell: str, start: int, label: str) -> Iterator[Finding]:
    """Take a cell, or a line, that is nothing but a value."""
    bare = cell.strip(" \t*_`>:-+\"'")
    value = _VALUE.fullmatch(bare)
    if not value or _TIME.fullmatch(bare):
        return
    if not re.search("[A-Za-z]", bare) and not is_number(bare, label, is_close=True):
        return
    at = start + cell.index(bare)
    yield Finding("P503", at, at + len(bare))
