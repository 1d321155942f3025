"""A page for every recurring call, and their index.

A series of which only the habit is known shows that habit and the calls that are attested, and no others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import addresses
from generator.privacy.public import Evidence, PublicArchive, PublicSeries
from generator.render.action_states import NOTHING_OPEN, OpenHere, actions_in, open_by
from generator.render.action_words import open_fact
from generator.render.belonging import rows_by, series_ids
from generator.render.carried_over import open_actions_in
from generator.render.decision_words import decisions_fact, parts_in_words
from generator.render.improving import Wanted, invitation, wanted_of_series
from generator.render.names import Target, link, links, named, names_of
from generator.render.output import Draft, Page
from generator.render.record_foot import Fact, fact, fact_code, fact_links, standing
from generator.render.record_pages import IndexText, Part, RecordText, index_page, record_page
from generator.render.rhythm_words import rhythm_sentence, rule_of
from generator.render.rows import Row
from generator.render.schema_org import series_head
from generator.render.words import (
    capital,
    length_words,
    list_hint,
    plural,
    recorded_calls,
    span,
    zone_words,
)
from generator.settings import Settings

INDEX = "series/index.html"
PATTERN = (
    "The habit is known, single dates are not. Only the calls listed here are attested, "
    "and this archive invents no others."
)

UNLISTED = "You have notes of a call of this series that is not listed here?"


@dataclass(frozen=True, slots=True)
class SeriesView:
    """All that the page of a series needs; `decisions` counts what was decided on its calls, in words."""

    series: PublicSeries
    groups: tuple[Target, ...]
    hubs: tuple[Target, ...]
    rows: tuple[Row, ...]
    wanted: Wanted
    open_actions: OpenHere
    decisions: str


@dataclass(frozen=True, slots=True)
class SeriesListed:
    """A series in the index: its page, its rhythm, and how many of its calls are known."""

    target: Target
    rhythm: str
    calls: int


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of series and a page for each."""
    names = names_of(archive)
    rows = rows_by(series_ids, archive, names, settings.today)
    listed = tuple(
        SeriesListed(names.series[each.id], each.rhythm, len(rows.get(each.id, ())))
        for each in archive.series
    )
    yield Draft(INDEX, series_index, listed)
    decided = parts_in_words(archive)
    still = open_actions_in(archive).after
    actions = actions_in(archive, settings)
    here = open_by(series_ids, "series", archive.calls, actions)
    for each in archive.series:
        view = SeriesView(
            series=each,
            groups=named(names.groups, each.groups),
            hubs=named(names.hubs, each.hubs),
            rows=tuple(replace(row, about="") for row in rows.get(each.id, ())),
            wanted=wanted_of_series(each.id, still[each.id]),
            open_actions=here.get(each.id, NOTHING_OPEN),
            decisions=decided.get(("series", each.id), ""),
        )
        yield Draft(addresses.series_page(each.id), series_page, view)


def series_index(listed: tuple[SeriesListed, ...], settings: Settings) -> Page:
    """Make the index of recurring calls."""
    items = tuple(
        (link(each.target, INDEX), _remark(each))
        for each in sorted(listed, key=lambda one: one.target.title.casefold())
    )
    parts: tuple[Part, ...] = (("", "", items),) if items else ()
    lead = f"{plural(len(items), 'recurring call')}, with the single calls that are known."
    empty = "No recurring call is recorded here yet. A series is one text file in the calls folder."
    return index_page(IndexText(INDEX, "Series", lead, empty, parts), settings)


def _remark(listed: SeriesListed) -> str:
    known = recorded_calls(listed.calls)
    return f"{_stop(rhythm_sentence(listed.rhythm))} {known}." if listed.rhythm else f"{known}."


def _stop(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."


def series_page(view: SeriesView, settings: Settings) -> Page:
    """Make the page of a recurring call."""
    series = view.series
    page = addresses.series_page(series.id)
    rhythm = rhythm_sentence(series.rhythm)
    pattern = series.evidence is Evidence.PATTERN_ONLY
    note = f"About the dates: {series.date_note}" if series.date_note else ""
    says = (rhythm, series.purpose, PATTERN if pattern else "", note)
    known = f"{recorded_calls(len(view.rows))}."
    return record_page(
        RecordText(
            page=page,
            section=INDEX,
            title=series.title,
            summary=f"{series.title}, a recurring call. {_stop(rhythm or 'Rhythm not known')} {known}",
            kind="Recurring call",
            says=tuple(each for each in says if each),
            facts=(
                *_facts(view, page),
                *decisions_fact(("series", series.id), view.decisions, page),
                *open_fact(view.open_actions, page, settings),
            ),
            parts=(),
            rows=view.rows,
            hint="" if pattern else list_hint(series.evidence),
            empty="No single call of this series is recorded here yet. "
            "Whoever has its dates or notes can add them: each call is one text file.",
            sources=series.sources,
            source=series.path,
            head=series_head(series, view.groups, settings),
            notes_wanted=invitation(view.wanted, page, settings, UNLISTED),
        ),
        settings,
    )


def _facts(view: SeriesView, page: str) -> tuple[Fact, ...]:
    series = view.series
    skipped = (f"{on} ({reason})" if reason else on for on, reason in series.skipped)
    staffed = f"the first {plural(series.staffed_calls, 'call')}" if series.staffed_calls else ""
    return (
        *fact("Held", capital(span(series.since, series.until))),
        *fact("Times are in", zone_words(series.zone)),
        *fact_code("Rule", rule_of(series.rhythm), "As calendar programs write it (RFC 5545)"),
        *fact("Length", length_words(series.length)),
        *fact("Skipped", ", ".join(skipped)),
        *fact_links("Groups", links(view.groups, page)),
        *fact_links("Campaigns and gatherings", links(view.hubs, page)),
        *fact("Staffed by the service", staffed),
        *standing(series.evidence, series.confidence),
    )
