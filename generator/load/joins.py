"""Reads what a mark says of others: `supersedes #gathering-date`, `closes 2031-03-05-river-open-call#invitation`."""

import re
from collections.abc import Sequence

from generator.load.mark_text import Piece, place_of, whole_of
from generator.model.minutes import Join, JoinKind
from generator.open_actions import MARK_NAME

_JOIN = re.compile(
    rf"\b(?P<kind>supersedes|closes)\s+(?P<call>[0-9][a-z0-9-]{{3,79}})?#(?P<name>{MARK_NAME})",
    re.IGNORECASE,
)


def read_joins(pieces: Sequence[Piece]) -> tuple[Join, ...]:
    """Give the joins of a mark in the order in which they stand."""
    return tuple(_join(pieces, found) for found in _JOIN.finditer(whole_of(pieces)))


def _join(pieces: Sequence[Piece], found: re.Match[str]) -> Join:
    place = place_of("", pieces, found.start("name"), len(found["name"]))
    kind = JoinKind(found["kind"].lower())
    return Join(kind, found["name"].lower(), found["call"] or "", place.line, place.column)
