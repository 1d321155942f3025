"""All calls as open data: `data/v1/calls.json`, one call a line, keys in a fixed order that only grows.

Texts of notes stay on the pages; their marks are here. Unknown is null, an empty text or an empty list.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
from generator.render.figures import Figures, figures_of
from generator.render.open_data import data_head, rows_file, tally_row
from generator.render.output import Draft, File
from generator.render.stamps import instant
from generator.settings import Settings

PATH = "data/v1/calls.json"


@dataclass(frozen=True, slots=True)
class DataView:
    """The calls in the order of the archive, their notes without text, and all counts."""

    calls: tuple[AnyCall, ...]
    figures: Figures


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the data of all calls."""
    calls = tuple(_without_text(call) for call in archive.calls)
    yield Draft(PATH, data_file, DataView(calls, figures_of(archive)))


def _without_text(call: AnyCall) -> AnyCall:
    if not isinstance(call, PublicCall) or not call.notes:
        return call
    return replace(call, notes=tuple(replace(notes, body="") for notes in call.notes))


def data_file(view: DataView, settings: Settings) -> File:
    """Make the file; the same calls give the same bytes on any day."""
    head = {**data_head(settings), "counts": _counts(view.figures)}
    return rows_file(PATH, head, "calls", (call_row(call, settings) for call in view.calls))


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
        "recordings": call.recordings,
        "expired_from": call.expired_from,
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
