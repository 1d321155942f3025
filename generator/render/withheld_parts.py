"""Parts a long list by year, a long year by month and a long month by number, so that no page grows without bound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple

from generator.render.months import month_of_year
from generator.render.rows import ROWS_LIMIT, D
from generator.wording import _


class Period(NamedTuple):
    """A year (0: all of them), a month of it (-1: all of them, 0: not known), and a part of that (0: all of it)."""

    year: int = 0
    month: int = -1
    part: int = 0


ALL = Period()


@dataclass(frozen=True, slots=True)
class Part(Generic[D]):
    """What a list shows of a period: its rows, or the smaller periods that it leads to, with the number in each."""

    period: Period
    rows: tuple[D, ...]
    inner: tuple[tuple[Period, int], ...] = ()


def parted(rows: Sequence[D], period: Period = ALL) -> Iterator[Part[D]]:
    """Part rows, which come with the oldest first, until none has more than a page shows."""
    if len(rows) <= ROWS_LIMIT:
        yield Part(period, tuple(rows))
        return
    found = dict(sorted(_smaller(rows, period).items(), reverse=True))
    yield Part(period, (), tuple((each, len(some)) for each, some in found.items()))
    for each, some in found.items():
        yield from parted(some, each)


def _smaller(rows: Sequence[D], period: Period) -> dict[Period, list[D]]:
    found: dict[Period, list[D]] = {}
    for number, row in enumerate(rows):
        year, month = row.date.year, row.date.month if period.year else -1
        # What comes later must not move what is in an earlier part.
        part = 1 + number // ROWS_LIMIT if period.month >= 0 else 0
        found.setdefault(Period(year, month, part), []).append(row)
    return found


def path_of(whole: str, period: Period) -> str:
    """Give the page of a period beside that of the whole list.

    >>> path_of("withheld/index.html", Period(2031)), path_of("withheld/log.html", Period(2031, 3, 2))
    ('withheld/2031.html', 'withheld/log-2031-03.2.html')
    """
    if not period.year:
        return whole
    folder, _slash, name = whole.partition("/")
    stem = "" if name == "index.html" else f"{name.removesuffix('.html')}-"
    month = "" if period.month < 0 else f"-{period.month:02d}" if period.month else "-not-known"
    part = f".{period.part}" if period.part else ""
    return f"{folder}/{stem}{period.year:04d}{month}{part}.html"


def above(period: Period) -> Period:
    """Give the period that a smaller one is part of."""
    if period.part:
        return Period(period.year, period.month)
    return Period(period.year) if period.month >= 0 else ALL


def words_of(period: Period) -> str:
    """Say a period in words: `2031`, `March 2031`, `March 2031, part 2`; nothing for all time."""
    if not period.year:
        return ""
    if period.month < 0:
        return f"{period.year}"
    month = month_of_year(period.year, period.month)
    if not period.part:
        return month
    return _("{month}, part {n}").format(month=month, n=period.part)
