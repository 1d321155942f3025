"""The text of a mark on its way through the lines of a file, so that what is wrong in it has an exact place."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.problems import Place


class Piece(NamedTuple):
    """A part of a mark's text on one line of the file; `column` counts from 1."""

    line: int
    column: int
    text: str


def whole_of(pieces: Sequence[Piece]) -> str:
    """Give the whole text of a mark, with one blank between its lines."""
    return " ".join(piece.text for piece in pieces)


def place_of(path: str, pieces: Sequence[Piece], offset: int, length: int) -> Place:
    """Give the place of a stretch of a mark's text, which may stand on a later line than the mark."""
    at = 0
    while offset > len(pieces[at].text):
        offset -= len(pieces[at].text) + 1
        at += 1
    line, column, text = pieces[at]
    return Place(path, line, column + offset, max(1, min(length, len(text) - offset)))
