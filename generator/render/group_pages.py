"""A page for every group, and their index by kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import GroupKind, PublicArchive, PublicGroup
from generator.render.action_states import NOTHING_OPEN, OpenHere, actions_in, open_by
from generator.render.action_words import open_fact
from generator.render.approvals import approval
from generator.render.belonging import group_ids, rows_by
from generator.render.decision_words import decisions_fact, parts_in_words
from generator.render.names import (
    Target,
    links,
    named_one,
    names_of,
)
from generator.render.output import Draft, Page
from generator.render.record_foot import Fact, fact, fact_links, standing
from generator.render.record_pages import (
    IndexText,
    Part,
    RecordText,
    index_page,
    parts_by_kind,
    record_page,
)
from generator.render.rows import Row
from generator.render.schema_org import group_head
from generator.render.words import (
    GROUP_KINDS,
    capital,
    list_hint,
    plural,
    recorded_calls,
    span,
)
from generator.settings import Settings

INDEX = "groups/index.html"


@dataclass(frozen=True, slots=True)
class GroupView:
    """All that the page of a group needs; `approved` are the groups that this one approved.

    `decisions` counts what was decided on its calls, in words.
    """

    group: PublicGroup
    part_of: Target
    approved_by: Target
    subgroups: tuple[Target, ...]
    approved: tuple[Target, ...]
    series: tuple[Target, ...]
    rows: tuple[Row, ...]
    open_actions: OpenHere
    decisions: str


@dataclass(frozen=True, slots=True)
class GroupListed:
    """A group in the index."""

    target: Target
    kind: GroupKind
    place: str
    calls: int


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of groups and a page for each."""
    names = names_of(archive)
    rows = rows_by(group_ids, archive, names, settings.today)
    listed = tuple(
        GroupListed(names.groups[each.id], each.kind, each.place, len(rows.get(each.id, ())))
        for each in archive.groups
    )
    yield Draft(INDEX, group_index, listed)
    decided = parts_in_words(archive)
    parts = _targets_by((g.part_of, names.groups[g.id]) for g in archive.groups)
    approved = _targets_by((g.approved_by, names.groups[g.id]) for g in archive.groups)
    series = _targets_by((each, names.series[s.id]) for s in archive.series for each in s.groups)
    actions = actions_in(archive, settings)
    here = open_by(group_ids, "groups", archive.calls, actions)
    for each in archive.groups:
        view = GroupView(
            group=each,
            part_of=named_one(names.groups, each.part_of),
            approved_by=named_one(names.groups, each.approved_by),
            subgroups=parts.get(each.id, ()),
            approved=approved.get(each.id, ()),
            series=series.get(each.id, ()),
            rows=rows.get(each.id, ()),
            open_actions=here.get(each.id, NOTHING_OPEN),
            decisions=decided.get(("group", each.id), ""),
        )
        yield Draft(addresses.group_page(each.id), group_page, view)


def _targets_by(pairs: Iterator[tuple[str, Target]]) -> dict[str, tuple[Target, ...]]:
    """Collect targets by the id they belong to, in the order of their titles."""
    found: dict[str, list[Target]] = {}
    for record_id, target in pairs:
        if record_id:
            found.setdefault(record_id, []).append(target)
    order = {each: sorted(found[each], key=lambda one: one.title.casefold()) for each in found}
    return {each: tuple(targets) for each, targets in order.items()}


def group_index(listed: tuple[GroupListed, ...], settings: Settings) -> Page:
    """Make the index of groups, parted by kind."""
    remarked = ((each.kind, each.target, _remark(each)) for each in listed)
    parts = parts_by_kind(GROUP_KINDS, remarked, INDEX)
    lead = f"{plural(len(listed), 'group')} that held calls or stood behind them."
    empty = "No group is recorded here yet. A group is one text file in the calls folder."
    return index_page(IndexText(INDEX, "Groups", lead, empty, parts), settings)


def _remark(listed: GroupListed) -> str:
    calls = f"{plural(listed.calls, 'call')} recorded here" if listed.calls else ""
    return "; ".join(part for part in (listed.place, calls) if part)


def group_page(view: GroupView, settings: Settings) -> Page:
    """Make the page of a group."""
    group = view.group
    page = addresses.group_page(group.id)
    kind = GROUP_KINDS[group.kind][0]
    known = f"{recorded_calls(len(view.rows))}."
    where = f" in {group.place}" if group.place else ""
    return record_page(
        RecordText(
            page=page,
            section=INDEX,
            title=group.name,
            summary=f"{group.name}, {kind.lower()}{where}. {known}",
            kind=kind,
            says=(capital(group.work),) if group.work else (),
            facts=(
                *_facts(view, page),
                *decisions_fact(("group", group.id), view.decisions, page),
                *open_fact(view.open_actions, page, settings),
            ),
            parts=_parts(view, page),
            rows=view.rows,
            hint=list_hint(group.evidence),
            empty="No call of this group is recorded here yet. "
            "Whoever has its dates or notes can add them: each call is one text file.",
            sources=group.sources,
            source=group.path,
            head=group_head(group, view.part_of, settings),
        ),
        settings,
    )


def _facts(view: GroupView, page: str) -> tuple[Fact, ...]:
    group = view.group
    return (
        *fact_links("Part of", links((view.part_of,), page)),
        *fact("Place", group.place),
        *approval(group, view.approved_by, page),
        *fact("Known", capital(span(group.since, group.until))),
        *standing(group.evidence, group.confidence),
    )


def _parts(view: GroupView, page: str) -> tuple[Part, ...]:
    wanted = (
        ("Its groups", "record-subgroups", view.subgroups),
        ("Groups it approved", "record-approved", view.approved),
        ("Its recurring calls", "record-series", view.series),
    )
    return tuple(
        (heading, anchor, tuple((each, "") for each in links(targets, page)))
        for heading, anchor, targets in wanted
        if targets
    )
