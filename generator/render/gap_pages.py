"""The list of gaps: calls whose minutes or recording should exist and have not been sent, and what would help.

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
from generator.render.list_tools import call_tools
from generator.render.names import Link
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import PRIVACY_HELP, short_foot
from generator.render.rows import ROWS_LIMIT, DrawnRow, Row, by_year, drawn, icons_of, rows_of
from generator.render.schema_org import LIST_HEAD
from generator.render.states import minutes_are_missing
from generator.render.words import description
from generator.settings import Settings
from generator.wording import _, counted

INDEX = addresses.GAPS
MINUTES = "missing-minutes"
RECORDINGS = "missing-recordings"


class Year(NamedTuple):
    """The gaps of one kind in a year, as templates draw them: heading, its name in the page, how many, rows."""

    heading: str
    anchor: str
    number: str
    rows: tuple[DrawnRow, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """What a list of gaps shows; `year` is 0 for the index, `years` are those with lists of their own.

    `summaries` of the calls without minutes have a summary in their place.
    """

    year: int
    minutes: tuple[Row, ...]
    recordings: tuple[Row, ...]
    total_minutes: int
    total_recordings: int
    summaries: int
    years: tuple[tuple[int, int], ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the list of gaps; a long one has a page for every year."""
    calls = [call for call in reversed(archive.calls) if isinstance(call, PublicCall)]
    no_minutes = [call for call in calls if minutes_are_missing(call)]
    no_recording = [call for call in calls if call.recording_state is RecordingState.MISSING]
    minutes = _rows(no_minutes, archive, settings.today, NotesState.MISSING)
    recordings = _rows(no_recording, archive, settings.today, RecordingState.MISSING)
    parted = len(minutes) + len(recordings) >= ROWS_LIMIT
    minutes_by, recordings_by = by_year(minutes), by_year(recordings)
    sizes = tuple(
        (year, len(minutes_by.get(year, ())) + len(recordings_by.get(year, ())))
        for year in sorted({*minutes_by, *recordings_by}, reverse=True)
    )
    index = GapView(
        year=0,
        minutes=() if parted else minutes,
        recordings=() if parted else recordings,
        total_minutes=len(minutes),
        total_recordings=len(recordings),
        summaries=sum(bool(call.notes) for call in no_minutes),
        years=sizes if parted else (),
    )
    yield Draft(INDEX, gap_page, index)
    for year, _size in index.years:
        found = minutes_by.get(year, ()), recordings_by.get(year, ())
        yield Draft(
            _year_path(year), gap_page, GapView(year, *found, len(found[0]), len(found[1]), 0, ())
        )


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


def _year_path(year: int) -> str:
    return f"gaps/{year:04d}.html"


def gap_page(view: GapView, settings: Settings) -> Page:
    """Make the list of gaps, or its part for one year."""
    page = _year_path(view.year) if view.year else INDEX
    title = _of_year(view.year) if view.year else _("What is missing")
    years: tuple[tuple[Link, str], ...] = tuple(
        (
            (addresses.relative(_year_path(year), page), _of_year(year)),
            counted("{n} gap", "{n} gaps", count),
        )
        for year, count in view.years
    )
    values = {
        "title": title,
        "has_gaps": bool(view.total_minutes or view.total_recordings),
        "counts": _counts(view),
        "total_minutes": view.total_minutes,
        "total_recordings": view.total_recordings,
        "minutes": tuple(_years(view.minutes, "minutes", page)),
        "add": ADD_NOTES,
        "recordings": tuple(_years(view.recordings, "recordings", page)),
        "minutes_count": counted("{n} call", "{n} calls", view.total_minutes),
        "recordings_count": counted("{n} call", "{n} calls", view.total_recordings),
        "summaries": _summaries(view.summaries),
        "years": years,
        "all": (addresses.relative(INDEX, page), _("What is missing")) if view.year else ("", ""),
        "statistics": addresses.relative(addresses.STATISTICS, page),
        "tools": call_tools(view.minutes, page),
        "icons": icons_of((*view.minutes, *view.recordings)),
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
            Heading(2, RECORDINGS, _("Missing recordings")),
        ),
        body=fill("gaps.html", values),
        head=LIST_HEAD,
    )


def _of_year(year: int) -> str:
    return _("What is missing of {year}").format(year=year)


def _years(rows: tuple[Row, ...], kind: str, page: str) -> Iterator[Year]:
    """Part rows by year, the latest first; names of headings tell the kind and the year."""
    for year, found in reversed(by_year(rows).items()):
        count = counted("{n} call", "{n} calls", len(found))
        yield Year(f"{year}", f"{kind}-{year}", count, drawn(found, page))


def _counts(view: GapView) -> str:
    return _("Minutes are missing of {minutes}, recordings of {recordings}.").format(
        minutes=counted("{n} call", "{n} calls", view.total_minutes),
        recordings=counted("{n} call", "{n} calls", view.total_recordings),
    )


def _summaries(number: int) -> str:
    if not number:
        return ""
    return counted(
        "{n} of them has a summary, which does not replace the minutes.",
        "{n} of them have a summary, which does not replace the minutes.",
        number,
    )
