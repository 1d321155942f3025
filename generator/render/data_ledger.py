"""The ledger as open data: totals in one file, and a file a year with a date a line; keys are only added.

Days overdue are counted on the day of the build, which a file names where any are; what is not known is null or empty.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive
from generator.render.ledger import ledger_of
from generator.render.ledger_rows import STATES, LedgerRow, Totals, totals_of
from generator.render.open_data import data_head, index_of, rows_file
from generator.render.output import Draft, File
from generator.render.rows import by_year
from generator.settings import Settings

PATH = addresses.LEDGER_DATA


@dataclass(frozen=True, slots=True)
class YearView:
    """The dates of a year, in order, as of a day; nothing where no date is overdue, for then no day tells anything."""

    year: int
    as_of: datetime.date | None
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """What dates add up to: in all, by series, by group and by year."""

    total: Totals
    series: tuple[tuple[str, Totals], ...]
    groups: tuple[tuple[str, Totals], ...]
    years: tuple[tuple[int, Totals], ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of the data, and the dates of every year that has any."""
    found = ledger_of(archive, settings)
    rows = sorted((row for each in found.rows.values() for row in each), key=_in_order)
    years = by_year(rows)
    totals = tuple((year, totals_of(each)) for year, each in years.items())
    groups = (*found.groups.items(), *((("", found.apart),) if found.apart.expected else ()))
    yield Draft(
        PATH, index_file, IndexView(found.total, tuple(found.series.items()), groups, totals)
    )
    for year, each in years.items():
        is_overdue = any(row.overdue(settings.today) for row in each)
        view = YearView(year, settings.today if is_overdue else None, each)
        yield Draft(year_data_path(year), year_file, view)


def _in_order(row: LedgerRow) -> tuple[LooseDate, str, str]:
    return row.date, row.series, row.call


def year_data_path(year: int) -> str:
    """Give the address of the data of a year."""
    return f"data/v1/ledger/{year:04d}.json"


def index_file(view: IndexView, settings: Settings) -> File:
    """Make the index; the group with an empty name holds the series of none."""
    site = settings.site_url
    told = {
        "counts": _told(view.total),
        "series": [
            {"series": each, "page": site + addresses.series_page(each), "counts": _told(totals)}
            for each, totals in view.series
        ],
        "groups": [{"group": each, "counts": _told(totals)} for each, totals in view.groups],
    }
    years = (
        {"year": year, "data": site + year_data_path(year), "counts": _told(totals)}
        for year, totals in view.years
    )
    return index_of(PATH, told, years, settings)


def year_file(view: YearView, settings: Settings) -> File:
    """Make the file of a year."""
    head = {
        **data_head(settings),
        "year": view.year,
        "as_of": view.as_of.isoformat() if view.as_of else None,
        "counts": _told(totals_of(view.rows)),
    }
    rows = (_row(row, view.as_of, settings) for row in view.rows)
    return rows_file(year_data_path(view.year), head, "dates", rows)


def _told(totals: Totals) -> dict[str, int]:
    """Give every number; those of states add up to the number expected."""
    states = dict(totals.states)
    return {
        "expected": totals.expected,
        **{state.value: states.get(state, 0) for state in STATES},
        "extra": totals.extra,
        "outside": totals.outside,
        "skipped": totals.skipped,
    }


def _row(row: LedgerRow, as_of: datetime.date | None, settings: Settings) -> dict[str, object]:
    page = row.place or (addresses.call_page(row.call) if row.call else "")
    return {
        "series": row.series,
        "groups": row.groups,
        "date": str(row.date),
        "time": row.clock.strftime("%H:%M") if row.clock else None,
        "zone": row.zone,
        "kind": row.kind.value,
        "state": row.state.value,
        "call_id": row.call or None,
        "moved_to": str(row.moved_to) if row.moved_to else None,
        "reason": row.reason,
        "notes_due": row.due.isoformat() if row.due else None,
        "days_overdue": row.overdue(as_of) if as_of else 0,
        "page": f"{settings.site_url}{page}",
    }
