"""All calls as open data, one a line, keys in a fixed order that only grows; a file a year, and an index of them.

Texts of notes stay on the pages; their marks are here. Unknown is null, an empty text or an empty list.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import (
    AnyCall,
    Breakout,
    Count,
    LooseDate,
    PublicArchive,
    PublicCall,
    PublicNotes,
    PublicSource,
    Withholding,
)
from generator.render.data_recordings import answer_row, copy_row, lost_row
from generator.render.figures import Figures, figures_of
from generator.render.open_data import data_head, index_of, rows_file, tally_row
from generator.render.output import Draft, File
from generator.render.rows import by_year
from generator.render.stamps import instant
from generator.settings import Settings

PATH = "data/v1/calls.json"


@dataclass(frozen=True, slots=True)
class YearView:
    """The calls of a year in the order of the archive; of their notes all but the text is told."""

    year: int
    calls: tuple[AnyCall, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All counts, and how many calls each year has."""

    figures: Figures
    years: tuple[tuple[int, int], ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of the data, which every archive has, and the calls of every year that has any."""
    years = by_year(archive.calls)
    counts = tuple((year, len(calls)) for year, calls in years.items())
    yield Draft(PATH, index_file, IndexView(figures_of(archive), counts))
    for year, calls in years.items():
        weight = 1 + len(calls) // 8
        yield Draft(year_data_path(year), year_file, YearView(year, calls), weight=weight)


def year_data_path(year: int) -> str:
    """Give the address of the data of a year."""
    return f"data/v1/calls/{year:04d}.json"


def index_file(view: IndexView, settings: Settings) -> File:
    """Make the index; the same calls give the same bytes on any day."""
    years = [
        {"year": year, "data": settings.site_url + year_data_path(year), "counts": {"calls": calls}}
        for year, calls in view.years
    ]
    return index_of(PATH, {"counts": _counts(view.figures)}, years, settings)


def year_file(view: YearView, settings: Settings) -> File:
    """Make the file of a year; the same calls give the same bytes on any day."""
    head = {**data_head(settings), "year": view.year, "counts": {"calls": len(view.calls)}}
    rows = (call_row(call, settings) for call in view.calls)
    return rows_file(year_data_path(view.year), head, "calls", rows)


def _counts(figures: Figures) -> dict[str, object]:
    return {
        "calls": figures.total,
        "status": dict(figures.status),
        "modes": dict(figures.modes),
        "minutes": dict(figures.notes),
        "recordings": dict(figures.recordings),
        "minutes_beside_summaries": dict(figures.beside_summaries),
        "outcomes_adopted": figures.decided,
        "outcomes_not_adopted": figures.other_outcomes,
        "series": figures.series,
        "groups": figures.groups,
        "hubs": figures.hubs,
    }


def call_row(call: AnyCall, settings: Settings) -> dict[str, object]:
    """Give every fact about a call that may be seen, by name."""
    first = {
        "id": call.id,
        "page": f"{settings.site_url}{addresses.call_page(call.id)}",
        "withheld": not isinstance(call, PublicCall),
        "date": str(call.date),
    }
    rest = (
        _details(call)
        if isinstance(call, PublicCall)
        else {"series": call.series, "groups": call.groups}
    )
    return {
        **first,
        **rest,
        "withholding": _withholding(call.withholding) if call.withholding else None,
        "changed_at": None if call.changed_at is None else instant(call.changed_at),
    }


def _details(call: PublicCall) -> dict[str, object]:
    return {
        "title": call.title,
        "status": call.status,
        "reason": call.reason,
        "start": f"{call.start:%H:%M}" if call.start else None,
        # A zone without an hour would say more than is known.
        "zone": call.zone if call.start or call.moved_from else None,
        "starts_at": call.starts_at,
        "length_minutes": call.length or None,
        "mode": call.mode,
        "mode_note": call.mode_note,
        "moved_from": [f"{earlier:%Y-%m-%dT%H:%M}" for earlier in call.moved_from],
        "occurrence": call.occurrence,
        "extra": call.extra,
        "restored": call.restored,
        "aliases": call.aliases,
        "series": call.series,
        "hosts": [{"group": group, "name": name} for group, name in call.hosts],
        "groups": call.groups,
        "hubs": call.hubs,
        "platform": call.platform,
        "purpose": call.purpose,
        "join": call.join,
        "roles": [{"role": role, "who": who} for role, who in call.roles],
        "participants": _people(call.participants) if call.participants else None,
        "participants_note": call.participants_note,
        "places": call.places,
        "coarse": call.coarse,
        "agenda": call.agenda,
        "agenda_minutes": [minutes or None for minutes in call.agenda_minutes],
        "minutes_state": call.notes_state,
        "minutes_absence": call.absence,
        "minutes_note": call.minutes_note,
        "notes": [_notes(each) for each in call.notes],
        "recording_state": call.recording_state,
        "recording_note": call.recording_note,
        "recordings": [copy_row(each) for each in call.recordings],
        "lost": [lost_row(each) for each in call.lost],
        "ends_on": call.ends_on,
        "provider_deletes_on": call.provider_deletes_on,
        "transcribed": call.transcribed,
        "expired_from": sorted({lost.kept_by for lost in call.lost} - {""}),
        "sources": [_source(each) for each in call.sources],
        "evidence": call.evidence,
        "confidence": call.confidence,
        "date_note": call.date_note,
        "context": call.context,
        "basis": call.basis,
        "record": call.path,
    }


def _people(count: Count) -> dict[str, object]:
    return {"least": count.least, "most": count.most or None, "about": count.about}


def _notes(notes: PublicNotes) -> dict[str, object]:
    return {
        "record": notes.path,
        "language": notes.language,
        "origin": notes.origin,
        "adoption": notes.adoption,
        "adopted_by": notes.adopted_by,
        "taken_by": notes.taken_by,
        "reviewed_by": notes.reviewed_by,
        "is_draft": notes.is_draft,
        "redactions": notes.redactions,
        "removals": notes.removals,
        "marks": [
            {
                "kind": mark.kind,
                "text": mark.text,
                "outcome": mark.outcome,
                "adopted": mark.adopted and not notes.is_draft,
                "note": mark.note,
                "items": mark.items,
                "anchor": mark.anchor,
                **tally_row(mark.tally),
            }
            for mark in notes.marks
        ],
        "breakouts": [_breakout(each) for each in notes.breakouts],
    }


def _breakout(breakout: Breakout) -> dict[str, object]:
    return {
        "name": breakout.name,
        "people": _people(breakout.people) if breakout.people else None,
        "moment": breakout.moment,
        "anchor": breakout.anchor,
        # Not seen is not none: without a report-back in these notes its anchor is null.
        "report_back": breakout.report_anchor or None,
    }


def _source(source: PublicSource) -> dict[str, object]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "published": _day(source.published),
        "url": source.url,
        "use": source.use,
        "answer": answer_row(source.answer),
    }


def _withholding(withholding: Withholding) -> dict[str, object]:
    return {
        "minutes": withholding.minutes,
        "recording": withholding.recording,
        "details": withholding.details,
        "reason": withholding.reason,
        "decided_by": withholding.decided_by,
        "decided_on": withholding.decided_on,
        "review_on": withholding.review_on,
    }


def _day(date: LooseDate | None) -> str | None:
    return str(date) if date else None
