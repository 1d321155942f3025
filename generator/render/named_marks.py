"""Where the marks are that other marks name, as in `supersedes #gathering-date`; a register is left to others.

A name leads somewhere only where it is one mark's: one of the same notes, or one alone in the whole archive.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator import addresses
from generator.open_actions import MARK_NAME
from generator.privacy.public import AnyCall, PublicCall, PublicMark, PublicNotes
from generator.render.names import Link

_NAMED = re.compile(rf"\b(?:closes|supersedes)\s+#(?P<name>{MARK_NAME})", re.IGNORECASE)

Places = tuple[tuple[str, str], ...]
"""Names of marks, each with the path of the page that has it."""


def notes_order(notes: PublicNotes) -> tuple[str, str]:
    """Sort notes in the archive's own language, whose file names none, before translations."""
    return notes.language, notes.path


def first_marks(notes: Iterable[PublicNotes]) -> tuple[PublicMark, ...]:
    """Give the marks of the first notes that have any; translations repeat them."""
    return next((each.marks for each in sorted(notes, key=notes_order) if each.marks), ())


def marks_by_name(calls: Iterable[AnyCall]) -> dict[str, str]:
    """Give the page of every mark whose name no other mark of the archive has."""
    found: dict[str, str] = {}
    for call in calls:
        if isinstance(call, PublicCall):
            for mark in first_marks(call.notes):
                known = mark.anchor in found
                found[mark.anchor] = "" if known else addresses.call_page(call.id)
    return {name: page for name, page in found.items() if page}


def named_by(call: PublicCall, pages: Mapping[str, str]) -> Places:
    """Give the places of the marks that those of a call name, sorted; names that lead nowhere are left out."""
    marks = first_marks(call.notes)
    own = {mark.anchor for mark in marks}
    named = {found["name"].lower() for mark in marks for found in _NAMED.finditer(mark.note)}
    here = {name: addresses.call_page(call.id) for name in named & own}
    there = {name: pages[name] for name in named - own if name in pages}
    return tuple(sorted((here | there).items()))


def note_pieces(note: str, places: Mapping[str, str], page: str) -> Iterator[Link]:
    """Part the note of a mark into text and links to the marks it names."""
    done = 0
    for found in _NAMED.finditer(note):
        name = found["name"].lower()
        if name in places:
            start = found.start("name") - 1
            yield "", note[done:start]
            yield _address(name, places[name], page), note[start : found.end()]
            done = found.end()
    if note[done:]:
        yield "", note[done:]


def _address(name: str, there: str, page: str) -> str:
    return f"#{name}" if there == page else f"{addresses.relative(there, page)}#{name}"
