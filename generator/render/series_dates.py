"""The dates of a recurring call on its page: those to come, the past, the later; a long series has them by year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive, PublicSeries
from generator.render.date_places import date_places
from generator.render.date_tables import (
    DateRow,
    DatesText,
    DateTable,
    counted_dates,
    date_icons,
    date_outline,
    date_rows,
    date_table,
)
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.ledger import ledger_of
from generator.render.ledger_rows import Totals, totals_of
from generator.render.ledger_words import beside_words, totals_sentence
from generator.render.list_tools import date_tools
from generator.render.months import month_of_year
from generator.render.names import NOWHERE, Target, link
from generator.render.output import Draft, Page
from generator.render.record_foot import short_foot
from generator.render.row_parts import year_anchor
from generator.render.rows import by_year
from generator.render.schema_org import LIST_HEAD, head_title
from generator.render.words import description
from generator.settings import Settings
from generator.wording import N_, _

NEXT, FEW = 10, 3
"""How many dates to come stand before the past; those after them stand behind it, unless they are very few."""
COMING, LATER = "dates-to-come", "dates-later"
NONE = N_(
    "No date is expected yet. Dates stand here as soon as the rhythm of this series leads to some."
)


@dataclass(frozen=True, slots=True)
class SeriesDates:
    """What the page of a series shows of its dates; `years` are those with pages of their own, and how many each has.

    `coming` are the next dates, soonest first, `later` those after them, and `past` the others, newest first.
    """

    totals: Totals
    coming: tuple[DateRow, ...]
    past: tuple[DateRow, ...]
    later: tuple[DateRow, ...]
    years: tuple[tuple[int, int], ...]
    lines: int


@dataclass(frozen=True, slots=True)
class DatesPart:
    """A page of the dates of a year or month of a long series, between the pages beside it."""

    page: str
    series: Target
    date: LooseDate
    totals: Totals
    rows: tuple[DateRow, ...]
    months: tuple[tuple[int, str, int], ...] = ()
    before: Target = NOWHERE
    after: Target = NOWHERE


def dates_of_series(
    series: PublicSeries, archive: PublicArchive, settings: Settings
) -> SeriesDates | None:
    """Give the dates of a series, or nothing where it does not expand."""
    rows = ledger_of(archive, settings).rows.get(series.id)
    if rows is None:
        return None
    dated = date_rows(rows, archive, settings)
    today = settings.today
    ahead = [one for one in dated if one.row.takes_place.last_day() >= today]
    ahead.sort(key=lambda one: (one.row.takes_place.last_day(), one.date))
    past = [one for one in reversed(dated) if one.row.takes_place.last_day() < today]
    shown = len(ahead) if len(ahead) <= NEXT + FEW else NEXT
    is_long = series.id in date_places(archive, settings).parted
    return SeriesDates(
        totals=totals_of(rows),
        coming=tuple(ahead[:shown]),
        past=() if is_long else tuple(past),
        later=() if is_long else tuple(ahead[shown:]),
        years=tuple((year, len(found)) for year, found in by_year(dated).items())
        if is_long
        else (),
        lines=len(dated),
    )


def long_dates(
    target: Target, series: PublicSeries, archive: PublicArchive, settings: Settings
) -> Iterator[Draft]:
    """Give the pages of the years, or of the months of long years, of a series with too many dates for its page."""
    parted = date_places(archive, settings).parted.get(series.id)
    if parted is None:
        return
    rows = ledger_of(archive, settings).rows[series.id]
    years = by_year(date_rows(rows, archive, settings))
    pages = [Target(f"{year}", addresses.part_of_record(target.path, year)) for year in years]
    beside = [NOWHERE, *pages, NOWHERE]
    for at, (year, found) in enumerate(years.items()):
        months = _months(found, target.path) if year in parted else ()
        totals = totals_of(one.row for one in found)
        near = beside[at], beside[at + 2]
        part = DatesPart(pages[at].path, target, LooseDate(year), totals, (), (), *near)
        if not months:
            yield Draft(part.page, dates_page, replace(part, rows=found, months=()))
            continue
        sizes = tuple((date.month, page, len(own)) for date, page, own in months)
        whole = DatesPart(part.page, target, part.date, totals, (), sizes, *near)
        yield Draft(part.page, dates_page, whole)
        for date, page, own in months:
            of_month = totals_of(one.row for one in own)
            view = DatesPart(page, target, date, of_month, own, (), pages[at])
            yield Draft(page, dates_page, view)


def _months(
    rows: tuple[DateRow, ...], path: str
) -> tuple[tuple[LooseDate, str, tuple[DateRow, ...]], ...]:
    found: dict[LooseDate, list[DateRow]] = {}
    for one in rows:
        found.setdefault(LooseDate(one.date.year, one.date.month), []).append(one)
    return tuple(
        (date, addresses.part_of_record(path, date.year, date.month), tuple(own))
        for date, own in sorted(found.items())
    )


def drawn_series_dates(dates: SeriesDates, page: str, settings: Settings) -> DatesText:
    """Give the dates of a series as the template of its page draws them."""
    tables = tuple(_tables(dates, page, settings))
    if len(tables) == 1 and not dates.years:
        tables = (tables[0]._replace(heading=""),)
    totals = dates.totals
    has = (row.has.split() for table in tables for row in table.rows)
    says = (totals_sentence(totals), beside_words(totals)) if dates.lines else ()
    return DatesText(
        heading=_("Dates and calls"),
        counted=counted_dates(dates.lines) if dates.lines else "",
        says=tuple(words for words in says if words),
        tables=tables,
        years=tuple(
            (
                addresses.relative(addresses.part_of_record(page, year), page),
                f"{year}",
                counted_dates(many),
            )
            for year, many in dates.years
        ),
        empty=_(NONE),
        ledger=(
            addresses.relative(addresses.LEDGER, page),
            _("The dates of all series in the ledger"),
        ),
        icons=date_icons((*dates.coming, *dates.past, *dates.later)),
        tools=date_tools(has, page) if not dates.years else None,
    )


def _tables(dates: SeriesDates, page: str, settings: Settings) -> Iterator[DateTable]:
    if dates.coming:
        says = _("The soonest first")
        yield date_table(_("Next dates"), COMING, says, dates.coming, page, settings)
    for year, rows in reversed(by_year(dates.past).items()):
        says = _("The newest first")
        yield date_table(f"{year}", year_anchor(year), says, rows, page, settings)
    if dates.later:
        says = _("The soonest first")
        yield date_table(_("Later dates"), LATER, says, dates.later, page, settings)


def dates_page(view: DatesPart, settings: Settings) -> Page:
    """Make the page of the dates of a year or a month of a long series."""
    words = (
        month_of_year(view.date.year, view.date.month) if view.date.month else f"{view.date.year}"
    )
    title = _("{record}: dates of {period}").format(record=view.series.title, period=words)
    says = (totals_sentence(view.totals), beside_words(view.totals))
    caption = _("Dates of {period}, the earliest first").format(period=words)
    table = date_table("", "", caption, view.rows, view.page, settings)
    values = {
        "title": title,
        "says": tuple(words for words in says if words),
        "above": link(view.series, view.page),
        "tables": (table,) if view.rows else (),
        "months": tuple(
            (
                addresses.relative(page, view.page),
                month_of_year(view.date.year, month),
                counted_dates(many),
            )
            for month, page, many in view.months
        ),
        "icons": date_icons(view.rows),
        "before": link(view.before, view.page),
        "after": link(view.after, view.page),
        **short_foot(view.page, settings, forms=ALL_FORMS),
    }
    return Page(
        path=view.page,
        section=addresses.SERIES,
        title=head_title(title),
        description=description(f"{title}. {says[0]}"),
        outline=date_outline((table,)) if view.rows else (),
        body=fill("dates_part.html", values),
        head=LIST_HEAD,
    )
