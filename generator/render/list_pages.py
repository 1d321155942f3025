"""The lists of calls: an index with honest counts, and a page for every year with its months."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.call_counts import count_facts, counts_sentence
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.months import MONTHS
from generator.render.names import Link, names_of
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import Fact, short_foot
from generator.render.rows import ROWS_LIMIT, DrawnRow, Row, by_year, drawn, icons_of, rows_of
from generator.render.words import description, plural
from generator.settings import Settings

INDEX = "calls/index.html"
YEARS = "calls-by-year"
ALL = "all-calls"


@dataclass(frozen=True, slots=True)
class IndexView:
    """What the index of calls shows; `rows` are empty where there are too many for one list."""

    counts: str
    facts: tuple[Fact, ...]
    years: tuple[tuple[int, int], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """What the list of a year shows; `before` and `after` are the years beside it, 0 for none."""

    year: int
    before: int
    after: int
    counts: str
    rows: tuple[Row, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of all calls and the list of every year that has calls."""
    names = names_of(archive)
    rows = rows_of(archive.calls, names, settings.today)
    years = by_year(rows)
    calls = by_year(archive.calls)
    index = IndexView(
        counts=counts_sentence(archive.calls, settings.today),
        facts=count_facts(archive.calls),
        years=tuple((year, len(found)) for year, found in years.items()),
        rows=rows if len(rows) < ROWS_LIMIT else (),
    )
    yield Draft(INDEX, index_page, index)
    order = [0, *years, 0]
    for before, year, after in zip(order, order[1:], order[2:], strict=False):
        counts = counts_sentence(calls[year], settings.today)
        view = YearView(year, before, after, counts, years[year])
        yield Draft(addresses.year_page(year), year_page, view)


def index_page(view: IndexView, settings: Settings) -> Page:
    """Make the index of all calls."""
    years = tuple(
        (f"{year}", addresses.relative(addresses.year_page(year), INDEX), plural(count, "call"))
        for year, count in view.years
    )
    values = {
        "counts": view.counts,
        "facts": view.facts,
        "years": years,
        "rows": drawn(view.rows, INDEX),
        "icons": icons_of(view.rows),
        "notice": settings.notice,
        **short_foot(INDEX, settings, forms=ALL_FORMS),
    }
    outline = (Heading(2, YEARS, "By year"),) if years else ()
    listed = (Heading(2, ALL, "All calls"),) if view.rows else ()
    return Page(
        path=INDEX,
        section=INDEX,
        title="Calls",
        description=description(f"All calls of {settings.site_name}. {view.counts}"),
        outline=(*outline, *listed),
        body=fill("call_index.html", values),
    )


def year_page(view: YearView, settings: Settings) -> Page:
    """Make the list of a year's calls, grouped by month; what is known to the year only comes first."""
    page = addresses.year_page(view.year)
    months = _months(view.rows, page)
    title = f"Calls of {view.year}"
    values = {
        "title": title,
        "counts": view.counts,
        "months": months,
        "icons": icons_of(view.rows),
        "before": _year_link(view.before, page),
        "after": _year_link(view.after, page),
        **short_foot(page, settings, forms=ALL_FORMS),
    }
    return Page(
        path=page,
        section=INDEX,
        title=title,
        description=description(f"{title} in {settings.site_name}. {view.counts}"),
        outline=tuple(Heading(2, anchor, heading) for heading, anchor, _, _ in months),
        body=fill("call_year.html", values),
    )


def _months(
    rows: tuple[Row, ...], page: str
) -> tuple[tuple[str, str, str, tuple[DrawnRow, ...]], ...]:
    """Part a year's rows by month: heading, its name in the page, count, rows."""
    parts: dict[int, list[Row]] = {}
    for row in rows:
        parts.setdefault(row.date.month, []).append(row)
    return tuple(
        (
            MONTHS[month - 1] if month else "Month not known",
            f"month-{month:02d}" if month else "month-not-known",
            plural(len(parts[month]), "call"),
            drawn(parts[month], page),
        )
        for month in sorted(parts)
    )


def _year_link(year: int, page: str) -> Link:
    if not year:
        return ("", "")
    return (addresses.relative(addresses.year_page(year), page), f"Calls of {year}")
