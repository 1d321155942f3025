"""A page for every campaign, gathering and relief effort that calls served, and their index by kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import HubKind, LooseDate, PublicArchive, PublicHub
from generator.render.belonging import hub_ids, rows_by
from generator.render.decision_words import decisions_fact, parts_in_words
from generator.render.names import Target, links, names_of
from generator.render.output import Draft, Page
from generator.render.record_foot import Fact, fact, standing
from generator.render.record_pages import (
    IndexText,
    Part,
    RecordText,
    index_page,
    parts_by_kind,
    record_page,
)
from generator.render.rows import Row
from generator.render.schema_org import hub_head
from generator.render.words import HUB_KINDS, capital, list_hint, plural, recorded_calls, span
from generator.settings import Settings

INDEX = "hubs/index.html"


@dataclass(frozen=True, slots=True)
class HubView:
    """All that the page of a hub needs; `decisions` counts what was decided on its calls, in words."""

    hub: PublicHub
    series: tuple[Target, ...]
    rows: tuple[Row, ...]
    decisions: str


@dataclass(frozen=True, slots=True)
class HubListed:
    """A hub in the index."""

    target: Target
    kind: HubKind
    since: LooseDate | None
    until: LooseDate | None
    calls: int


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of hubs and a page for each."""
    names = names_of(archive)
    rows = rows_by(hub_ids, archive, names, settings.today)
    listed = tuple(
        HubListed(names.hubs[h.id], h.kind, h.since, h.until, len(rows.get(h.id, ())))
        for h in archive.hubs
    )
    yield Draft(INDEX, hub_index, listed)
    decided = parts_in_words(archive)
    series: dict[str, list[Target]] = {}
    for each in archive.series:
        for hub_id in each.hubs:
            series.setdefault(hub_id, []).append(names.series[each.id])
    for hub in archive.hubs:
        view = HubView(
            hub=hub,
            series=tuple(series.get(hub.id, ())),
            rows=rows.get(hub.id, ()),
            decisions=decided.get(("hub", hub.id), ""),
        )
        yield Draft(addresses.hub_page(hub.id), hub_page, view)


def hub_index(listed: tuple[HubListed, ...], settings: Settings) -> Page:
    """Make the index of hubs, parted by kind."""
    remarked = ((each.kind, each.target, _remark(each)) for each in listed)
    parts = parts_by_kind(HUB_KINDS, remarked, INDEX)
    some = plural(len(listed), "campaign or gathering", "campaigns and gatherings")
    lead = f"{some} that calls served."
    empty = (
        "No campaign or gathering is recorded here yet. Each is one text file in the calls folder."
    )
    title = "Campaigns and gatherings"
    return index_page(IndexText(INDEX, title, lead, empty, parts), settings)


def _remark(listed: HubListed) -> str:
    calls = f"{plural(listed.calls, 'call')} recorded here" if listed.calls else ""
    when = capital(span(listed.since, listed.until))
    return "; ".join(part for part in (when, calls) if part)


def hub_page(view: HubView, settings: Settings) -> Page:
    """Make the page of a campaign, gathering or relief effort."""
    hub = view.hub
    page = addresses.hub_page(hub.id)
    kind = HUB_KINDS[hub.kind][0]
    known = f"{recorded_calls(len(view.rows))}."
    series = tuple((each, "") for each in links(view.series, page))
    parts: tuple[Part, ...] = (("Its recurring calls", "record-series", series),) if series else ()
    return record_page(
        RecordText(
            page=page,
            section=INDEX,
            title=hub.name,
            summary=f"{hub.name}, {kind.lower()}. {known} {hub.about}",
            kind=kind,
            says=(hub.about,) if hub.about else (),
            facts=(*_facts(hub), *decisions_fact(("hub", hub.id), view.decisions, page)),
            parts=parts,
            rows=view.rows,
            hint=list_hint(hub.evidence),
            empty="No call that served this is recorded here yet. "
            "Whoever has dates or notes can add them: each call is one text file.",
            sources=hub.sources,
            source=hub.path,
            head=hub_head(hub),
        ),
        settings,
    )


def _facts(hub: PublicHub) -> tuple[Fact, ...]:
    return (
        *fact("When", capital(span(hub.since, hub.until))),
        *fact("Place", hub.place),
        *standing(hub.evidence, hub.confidence),
    )
