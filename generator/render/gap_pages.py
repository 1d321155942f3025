"""The list of gaps: calls whose minutes or recording should exist and have not been sent, and what would help.

Withheld is not missing: it is counted apart, and nobody is asked for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive, PublicCall, RecordingState
from generator.render.call_counts import StateCount, notes_counts, recording_counts
from generator.render.environment import fill
from generator.render.improving import ADD_NOTES, ALL_FORMS, Wanted, notes_address, wanted_notes
from generator.render.names import Link, names_of
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import PRIVACY_HELP, short_foot
from generator.render.rows import ROWS_LIMIT, Row, by_year, drawn, icons_of, row_of, rows_of
from generator.render.words import description, plural
from generator.settings import Settings, repository

INDEX = "gaps/index.html"
MINUTES = "missing-minutes"
RECORDINGS = "missing-recordings"
STATES = "all-states"

Add = tuple[str, str, bool]
"""The link that fills a gap as templates draw it: its address, its words, and whether it leaves the site."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A call whose minutes are missing: its row, and the notes that are asked for."""

    row: Row
    wanted: Wanted

    @property
    def date(self) -> LooseDate:
        """Give the day of the call."""
        return self.row.date


@dataclass(frozen=True, slots=True)
class GapView:
    """What a list of gaps shows; `year` is 0 for the index, `years` are those with lists of their own.

    `summaries` of the calls without minutes have a summary in their place.
    """

    year: int
    minutes: tuple[Gap, ...]
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
    asked = [(call, wanted) for call in calls if (wanted := wanted_notes(call))]
    no_recording = [call for call in calls if call.recording_state is RecordingState.MISSING]
    minutes = tuple(Gap(row_of(call, names, settings.today), wanted) for call, wanted in asked)
    recordings = rows_of(no_recording, names, settings.today)
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
        summaries=sum(bool(call.notes) for call, _ in asked),
        years=sizes if parted else (),
        notes_counts=notes_counts(archive.calls),
        recording_counts=recording_counts(archive.calls),
    )
    yield Draft(INDEX, gap_page, index)
    for year, _ in index.years:
        found = minutes_by.get(year, ()), recordings_by.get(year, ())
        view = GapView(year, *found, len(found[0]), len(found[1]), 0, (), (), ())
        yield Draft(_year_path(year), gap_page, view)


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
        "minutes": drawn([gap.row for gap in view.minutes], page),
        "adds": _adds(view.minutes, page, settings),
        "recordings": drawn(view.recordings, page),
        "minutes_count": plural(view.total_minutes, "call"),
        "recordings_count": plural(view.total_recordings, "call"),
        "summaries": _summaries(view.summaries),
        "years": years,
        "tables": _tables(view),
        "icons": icons_of((*(gap.row for gap in view.minutes), *view.recordings)),
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


def _adds(gaps: tuple[Gap, ...], page: str, settings: Settings) -> tuple[Add, ...]:
    """Give for each gap the link that fills it: into the forge's editor, else to where the call's page asks."""
    forge = repository(settings)
    return tuple(_add(gap, page, notes_address(gap.wanted, forge, hints=False)) for gap in gaps)


def _add(gap: Gap, page: str, address: str) -> Add:
    asked = addresses.relative(f"{gap.row.path}#{ADD_NOTES}", page)
    words = "Add the notes" if address else "How to send the notes"
    return address or asked, words, bool(address)


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
