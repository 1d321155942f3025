"""What marks say of each other does not fit: names that lead nowhere or to several, circles, and what was not decided.

Only notes that may be read are looked at, so that what others say changes no message about them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.joining import (
    ACTION,
    CLOSES,
    OUTCOMES,
    SUPERSEDES,
    Edge,
    KnownMarks,
    MarkName,
    Told,
    circles,
    edges_of,
    is_backwards,
    is_decided,
    known_marks,
    meant,
    superseding,
    telling_marks,
)
from generator.model.adoption import is_draft
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.minutes import Join, Mark, Minutes
from generator.problems import Place, Problem, nearest, problem
from generator.settings import Settings

_FIRST_FEW = 10
"""Names that get a hint; looking for one takes a while, and an archive with more has another fault."""
_MOST_PLACES = 20
"""Second places that one problem gives."""

Note = tuple[Place, str]


@dataclass(frozen=True, slots=True)
class _Read:
    """The marks that may be read, the files they stand in by call, and the calls that are fully shared."""

    known: KnownMarks
    paths: Mapping[str, str]
    calls: Mapping[str, Call]

    def place(self, name: MarkName, join: Join) -> Place:
        return Place(self.paths[name.call], join.line, join.column, len(join.name))

    def note(self, name: MarkName, words: str) -> tuple[Note, ...]:
        """Give the place of a mark; lines of calls that are not fully shared are not pointed at."""
        mark = self.known.marks[name]
        assert isinstance(mark, Mark)
        shared = self.calls[name.call].share.is_full
        return ((Place(self.paths[name.call], mark.line), words),) if shared else ()


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look up every mark that another one names, and whether it can be superseded or closed by it."""
    read = _read(archive)
    yield from _not_found(read)
    edges = tuple(edges_of(read.known))
    sides = tuple(edge for edge in edges if edge.join.kind.value == SUPERSEDES)
    decided = tuple(edge for edge in sides if _is_decided(read, edge))
    parts = tuple(circles(decided))
    ring = {name: number for number, part in enumerate(parts) for name in part}
    leading = _by_source(decided)
    yield from (_circle(read, part, leading) for part in parts)
    straight = [edge for edge in sides if not _is_within(edge, ring)]
    for edge in straight:
        yield from _superseding(read, edge)
    yield from _twice(read, straight)
    for edge in edges:
        if edge.join.kind.value == CLOSES:
            yield from _closing(read, edge)


def _read(archive: Archive) -> _Read:
    notes = archive.notes_by_call()
    told, paths = [], {}
    calls = {call.id: call for call in archive.calls if call.share.details and call.share.minutes}
    for call in calls.values():
        written = [one for one in notes.get(call.id, ()) if one.is_written]
        drafts = [one for one in written if is_draft(one, written)]
        final = [one for one in written if one not in drafts]
        is_final, marks = telling_marks(final, drafts)
        day = (call.date.year, call.date.month, call.date.day)
        told.append(Told(call.id, call.aliases, day, is_final, marks))
        paths[call.id] = _path_of(written, marks)
    return _Read(known_marks(told), paths, calls)


def _path_of(notes: list[Minutes], marks: tuple[Mark, ...]) -> str:
    return next((one.path for one in notes if one.marks is marks), "")


def _joins(read: _Read) -> Iterator[tuple[MarkName, Join]]:
    for name, mark in read.known.marks.items():
        for join in mark.joins:
            assert isinstance(join, Join)
            yield name, join


def _not_found(read: _Read) -> Iterator[Problem]:
    hints = 0
    for name, join in _joins(read):
        found = meant(read.known, name.call, join)
        if len(found) > 1:
            forms = ", ".join(f"`{one}`" for one in found)
            yield problem(
                "R313", read.place(name, join), _all(read, found), name=join.name, todo=forms
            )
        elif not found:
            hint = _hint(read, name, join) if hints < _FIRST_FEW else ""
            hints += 1
            there = _hinted(read, name, join, hint)
            said = f"{join.call}#{join.name}"
            yield problem("R312", read.place(name, join), there, name=said, nearest=hint)


def _all(read: _Read, names: tuple[MarkName, ...]) -> tuple[Note, ...]:
    return tuple(note for name in names for note in read.note(name, "one of them"))


def _hint(read: _Read, name: MarkName, join: Join) -> str:
    """Give the nearest name of a mark of a fully shared call: of the call that is named, else of the whole archive."""
    known, kinds = read.known, (ACTION,) if join.kind.value == CLOSES else OUTCOMES
    fit = [
        one
        for one, mark in known.marks.items()
        if one != name and mark.kind.value in kinds and read.calls[one.call].share.is_full
    ]
    if join.call in known.ids:
        return _likely(join.name, [one.anchor for one in fit if one.call == known.ids[join.call]])
    if join.call:
        return nearest(
            f"{join.call}#{join.name}", [str(one) for one in fit if one.anchor == join.name]
        )
    own = [one.anchor for one in fit if one.call == name.call]
    alone = [one.anchor for one in fit if len(known.calls[one.anchor]) == 1]
    return _likely(join.name, own) or _likely(join.name, alone)


def _likely(name: str, known: Iterable[str]) -> str:
    """Give the hint of `nearest`, else the one known name that holds every word of what was written."""
    known = tuple(known)
    parts = set(name.split("-"))
    whole = [one for one in known if parts <= set(one.split("-"))]
    return nearest(name, known) or (f"; did you mean `{whole[0]}`" if len(whole) == 1 else "")


def _hinted(read: _Read, name: MarkName, join: Join, hint: str) -> tuple[Note, ...]:
    """Give the place of the mark that a hint names."""
    if not hint:
        return ()
    call, _, anchor = hint.split("`")[1].rpartition("#")
    own = MarkName(read.known.ids.get(call or join.call, name.call), anchor)
    calls = read.known.calls.get(anchor, ("",))
    there = own if own in read.known.marks else MarkName(calls[0], anchor)
    return read.note(there, "that mark stands here") if there in read.known.marks else ()


def _is_decided(read: _Read, edge: Edge) -> bool:
    return is_decided(read.known, edge.source) and is_decided(read.known, edge.target)


def _is_within(edge: Edge, ring: Mapping[MarkName, int]) -> bool:
    """Tell whether a join is part of a circle, which is told once for all of it."""
    return edge.source in ring and ring[edge.source] == ring.get(edge.target)


def _place(read: _Read, edge: Edge) -> Place:
    assert isinstance(edge.join, Join)
    return read.place(edge.source, edge.join)


def _circle(
    read: _Read, part: tuple[MarkName, ...], edges: Mapping[MarkName, list[Edge]]
) -> Problem:
    within = frozenset(part)
    first = next(edge for edge in edges[part[0]] if edge.target in within)
    others = (note for one in part[1:_MOST_PLACES] for note in read.note(one, "part of the circle"))
    return problem("R315", _place(read, first), tuple(others), name=first.target.anchor)


def _by_source(edges: Iterable[Edge]) -> dict[MarkName, list[Edge]]:
    found: dict[MarkName, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.source, []).append(edge)
    return found


def _superseding(read: _Read, edge: Edge) -> Iterator[Problem]:
    name, place = edge.join.name, _place(read, edge)
    note = read.note(edge.target, "it stands here")
    if not is_decided(read.known, edge.source):
        yield problem("R318", place, note, name=name)
    elif not is_decided(read.known, edge.target):
        yield problem("R317", place, note, name=name)
    elif is_backwards(read.known, edge):
        yield problem("R316", place, note, name=name, date=read.calls[edge.target.call].date)


def _twice(read: _Read, edges: list[Edge]) -> Iterator[Problem]:
    """Find decisions that two others supersede; only those that were decided count."""
    first: dict[MarkName, Edge] = {}
    for edge in superseding(read.known, edges):
        other = first.setdefault(edge.target, edge)
        if other.source != edge.source:
            note = read.note(other.source, "the other one stands here")
            yield problem(
                "R314", _place(read, edge), note, name=edge.join.name, other=str(other.source)
            )


def _closing(read: _Read, edge: Edge) -> Iterator[Problem]:
    if read.known.marks[edge.target].kind.value != ACTION:
        note = read.note(edge.target, "it stands here")
        yield problem("R319", _place(read, edge), note, name=edge.join.name)
