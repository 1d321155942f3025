"""A page for every group, and their index by kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import GroupKind, LooseDate, PublicArchive, PublicGroup
from generator.render.action_states import NOTHING_OPEN, OpenHere, actions_in, open_by
from generator.render.action_words import open_fact
from generator.render.approvals import approval
from generator.render.belonging import group_ids, rows_by
from generator.render.decision_words import decisions_fact, parts_in_words
from generator.render.ledger import ledger_of
from generator.render.ledger_rows import Totals
from generator.render.ledger_words import totals_sentence
from generator.render.list_tools import name_tools
from generator.render.names import Names, Target, links, named_one, names_of
from generator.render.output import Draft, Page
from generator.render.place_names import place_target
from generator.render.record_calls import CallsHere, calls_here, long_lists
from generator.render.record_foot import Fact, fact, fact_links, standing
from generator.render.record_pages import (
    Entry,
    IndexText,
    Part,
    RecordText,
    entry,
    index_page,
    parts_by_kind,
    parts_of_record,
    record_page,
)
from generator.render.schema_org import group_head
from generator.render.subscribing import feed_links
from generator.render.words import (
    GROUP_KINDS,
    capital,
    list_hint,
    loose_day,
    recorded_calls,
    span,
)
from generator.settings import Settings
from generator.wording import N_, _, counted, ngettext

INDEX = addresses.GROUPS
SERIES = "record-series"
LEADS = {
    GroupKind.COMMITTEE_OF_CORRESPONDENCE: N_(
        "Each carries messages between its assembly and others. "
        "Which assembly approved it is said where it is known."
    ),
}
"""What is said before the groups of a kind."""
KINDS = {
    kind: GROUP_KINDS[kind]
    for kind in (GroupKind.ASSEMBLY, GroupKind.COMMITTEE_OF_CORRESPONDENCE, *GROUP_KINDS)
}
"""Kinds in the order of the index: assemblies, what they approved to write to each other, then the others."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """All that the page of a group needs; `approved` are the groups that this one approved.

    `decisions` counts what was decided on its calls, in words. `expected` adds up the dates of its series, if any.
    """

    group: PublicGroup
    part_of: Target
    approved_by: Target
    subgroups: tuple[Target, ...]
    approved: tuple[Target, ...]
    series: tuple[Target, ...]
    calls: CallsHere
    open_actions: OpenHere
    decisions: str
    expected: tuple[Totals, tuple[tuple[Target, Totals], ...]] | None = None


@dataclass(frozen=True, slots=True)
class GroupListed:
    """A group in the index, with its assembly and its approval as far as they are known."""

    target: Target
    kind: GroupKind
    place: str
    part_of: str
    approved_by: str
    approved_on: LooseDate | None
    approval_note: str
    calls: int


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of groups and a page for each."""
    names = names_of(archive)
    rows = rows_by(group_ids, archive, settings.today)
    listed = tuple(_listed(each, names, len(rows.get(each.id, ()))) for each in archive.groups)
    yield Draft(INDEX, group_index, listed)
    decided = parts_in_words(archive)
    parts = _targets_by((g.part_of, names.groups[g.id]) for g in archive.groups)
    approved = _targets_by((g.approved_by, names.groups[g.id]) for g in archive.groups)
    series = _targets_by((each, names.series[s.id]) for s in archive.series for each in s.groups)
    expected = _expected(archive, settings)
    actions = actions_in(archive, settings)
    here = open_by(group_ids, "groups", archive.calls, actions)
    for each in archive.groups:
        own = rows.get(each.id, ())
        view = GroupView(
            group=each,
            part_of=named_one(names.groups, each.part_of),
            approved_by=named_one(names.groups, each.approved_by),
            subgroups=parts.get(each.id, ()),
            approved=approved.get(each.id, ()),
            series=series.get(each.id, ()),
            calls=calls_here(own),
            open_actions=here.get(each.id, NOTHING_OPEN),
            decisions=decided.get(("group", each.id), ""),
            expected=expected.get(each.id),
        )
        yield Draft(addresses.group_page(each.id), group_page, view)
        yield from long_lists(names.groups[each.id], INDEX, own)


def _listed(group: PublicGroup, names: Names, calls: int) -> GroupListed:
    return GroupListed(
        target=names.groups[group.id],
        kind=group.kind,
        place=group.place,
        part_of=named_one(names.groups, group.part_of).title,
        approved_by=named_one(names.groups, group.approved_by).title,
        approved_on=group.approved_on,
        approval_note=group.approval_note,
        calls=calls,
    )


def _expected(
    archive: PublicArchive, settings: Settings
) -> dict[str, tuple[Totals, tuple[tuple[Target, Totals], ...]]]:
    """Give what the dates of the series of each group add up to, and those of each series, by the group's id."""
    ledger, names = ledger_of(archive, settings), names_of(archive)
    found: dict[str, list[tuple[Target, Totals]]] = {}
    for series in archive.series:
        if series.id in ledger.series:
            for group in dict.fromkeys(series.groups):
                line = names.series[series.id], ledger.series[series.id]
                found.setdefault(group, []).append(line)
    return {each: (ledger.groups[each], tuple(lines)) for each, lines in found.items()}


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
    number = len(listed)
    shown = ngettext("{shown} of {n} group shown", "{shown} of {n} groups shown", number)
    entries = ((each.kind, each.target, _entry(each)) for each in listed)
    text = IndexText(
        page=INDEX,
        title=_("Groups"),
        lead=counted(
            "{n} group that has a record here, whether or not a call of its own is known.",
            "{n} groups that have a record here, whether or not a call of their own is known.",
            number,
        ),
        empty=_("No group is recorded here yet. A group is one text file in the calls folder."),
        parts=parts_by_kind(KINDS, entries, LEADS),
        tools=name_tools(shown, number, INDEX),
    )
    return index_page(text, settings)


def _entry(listed: GroupListed) -> Entry:
    """Say of a group who approved it, what it is part of and where it is; nothing of what is not told."""
    part = _("Part of {group}").format(group=listed.part_of) if listed.part_of else ""
    where = " · ".join(each for each in (part, listed.place) if each)
    says = (listed.approval_note, where)
    return entry(listed.target, INDEX, says, listed.calls, approval_sentence(listed))


def approval_sentence(listed: GroupListed) -> str:
    """Say by whom and when a group was approved, as far as it is known; empty where nothing is told."""
    day = loose_day(listed.approved_on) if listed.approved_on else ""
    if listed.approved_by and day:
        return _("Approved by {assembly}, {day}").format(assembly=listed.approved_by, day=day)
    if listed.approved_by:
        return _("Approved by {assembly}").format(assembly=listed.approved_by)
    return _("Approved, {day}").format(day=day) if day else ""


def group_page(view: GroupView, settings: Settings) -> Page:
    """Make the page of a group."""
    group = view.group
    page = addresses.group_page(group.id)
    kind = _(GROUP_KINDS[group.kind][0])
    summary = _("{title}, {kind}. {calls}.").format(
        title=group.name,
        kind=", ".join(each for each in (kind.lower(), group.place) if each),
        calls=recorded_calls(view.calls.number),
    )
    return record_page(
        RecordText(
            page=page,
            section=INDEX,
            title=group.name,
            summary=summary,
            kind=kind,
            says=(capital(group.work),) if group.work else (),
            facts=(
                *_facts(view, page),
                *decisions_fact(("group", group.id), view.decisions, page),
                *open_fact(view.open_actions, page, settings),
            ),
            parts=_parts(view, page),
            calls=view.calls,
            hint=list_hint(group.evidence),
            empty=_(
                "No call of this group is recorded here yet. "
                "Whoever has its dates or notes can add them: each call is one text file."
            ),
            sources=group.sources,
            source=group.path,
            feed=feed_links("group", group.id, addresses.group_feed(group.id), page),
            head=group_head(group, view.part_of, settings),
        ),
        settings,
    )


def _facts(view: GroupView, page: str) -> tuple[Fact, ...]:
    group = view.group
    return (
        *fact_links(_("Part of"), links((view.part_of,), page)),
        *fact_links(_("Place"), links((place_target(group.place),), page)),
        *approval(group, view.approved_by, page),
        *fact(_("Known"), capital(span(group.since, group.until))),
        *standing(group.evidence, group.confidence),
    )


def _parts(view: GroupView, page: str) -> tuple[Part, ...]:
    lists = (
        (_("Its groups"), "record-subgroups", view.subgroups),
        (_("Groups it approved"), "record-approved", view.approved),
        (_("Its recurring calls"), SERIES, view.series),
    )
    parts = parts_of_record(lists, page)
    if view.expected is None:
        return parts
    total, by_series = view.expected
    told = {target.path: totals_sentence(totals) for target, totals in by_series}
    entries = tuple(entry(each, page, (told.get(each.path, ""),)) for each in view.series)
    lead = totals_sentence(total) if len(by_series) > 1 else ""
    more = (addresses.relative(addresses.LEDGER, page), _("All recurring calls in the ledger"))
    return tuple(
        part._replace(entries=entries, lead=lead, more=more) if part.anchor == SERIES else part
        for part in parts
    )
