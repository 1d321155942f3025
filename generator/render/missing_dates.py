"""Expected dates of recurring calls that have no record although their notes are due: gaps that somebody can fill.

A date whose call has a record without minutes is no such gap; that call stands among those without minutes.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive
from generator.render.date_tables import NotesLinks
from generator.render.ledger import ledger_of
from generator.render.ledger_rows import DateState, LedgerRow
from generator.render.names import Target, named_one, names_of
from generator.render.once import once
from generator.render.words import short_day
from generator.settings import Settings
from generator.wording import _, ngettext, number


@dataclass(frozen=True, slots=True)
class MissingDate:
    """A date without a record: its row of the ledger, and its series."""

    row: LedgerRow
    series: Target

    @property
    def date(self) -> LooseDate:
        """Give the day."""
        return self.row.date


class DrawnMissing(NamedTuple):
    """A date without a record as templates draw it; `href` is its place, `add` where its notes are added."""

    href: str
    date: str
    title: str
    about: str
    add: str


def missing_rows(archive: PublicArchive, settings: Settings) -> tuple[LedgerRow, ...]:
    """Give the rows of all dates without a record whose notes are due, the newest first; found once an archive."""
    return once(archive, _missing_rows, settings)


def _missing_rows(archive: PublicArchive, settings: Settings) -> tuple[LedgerRow, ...]:
    found = (
        row
        for rows in ledger_of(archive, settings).rows.values()
        for row in rows
        if row.state is DateState.MISSING and not row.call
    )
    return tuple(sorted(found, key=lambda row: (row.date, row.series), reverse=True))


def missing_dates(archive: PublicArchive, settings: Settings) -> tuple[MissingDate, ...]:
    """Give all dates without a record whose notes are due, the newest first."""
    series = names_of(archive).series
    rows = missing_rows(archive, settings)
    return tuple(MissingDate(row, named_one(series, row.series)) for row in rows)


def drawn_missing(
    dates: Iterable[MissingDate], page: str, settings: Settings, as_of: datetime.date | None
) -> tuple[DrawnMissing, ...]:
    """Give dates as templates on `page` draw them; without a day it is told since when notes are due alone."""
    links = NotesLinks(page, settings)
    return tuple(
        DrawnMissing(
            href=addresses.relative(one.row.place, page),
            date=str(one.date),
            title=one.series.title,
            about=_about(one.row, as_of),
            add=links.link(one.row),
        )
        for one in dates
    )


def _about(row: LedgerRow, as_of: datetime.date | None) -> str:
    if row.due is None:
        return ""
    since = short_day(row.due)
    if as_of is None:
        return _("Notes due since {day}").format(day=since)
    days = row.overdue(as_of)
    said = ngettext(
        "Notes due since {day}, {n} day overdue", "Notes due since {day}, {n} days overdue", days
    )
    return said.format(day=since, n=number(days))
