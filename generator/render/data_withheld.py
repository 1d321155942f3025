"""The register of withholding as open data: how it adds up, what is withheld, and every change; keys only grow."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive, PublicChange, Reason, Withholding
from generator.render.left_out_notes import LeftOut, left_out_of
from generator.render.open_data import data_head, lists_file
from generator.render.output import Draft, File
from generator.render.stamps import instant
from generator.render.withheld_log import LogRow, log_of
from generator.render.withheld_register import Entry, WithheldCounts, counts_of, register_of
from generator.settings import Settings

PATH = addresses.WITHHELD_DATA


@dataclass(frozen=True, slots=True)
class DataView:
    """All that the file holds; `as_of` is the day of the build where a review is overdue, for then it tells something.

    Without `knows_changes` the changes are not known.
    """

    counts: WithheldCounts
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    changes: tuple[LogRow, ...]
    knows_changes: bool
    as_of: datetime.date | None


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the file; an archive that withholds nothing has it too, because its address never goes away."""
    entries = register_of(archive, settings)
    counts = counts_of(entries, archive.closed)
    view = DataView(
        counts=counts,
        entries=entries,
        left_out=left_out_of(archive),
        changes=log_of(archive),
        knows_changes=archive.knows_changes,
        as_of=settings.today if counts.overdue else None,
    )
    yield Draft(PATH, data_file, view, remember=False)


def data_file(view: DataView, settings: Settings) -> File:
    """Make the file; changes come with the oldest first, and each keeps its number."""
    site = settings.site_url
    head = {
        **data_head(settings),
        "register": site + addresses.WITHHELD,
        "as_of": view.as_of.isoformat() if view.as_of else None,
        "counts": _counts(view),
        "changes_known": view.knows_changes,
    }
    return lists_file(
        PATH,
        head,
        {
            "withheld": (_entry(one, site) for one in view.entries),
            "left_out": (_left_out(one, site) for one in view.left_out),
            "changes": (_change(one.change, site) for one in view.changes),
        },
    )


def _counts(view: DataView) -> dict[str, object]:
    counts = view.counts
    return {
        "calls": counts.calls,
        "wholly": counts.whole,
        "in_part": counts.part,
        "minutes": counts.minutes,
        "recordings": counts.recordings,
        "reviews_overdue": counts.overdue,
        "by_reason": {key: found for key, found in counts.reasons if found},
        "series": counts.closed.series,
        "groups": counts.closed.groups,
        "hubs": counts.closed.hubs,
        "notes_not_whole": len(view.left_out),
        "redactions": sum(one.redactions for one in view.left_out),
        "removed_passages": sum(one.removals for one in view.left_out),
    }


def _entry(one: Entry, site: str) -> dict[str, object]:
    withholding = one.withholding
    return {
        "call_id": one.id,
        "date": str(one.date),
        "page": f"{site}{addresses.call_page(one.id)}",
        "withheld": _parts(withholding),
        "reason": withholding.reason.value,
        "decided_by": withholding.decided_by or None,
        "decided_on": _day(withholding.decided_on),
        "review_on": _day(withholding.review_on),
        "review_overdue": one.overdue,
    }


def _left_out(one: LeftOut, site: str) -> dict[str, object]:
    return {
        "call_id": one.id,
        "language": one.language or None,
        "page": f"{site}{one.call.path}",
        "redactions": one.redactions,
        "removed_passages": one.removals,
    }


def _change(one: PublicChange, site: str) -> dict[str, object]:
    """Tell a change; its day is null before a commit made it, and a reason where none is told."""
    return {
        "call_id": one.call,
        "number": one.number,
        "date": None if one.changed_at is None else instant(one.changed_at).date().isoformat(),
        "change": one.change.value,
        "withheld": _parts_then(one),
        "reason": None if one.reason is Reason.UNSTATED else one.reason.value,
        "page": f"{site}{addresses.call_page(one.call)}",
    }


def _parts(one: Withholding | PublicChange) -> dict[str, bool]:
    return {"minutes": one.minutes, "recording": one.recording, "details": one.details}


def _parts_then(one: PublicChange) -> dict[str, bool | None]:
    """Tell what was withheld after a change; null is what is not told, and not that it was open."""
    if one.tells_parts or one.details:
        return {**_parts(one)}
    return {"minutes": None, "recording": None, "details": False}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
