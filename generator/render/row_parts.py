"""Lists of calls in parts: by year, and by the months of a year, each with its heading and its count."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.privacy.public import LooseDate
from generator.render.months import month_alone
from generator.render.output import Heading
from generator.render.rows import DrawnRow, Row, by_year, drawn
from generator.render.words import counted_calls


class RowPart(NamedTuple):
    """A part of a list as templates draw it: its heading (empty: none), its name in the page, its count, its rows.

    `level` is that of its heading; `parts` are what it is made of where it has no rows of its own.
    `years` are links in place of rows: address, year, count.
    """

    level: int
    heading: str
    anchor: str
    counted: str
    rows: tuple[DrawnRow, ...]
    parts: tuple["RowPart", ...] = ()
    years: tuple[tuple[str, str, str], ...] = ()


def by_month(rows: Sequence[Row]) -> dict[LooseDate, tuple[Row, ...]]:
    """Part rows by month; what is known to the year only comes first."""
    parts: dict[LooseDate, list[Row]] = {}
    for row in rows:
        parts.setdefault(LooseDate(row.date.year, row.date.month), []).append(row)
    return {month: tuple(parts[month]) for month in sorted(parts)}


def month_parts(
    rows: Sequence[Row], page: str, level: int = 2, before: str = ""
) -> tuple[RowPart, ...]:
    """Part the rows of a year by month; `before` begins the names of the parts in the page."""
    return tuple(
        RowPart(
            level,
            month_alone(month.month),
            before + month_anchor(month),
            counted_calls(len(found)),
            drawn(found, page),
        )
        for month, found in by_month(rows).items()
    )


def month_anchor(month: LooseDate) -> str:
    """Give the name of a month in the page of its year."""
    return f"month-{month.month:02d}" if month.month else "month-not-known"


def year_parts(rows: Sequence[Row], page: str, level: int = 3) -> tuple[RowPart, ...]:
    """Part rows by year; those of one year stand without a heading."""
    years = by_year(rows)
    if len(years) < 2:
        return (RowPart(level, "", "", "", drawn(rows, page)),) if rows else ()
    return tuple(
        RowPart(level, f"{year}", year_anchor(year), counted_calls(len(found)), drawn(found, page))
        for year, found in years.items()
    )


def year_and_month_parts(rows: Sequence[Row], page: str, level: int = 3) -> tuple[RowPart, ...]:
    """Part rows by year, and each year by month."""
    return tuple(
        RowPart(
            level,
            f"{year}",
            year_anchor(year),
            counted_calls(len(found)),
            (),
            month_parts(found, page, level + 1, f"{year_anchor(year)}-"),
        )
        for year, found in by_year(rows).items()
    )


def year_anchor(year: int) -> str:
    """Give the name of a year's calls in a page that lists several."""
    return f"calls-{year:04d}"


def outline_of(parts: Sequence[RowPart]) -> tuple[Heading, ...]:
    """Give the headings of parts that stand in the outline of a page."""
    return tuple(
        Heading(part.level, part.anchor, part.heading)
        for part in parts
        if part.heading and part.level < 4
    )
