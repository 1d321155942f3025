"""How much room text takes on a terminal: wide letters take two columns, and marks above a letter none."""

import unicodedata


def width(text: str) -> int:
    """Count the columns of a text (Unicode Standard Annex 11; letters of unclear width count as one)."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def window(line: str, start: int, columns: int) -> tuple[str, int]:
    """Cut a line so that the sign at `start` (from 0) is seen; gives the cut and the number of its first sign.

    The cut takes at most so many columns, and two thirds of them stand before the sign at most.
    """
    first = start
    room = columns * 2 // 3
    while first > 0 and width(line[first - 1 : start]) <= room:
        first -= 1
    last = first
    taken = 0
    while last < len(line) and taken + _columns(line[last]) <= columns:
        taken += _columns(line[last])
        last += 1
    return line[first:last], first


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
