"""What became of each action, as far as it is known: its state, its age, and where it was closed.

Which mark closes which is left to `open_actions`, the words for it to `action_words`.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import cast

from generator import addresses
from generator.joining import MarkName
from generator.open_actions import Carried, Course, State, Taken, lines_of
from generator.privacy.public import (
    AnyCall,
    Evidence,
    LooseDate,
    NotesState,
    PublicArchive,
    PublicCall,
    PublicMark,
    Status,
)
from generator.render.belonging import group_ids
from generator.render.carried_over import course_in
from generator.render.names import NOWHERE, Target, near_targets
from generator.render.once import once
from generator.settings import Settings

CARRIED_LIMIT = 6
"""Most actions of earlier calls that the page of a call lists; the register has them all."""
_SEEN = (NotesState.MINUTES, NotesState.DRAFT)
_PARTLY_SEEN = (
    Evidence.OPENING_ONLY,
    Evidence.NOTICE_ONLY,
    Evidence.MENTION_ONLY,
    Evidence.PATTERN_ONLY,
)


class Standing(Enum):
    """What became of an action; `UNKNOWN` where a later call may have closed it that was not seen in full."""

    OPEN = "open"
    UNKNOWN = "not-known-to-be-done"
    SAID = "said-done-in-draft"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Action:
    """An action as lists show it.

    `name` is permanent, `place` the address of its line. `line` is what it is carried along (`series/river`, or
    empty), `since` the number of calls held along it since. `passed` says that its due day is over on the day of the
    build, in an archive whose calls go on. `closed` leads to the mark that closed it, or says so; `closed_on` is the
    day of that mark's call and `closed_by` its name.
    """

    name: str
    place: str
    text: str
    owner: str
    due: LooseDate | None
    date: LooseDate
    call: Target
    line: str
    in_draft: bool
    standing: Standing
    since: int = 0
    passed: bool = False
    closed: Target = NOWHERE
    closed_on: LooseDate | None = None
    closed_by: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether nothing that counts closed it."""
        return self.standing is not Standing.DONE


Counts = tuple[tuple[Standing, int], ...]
"""How many actions there are of each state."""


@dataclass(frozen=True, slots=True)
class OpenHere:
    """What a series or a group has open, and the name of its place in the register where it has one."""

    counts: Counts
    anchor: str


NOTHING_OPEN = OpenHere((), "")


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The latest actions that were open before a call, and how many there were in all."""

    actions: tuple[Action, ...]
    total: int


NOTHING_CARRIED = CarriedOver((), 0)


def actions_in(archive: PublicArchive, settings: Settings) -> tuple[Action, ...]:
    """Give all actions of an archive as they stand today, worked out once for all renderers."""
    return once(archive, _actions, settings)


def _actions(archive: PublicArchive, settings: Settings) -> tuple[Action, ...]:
    return actions_of(archive, course_in(archive), settings)


def actions_of(archive: PublicArchive, course: Course, settings: Settings) -> tuple[Action, ...]:
    """Give all actions in the order of the archive, as they stand today. Linear in its calls and marks."""
    lasting = tuple(_since(archive.calls, settings.today))
    calls = {call.id: call for call in archive.calls}
    near = near_targets(archive)
    return tuple(
        _followed(taken, lasting[taken.at], calls, near, settings, archive.calls[taken.at])
        for taken in course.taken
    )


def by_call(actions: Sequence[Action]) -> dict[str, tuple[Action, ...]]:
    """Part actions by the id of the call that took them on."""
    parts: dict[str, list[Action]] = {}
    for action in actions:
        parts.setdefault(action.name.partition("#")[0], []).append(action)
    return {call: tuple(found) for call, found in parts.items()}


def counts_of(actions: Iterable[Action]) -> Counts:
    """Count actions by their state, every one of which is named."""
    found = [action.standing for action in actions]
    return tuple((standing, found.count(standing)) for standing in Standing)


def open_by(
    ids: Callable[[AnyCall], Iterable[str]],
    section: str,
    calls: Sequence[AnyCall],
    actions: Sequence[Action],
) -> dict[str, OpenHere]:
    """Count what is open of the calls of each series or group; `section` is the folder of their pages."""
    taken = by_call([action for action in actions if action.is_open])
    found: dict[str, list[Action]] = {}
    for call in calls:
        for each in ids(call) if call.id in taken else ():
            found.setdefault(each, []).extend(taken[call.id])
    return {each: _here(f"{section}/{each}", own) for each, own in found.items()}


def _here(line: str, actions: Sequence[Action]) -> OpenHere:
    # Actions of a group's recurring calls stand under their series.
    stand_together = all(action.line == line for action in actions)
    return OpenHere(counts_of(actions), line_anchor(line) if stand_together else "")


def line_anchor(line: str) -> str:
    """Give the name in the register of the place of a series or a group."""
    return f"open-{line.replace('/', '-')}" if line else "open-others"


def carried_over(course: Course, actions: Sequence[Action]) -> Iterator[CarriedOver]:
    """Give for each call what was open before it, as it was then: what came of it later is not told."""
    known = {
        taken.name: _as_taken(action) for taken, action in zip(course.taken, actions, strict=True)
    }
    return (_shown(carried, known) for carried in course.before)


def _shown(carried: Carried, known: dict[MarkName, Action]) -> CarriedOver:
    latest = carried.actions[-CARRIED_LIMIT:]
    return CarriedOver(tuple(known[taken.name] for taken in latest), carried.total)


def _as_taken(action: Action) -> Action:
    return Action(
        name=action.name,
        place=action.place,
        text=action.text,
        owner=action.owner,
        due=action.due,
        date=action.date,
        call=action.call,
        line=action.line,
        in_draft=action.in_draft,
        standing=Standing.OPEN,
    )


def _followed(
    taken: Taken,
    lasting: tuple[int, bool],
    calls: Mapping[str, AnyCall],
    near: Mapping[str, Target],
    settings: Settings,
    call: AnyCall,
) -> Action:
    since, unseen = lasting
    mark = cast(PublicMark, taken.mark)
    standing = _standing(taken, unseen or _partly_seen(call))
    due = mark.due.exact if mark.due else None
    is_open = standing is not Standing.DONE
    closing = calls[taken.closed_by.call] if taken.closed_by else None
    return Action(
        name=str(taken.name),
        place=_place(taken.name),
        text=mark.text,
        owner=mark.owner,
        due=mark.due,
        date=call.date,
        call=near[call.id],
        line=taken.line,
        in_draft=not taken.is_final,
        standing=standing,
        since=since if is_open else 0,
        passed=is_open and settings.state != "closed" and bool(due and due < settings.today),
        closed=Target(near[closing.id].title, _place(taken.closed_by))
        if closing and taken.closed_by
        else NOWHERE,
        closed_on=closing.date if closing else None if is_open else call.date,
        closed_by=str(taken.closed_by or ""),
    )


def _place(name: MarkName) -> str:
    return f"{addresses.call_page(name.call)}#{name.anchor}"


def _standing(taken: Taken, unseen: bool) -> Standing:
    match taken.state:
        case State.DONE:
            return Standing.DONE
        case State.SAID:
            return Standing.SAID
        case State.OPEN:
            return Standing.UNKNOWN if unseen or not taken.line else Standing.OPEN


def _since(calls: Sequence[AnyCall], today: datetime.date) -> Iterator[tuple[int, bool]]:
    """Say for each call how many were held along its line since, and whether one of them was not seen in full."""
    lines: dict[str, tuple[int, bool]] = {}
    found: list[tuple[int, bool]] = []
    for call in reversed(calls):
        own = lines_of(call.series, group_ids(call))
        found.append(lines.get(own[0], (0, False)) if own else (0, False))
        if _may_have_met(call, today):
            for line in own:
                number, unseen = lines.get(line, (0, False))
                lines[line] = (number + _was_held(call), unseen or not _was_seen(call))
    return reversed(found)


def _may_have_met(call: AnyCall, today: datetime.date) -> bool:
    cancelled = isinstance(call, PublicCall) and call.status is Status.CANCELLED
    return not cancelled and call.date.last_day() <= today


def _was_held(call: AnyCall) -> bool:
    return not isinstance(call, PublicCall) or call.status is Status.HELD


def _was_seen(call: AnyCall) -> bool:
    if not isinstance(call, PublicCall):
        return False
    waited_for = call.notes_state is NotesState.NOT_YET
    return (waited_for or call.notes_state in _SEEN) and not _partly_seen(call)


def _partly_seen(call: AnyCall) -> bool:
    return isinstance(call, PublicCall) and call.evidence in _PARTLY_SEEN
