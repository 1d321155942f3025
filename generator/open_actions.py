"""What becomes of actions: which were open before a call, and which mark of the same or a later call closed them.

How a call's words are read is left to `load.tasks`, and which mark a name means to `joining`. Notes that may not be
read are not handed in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import islice
from typing import NamedTuple, Protocol, cast

from generator import joining
from generator.joining import Day, Edge, KnownMarks, MarkName

MOST = 20
"""Actions that are carried over to a call; of more than these, only the latest."""

SERIES = "series"
GROUPS = "groups"
_ONLY_WORDS = frozenset(
    "proposed suggested encouraged favoured tabled blocked withdrawn unclear".split()
) | {"left open", "not taken"}
"""Outcomes of marks that close nothing, whatever they name: what was only proposed is not done."""


class Acted(joining.Marked, Protocol):
    """What is asked of a mark of a call."""

    @property
    def text(self) -> str:
        """Give its words."""

    @property
    def outcome(self) -> str:
        """Give the word that says what became of it, or an empty string."""

    @property
    def done(self) -> bool:
        """Tell whether an action's own line says that it is done."""


class Met(NamedTuple):
    """What a call tells of actions: its id and earlier ids, its day, and the marks of its notes.

    `lines` name what it carries actions along, the first of them what its own actions are carried along.
    `is_final` says that its notes are more than a draft.
    """

    call: str
    aliases: Sequence[str]
    day: Day
    lines: Sequence[str]
    is_final: bool
    marks: Sequence[Acted]


class State(Enum):
    """What became of an action; `SAID` in notes that are no more than a draft, so that it is open still."""

    OPEN = "open"
    SAID = "said-done-in-draft"
    DONE = "done"


class Taken(NamedTuple):
    """An action: where it stands, the day of its call, its mark, its state, and what closed it.

    `closed_by` is nothing where no other mark did; `at` is its call's place in the order of calls.
    """

    name: MarkName
    day: Day
    mark: Acted
    line: str
    is_final: bool
    state: State
    closed_by: MarkName | None
    at: int


class Carried(NamedTuple):
    """What is carried along: the latest actions, the oldest of them first, and how many there are in all."""

    actions: tuple[Taken, ...]
    total: int


class Course(NamedTuple):
    """What became of all actions: each of them, what was open before each call, and after the last one of a line."""

    taken: tuple[Taken, ...]
    before: tuple[Carried, ...]
    after: Mapping[str, Carried]
    known: KnownMarks


def lines_of(series: str, groups: Iterable[str]) -> tuple[str, ...]:
    """Name what a call carries actions along: its series, else each of its groups, else nothing.

    >>> lines_of("", ["river-planning"])
    ('groups/river-planning',)
    """
    return (f"{SERIES}/{series}",) if series else tuple(f"{GROUPS}/{each}" for each in groups)


def course_of(calls: Iterable[Met]) -> Course:
    """Follow the actions of calls, which are in the order of their days. Linear in the marks."""
    met = tuple(calls)
    known = joining.known_marks(_concerned(met))
    closings = _closings(known)
    taken = tuple(_taken(known, closings, met))
    order = {one.call: at for at, one in enumerate(met)}
    before, after = _carry(met, taken, order)
    return Course(taken, before, after, known)


def _concerned(met: Sequence[Met]) -> Iterator[joining.Told]:
    """Give what calls tell with the marks that are actions, name others or are called like one of those alone.

    What a name means is the same as with all marks, and most marks need not be looked at.
    """
    every = [mark for one in met for mark in one.marks]
    names = {join.name for mark in every for join in mark.joins}
    names |= {mark.anchor for mark in every if mark.kind.value == joining.ACTION}
    for one in met:
        marks = [mark for mark in one.marks if mark.joins or mark.anchor in names]
        yield joining.Told(one.call, one.aliases, one.day, one.is_final, marks)


def carried_words(course: Course, action: Taken) -> str:
    """Give an action as the skeleton of new notes lists it, with the name that closes it."""
    name = action.name.anchor if len(course.known.calls[action.name.anchor]) == 1 else ""
    return f"{action.mark.text} (taken on {day_words(action.day)}, {f'#{name}' if name else action.name})"


def day_words(day: Day) -> str:
    """Write a day as far as it is known.

    >>> day_words((2031, 3, 0))
    '2031-03'
    """
    year, *rest = (part for part in day if part)
    return "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest)))


def counting(known: KnownMarks, edges: Iterable[Edge]) -> Iterator[Edge]:
    """Give the joins that close an action: not those of drafts, nor of what was only proposed."""
    for edge in edges:
        if edge.source.call not in known.drafts and _closes(known, edge):
            yield edge


def _closings(known: KnownMarks) -> dict[MarkName, list[MarkName]]:
    """Give the marks that close each action, in the order of their calls."""
    found: dict[MarkName, list[MarkName]] = {}
    for edge in joining.edges_of(known):
        if _closes(known, edge):
            found.setdefault(edge.target, []).append(edge.source)
    return found


def _closes(known: KnownMarks, edge: Edge) -> bool:
    closing, closed = known.marks[edge.source], known.marks[edge.target]
    wanted = edge.join.kind.value == joining.CLOSES and closed.kind.value == joining.ACTION
    if not wanted or edge.source == edge.target or joining.is_backwards(known, edge):
        return False
    # A proposal without an outcome is proposed.
    only_proposed = closing.kind.value == "proposal" and not closing.adopted
    return not only_proposed and cast(Acted, closing).outcome not in _ONLY_WORDS


def _taken(
    known: KnownMarks, closings: Mapping[MarkName, Sequence[MarkName]], met: Sequence[Met]
) -> Iterator[Taken]:
    for at, one in enumerate(met):
        line = one.lines[0] if one.lines else ""
        for mark in one.marks:
            if mark.kind.value == joining.ACTION:
                name = MarkName(one.call, mark.anchor)
                state, by = _state(known, mark, name, closings.get(name, ()))
                yield Taken(name, one.day, mark, line, one.is_final, state, by, at)


def _state(
    known: KnownMarks, mark: Acted, name: MarkName, closers: Sequence[MarkName]
) -> tuple[State, MarkName | None]:
    """Say what became of an action: what final notes say counts before what drafts say, and earlier before later."""
    if mark.done and name.call not in known.drafts:
        return State.DONE, None
    final = next((each for each in closers if each.call not in known.drafts), None)
    if final:
        return State.DONE, final
    if mark.done:
        return State.SAID, None
    return (State.SAID, closers[0]) if closers else (State.OPEN, None)


def _carry(
    met: Sequence[Met], taken: Sequence[Taken], order: Mapping[str, int]
) -> tuple[tuple[Carried, ...], dict[str, Carried]]:
    still: dict[str, dict[MarkName, Taken]] = {}
    ends: dict[int, list[Taken]] = {}
    starts: dict[int, list[Taken]] = {}
    for action in taken:
        end = _end(action, order)
        if action.line and end > action.at:
            starts.setdefault(action.at, []).append(action)
            ends.setdefault(end, []).append(action)
    before = []
    for at, one in enumerate(met):
        before.append(_latest([still[line] for line in one.lines if line in still]))
        for action in ends.get(at, ()):
            del still[action.line][action.name]
        for action in starts.get(at, ()):
            still.setdefault(action.line, {})[action.name] = action
    return tuple(before), {line: _latest([found]) for line, found in still.items()}


def _end(action: Taken, order: Mapping[str, int]) -> int:
    """Give the place of the call from which on an action is carried no more."""
    if action.state is not State.DONE:
        return len(order)
    return order[action.closed_by.call] if action.closed_by else action.at


def _latest(lines: Sequence[dict[MarkName, Taken]]) -> Carried:
    found = [each for line in lines for each in [*islice(reversed(line.values()), MOST)][::-1]]
    if len(lines) > 1:
        found.sort(key=lambda one: one.at)
    return Carried(tuple(found[-MOST:]), sum(map(len, lines)))
