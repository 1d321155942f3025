"""The register of decisions: an index, a page for each year, for what is in force, and for each group, series and hub.

What was only proposed stands apart from what was decided, under a heading that says so.
The page of a year names all of its outcomes, so that the address of each row lasts; where it is long, its months hold
the rest. Other lists lead to the years where they grow long.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.data_decisions import PATH as DATA
from generator.render.decision_lists import IN_FORCE, INDEX, ListView, list_page
from generator.render.decision_register import (
    Standing,
    keys_of,
    month_path,
    newest_first,
    part_path,
    year_path,
)
from generator.render.decision_rows import Row, drawn_row, icons_of_rows, outcome_rows
from generator.render.decision_words import (
    HOLDING,
    STANDINGS,
    counted_decisions,
    counted_outcomes,
    counts_sentence,
    part_sentence,
)
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.months import month_of_year
from generator.render.names import NOWHERE, Names, Target, link, names_of
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import short_foot
from generator.render.rows import ROWS_LIMIT, by_year
from generator.render.schema_org import dataset_head
from generator.render.withheld_parts import Part, parted, path_of, words_of
from generator.render.words import description, sentence
from generator.settings import Settings
from generator.wording import N_, _

NEWEST = 10
"""Decisions that the index shows."""
HOLDS = N_(
    "These decisions stand in minutes or summaries of this archive, and no later one that was decided supersedes"
    " them. A later call may have changed one of them without anybody having written it down here."
)
KINDS = {
    "group": N_("Groups"),
    "series": N_("Recurring calls"),
    "hub": N_("Campaigns and hubs"),
}

Parts = dict[tuple[str, str], tuple[Row, ...]]
"""Outcomes by what their calls belong to: kind (`group`, `series`, `hub`) and id."""

_LEADS = {
    "group": N_(
        "What was decided on the calls of this group, the newest first, and apart from it what was not decided."
    ),
    "series": N_(
        "What was decided on the calls of this series, the newest first, and apart from it what was not decided."
    ),
    "hub": N_(
        "What was decided on the calls of this campaign or hub, the newest first, and apart from it what was not"
        " decided."
    ),
}


@dataclass(frozen=True, slots=True)
class IndexView:
    """What the index shows: counts in words, the newest, years and parts with their counts."""

    counts: str
    newest: tuple[Row, ...]
    years: tuple[tuple[int, str], ...]
    parts: tuple[tuple[str, tuple[tuple[Target, str], ...]], ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give all pages of the register. Linear in the marks, but for the newest of each group, series and hub."""
    names = names_of(archive)
    rows = outcome_rows(archive)
    years = by_year(rows)
    parts = _parts_of(rows)
    yield Draft(INDEX, index_page, _index(rows, years, parts, names))
    yield from _years(years)
    yield from _in_force(rows, settings)
    for (kind, record_id), found in parts.items():
        target = _named(names, kind, record_id)
        if target.path:
            yield Draft(
                part_path(kind, record_id),
                list_page,
                _part(kind, record_id, target, newest_first(found)),
            )


def _parts_of(rows: Iterable[Row]) -> Parts:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        one = row.outcome
        for key in keys_of(one.groups, one.series, one.hubs):
            found.setdefault(key, []).append(row)
    return {key: tuple(ones) for key, ones in found.items()}


def _named(names: Names, kind: str, record_id: str) -> Target:
    known = {"group": names.groups, "series": names.series, "hub": names.hubs}[kind]
    return known.get(record_id, NOWHERE)


def _index(
    rows: tuple[Row, ...], years: dict[int, tuple[Row, ...]], parts: Parts, names: Names
) -> IndexView:
    decided = [row for row in rows if row.outcome.is_decided]
    return IndexView(
        counts=counts_sentence(row.outcome for row in rows),
        newest=newest_first(decided)[:NEWEST],
        years=tuple((year, _part_sentence(found)) for year, found in years.items()),
        parts=tuple(
            (
                kind,
                tuple(sorted(_listed(kind, parts, names), key=lambda one: one[0].title.casefold())),
            )
            for kind in KINDS
        ),
    )


def _part_sentence(rows: Iterable[Row]) -> str:
    return part_sentence(row.outcome for row in rows)


def _listed(kind: str, parts: Parts, names: Names) -> Iterator[tuple[Target, str]]:
    for (own, record_id), found in parts.items():
        target = _named(names, own, record_id)
        if own == kind and target.path:
            yield Target(target.title, part_path(kind, record_id)), _part_sentence(found)


def _years(years: dict[int, tuple[Row, ...]]) -> Iterator[Draft]:
    """Give the page of every year. A long one is brief, and its months have the rest."""
    order = [0, *years, 0]
    for before, year, after in zip(order, order[1:], order[2:], strict=False):
        rows = years[year]
        months = _by_month(rows) if len(rows) >= ROWS_LIMIT else {}
        view = ListView(
            page=year_path(year),
            title=_year_target(year).title,
            lead=_(
                "What was decided on the calls of this year comes first, and apart from it what was not decided."
            ),
            counts=counts_sentence(row.outcome for row in rows),
            rows=rows,
            has_anchors=True,
            is_brief=bool(months),
            years=tuple(
                (Target(_month_words(found[0]), path), counted_outcomes(len(found)))
                for path, found in months.items()
            ),
            before=_year_target(before),
            after=_year_target(after),
        )
        yield Draft(view.page, list_page, view, weight=1 + len(rows) // 100)
        for path, found in months.items():
            yield Draft(path, list_page, _month(path, found))


def _by_month(rows: tuple[Row, ...]) -> dict[str, tuple[Row, ...]]:
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(month_path(row.outcome.date), []).append(row)
    return {path: tuple(parts[path]) for path in sorted(parts)}


def _month_words(row: Row) -> str:
    return month_of_year(row.outcome.date.year, row.outcome.date.month)


def _month(path: str, rows: tuple[Row, ...]) -> ListView:
    return ListView(
        page=path,
        title=_("Decisions of {when}").format(when=_month_words(rows[0])),
        lead=_(
            "What was decided on the calls of this month comes first, and apart from it what was not decided."
        ),
        counts=counts_sentence(row.outcome for row in rows),
        rows=rows,
        has_anchors=True,
        above=_year_target(rows[0].outcome.date.year),
    )


def _year_target(year: int) -> Target:
    return Target(_("Decisions of {when}").format(when=year), year_path(year)) if year else NOWHERE


def _in_force(rows: tuple[Row, ...], settings: Settings) -> Iterator[Draft]:
    """Give the decisions that no later one supersedes, the newest first, parted by year or month where many."""
    holding = [row for row in rows if row.outcome.standing is Standing.IN_FORCE]
    for part in parted(holding):
        yield Draft(path_of(IN_FORCE, part.period), list_page, _holding(part, settings))


def _holding(part: Part[Row], settings: Settings) -> ListView:
    title = _("Decisions in force")
    if settings.state == "closed":
        title = _("Decisions that no later one supersedes")
    when = words_of(part.period)
    many = len(part.rows) or sum(number for _period, number in part.inner)
    return ListView(
        page=path_of(IN_FORCE, part.period),
        title=_("{title}, {year}").format(title=title, year=when) if when else title,
        lead=_(HOLDS),
        counts=_decisions(many),
        rows=newest_first(part.rows),
        years=tuple(
            (
                Target(_("Decided in {year}").format(year=words_of(each)), path_of(IN_FORCE, each)),
                counted_decisions(number),
            )
            for each, number in part.inner
        ),
    )


def _decisions(number: int) -> str:
    return sentence(counted_decisions(number) if number else _("No decision on record"))


def _part(kind: str, record_id: str, target: Target, rows: tuple[Row, ...]) -> ListView:
    """Give the part of a group, series or hub, the newest first."""
    shown = rows[:ROWS_LIMIT]
    years = by_year(rows) if len(rows) > len(shown) else {}
    return ListView(
        page=part_path(kind, record_id),
        title=_("Decisions: {record}").format(record=target.title),
        lead=_(_LEADS[kind]),
        counts=counts_sentence(row.outcome for row in rows),
        rows=shown,
        above=target,
        left_out=len(rows) - len(shown),
        years=tuple(
            (_year_target(year), counted_outcomes(len(found))) for year, found in years.items()
        ),
    )


def index_page(view: IndexView, settings: Settings) -> Page:
    """Make the index of decisions."""
    parts = tuple(
        (
            _(KINDS[kind]),
            f"by-{kind}",
            tuple((link(target, INDEX), words) for target, words in found),
        )
        for kind, found in view.parts
        if found
    )
    values = {
        "counts": view.counts,
        "holding": _(HOLDING),
        "newest": tuple(drawn_row(row, INDEX, settings, False) for row in view.newest),
        "years": tuple((link(_year_target(year), INDEX), words) for year, words in view.years),
        "parts": parts,
        "standings": tuple((key.value, STANDINGS[key]) for key in Standing),
        "in_force": addresses.relative(IN_FORCE, INDEX),
        "search": addresses.relative(f"{addresses.SEARCH}#kind=decision", INDEX),
        "feed": addresses.relative(addresses.DECISIONS_FEED, INDEX),
        "data": addresses.relative(DATA, INDEX),
        "closed": settings.state == "closed",
        "icons": icons_of_rows(view.newest, list(Standing)),
        **short_foot(INDEX, settings, forms=ALL_FORMS),
    }
    outline = (
        [Heading(2, "newest", _("The newest")), Heading(2, "by-year", _("By year"))]
        if view.years
        else []
    )
    outline += [Heading(2, anchor, heading) for heading, anchor, _links in parts]
    about = _("What was decided on the calls of {site}. {counts}").format(
        site=settings.site_name, counts=view.counts
    )
    return Page(
        path=INDEX,
        section=INDEX,
        title=_("Decisions"),
        description=description(about),
        outline=(*outline, Heading(2, "how-to-read", _("How to read this"))),
        body=fill("decision_index.html", values),
        head=dataset_head(DATA, _("Decisions"), about, settings),
    )
