"""The lists of calls: an index with honest counts and every way of finding, and pages for years and long months."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive
from generator.render.call_counts import count_facts, counts_sentence
from generator.render.call_lists import YEAR, parts_of
from generator.render.data_calls import PATH as DATA
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.list_tools import call_tools
from generator.render.months import month_alone
from generator.render.names import NOWHERE
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import Fact, short_foot
from generator.render.row_parts import by_month, month_anchor, outline_of, year_and_month_parts
from generator.render.rows import ROWS_LIMIT, Row, by_year, icons_of, rows_in
from generator.render.schema_org import dataset_head
from generator.render.timeline import year_timeline
from generator.render.words import counted_calls, description
from generator.settings import Settings
from generator.wording import N_, _, number

INDEX = addresses.CALLS
YEARS = "calls-by-year"
WAYS = "ways-of-finding"
ALL = "all-calls"
DRAWN = 12
"""Fewest calls of a year that are drawn by month; fewer are seen at a glance in their list."""
FOUND_BY = (
    (addresses.SERIES, N_("By series")),
    (addresses.GROUPS, N_("By group")),
    (addresses.HUBS, N_("By campaign or gathering")),
    (addresses.PLACES, N_("By place")),
    (addresses.how_met(), N_("By how people met")),
    (addresses.how_sure(), N_("By how sure their facts are")),
    (addresses.DECISIONS, N_("By what was decided")),
    (addresses.GAPS, N_("By what is missing")),
    (addresses.CALENDAR, N_("In a calendar")),
    (addresses.SEARCH, N_("By the words of notes")),
)
"""Other ways to a call: the page, and what a link to it says."""

Month = tuple[LooseDate, int, bool]
"""A month with its number of calls, and whether it has a page of its own."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """What the index of calls shows; `rows` are empty where there are too many for one list."""

    counts: str
    facts: tuple[Fact, ...]
    years: tuple[tuple[int, int, tuple[Month, ...]], ...]
    rows: tuple[Row, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of all calls, the list of every year that has calls, and of every month of a long year."""
    rows = tuple(rows_in(archive, settings.today).values())
    index = IndexView(
        counts=counts_sentence(archive.calls, settings.today),
        facts=count_facts(archive.calls),
        years=tuple(_year(year, found) for year, found in by_year(rows).items()),
        rows=rows if len(rows) < ROWS_LIMIT else (),
    )
    yield Draft(INDEX, index_page, index)
    years = by_year(archive.calls)
    counts = {year: counts_sentence(found, settings.today) for year, found in years.items()}
    timelines = {
        year: year_timeline(year, found) for year, found in years.items() if len(found) >= DRAWN
    }
    yield from parts_of(rows, INDEX, NOWHERE, _page_of, counts, timelines)


def _page_of(year: int, month: int) -> str:
    return addresses.year_page(year) if month == YEAR else addresses.month_page(year, month)


def _year(year: int, rows: tuple[Row, ...]) -> tuple[int, int, tuple[Month, ...]]:
    is_long = len(rows) >= ROWS_LIMIT
    months = tuple((month, len(found), is_long) for month, found in by_month(rows).items())
    return year, len(rows), months


def index_page(view: IndexView, settings: Settings) -> Page:
    """Make the index of all calls."""
    parts = year_and_month_parts(view.rows, INDEX)
    values = {
        "counts": view.counts,
        "facts": view.facts,
        "years": tuple(_drawn_year(*year) for year in view.years),
        "ways": tuple((addresses.relative(path, INDEX), _(words)) for path, words in FOUND_BY),
        "parts": parts,
        "tools": call_tools(view.rows, INDEX),
        "icons": icons_of(view.rows),
        "notice": settings.notice,
        **short_foot(INDEX, settings, forms=ALL_FORMS),
    }
    outline = [Heading(2, WAYS, _("Other ways to find a call"))]
    if view.years:
        outline.insert(0, Heading(2, YEARS, _("By year and month")))
    if parts:
        outline += [Heading(2, ALL, _("All calls")), *outline_of(parts)]
    about = _("All calls of {site}. {counts}").format(site=settings.site_name, counts=view.counts)
    return Page(
        path=INDEX,
        section=INDEX,
        title=_("Calls"),
        description=description(about),
        outline=tuple(outline),
        body=fill("call_index.html", values),
        head=dataset_head(DATA, _("Calls"), about, settings),
    )


def _drawn_year(
    year: int, many: int, months: tuple[Month, ...]
) -> tuple[str, str, str, tuple[tuple[str, str, str], ...]]:
    """Give a year as templates draw it: its words, address and count, and its months: address, words, count."""
    page = addresses.relative(addresses.year_page(year), INDEX)
    drawn = []
    for date, count, has_page in months:
        own = addresses.relative(addresses.month_page(year, date.month), INDEX)
        there = own if has_page else f"{page}#{month_anchor(date)}"
        drawn.append((there, month_alone(date.month), number(count)))
    return f"{year}", page, counted_calls(many), tuple(drawn)
