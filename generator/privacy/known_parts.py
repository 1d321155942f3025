"""Lets the last look search a text that many files share once, and of each file only what is its own.

A long part, as of the theme's frames, is searched once as a whole. In a file only its ends are searched again, together
with what stands beside them, for a run may straddle the border.
Two things make that exact. An end is cut right behind a `>`, which every reading keeps, where no tag is open and no
escape goes on; so readings of pieces are the pieces of readings. And in every reading an end has more words than a run
can have, so that a run which begins beyond the border ends before the cut.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.privacy.leaks import CHARACTERS, WORDS, Needles, find, find_in_name
from generator.privacy.plain_words import words_of
from generator.privacy.readings import CALENDAR, readings_of_text

ENOUGH = max(WORDS, CHARACTERS // 2) + 1
"""A run of 24 characters has twelve words at most."""
_OPEN_TAG = re.compile(r"<[^>]*\Z")


@dataclass(frozen=True, slots=True)
class Ends:
    """What is searched anew of a part that is known: its beginning and its end."""

    first: bytes
    last: bytes


Known = Mapping[bytes, Ends]
"""Parts that were searched and hold nothing withheld."""


def learn(needles: Needles, parts: Iterable[bytes]) -> dict[bytes, Ends]:
    """Search parts once and give those that need not be searched again.

    One that holds something withheld stays unknown, and so does one that is too short to have two ends.
    """
    known: dict[bytes, Ends] = {}
    for part in dict.fromkeys(parts) if needles.runs else ():
        ends = ends_of(part)
        if ends is not None and not find(needles, "", part):
            known[part] = ends
    return known


def ends_of(part: bytes) -> Ends | None:
    """Give both ends of a part, or nothing where they would meet or there is no place to cut."""
    first, last = _first(part), _last(part)
    if not first or not last or len(first) + len(last) >= len(part):
        return None
    return Ends(first, last)


def find_among(needles: Needles, path: str, parts: Iterable[bytes], known: Known) -> str:
    """Give the path of a record whose withheld text stands in a file of these parts or its name, or an empty string."""
    if not needles.runs:
        return ""
    pieces = list(parts)
    whole = b"".join(pieces)
    # A calendar is read with its lines joined, where pieces of a text are no pieces of the reading.
    if CALENDAR in whole or known.keys().isdisjoint(pieces):
        return find(needles, path, whole)
    found = (find(needles, "", own) for own in _own(pieces, known))
    return find_in_name(needles, path) or next((record for record in found if record), "")


def _own(parts: Iterable[bytes], known: Known) -> Iterator[bytes]:
    """Give what is a file's own, with the ends of known parts around it."""
    held: list[bytes] = []
    for part in parts:
        ends = known.get(part)
        if ends is None:
            held.append(part)
            continue
        yield b"".join((*held, ends.first))
        held = [ends.last]
    yield b"".join(held)


def _first(part: bytes) -> bytes:
    at = part.find(b">") + 1
    while at and not _is_enough(part[:at]):
        at = part.find(b">", at) + 1
    return part[:at]


def _last(part: bytes) -> bytes:
    at = part.rfind(b">") + 1
    while at and not _is_enough(part[at:]):
        at = part.rfind(b">", 0, at - 1) + 1
    return part[at:] if at else b""


def _is_enough(end: bytes) -> bool:
    """Tell whether an end has words enough in every reading, whatever stands beside it.

    Up to its first `>` a tag may be open that began before, and from its last `<` on one that ends behind it; up to the
    first space it may belong to a target of a link, which is left out in one reading.
    """
    core = end[end.find(b">") + 1 : max(end.rfind(b"<"), 0)].decode("utf-8", "replace")
    for text in readings_of_text(core):
        own = re.split(r"\s", _OPEN_TAG.sub("", text), maxsplit=1)[-1]
        if "](" in text or "{#" in text or len(words_of(own)) < ENOUGH:
            return False
    return True
