"""Where each date of a recurring call stands: on the page of its series, or on that of its year or month.

What stands there is left to `ledger_pages`, and which dates there are to `occurrences`.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.occurrences import Occurrence, occurrences_of, own_date_of
from generator.render.once import once
from generator.render.rows import ROWS_LIMIT
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class DatePlaces:
    """Which series have too many dates for one page: for each, the years that have too many for one as well."""

    parted: Mapping[str, frozenset[int]]

    def place(self, series: str, day: datetime.date) -> str:
        """Give the address of the place of an expected date, or of a skipped one, of a series that expands."""
        if series not in self.parted:
            return addresses.occurrence_place(series, day)
        by_month = day.year in self.parted[series]
        return addresses.occurrence_place(series, day, by_year=True, by_month=by_month)


def date_places(archive: PublicArchive, settings: Settings) -> DatePlaces:
    """Give the places of the dates of every series that expands, counted once an archive."""
    return once(archive, _places, settings)


def _places(archive: PublicArchive, settings: Settings) -> DatePlaces:
    expected = occurrences_of(archive, settings)
    years = {series: Counter(one.day.year for one in found) for series, found in expected.items()}
    for series in archive.series:
        if series.id in years:
            years[series.id].update(day.year for day in series.skipped_days)
    for series_id, year in _beside(archive, expected):
        years[series_id][year] += 1
    return DatePlaces(
        {
            series: frozenset(year for year, number in found.items() if number >= ROWS_LIMIT)
            for series, found in years.items()
            if found.total() >= ROWS_LIMIT
        }
    )


def _beside(
    archive: PublicArchive, expected: Mapping[str, tuple[Occurrence, ...]]
) -> Iterator[tuple[str, int]]:
    """Give series and year of every call that stands for no expected date of its series."""
    standing = {one.call for found in expected.values() for one in found if one.call}
    for call in archive.calls:
        if call.series in expected and call.id not in standing:
            own = own_date_of(call)
            yield call.series, own.year if own else call.date.year
