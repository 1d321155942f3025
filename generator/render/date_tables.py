"""Tables of the dates of a recurring call: what a table remembers of a date, and how templates draw it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive
from generator.render.add_to_calendar import CalendarLink, add_link, date_file
from generator.render.call_when import reason_sentence
from generator.render.improving import ADD_NOTES, for_date, notes_of_dates
from generator.render.ledger_rows import DateState, Kind, LedgerRow
from generator.render.ledger_words import date_keys
from generator.render.list_tools import Tools
from generator.render.names import Link
from generator.render.output import Heading
from generator.render.rows import Row, chip_band, decided_words, icons_for, rows_in
from generator.render.states import DATES
from generator.render.words import capital, full_day, hours_words, short_day
from generator.settings import Settings, repository
from generator.wording import _, counted


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date in a table: its row of the ledger, and that of its call in lists where there is one.

    `file` is the calendar file of a date to come, empty where there is none.
    """

    row: LedgerRow
    call: Row | None
    file: str = ""

    @property
    def date(self) -> LooseDate:
        """Give the day under which it stands."""
        return self.row.date


class DrawnDate(NamedTuple):
    """A date as templates draw it. `anchor` is its name in the page, empty where it has none there.

    `href` and `title` are those of its call, or of its place elsewhere; `title` alone says what is there without one.
    `add` leads to where notes are added, `calendar` to the file of a date to come; `has` is for the filter.
    """

    anchor: str
    date: str
    href: str
    title: str
    says: tuple[str, ...]
    chips: Markup
    decided: str
    has: str
    add: str
    calendar: CalendarLink


class DateTable(NamedTuple):
    """A table as templates draw it: its heading with its name in the page (empty: none), caption, count and rows."""

    heading: str
    anchor: str
    caption: str
    counted: str
    rows: tuple[DrawnDate, ...]


class DatesText(NamedTuple):
    """What stands on the page of a series about its dates; `years` lead to those of a series with too many.

    `says` are sentences before the tables, `tools` filter them; `ledger` leads to all series, and `icons` are drawings
    that chips need.
    """

    heading: str
    counted: str
    says: tuple[str, ...]
    tables: tuple[DateTable, ...]
    years: tuple[tuple[str, str, str], ...]
    empty: str
    ledger: Link
    icons: tuple[str, ...]
    tools: Tools | None


def date_rows(
    rows: Iterable[LedgerRow], archive: PublicArchive, settings: Settings
) -> tuple[DateRow, ...]:
    """Give what tables remember of dates, in the order given."""
    calls = rows_in(archive, settings.today)
    return tuple(
        DateRow(row, calls[row.call] if row.call else None, _file(row, archive)) for row in rows
    )


def _file(row: LedgerRow, archive: PublicArchive) -> str:
    """Give the calendar file of a date to come whose day is known."""
    day = row.takes_place.exact
    if row.state is not DateState.TO_COME or day is None:
        return ""
    return addresses.call_calendar(row.call) if row.call else date_file(row.series, day, archive)


def date_table(
    heading: str,
    anchor: str,
    caption: str,
    rows: Sequence[DateRow],
    page: str,
    settings: Settings,
) -> DateTable:
    """Give a table of dates as templates on `page` draw it."""
    return DateTable(
        heading, anchor, caption, counted_dates(len(rows)), drawn_dates(rows, page, settings)
    )


def counted_dates(many: int) -> str:
    """Give a number of dates: `1 date`, `1,204 dates`."""
    return counted("{n} date", "{n} dates", many)


def drawn_dates(rows: Sequence[DateRow], page: str, settings: Settings) -> tuple[DrawnDate, ...]:
    """Give dates as templates on `page` draw them."""
    keys = [date_keys(one.row, one.call) for one in rows]
    links = NotesLinks(page, settings)
    # Dates share a few dozen states, so that each is drawn once a table.
    bands = {each: chip_band(each) for each in sorted(set(keys))}
    return tuple(_drawn(one, page, bands[own], links) for one, own in zip(rows, keys, strict=True))


def date_icons(rows: Iterable[DateRow]) -> tuple[str, ...]:
    """Give the names of the drawings that the chips of dates need, sorted."""
    return icons_for(key for one in rows for key in date_keys(one.row, one.call))


def date_outline(tables: Iterable[DateTable]) -> tuple[Heading, ...]:
    """Give the headings of tables in the outline of a page."""
    return tuple(Heading(3, one.anchor, one.heading) for one in tables if one.heading)


def _drawn(one: DateRow, page: str, chips: Markup, links: "NotesLinks") -> DrawnDate:
    row = one.row
    stands, _hash, name = row.place.partition("#")
    href, title = _titled(one, page)
    elsewhere = not href and row.place and stands != page
    return DrawnDate(
        anchor=name if stands == page else "",
        date=str(row.date),
        href=addresses.relative(row.place, page) if elsewhere else href,
        title=title,
        says=tuple(_says(row)),
        chips=chips,
        decided=decided_words(one.call.decided if one.call else 0),
        has=" ".join(one.call.has) if one.call else _has(row),
        add=_add(one, page, links),
        calendar=add_link(one.file, str(row.takes_place), page),
    )


def _has(row: LedgerRow) -> str:
    return "missing" if row.state is DateState.MISSING else ""


def _titled(one: DateRow, page: str) -> Link:
    """Give the link to the call of a date, or words where there is none."""
    row = one.row
    if one.call:
        return addresses.relative(one.call.path, page), one.call.title
    if row.state is DateState.TO_COME:
        return "", capital(hours_words(row.clock, 0, row.zone))
    if row.state in (DateState.UNCLEAR, DateState.SKIPPED):
        return "", DATES[f"date-{row.state.value}"].sentence
    return "", _("Expected, and no record of it is here")


def _says(row: LedgerRow) -> Iterator[str]:
    """Say of a date what is not as usual: another hour or day, why it was left out, and since when notes are due."""
    hour = hours_words(row.hour, 0, row.hour_zone) if row.hour else ""
    if row.moved_to and hour:
        yield _("Moved to {day}, {hour}").format(day=full_day(row.moved_to), hour=hour)
    elif row.moved_to:
        yield _("Moved to {day}").format(day=full_day(row.moved_to))
    elif hour:
        yield hour
    if row.reason:
        yield reason_sentence(row.reason)
    if row.state is DateState.MISSING and row.due:
        yield _("Notes due since {day}").format(day=short_day(row.due))


def _add(one: DateRow, page: str, links: "NotesLinks") -> str:
    """Give where missing notes of a date are added: at its call where it has a record; empty where none are missing."""
    row = one.row
    if row.state is not DateState.MISSING:
        return ""
    if one.call:
        return f"{addresses.relative(one.call.path, page)}#{ADD_NOTES}"
    return links.link(row)


class NotesLinks:
    """Where notes of dates without a record are added, for the dates of one page."""

    def __init__(self, page: str, settings: Settings) -> None:
        self._page, self._forge = page, repository(settings)
        self._by_series: dict[str, str] = {}

    def link(self, row: LedgerRow) -> str:
        """Give the forge's editor with a file for the date, or the text to copy on the page of its series."""
        day = row.date.exact
        if row.kind is not Kind.EXPECTED or day is None:
            return ""
        if row.series not in self._by_series:
            self._by_series[row.series] = notes_of_dates(row.series, self._forge)
        if self._by_series[row.series]:
            return for_date(self._by_series[row.series], day, self._forge)
        series = addresses.series_page(row.series)
        there = "" if series == self._page else addresses.relative(series, self._page)
        return f"{there}#{ADD_NOTES}"
