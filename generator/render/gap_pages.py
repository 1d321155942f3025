"""The list of gaps: minutes, recordings and whole calls that should exist and nobody has sent, and what would help.

Withheld is not missing, and nobody is asked for it; how all calls stand is told by `statistics_page`.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import NotesState, PublicArchive, PublicCall, RecordingState
from generator.render.environment import fill
from generator.render.improving import ADD_NOTES, ALL_FORMS
from generator.render.ledger import ledger_of
from generator.render.ledger_words import nothing_expected
from generator.render.list_tools import call_tools
from generator.render.missing_dates import (
    DrawnMissing,
    MissingDate,
    drawn_missing,
    missing_dates,
)
from generator.render.months import month_of_year
from generator.render.names import Link
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import PRIVACY_HELP, short_foot
from generator.render.rows import ROWS_LIMIT, D, DrawnRow, Row, by_year, drawn, icons_of, rows_of
from generator.render.schema_org import LIST_HEAD
from generator.render.states import minutes_are_missing
from generator.render.words import description
from generator.settings import Settings
from generator.wording import _, counted

INDEX = addresses.GAPS
MINUTES = "missing-minutes"
RECORDINGS = "missing-recordings"
DATES = "missing-dates"


class Year(NamedTuple):
    """The gaps of one kind in a year, as templates draw them: heading, its name in the page, how many, rows."""

    heading: str
    anchor: str
    number: str
    rows: tuple[DrawnRow, ...] | tuple[DrawnMissing, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps of some time: calls without minutes or recording, and dates without any record, the newest first."""

    minutes: tuple[Row, ...] = ()
    recordings: tuple[Row, ...] = ()
    dates: tuple[MissingDate, ...] = ()

    @property
    def number(self) -> int:
        """Give how many there are."""
        return len(self.minutes) + len(self.recordings) + len(self.dates)


Period = tuple[int, int]
"""A year (0: all of them) and a month of it (-1: all of them, 0: not known)."""
ALL: Period = (0, -1)


@dataclass(frozen=True, slots=True)
class GapView:
    """What a list of gaps shows: those of a period, unless it has `parts`, which have lists of their own.

    `totals` count minutes, recordings and dates; `summaries` of the calls without minutes have a summary instead.
    `expects` tells whether any date is expected at all. `as_of` is the day of the build where the page tells of days.
    """

    period: Period
    gaps: Gaps
    totals: tuple[int, int, int]
    summaries: int = 0
    parts: tuple[tuple[Period, int], ...] = ()
    expects: bool = True
    as_of: datetime.date | None = None


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the list of gaps; a long one has a page for every year, and a long year one for every month."""
    calls = [call for call in reversed(archive.calls) if isinstance(call, PublicCall)]
    no_minutes = [call for call in calls if minutes_are_missing(call)]
    no_recording = [call for call in calls if call.recording_state is RecordingState.MISSING]
    gaps = Gaps(
        _rows(no_minutes, archive, settings.today, NotesState.MISSING),
        _rows(no_recording, archive, settings.today, RecordingState.MISSING),
        missing_dates(archive, settings),
    )
    whole = _view(
        ALL,
        gaps,
        summaries=sum(bool(call.notes) for call in no_minutes),
        expects=bool(ledger_of(archive, settings).rows),
        as_of=settings.today,
    )
    yield from _drafts(whole, gaps)


def _drafts(view: GapView, gaps: Gaps) -> Iterator[Draft]:
    """Give the page of a period, and of the parts that it has."""
    yield Draft(_path(view.period), gap_page, view)
    if view.parts:
        for period, found in _parts_of(gaps, view.period).items():
            yield from _drafts(_view(period, found), found)


def _view(
    period: Period,
    gaps: Gaps,
    summaries: int = 0,
    expects: bool = True,
    as_of: datetime.date | None = None,
) -> GapView:
    # A month is the smallest part there is.
    is_long = gaps.number >= ROWS_LIMIT and period[1] < 0
    parts = tuple((each, found.number) for each, found in _parts_of(gaps, period).items())
    return GapView(
        period=period,
        gaps=Gaps() if is_long else gaps,
        totals=(len(gaps.minutes), len(gaps.recordings), len(gaps.dates)),
        summaries=summaries,
        parts=parts if is_long else (),
        expects=expects,
        # Of pages with many gaps only the first changes from day to day.
        as_of=as_of if gaps.dates and not is_long else None,
    )


def _parts_of(gaps: Gaps, period: Period) -> dict[Period, Gaps]:
    """Part the gaps of all time by year, and those of a year by month, the latest first."""
    minutes, recordings, dates = (
        _parted(gaps.minutes, period),
        _parted(gaps.recordings, period),
        _parted(gaps.dates, period),
    )
    return {
        each: Gaps(
            tuple(minutes.get(each, ())),
            tuple(recordings.get(each, ())),
            tuple(dates.get(each, ())),
        )
        for each in sorted({*minutes, *recordings, *dates}, reverse=True)
    }


def _parted(dated: Iterable[D], period: Period) -> dict[Period, list[D]]:
    parts: dict[Period, list[D]] = {}
    for one in dated:
        month = one.date.month if period[0] else -1
        parts.setdefault((one.date.year, month), []).append(one)
    return parts


def _rows(
    calls: Iterable[PublicCall],
    archive: PublicArchive,
    today: datetime.date,
    asked: NotesState | RecordingState,
) -> tuple[Row, ...]:
    """Give the rows of a list without the chip that its heading says of them all."""
    kind = "notes" if isinstance(asked, NotesState) else "recording"
    said = f"{kind}-{asked.value}"
    rows = rows_of(calls, archive, today)
    return tuple(replace(row, keys=tuple(key for key in row.keys if key != said)) for row in rows)


def _path(period: Period) -> str:
    year, month = period
    if not year:
        return INDEX
    if month < 0:
        return f"gaps/{year:04d}.html"
    return f"gaps/{year:04d}-{f'{month:02d}' if month else 'not-known'}.html"


def gap_page(view: GapView, settings: Settings) -> Page:
    """Make the list of gaps, or its part for one year or month."""
    page, title, gaps = _path(view.period), _title(view.period), view.gaps
    parts: tuple[tuple[Link, str], ...] = tuple(
        (
            (addresses.relative(_path(period), page), _title(period)),
            counted("{n} gap", "{n} gaps", count),
        )
        for period, count in view.parts
    )
    minutes, recordings, dates = view.totals
    above = (view.period[0], -1) if view.period[1] >= 0 else ALL
    values = {
        "title": title,
        "has_gaps": any(view.totals),
        "counts": _counts(view),
        "total_minutes": minutes,
        "total_recordings": recordings,
        "total_dates": dates,
        "minutes": tuple(_years(gaps.minutes, "minutes", page)),
        "add": ADD_NOTES,
        "recordings": tuple(_years(gaps.recordings, "recordings", page)),
        "dates": tuple(_years_of_dates(view, page, settings)),
        "minutes_count": counted("{n} call", "{n} calls", minutes),
        "recordings_count": counted("{n} call", "{n} calls", recordings),
        "dates_count": counted("{n} date", "{n} dates", dates),
        "no_dates": _no_dates(view, settings),
        "summaries": _summaries(view.summaries),
        "years": parts,
        "by_month": bool(view.period[0]),
        "all": (addresses.relative(_path(above), page), _title(above))
        if view.period[0]
        else ("", ""),
        "ledger": addresses.relative(addresses.LEDGER, page),
        "statistics": addresses.relative(addresses.STATISTICS, page),
        "heard": addresses.relative(addresses.RECORDINGS, page),
        "tools": call_tools(gaps.minutes, page),
        "icons": icons_of((*gaps.minutes, *gaps.recordings)),
        "privacy": addresses.relative(PRIVACY_HELP, page),
        **short_foot(page, settings, forms=ALL_FORMS),
    }
    return Page(
        path=page,
        section=INDEX,
        title=title,
        description=description(f"{title}, {settings.site_name}. {_counts(view)}"),
        outline=(
            Heading(2, MINUTES, _("Missing minutes")),
            Heading(2, DATES, _("Dates without a record")),
            Heading(2, RECORDINGS, _("Missing recordings")),
        ),
        body=fill("gaps.html", values),
        head=LIST_HEAD,
    )


def _title(period: Period) -> str:
    year, month = period
    if not year:
        return _("What is missing")
    if month < 0:
        return _("What is missing of {year}").format(year=year)
    return _("What is missing of {month}").format(month=month_of_year(year, month))


def _no_dates(view: GapView, settings: Settings) -> str:
    """Say why no date stands in the list."""
    if not view.expects:
        return nothing_expected(settings)
    return _(
        "No date is known to be without a record. A date stands here when a call was expected and its notes are due, "
        "but nobody has sent anything of it."
    )


def _years_of_dates(view: GapView, page: str, settings: Settings) -> Iterator[Year]:
    for year, found in reversed(by_year(view.gaps.dates).items()):
        count = counted("{n} date", "{n} dates", len(found))
        yield Year(
            f"{year}", f"dates-{year}", count, drawn_missing(found, page, settings, view.as_of)
        )


def _years(rows: tuple[Row, ...], kind: str, page: str) -> Iterator[Year]:
    """Part rows by year, the latest first; names of headings tell the kind and the year."""
    for year, found in reversed(by_year(rows).items()):
        count = counted("{n} call", "{n} calls", len(found))
        yield Year(f"{year}", f"{kind}-{year}", count, drawn(found, page))


def _counts(view: GapView) -> str:
    minutes, recordings, dates = view.totals
    said = _("The minutes of {minutes} and the recordings of {recordings} are missing.").format(
        minutes=counted("{n} call", "{n} calls", minutes),
        recordings=counted("{n} call", "{n} calls", recordings),
    )
    without = counted(
        "{n} expected date has no record at all.",
        "{n} expected dates have no record at all.",
        dates,
    )
    return f"{said} {without}" if dates else said


def _summaries(number: int) -> str:
    if not number:
        return ""
    return counted(
        "{n} of them has a summary, which does not replace the minutes.",
        "{n} of them have a summary, which does not replace the minutes.",
        number,
    )
