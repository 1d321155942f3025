"""What the page of a call needs to know: the call, the names of what it belongs to, and its neighbours.

Made in linear time over the archive; how it looks is left to `call_pages` and `withheld_call`.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.joining import MarkName
from generator.privacy.public import (
    AnyCall,
    Evidence,
    PublicArchive,
    PublicCall,
    PublicPlatform,
    WithheldCall,
)
from generator.render.action_states import (
    NOTHING_CARRIED,
    Action,
    CarriedOver,
    actions_in,
    by_call,
    carried_over,
)
from generator.render.call_transcripts import drafted_in, drafts_of
from generator.render.carried_over import course_in, open_actions_in
from generator.render.clock_changes import Notice
from generator.render.clock_notices import clock_notices
from generator.render.copy_words import danger_sentence, provider_sentence, rule_sentence
from generator.render.improving import Wanted, wanted_notes
from generator.render.named_marks import (
    Places,
    Relations,
    mark_address,
    named_by,
    relations_in,
    telling,
)
from generator.render.names import (
    NOWHERE,
    Names,
    Target,
    call_target,
    named,
    named_one,
    names_of,
    near_targets,
)
from generator.render.player import PlayerView, player_view
from generator.render.rows import is_coming, is_upcoming
from generator.render.withheld_log import log_places
from generator.render.withholding_words import is_overdue
from generator.settings import Settings

SaidOf = tuple[str, str, str, str]
"""What one mark says of another: in what words, its address, its text, and its call (empty: the same one)."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The calls before and after a call by date, and in its series."""

    before: Target = NOWHERE
    after: Target = NOWHERE
    series_before: Target = NOWHERE
    series_after: Target = NOWHERE


class InSeries(NamedTuple):
    """Which call of its series one is, among those in the archive.

    `number` counts from 1 and is 0 where a day is not known and the order with it.
    `is_all` says that the series' record was made from sources that were seen in full.
    """

    number: int = 0
    total: int = 0
    is_all: bool = False


NO_SERIES = InSeries()
"""Stands where a call belongs to none."""


@dataclass(frozen=True, slots=True)
class CallView:
    """All that the page of a public call needs.

    `adopters` name the calls that adopted the notes, one for each of the notes.
    `provider` is that of its line, where its platform has a record; `adopted` are calls whose minutes it adopted.
    `player` is what can be heard of its recording, and what not any more; `drafted` are transcripts by a program.
    `retention` says how long the recording as a whole will be there; `wanted` are notes that are asked for.
    `named_marks` are the places of other marks that those of the notes name.
    `said_of_marks` is what marks of other calls say of those of this one, by the name of each.
    `actions` are those that it took on, `carried` those of earlier calls that were open before it.
    `clock_notices` are what listeners in other zones notice of clock changes.
    `upcoming`, `is_coming` (also where it is only announced) and `overdue` (of the day for looking at a withholding
    again) are told of the day of the build.
    `log` is the place of the newest change of what may be seen, where there was any.
    """

    call: PublicCall
    upcoming: bool
    series: Target
    hosts: tuple[Target, ...]
    groups: tuple[Target, ...]
    hubs: tuple[Target, ...]
    provider: PublicPlatform | None
    decided_by: Target
    adopters: tuple[Target, ...]
    retention: tuple[str, ...]
    near: Neighbours
    overdue: bool
    player: PlayerView
    in_series: InSeries = NO_SERIES
    wanted: Wanted | None = None
    named_marks: Places = ()
    adopted: tuple[Target, ...] = ()
    said_of_marks: tuple[tuple[str, tuple[SaidOf, ...]], ...] = ()
    actions: tuple[Action, ...] = ()
    carried: CarriedOver = NOTHING_CARRIED
    clock_notices: tuple[Notice, ...] = ()
    is_coming: bool = False
    log: str = ""
    drafted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithheldView:
    """All that the page of a withheld call needs; `log` is the place of the newest change of what may be seen."""

    call: WithheldCall
    series: Target
    groups: tuple[Target, ...]
    decided_by: Target
    near: Neighbours
    overdue: bool
    in_series: InSeries = NO_SERIES
    log: str = ""


def call_views(archive: PublicArchive, settings: Settings) -> Iterator[CallView | WithheldView]:
    """Give the view of every call, in the order of the archive."""
    names = names_of(archive)
    providers = {platform.id: platform for platform in archive.platforms}
    course = course_in(archive)
    actions = actions_in(archive, settings)
    taken = by_call(actions)
    still = zip(open_actions_in(archive).before, carried_over(course, actions), strict=True)
    relations = relations_in(archive)
    moved_by_clocks = clock_notices(archive, settings).calls
    adopted = _adopted(archive.calls)
    logged, drafted, today = log_places(archive), drafted_in(archive), settings.today
    named_calls = {name.call for name in relations.said}
    for call, near, place, (open_words, carried) in zip(
        archive.calls,
        neighbours(archive),
        places_in_series(archive),
        still,
        strict=True,
    ):
        if isinstance(call, PublicCall):
            yield CallView(
                call=call,
                upcoming=is_upcoming(call, today),
                is_coming=is_coming(call, today),
                series=named_one(names.series, call.series),
                hosts=tuple(names.groups.get(host, Target(name)) for host, name in call.hosts),
                groups=named(names.groups, call.groups),
                hubs=named(names.hubs, call.hubs),
                provider=providers.get(call.platform),
                decided_by=named_one(names.groups, call.withholding.decided_by)
                if call.withholding
                else NOWHERE,
                adopters=tuple(named_one(names.calls, notes.adopted_by) for notes in call.notes),
                retention=_retention(call, providers, today),
                near=near,
                player=player_view(call, providers),
                overdue=call.withholding is not None and is_overdue(call.withholding, today),
                actions=taken.get(call.id, ()),
                carried=carried,
                adopted=tuple(adopted.get(call.id, ())),
                in_series=place,
                wanted=wanted_notes(call, open_words),
                named_marks=named_by(call, relations.known),
                said_of_marks=tuple(_said_of(call, relations, names))
                if call.id in named_calls
                else (),
                clock_notices=moved_by_clocks.get(call.id, ()),
                log=logged.get(call.id, ""),
                drafted=drafts_of(call, drafted),
            )
        else:
            yield WithheldView(
                call=call,
                series=named_one(names.series, call.series),
                groups=named(names.groups, call.groups),
                decided_by=named_one(names.groups, call.withholding.decided_by),
                near=near,
                overdue=is_overdue(call.withholding, today),
                in_series=place,
                log=logged.get(call.id, ""),
            )


def _adopted(calls: Iterable[AnyCall]) -> dict[str, list[Target]]:
    """Give for each call that adopted minutes the calls that these are of, each once, in the order of the archive."""
    found: dict[str, list[Target]] = {}
    for call in calls:
        if isinstance(call, PublicCall):
            for adopter in sorted({notes.adopted_by for notes in call.notes} - {""}):
                found.setdefault(adopter, []).append(call_target(call))
    return found


def _said_of(
    call: PublicCall, relations: Relations, names: Names
) -> Iterator[tuple[str, tuple[SaidOf, ...]]]:
    """Give for each mark of a call that others name what they say of it, in the order of the archive."""
    for mark in telling(call)[1]:
        said = relations.said.get(MarkName(call.id, mark.anchor), ())
        found = (
            (
                words,
                mark_address(other),
                relations.texts[other],
                "" if other.call == call.id else names.calls[other.call].title,
            )
            for words, other in said
        )
        if said:
            yield mark.anchor, tuple(found)


def _retention(
    call: PublicCall, providers: Mapping[str, PublicPlatform], today: datetime.date
) -> tuple[str, ...]:
    """Say when the whole recording will be lost, how long its providers keep it, and what one may have unseen.

    What is said of each copy stands beside it in the list of copies.
    """
    kept_by = {copy.kept_by for copy in call.recordings if copy.copy_before is not None}
    said = (
        danger_sentence(call),
        *(rule_sentence(providers.get(keeper)) for keeper in sorted(kept_by)),
        provider_sentence(call, providers.get(call.platform), today),
    )
    return tuple(filter(None, said))


def neighbours(archive: PublicArchive) -> Iterator[Neighbours]:
    """Give the neighbours of each call by date and in its series, in linear time."""
    calls = archive.calls
    near = near_targets(archive)
    targets = [near[call.id] for call in calls]
    befores = _before_in_series(calls, targets)
    afters = list(_before_in_series(calls[::-1], targets[::-1]))[::-1]
    for index, (before, after) in enumerate(zip(befores, afters, strict=True)):
        yield Neighbours(
            before=targets[index - 1] if index else NOWHERE,
            after=targets[index + 1] if index + 1 < len(targets) else NOWHERE,
            series_before=before,
            series_after=after,
        )


def places_in_series(archive: PublicArchive) -> Iterator[InSeries]:
    """Give for each call which of its series it is, in linear time; withheld calls count where they name it."""
    complete = {one.id for one in archive.series if one.evidence is Evidence.COMPLETE}
    totals = Counter(call.series for call in archive.calls if call.series)
    loose = {call.series for call in archive.calls if call.date.exact is None}
    passed: Counter[str] = Counter()
    for call in archive.calls:
        passed[call.series] += 1
        number = 0 if call.series in loose else passed[call.series]
        known = InSeries(number, totals[call.series], call.series in complete)
        yield known if call.series else NO_SERIES


def _before_in_series(calls: Iterable[AnyCall], targets: Iterable[Target]) -> Iterator[Target]:
    """Give for each call the one before it in the same series, in the order in which they come."""
    latest: dict[str, Target] = {}
    for call, target in zip(calls, targets, strict=True):
        yield latest.get(call.series, NOWHERE) if call.series else NOWHERE
        latest[call.series] = target
