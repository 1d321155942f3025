"""Which mark of an archive another mark means, and which decisions that leaves in force.

It works on records and on what may be seen alike, so that checks, pages and lists of actions never disagree.
Which calls and notes are looked at is the caller's choice; marks that may not be read are simply not handed in.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol, TypeVar

SUPERSEDES = "supersedes"
CLOSES = "closes"
ACTION = "action"
OUTCOMES = frozenset({"decision", "proposal", "outcome"})
"""Kinds of marks that something was, or was not, decided by."""

MARK_NAME = "[a-z0-9][a-z0-9-]{0,79}"
"""Pattern of a mark's name, as another mark writes it behind a number sign."""
_OTHER = rf"(?P<call>[0-9][a-z0-9-]{{3,79}})?#(?P<name>{MARK_NAME})"
_ONE = re.compile(rf"\b(?P<kind>supersedes|closes)\s+{_OTHER}", re.IGNORECASE)
_MORE = re.compile(
    rf"(?:\s{{0,9}},\s{{1,9}}|\s{{1,9}})(?:(?:and|&)\s{{1,9}})?{_OTHER}", re.IGNORECASE
)

MOST_MEANT = 20
"""Marks that a name is said to mean; a name of more is as unclear, and may be in use in every call."""

Day = tuple[int, int, int]
"""Year, month and day of a call; 0 where they are not known."""


class MarkName(NamedTuple):
    """The permanent name of a mark: the id of its call, and its name in the notes."""

    call: str
    anchor: str

    def __str__(self) -> str:
        """Write it as people do: `2031-03-05-river-open-call#gathering-date`."""
        return f"{self.call}#{self.anchor}"


class Found(NamedTuple):
    """A join as it stands in a text: its kind, the other mark's name and call, and where those stand (from 0)."""

    kind: str
    call: str
    name: str
    start: int
    end: int


class Joining(Protocol):
    """What is asked of a join, which is what one mark says of another."""

    @property
    def kind(self) -> Enum:
        """Give its kind, whose value is `supersedes` or `closes`."""

    @property
    def name(self) -> str:
        """Give the name of the other mark in its notes."""

    @property
    def call(self) -> str:
        """Give the id of the other mark's call where the writer gave one."""


class Marked(Protocol):
    """What is asked of a mark."""

    @property
    def kind(self) -> Enum:
        """Give its kind."""

    @property
    def anchor(self) -> str:
        """Give its name in the notes."""

    @property
    def adopted(self) -> bool:
        """Tell whether its outcome word is one of adoption."""

    @property
    def joins(self) -> Sequence[Joining]:
        """Give what it says of other marks."""


M_co = TypeVar("M_co", covariant=True)
M = TypeVar("M")


class Noted(Protocol[M_co]):
    """What is asked of notes in one language."""

    @property
    def language(self) -> str:
        """Give the language, empty for the archive's own."""

    @property
    def path(self) -> str:
        """Give the file."""

    @property
    def marks(self) -> tuple[M_co, ...]:
        """Give the marks in their order."""


class Told(NamedTuple):
    """What a call tells: its id and earlier ids, its day, whether its notes are more than a draft, and its marks.

    Where some of its notes are a draft and others are not, the marks are those of the others.
    """

    call: str
    aliases: Sequence[str]
    day: Day
    is_final: bool
    marks: Sequence[Marked]


class Edge(NamedTuple):
    """A join that means one mark: what it is, the mark that has it, and the one it means."""

    join: Joining
    source: MarkName
    target: MarkName


@dataclass(frozen=True, slots=True)
class KnownMarks:
    """All marks of an archive by their permanent names, in the order of its calls.

    `calls` are the ids of the calls that have a mark of that name; `ids` give the id for each id and earlier id.
    `drafts` are ids of calls whose notes are no more than drafts, which decide nothing.
    """

    marks: Mapping[MarkName, Marked]
    calls: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, str]
    days: Mapping[str, Day]
    drafts: Container[str]


def find_joins(text: str) -> Iterator[Found]:
    """Find what a text says of other marks: `supersedes #date`, `closes #letter, #hall and 2031-01-08-river#hats`."""
    if "#" not in text:
        return
    for first in _ONE.finditer(text):
        found: re.Match[str] | None = first
        while found is not None:
            start = found.start("call") if found["call"] else found.start("name") - 1
            call, name = (found["call"] or "").lower(), found["name"].lower()
            yield Found(first["kind"].lower(), call, name, start, found.end())
            found = _MORE.match(text, found.end())


def notes_order(notes: Noted[M]) -> tuple[str, str]:
    """Sort notes in the archive's own language, whose file names none, before translations."""
    return notes.language, notes.path


def first_marks(notes: Iterable[Noted[M]]) -> tuple[M, ...]:
    """Give the marks of the first notes that have any; translations repeat them."""
    marked = [each for each in notes if each.marks]
    return min(marked, key=notes_order).marks if marked else ()


def telling_marks(
    final: Iterable[Noted[M]], drafts: Iterable[Noted[M]]
) -> tuple[bool, tuple[M, ...]]:
    """Give the marks that notes tell, and whether those are more than a draft's.

    `final` are notes of a call that are the group's own word, `drafts` the others, which are asked only where those
    mark nothing.
    """
    marks = first_marks(final)
    return (True, marks) if marks else (False, first_marks(drafts))


def known_marks(calls: Iterable[Told]) -> KnownMarks:
    """Put the marks of an archive's calls where they can be looked up. Linear in the marks."""
    told = tuple(calls)
    by_name: dict[str, list[str]] = {}
    marks: dict[MarkName, Marked] = {}
    for one in told:
        call = one.call
        for mark in one.marks:
            by_name.setdefault(mark.anchor, []).append(call)
            marks[MarkName(call, mark.anchor)] = mark
    earlier = {alias: one.call for one in told for alias in one.aliases}
    return KnownMarks(
        marks=marks,
        calls={name: tuple(found) for name, found in by_name.items()},
        ids=earlier | {one.call: one.call for one in told},
        days={one.call: one.day for one in told},
        drafts=frozenset(one.call for one in told if not one.is_final),
    )


def meant(known: KnownMarks, call: str, join: Joining) -> tuple[MarkName, ...]:
    """Give the marks that a join of a call's notes can mean: none, the one, or several that are not told apart.

    A name with a call's id is a mark of that call. A bare name is one of the same notes, else one of any call; of more
    than `MOST_MEANT` only the first are given.
    """
    if join.call:
        name = MarkName(known.ids.get(join.call, ""), join.name)
        return (name,) if name in known.marks else ()
    own = MarkName(call, join.name)
    if own in known.marks:
        return (own,)
    several = known.calls.get(join.name, ())[:MOST_MEANT]
    return tuple(MarkName(other, join.name) for other in several)


def edges_of(known: KnownMarks) -> Iterator[Edge]:
    """Give every join that means one mark, in the order of the archive; the others lead nowhere."""
    for name, mark in known.marks.items():
        for join in mark.joins:
            found = meant(known, name.call, join)
            if len(found) == 1:
                yield Edge(join, name, found[0])


def is_decided(known: KnownMarks, name: MarkName) -> bool:
    """Tell whether a mark carries a word of adoption and is of a kind that can be adopted."""
    mark = known.marks[name]
    return mark.adopted and mark.kind.value in OUTCOMES


def is_backwards(known: KnownMarks, edge: Edge) -> bool:
    """Tell whether a join means a mark of a call that was certainly later, as far as both days are known."""
    own, other = known.days[edge.source.call], known.days[edge.target.call]
    sure = next((at for at, (a, b) in enumerate(zip(own, other, strict=True)) if not a * b), 3)
    return own[:sure] < other[:sure]


def superseding(known: KnownMarks, edges: Iterable[Edge]) -> Iterator[Edge]:
    """Give the joins by which a decision stops being in force.

    The later one must have been decided, in notes that are more than a draft; a proposal changes nothing.
    """
    for edge in edges:
        counts = edge.join.kind.value == SUPERSEDES and edge.source != edge.target
        counts = counts and edge.source.call not in known.drafts
        decided = counts and is_decided(known, edge.source) and is_decided(known, edge.target)
        if decided and not is_backwards(known, edge):
            yield edge


def circles(edges: Iterable[Edge]) -> Iterator[tuple[MarkName, ...]]:
    """Give each group of marks that lead back to themselves once, its marks in the order in which they were met.

    The strongly connected parts of the joins, after Tarjan (1972), without recursion. Linear in the joins.
    """
    after: dict[MarkName, list[MarkName]] = {}
    for edge in edges:
        after.setdefault(edge.source, []).append(edge.target)
        after.setdefault(edge.target, [])
    order = {name: at for at, name in enumerate(after)}
    for part in _connected(after):
        if len(part) > 1 or part[0] in after[part[0]]:
            yield tuple(sorted(part, key=order.__getitem__))


def _connected(after: Mapping[MarkName, Sequence[MarkName]]) -> Iterator[list[MarkName]]:
    met: dict[MarkName, int] = {}
    low: dict[MarkName, int] = {}
    stack: list[MarkName] = []
    done: set[MarkName] = set()
    for start in after:
        way = [] if start in met else [(start, iter(after[start]))]
        while way:
            name, targets = way[-1]
            if name not in met:
                met[name] = low[name] = len(met)
                stack.append(name)
            step = next(targets, None)
            if step is None:
                way.pop()
                for above, _ in way[-1:]:
                    low[above] = min(low[above], low[name])
                if low[name] == met[name]:
                    part = list(_taken_off(stack, name))
                    done.update(part)
                    yield part
            elif step not in met:
                way.append((step, iter(after[step])))
            elif step not in done:
                low[name] = min(low[name], met[step])


def _taken_off(stack: list[MarkName], last: MarkName) -> Iterator[MarkName]:
    """Take names off a stack until the one that is given."""
    while stack:
        name = stack.pop()
        yield name
        if name == last:
            return
