"""A page for every campaign, gathering and relief effort that calls served, and their index by kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import HubKind, LooseDate, PublicArchive, PublicHub
from generator.render.belonging import hub_ids, rows_by
from generator.render.decision_words import decisions_fact, parts_in_words
from generator.render.list_tools import dated_tools
from generator.render.names import Target, links, names_of
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
    parts_of_record,
    record_page,
)
from generator.render.schema_org import hub_head
from generator.render.subscribing import feed_links
from generator.render.words import HUB_KINDS, capital, list_hint, recorded_calls, span
from generator.settings import Settings
from generator.wording import _, counted, ngettext

INDEX = addresses.HUBS
NO_DATE = LooseDate(9999)
"""Stands for a date of which nothing is known, behind all others."""


@dataclass(frozen=True, slots=True)
class HubView:
    """All that the page of a hub needs; `decisions` counts what was decided on its calls, in words."""

    hub: PublicHub
    series: tuple[Target, ...]
    calls: CallsHere
    decisions: str


@dataclass(frozen=True, slots=True)
class HubListed:
    """A hub in the index."""

    target: Target
    kind: HubKind
    place: str
    since: LooseDate | None
    until: LooseDate | None
    calls: int


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of hubs and a page for each."""
    names = names_of(archive)
    rows = rows_by(hub_ids, archive, settings.today)
    listed = tuple(
        HubListed(names.hubs[h.id], h.kind, h.place, h.since, h.until, len(rows.get(h.id, ())))
        for h in archive.hubs
    )
    yield Draft(INDEX, hub_index, listed)
    decided = parts_in_words(archive)
    series: dict[str, list[Target]] = {}
    for each in archive.series:
        for hub_id in each.hubs:
            series.setdefault(hub_id, []).append(names.series[each.id])
    for hub in archive.hubs:
        own = rows.get(hub.id, ())
        view = HubView(
            hub=hub,
            series=tuple(series.get(hub.id, ())),
            calls=calls_here(own),
            decisions=decided.get(("hub", hub.id), ""),
        )
        yield Draft(addresses.hub_page(hub.id), hub_page, view)
        yield from long_lists(names.hubs[hub.id], INDEX, own)


def hub_index(listed: tuple[HubListed, ...], settings: Settings) -> Page:
    """Make the index of hubs in the order in which they began, parted by year."""
    number = len(listed)
    shown = ngettext("{shown} of {n} shown", "{shown} of {n} shown", number)
    text = IndexText(
        page=INDEX,
        title=_("Campaigns and gatherings"),
        lead=counted(
            "{n} campaign or gathering that has a record here, by the time it began.",
            "{n} campaigns and gatherings that have a record here, by the time they began.",
            number,
        ),
        empty=_(
            "No campaign or gathering is recorded here yet. "
            "Each is one text file in the calls folder."
        ),
        parts=_by_year(listed),
        tools=dated_tools(shown, number, INDEX),
    )
    return index_page(text, settings)


def _by_year(listed: tuple[HubListed, ...]) -> tuple[Part, ...]:
    """Part hubs by the year in which they began, or else ended; those without a date come last."""
    parts: dict[int, list[Entry]] = {}
    for each in sorted(listed, key=lambda one: (_began(one), one.target.title.casefold())):
        parts.setdefault(_began(each).year, []).append(
            entry(each.target, INDEX, _says(each), each.calls)
        )
    return tuple(
        Part(
            f"{year}" if year != NO_DATE.year else _("Date not known"),
            f"year-{year:04d}" if year != NO_DATE.year else "year-not-known",
            tuple(found),
        )
        for year, found in parts.items()
    )


def _began(listed: HubListed) -> LooseDate:
    return listed.since or listed.until or NO_DATE


def _says(listed: HubListed) -> tuple[str, ...]:
    kind = _(HUB_KINDS[listed.kind][0])
    when = capital(span(listed.since, listed.until))
    return (", ".join(each for each in (kind, listed.place) if each), when)


def hub_page(view: HubView, settings: Settings) -> Page:
    """Make the page of a campaign, gathering or relief effort."""
    hub = view.hub
    page = addresses.hub_page(hub.id)
    kind = _(HUB_KINDS[hub.kind][0])
    summary = _("{title}, {kind}. {calls}. {about}").format(
        title=hub.name,
        kind=kind.lower(),
        calls=recorded_calls(view.calls.number),
        about=hub.about,
    )
    series = (_("Its recurring calls"), "record-series", view.series)
    return record_page(
        RecordText(
            page=page,
            section=INDEX,
            title=hub.name,
            summary=summary,
            kind=kind,
            says=(hub.about,) if hub.about else (),
            facts=(*_facts(hub, page), *decisions_fact(("hub", hub.id), view.decisions, page)),
            parts=parts_of_record((series,), page),
            calls=view.calls,
            hint=list_hint(hub.evidence),
            empty=_(
                "No call that served this is recorded here yet. "
                "Whoever has dates or notes can add them: each call is one text file."
            ),
            sources=hub.sources,
            source=hub.path,
            feed=feed_links("hub", hub.id, addresses.hub_feed(hub.id), page),
            head=hub_head(hub),
        ),
        settings,
    )


def _facts(hub: PublicHub, page: str) -> tuple[Fact, ...]:
    return (
        *fact(_("When"), capital(span(hub.since, hub.until))),
        *fact_links(_("Place"), links((place_target(hub.place),), page)),
        *standing(hub.evidence, hub.confidence),
    )
