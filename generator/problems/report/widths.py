"""How much room text takes on a terminal: wide letters take two columns, and marks above a letter none."""

import unicodedata

_MOST_SIGNS = 4
"""Signs of a cut for each column: a heap of marks without width would fill the terminal all the same."""


def width(text: str) -> int:
    """Count the columns of a text (Unicode Standard Annex 11; letters of unclear width count as one)."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def window(line: str, start: int, columns: int) -> tuple[str, int]:
    """Cut a line so that the sign at `start` (from 0) is seen; gives the cut and the number of its first sign.

    The cut takes at most so many columns, and two thirds of them stand before the sign at most.
    However long the line is, only so much of it is looked at as may be shown.
    """
    first = start - _fitting(line[max(0, start - columns) : start][::-1], columns * 2 // 3)
    rest = line[first : first + _MOST_SIGNS * columns]
    return rest[: _fitting(rest, columns)], first


def _fitting(text: str, columns: int) -> int:
    """Count the signs at the beginning of a text that fit into so many columns."""
    if text[: columns + 1].isascii():
        return min(len(text), columns)
    taken = 0
    for count, sign in enumerate(text):
        taken += _columns(sign)
        if taken > columns:
            return count
    return len(text)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
