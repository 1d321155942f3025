"""Pages that list the calls of one year or month: of the whole archive, or of a series, group, hub or place.

A year of too many calls for one list leads to its months. A year has the name of every month, so that an address with
one lasts when the year grows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.privacy.public import LooseDate
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.list_tools import call_tools
from generator.render.months import month_alone, month_of_year
from generator.render.names import NOWHERE, Target, link
from generator.render.output import Draft, Page
from generator.render.record_foot import short_foot
from generator.render.row_parts import (
    by_month,
    month_anchor,
    month_parts,
    outline_of,
)
from generator.render.rows import ROWS_LIMIT, Row, by_year, drawn, icons_of
from generator.render.schema_org import LIST_HEAD, head_title
from generator.render.timeline import Timeline
from generator.render.timeline_drawing import drawn_timeline
from generator.render.words import counted_calls, description
from generator.settings import Settings
from generator.wording import _

Month = tuple[int, str, int]
"""A month of a year: its number (0: not known), the page that lists its calls, and how many they are."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the list of a year or month shows.

    `of` is what the calls belong to, nowhere for those of the whole archive; `year` is that of a month's list.
    `months` lists the months of a year, which have pages of their own where `rows` are empty.
    `before` and `after` are the years, or the months of a long year, beside it. `timeline` draws the months of a year.
    """

    page: str
    section: str
    of: Target
    date: LooseDate
    counts: str
    rows: tuple[Row, ...]
    year: Target = NOWHERE
    months: tuple[Month, ...] = ()
    before: Target = NOWHERE
    after: Target = NOWHERE
    timeline: Timeline | None = None


PageOf = Callable[[int, int], str]
"""Gives the address of the list of a year and month; the month is -1 for the whole year, 0 where it is not known."""
YEAR = -1
NO_TIMELINES: Mapping[int, Timeline] = MappingProxyType({})


def parts_of(
    rows: Sequence[Row],
    section: str,
    of: Target,
    page_of: PageOf,
    counts: Mapping[int, str],
    timelines: Mapping[int, Timeline] = NO_TIMELINES,
) -> Iterator[Draft]:
    """Give the list of every year, and of every month of a year that is too long for one list.

    `counts` say of each year what its calls are; other lists give their number. `timelines` are those of years to draw.
    """
    years = by_year(rows)
    pages = [Target(_years_title(of, year), page_of(year, YEAR)) for year in years]
    beside = [NOWHERE, *pages, NOWHERE]
    for at, (year, found) in enumerate(years.items()):
        here, months = pages[at], by_month(found)
        is_long = len(found) >= ROWS_LIMIT
        yield Draft(
            here.path,
            part_page,
            Part(
                page=here.path,
                section=section,
                of=of,
                date=LooseDate(year),
                counts=counts.get(year, ""),
                rows=() if is_long else found,
                months=tuple(
                    (month.month, page_of(year, month.month) if is_long else "", len(each))
                    for month, each in months.items()
                ),
                before=beside[at],
                after=beside[at + 2],
                timeline=timelines.get(year),
            ),
        )
        if is_long:
            yield from _months(months, section, of, page_of, here)


def _months(
    months: Mapping[LooseDate, tuple[Row, ...]],
    section: str,
    of: Target,
    page_of: PageOf,
    year: Target,
) -> Iterator[Draft]:
    pages = [Target(_title(of, month), page_of(month.year, month.month)) for month in months]
    beside = [NOWHERE, *pages, NOWHERE]
    for at, (month, found) in enumerate(months.items()):
        view = Part(
            page=pages[at].path,
            section=section,
            of=of,
            date=month,
            counts="",
            rows=found,
            year=year,
            before=beside[at],
            after=beside[at + 2],
        )
        yield Draft(view.page, part_page, view)


def part_page(view: Part, settings: Settings) -> Page:
    """Make the list of the calls of a year or a month."""
    is_month = bool(view.year.path)
    title = _title(view.of, view.date) if is_month else _years_title(view.of, view.date.year)
    number = len(view.rows) or sum(count for _month, _page, count in view.months)
    counts = view.counts or f"{counted_calls(number)}."
    parts = () if is_month else month_parts(view.rows, view.page)
    values = {
        "title": title,
        "counts": counts,
        "above": tuple(link(each, view.page) for each in (view.of, view.year) if each.path),
        "months": _drawn_months(view),
        "has_pages": not view.rows,
        "timeline": drawn_timeline(view.timeline, view.page) if view.timeline else None,
        "parts": parts,
        "rows": drawn(view.rows, view.page) if is_month else (),
        "tools": call_tools(view.rows, view.page),
        "icons": icons_of(view.rows),
        "before": link(view.before, view.page),
        "after": link(view.after, view.page),
        **short_foot(view.page, settings, forms=ALL_FORMS),
    }
    return Page(
        path=view.page,
        section=view.section,
        title=head_title(title),
        description=description(
            _("{title} in {site}. {counts}").format(
                title=title, site=settings.site_name, counts=counts
            )
        ),
        outline=outline_of(parts),
        body=fill("call_part.html", values),
        head=LIST_HEAD,
    )


def _years_title(of: Target, year: int) -> str:
    if of.title:
        return _("{record}: calls of {year}").format(record=of.title, year=year)
    return _("Calls of {year}").format(year=year)


def _title(of: Target, month: LooseDate) -> str:
    said = month_of_year(month.year, month.month)
    if of.title:
        return _("{record}: calls of {month}").format(record=of.title, month=said)
    return _("Calls of {month}").format(month=said)


def _drawn_months(view: Part) -> tuple[tuple[str, str, str, str], ...]:
    """Give the months of a year as templates draw them: name in the page, address, words, count."""
    drawn_months = []
    for month, path, number in view.months:
        date = LooseDate(view.date.year, month)
        anchor = month_anchor(date)
        there = link(Target("", path), view.page)[0] if path else f"#{anchor}"
        drawn_months.append((anchor, there, month_alone(month), counted_calls(number)))
    return tuple(drawn_months)
