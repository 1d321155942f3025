"""Refuses notes with more lines or more marks than people write: each of them takes a while to be understood.

How large a file may be is asked before, in `files.py`.
"""

from generator.load.marks.found_blocks import Found
from generator.load.notebook import Notebook
from generator.problems import Place, problem

LINES = 20_000
"""A call of three hours, written down word for word in lines of five words, has a third of them."""
MARKS = 500
"""The longest notes known to us have less than a hundred."""


def refuse_lines(book: Notebook) -> bool:
    """Tell of a file with too many lines, at the first one too many; gives whether it has."""
    is_too_long = len(book.lines) > LINES
    if is_too_long:
        _refuse(book, LINES + 1, LINES, "lines")
    return is_too_long


def refuse_marks(book: Notebook, found: Found) -> bool:
    """Tell of notes with too many marks, at the first one too many; gives whether they have."""
    has_too_many = len(found.marks) > MARKS
    if has_too_many:
        _refuse(book, found.marks[MARKS].line, MARKS, "marks")
    return has_too_many


def _refuse(book: Notebook, line: int, limit: int, what: str) -> None:
    book.problems.append(problem("F250", Place(book.path, line), limit=limit, what=what))
