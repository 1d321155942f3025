"""The list of gaps: calls whose minutes or recording should exist and have not been sent, and what would help.

Withheld is not missing: it is counted apart, and nobody is asked for it.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator import addresses
from generator.privacy.public import NotesState, PublicArchive, PublicCall, RecordingState
from generator.render.call_counts import StateCount, notes_counts, recording_counts
from generator.render.environment import fill
from generator.render.improving import ADD_NOTES, ALL_FORMS
from generator.render.names import Link, Names, names_of
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import PRIVACY_HELP, short_foot
from generator.render.rows import ROWS_LIMIT, Row, by_year, drawn, icons_of, rows_of
from generator.render.states import minutes_are_missing
from generator.render.words import description, plural
from generator.settings import Settings

INDEX = "gaps/index.html"
MINUTES = "missing-minutes"
RECORDINGS = "missing-recordings"
STATES = "all-states"


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
    notes_counts: tuple[StateCount, ...]
    recording_counts: tuple[StateCount, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the list of gaps; a long one has a page for every year."""
    names = names_of(archive)
    calls = [call for call in archive.calls if isinstance(call, PublicCall)]
    no_minutes = [call for call in calls if minutes_are_missing(call)]
    no_recording = [call for call in calls if call.recording_state is RecordingState.MISSING]
    minutes = _rows(no_minutes, names, settings.today, NotesState.MISSING)
    recordings = _rows(no_recording, names, settings.today, RecordingState.MISSING)
    parted = len(minutes) + len(recordings) >= ROWS_LIMIT
    minutes_by, recordings_by = by_year(minutes), by_year(recordings)
    sizes = tuple(
        (year, len(minutes_by.get(year, ())) + len(recordings_by.get(year, ())))
        for year in sorted({*minutes_by, *recordings_by})
    )
    index = GapView(
        year=0,
        minutes=() if parted else minutes,
        recordings=() if parted else recordings,
        total_minutes=len(minutes),
        total_recordings=len(recordings),
        summaries=sum(bool(call.notes) for call in no_minutes),
        years=sizes if parted else (),
        notes_counts=notes_counts(archive.calls),
        recording_counts=recording_counts(archive.calls),
    )
    yield Draft(INDEX, gap_page, index)
    for year, _ in index.years:
        found = minutes_by.get(year, ()), recordings_by.get(year, ())
        view = GapView(year, *found, len(found[0]), len(found[1]), 0, (), (), ())
        yield Draft(_year_path(year), gap_page, view)


def _rows(
    calls: Iterable[PublicCall],
    names: Names,
    today: datetime.date,
    asked: NotesState | RecordingState,
) -> tuple[Row, ...]:
    """Give the rows of a list without the chip that its heading says of them all."""
    kind = "notes" if isinstance(asked, NotesState) else "recording"
    said = f"{kind}-{asked.value}"
    rows = rows_of(calls, names, today)
    return tuple(replace(row, keys=tuple(key for key in row.keys if key != said)) for row in rows)


def _year_path(year: int) -> str:
    return f"gaps/{year:04d}.html"


def gap_page(view: GapView, settings: Settings) -> Page:
    """Make the list of gaps, or its part for one year."""
    page = _year_path(view.year) if view.year else INDEX
    title = f"Gaps of {view.year}" if view.year else "Gaps: what is missing"
    years: tuple[tuple[Link, str], ...] = tuple(
        ((addresses.relative(_year_path(year), page), f"Gaps of {year}"), plural(count, "gap"))
        for year, count in view.years
    )
    values = {
        "title": title,
        "counts": _counts(view),
        "minutes": drawn(view.minutes, page),
        "add": ADD_NOTES,
        "recordings": drawn(view.recordings, page),
        "minutes_count": plural(view.total_minutes, "call"),
        "recordings_count": plural(view.total_recordings, "call"),
        "summaries": _summaries(view.summaries),
        "years": years,
        "tables": _tables(view),
        "icons": icons_of((*view.minutes, *view.recordings)),
        "privacy": addresses.relative(PRIVACY_HELP, page),
        **short_foot(page, settings, forms=ALL_FORMS),
    }
    states = (Heading(2, STATES, "How all calls stand"),) if _tables(view) else ()
    return Page(
        path=page,
        section=INDEX,
        title=title,
        description=description(f"What is missing from {settings.site_name}. {_counts(view)}"),
        outline=(
            Heading(2, MINUTES, "Missing minutes"),
            Heading(2, RECORDINGS, "Missing recordings"),
            *states,
        ),
        body=fill("gaps.html", values),
    )


def _counts(view: GapView) -> str:
    minutes = plural(view.total_minutes, "call")
    return f"Minutes are missing of {minutes}, recordings of {view.total_recordings:,}."


def _summaries(number: int) -> str:
    if not number:
        return ""
    verb = "has" if number == 1 else "have"
    return f"{number:,} of them {verb} a summary, which does not replace the minutes."


def _tables(view: GapView) -> tuple[tuple[str, tuple[StateCount, ...], int], ...]:
    """Give the tables of states that have rows: caption, rows, sum."""
    tables = (("Minutes", view.notes_counts), ("Recordings", view.recording_counts))
    return tuple((name, rows, sum(row[1] for row in rows)) for name, rows in tables if rows)
