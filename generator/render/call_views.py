"""What the page of a call needs to know: the call, the names of what it belongs to, and its neighbours.

Made in linear time over the archive; how it looks is left to `call_pages` and `withheld_pages`.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.privacy.public import (
    AnyCall,
    PublicArchive,
    PublicCall,
    PublicPlatform,
    WithheldCall,
)
from generator.render.carried_over import open_actions_before
from generator.render.improving import Wanted, wanted_notes
from generator.render.names import (
    NOWHERE,
    Names,
    Target,
    call_target,
    named,
    named_one,
    names_of,
)
from generator.render.rows import is_upcoming
from generator.render.words import plural


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The calls before and after a call by date, and in its series."""

    before: Target = NOWHERE
    after: Target = NOWHERE
    series_before: Target = NOWHERE
    series_after: Target = NOWHERE


@dataclass(frozen=True, slots=True)
class CallView:
    """All that the page of a public call needs.

    `adopters` name the calls that adopted the notes, one for each of the notes.
    `retention` says how long the providers of the recordings keep them; `wanted` are notes that are asked for.
    """

    call: PublicCall
    upcoming: bool
    series: Target
    hosts: tuple[Target, ...]
    groups: tuple[Target, ...]
    hubs: tuple[Target, ...]
    platform: Target
    decided_by: Target
    adopters: tuple[Target, ...]
    retention: tuple[str, ...]
    near: Neighbours
    wanted: Wanted | None = None


@dataclass(frozen=True, slots=True)
class WithheldView:
    """All that the page of a withheld call needs."""

    call: WithheldCall
    series: Target
    groups: tuple[Target, ...]
    decided_by: Target
    near: Neighbours


def call_views(archive: PublicArchive, today: datetime.date) -> Iterator[CallView | WithheldView]:
    """Give the view of every call, in the order of the archive."""
    names = names_of(archive)
    retention = {platform.id: _retention(platform) for platform in archive.platforms}
    still = open_actions_before(archive.calls)
    for call, near, actions in zip(archive.calls, neighbours(archive.calls), still, strict=True):
        if isinstance(call, PublicCall):
            wanted = wanted_notes(call, actions)
            yield replace(_call_view(call, near, names, retention, today), wanted=wanted)
        else:
            yield _withheld_view(call, near, names)


def _call_view(
    call: PublicCall,
    near: Neighbours,
    names: Names,
    retention: dict[str, str],
    today: datetime.date,
) -> CallView:
    kept = {each.kept_by for each in call.recordings if each.kept_by}
    keepers = sorted(kept.union(call.expired_from))
    return CallView(
        call=call,
        upcoming=is_upcoming(call, today),
        series=named_one(names.series, call.series),
        hosts=tuple(names.groups.get(host, Target(name)) for host, name in call.hosts),
        groups=named(names.groups, call.groups),
        hubs=named(names.hubs, call.hubs),
        platform=named_one(names.platforms, call.platform),
        decided_by=named_one(names.groups, call.withholding.decided_by)
        if call.withholding
        else NOWHERE,
        adopters=tuple(named_one(names.calls, notes.adopted_by) for notes in call.notes),
        retention=tuple(retention[keeper] for keeper in keepers if retention.get(keeper)),
        near=near,
    )


def _withheld_view(call: WithheldCall, near: Neighbours, names: Names) -> WithheldView:
    return WithheldView(
        call=call,
        series=named_one(names.series, call.series),
        groups=named(names.groups, call.groups),
        decided_by=named_one(names.groups, call.withholding.decided_by),
        near=near,
    )


def _retention(platform: PublicPlatform) -> str:
    if not platform.keeps_recordings:
        return ""
    return f"{platform.name} keeps recordings for {plural(platform.keeps_recordings, 'day')}."


def neighbours(calls: tuple[AnyCall, ...]) -> Iterator[Neighbours]:
    """Give the neighbours of each call by date and in its series, in linear time."""
    targets = [call_target(call) for call in calls]
    befores = _before_in_series(calls, targets)
    afters = list(_before_in_series(calls[::-1], targets[::-1]))[::-1]
    for index, (before, after) in enumerate(zip(befores, afters, strict=True)):
        yield Neighbours(
            before=targets[index - 1] if index else NOWHERE,
            after=targets[index + 1] if index + 1 < len(targets) else NOWHERE,
            series_before=before,
            series_after=after,
        )


def _before_in_series(calls: Iterable[AnyCall], targets: Iterable[Target]) -> Iterator[Target]:
    """Give for each call the one before it in the same series, in the order in which they come."""
    latest: dict[str, Target] = {}
    for call, target in zip(calls, targets, strict=True):
        yield latest.get(call.series, NOWHERE) if call.series else NOWHERE
        latest[call.series] = target
