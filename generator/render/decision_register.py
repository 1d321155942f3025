"""What the register says of every outcome: whether and how it was decided, what it supersedes, and whether it holds.

One walk over the archive; how it looks is left to `decision_pages`, `data_decisions` and `atom_decisions`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, groupby
from operator import attrgetter
from typing import Protocol, TypeVar

from generator import addresses
from generator.joining import MarkName
from generator.privacy.public import (
    Evidence,
    LooseDate,
    MarkKind,
    NotesState,
    PublicArchive,
    PublicCall,
    PublicMark,
    Tally,
)
from generator.render.belonging import group_ids
from generator.render.named_marks import (
    Relations,
    mark_address,
    relations_in,
    telling,
    tells_summary,
)
from generator.render.names import Target, near_targets
from generator.render.once import once
from generator.render.stamps import changed_at

OUTCOMES = (MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME)
"""Kinds of marks that the register lists; a set would ask for their hashes, which for an enum takes a while."""


class Standing(Enum):
    """Where an outcome stands; nothing of the last three was decided."""

    IN_FORCE = "not-superseded"
    SUPERSEDED = "superseded"
    PROPOSED = "proposed"
    OTHER = "other"
    DRAFT = "draft"


class Method(Enum):
    """How something was decided, as far as its outcome word and what was counted tell."""

    CONSENSUS = "consensus"
    VOTE = "vote"
    AGREEMENT = "agreement"
    NOT_TOLD = "not-told"


_CALL = attrgetter("call.path")
_BY_WORD = {
    "consensus": Method.CONSENSUS,
    "unanimous": Method.CONSENSUS,
    "modified consensus": Method.CONSENSUS,
    "consented": Method.CONSENSUS,
    "agreed": Method.AGREEMENT,
}
"""Words that say how; that something was passed, accepted or ratified does not."""


@dataclass(frozen=True, slots=True)
class Other:
    """A mark that stands in some relation to another one: in what words, its permanent name and place, and its call."""

    words: str
    name: str
    place: str
    text: str
    call: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome of a call. `name` is permanent, `place` the address of its line in the page of the call.

    `word` is the outcome word or empty. `says` is what it says of other marks, `said` what they say of it.
    `changed_at` is in seconds of Unix time.
    `state` and `evidence` tell what it rests on. Belonging (`groups`, `series`, `hubs`) is told by ids.
    """

    name: str
    place: str
    text: str
    kind: MarkKind
    word: str
    note: str
    standing: Standing
    method: Method | None
    tally: Tally | None
    date: LooseDate
    call: Target
    changed_at: int
    groups: tuple[str, ...]
    series: str
    hubs: tuple[str, ...]
    says: tuple[Other, ...]
    said: tuple[Other, ...]
    state: NotesState
    evidence: Evidence

    @property
    def is_decided(self) -> bool:
        """Tell whether it was decided, be it superseded since or not."""
        return self.standing in (Standing.IN_FORCE, Standing.SUPERSEDED)

    @property
    def is_partly_seen(self) -> bool:
        """Tell whether it rests on less than minutes and sources that were seen in full."""
        seen = (Evidence.COMPLETE, Evidence.UNSTATED)
        return self.state is NotesState.SUMMARY or self.evidence not in seen


def outcomes_in(archive: PublicArchive) -> tuple[Outcome, ...]:
    """Give every outcome of an archive in its order; translations repeat them and are passed over. Linear."""
    return once(archive, _outcomes)


def _outcomes(archive: PublicArchive) -> tuple[Outcome, ...]:
    relations = relations_in(archive)
    calls = {call.id: call for call in archive.calls if isinstance(call, PublicCall)}
    targets = near_targets(archive)
    return tuple(
        outcome for call in calls.values() for outcome in _outcomes_of(call, relations, targets)
    )


def _outcomes_of(
    call: PublicCall, relations: Relations, targets: Mapping[str, Target]
) -> Iterator[Outcome]:
    is_final, marks = telling(call)
    state = NotesState.SUMMARY if tells_summary(call) else call.notes_state
    groups, changed, page = tuple(group_ids(call)), changed_at(call), addresses.call_page(call.id)
    for mark in marks:
        if mark.kind in OUTCOMES:
            name = MarkName(call.id, mark.anchor)
            standing = standing_of(mark, is_final, name in relations.superseded)
            says, said = relations.says.get(name), relations.said.get(name)
            yield Outcome(
                name=str(name),
                place=f"{page}#{mark.anchor}",
                text=mark.text,
                kind=mark.kind,
                word=mark.outcome,
                note=mark.note,
                standing=standing,
                method=method_of(mark) if is_final and mark.adopted else None,
                tally=mark.tally,
                date=call.date,
                call=targets[call.id],
                changed_at=changed,
                groups=groups,
                series=call.series,
                hubs=call.hubs,
                says=_others(says, relations, targets) if says else (),
                said=_others(said, relations, targets) if said else (),
                state=state,
                evidence=call.evidence,
            )


def _others(
    found: Iterable[tuple[str, MarkName]], relations: Relations, targets: Mapping[str, Target]
) -> tuple[Other, ...]:
    return tuple(
        Other(words, str(one), mark_address(one), relations.texts[one], targets[one.call].title)
        for words, one in found
    )


def standing_of(mark: PublicMark, is_final: bool, is_superseded: bool) -> Standing:
    """Say where an outcome stands; what stands in a draft only was not decided, whatever its word."""
    if not is_final:
        return Standing.DRAFT
    if mark.adopted:
        return Standing.SUPERSEDED if is_superseded else Standing.IN_FORCE
    return Standing.PROPOSED if mark.kind is MarkKind.PROPOSAL else Standing.OTHER


def method_of(mark: PublicMark) -> Method:
    """Say how something was decided. A word of consensus says more than counts beside it, which say it was a vote."""
    method = _BY_WORD.get(mark.outcome, Method.NOT_TOLD)
    counted = mark.tally is not None and any(one.count is not None for one in mark.tally.answers)
    return Method.VOTE if counted and method is not Method.CONSENSUS else method


class OfCall(Protocol):
    """What belongs to a call: an outcome, or its row in a list."""

    @property
    def call(self) -> Target:
        """Give the call."""


C = TypeVar("C", bound=OfCall)


def newest_first(outcomes: Sequence[C]) -> tuple[C, ...]:
    """Give outcomes with those of the latest call first, and those of one call in the order of its notes."""
    calls = [tuple(found) for _, found in groupby(outcomes, key=_CALL)]
    return tuple(chain.from_iterable(reversed(calls)))


def row_anchor(name: str) -> str:
    """Give the name of an outcome's row in the register; neither a call's id nor a mark's name has a full stop."""
    return name.replace("#", ".")


def year_path(year: int) -> str:
    """Give the address of the register of a year."""
    return f"decisions/{year:04d}.html"


def month_path(date: LooseDate) -> str:
    """Give the address of the register of a month, which only a long year has; the month may not be known."""
    return f"decisions/{date.year:04d}-{f'{date.month:02d}' if date.month else 'not-known'}.html"


def row_address(outcome: Outcome) -> str:
    """Give the lasting address of an outcome's row in the register."""
    return f"{year_path(outcome.date.year)}#{row_anchor(outcome.name)}"


def is_of_those_in_force(page: str) -> bool:
    """Tell whether a page lists only what is in force, so that its rows need not say it."""
    return page.startswith("decisions/in-force")


def part_path(kind: str, record_id: str) -> str:
    """Give the address of what was decided on the calls of a group, series or hub."""
    return f"decisions/{kind}-{record_id}.html"


def page_of_call(outcome: Outcome) -> str:
    """Give the page of an outcome's call."""
    return addresses.call_page(outcome.name.partition("#")[0])


def standings_in(archive: PublicArchive) -> Iterator[tuple[PublicCall, Standing]]:
    """Give the standing of every outcome with its call, for those who only count. Linear."""
    calls = {call.id: call for call in archive.calls if isinstance(call, PublicCall)}
    for outcome in outcomes_in(archive):
        yield calls[outcome.name.partition("#")[0]], outcome.standing


def keys_of(groups: Iterable[str], series: str, hubs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give the parts of the register that the outcomes of a call belong to, by kind and id."""
    named = [("group", each) for each in groups] + [("hub", each) for each in hubs]
    return (*named, ("series", series)) if series else tuple(named)
