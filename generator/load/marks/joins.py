"""Reads what a mark says of others: `supersedes #gathering-date`, `closes 2031-03-05-river-open-call#invitation`."""

from collections.abc import Sequence

from generator.joining import Found, find_joins
from generator.load.marks.text import Piece, place_of, whole_of
from generator.model.minutes import Join, JoinKind


def read_joins(pieces: Sequence[Piece]) -> tuple[Join, ...]:
    """Give the joins of a mark in the order in which they stand; their places are those of the names."""
    return tuple(_join(pieces, found) for found in find_joins(whole_of(pieces)))


def _join(pieces: Sequence[Piece], found: Found) -> Join:
    start = found.end - len(found.name)
    place = place_of("", pieces, start, len(found.name))
    return Join(JoinKind(found.kind), found.name, found.call, place.line, place.column)
