"""What the marks of an archive say of each other, as pages draw it: links to those they name, and back from those.

Which mark a name means is said in `generator.joining`; a name that means none, or several, stays text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from generator import addresses
from generator.joining import (
    CLOSES,
    KnownMarks,
    MarkName,
    Told,
    edges_of,
    find_joins,
    known_marks,
    meant,
    superseding,
    telling_marks,
)
from generator.open_actions import counting
from generator.privacy.public import AnyCall, Origin, PublicArchive, PublicCall, PublicMark
from generator.render.names import Link
from generator.render.once import once
from generator.wording import N_

Places = tuple[tuple[str, str], ...]
"""Marks as they are named in notes (`#gathering-date`), each with the address of its place."""

SUPERSEDED = N_("superseded by")
WOULD = N_("would be superseded by")
"""Something that was not decided says that it supersedes; it does not."""
CLOSED = N_("closed by")
SAID_CLOSED = N_("said to be closed by")
"""A draft, or what was only proposed, says that it closes; it does not."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What is said between the marks of an archive; all names are of marks that may be seen.

    `texts` are their words.
    `says` holds for each mark what it says of others, in messages such as `supersedes`; `said` what others say of it.
    `superseded` are the decisions that a later one took out of force.
    """

    known: KnownMarks
    texts: Mapping[MarkName, str]
    says: Mapping[MarkName, tuple[tuple[str, MarkName], ...]]
    said: Mapping[MarkName, tuple[tuple[str, MarkName], ...]]
    superseded: frozenset[MarkName]


def telling(call: PublicCall) -> tuple[bool, tuple[PublicMark, ...]]:
    """Give the marks of a call, and whether they stand in notes that are more than a draft."""
    if len(call.notes) == 1:
        # Nearly all calls have notes in one language, and every page that tells of marks asks this.
        (only,) = call.notes
        return not only.is_draft and bool(only.marks), only.marks
    return telling_marks(
        (notes for notes in call.notes if not notes.is_draft),
        (notes for notes in call.notes if notes.is_draft),
    )


def tells_summary(call: PublicCall) -> bool:
    """Tell whether the marks of a call stand in a summary, which may lie beside notes that mark nothing."""
    marks = telling(call)[1]
    return any(one.marks is marks and one.origin is Origin.SUMMARY for one in call.notes)


def public_marks(calls: Iterable[AnyCall]) -> KnownMarks:
    """Put the marks of all calls that may be seen where they can be looked up."""
    return known_marks(_told(call) for call in calls if isinstance(call, PublicCall))


def _told(call: PublicCall) -> Told:
    day = (call.date.year, call.date.month, call.date.day)
    return Told(call.id, call.aliases, day, *telling(call))


def relations_in(archive: PublicArchive) -> Relations:
    """Give what all marks of an archive say of each other, worked out once for all renderers."""
    return once(archive, _relations)


def _relations(archive: PublicArchive) -> Relations:
    return relations_of(archive.calls)


def relations_of(calls: Sequence[AnyCall]) -> Relations:
    """Work out what all marks say of each other. Linear in the marks."""
    known = public_marks(calls)
    marks = cast(Mapping[MarkName, PublicMark], known.marks)
    edges = tuple(edges_of(known))
    superseded = set(superseding(known, edges))
    effective = superseded.union(counting(known, edges))
    says: dict[MarkName, list[tuple[str, MarkName]]] = {}
    said: dict[MarkName, list[tuple[str, MarkName]]] = {}
    for edge in dict.fromkeys(edges):
        does, back = _words(edge.join.kind.value, edge in effective)
        says.setdefault(edge.source, []).append((does, edge.target))
        said.setdefault(edge.target, []).append((back, edge.source))
    return Relations(
        known=known,
        texts={name: mark.text for name, mark in marks.items()},
        says={name: tuple(dict.fromkeys(found)) for name, found in says.items()},
        said={name: tuple(dict.fromkeys(found)) for name, found in said.items()},
        superseded=frozenset(edge.target for edge in superseded),
    )


def _words(kind: str, is_effective: bool) -> tuple[str, str]:
    if kind == CLOSES:
        return (N_("closes"), CLOSED) if is_effective else (N_("says that it closes"), SAID_CLOSED)
    return (N_("supersedes"), SUPERSEDED) if is_effective else (N_("would supersede"), WOULD)


def mark_address(name: MarkName) -> str:
    """Give the address of a mark in the page of its call."""
    return f"{addresses.call_page(name.call)}#{name.anchor}"


def named_by(call: PublicCall, known: KnownMarks) -> Places:
    """Give the places of the marks that those of a call name, sorted; names that lead nowhere are left out."""
    places: dict[str, str] = {}
    for mark in telling(call)[1]:
        for join in mark.joins:
            found = meant(known, call.id, join)
            if len(found) == 1:
                places[f"{join.call}#{join.name}"] = mark_address(found[0])
    return tuple(sorted(places.items()))


def note_pieces(note: str, places: Mapping[str, str], page: str) -> Iterator[Link]:
    """Part the note of a mark into text and links to the marks it names."""
    done = 0
    for found in find_joins(note):
        place = places.get(f"{found.call}#{found.name}")
        if place:
            yield "", note[done : found.start]
            yield place_from(place, page), note[found.start : found.end]
            done = found.end
    if note[done:]:
        yield "", note[done:]


def place_from(place: str, page: str) -> str:
    """Give the address of a place in a page as it is written on `page`, which may be the same one."""
    there, _, name = place.partition("#")
    return f"#{name}" if there == page else f"{addresses.relative(there, page)}#{name}"
