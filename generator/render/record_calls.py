"""The calls of a series, group, hub or place: all on its page, or by year where they are too many for one list."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.render.call_lists import parts_of
from generator.render.names import Target
from generator.render.output import Draft
from generator.render.rows import ROWS_LIMIT, Row, by_year
from generator.render.words import counted_calls


@dataclass(frozen=True, slots=True)
class CallsHere:
    """The calls of a record as its page shows them: rows, or where they are too many how many each year has."""

    number: int
    rows: tuple[Row, ...]
    years: tuple[tuple[int, int], ...] = ()


DrawnYears = tuple[tuple[str, str, str], ...]
"""Links to the years of a long list: address, year, count."""


def calls_here(rows: tuple[Row, ...]) -> CallsHere:
    """Give the calls of a record for its page."""
    if len(rows) < ROWS_LIMIT:
        return CallsHere(len(rows), rows)
    return CallsHere(
        len(rows), (), tuple((year, len(each)) for year, each in by_year(rows).items())
    )


def long_lists(target: Target, section: str, rows: tuple[Row, ...]) -> Iterator[Draft]:
    """Give the lists of the years of a record whose calls are too many for its page."""
    if len(rows) >= ROWS_LIMIT:
        page_of = functools.partial(addresses.part_of_record, target.path)
        yield from parts_of(rows, section, target, page_of, {})


def drawn_years(calls: CallsHere, page: str) -> DrawnYears:
    """Give the links to the years of a record whose calls are too many for its page."""
    return tuple(
        (
            addresses.relative(addresses.part_of_record(page, year), page),
            f"{year}",
            counted_calls(number),
        )
        for year, number in calls.years
    )
