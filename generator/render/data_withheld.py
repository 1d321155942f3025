"""The register of withholding as open data: what is withheld, and every change; keys only grow.

How it adds up is in one file, which leads to a file a year: what is withheld of the calls of the year, what is left
out of their notes, and the changes that were made in the year, so that the files of past years rarely change.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive, PublicChange, Reason, Withholding
from generator.render.left_out_notes import LeftOut, left_out_of
from generator.render.open_data import data_head, index_of, lists_file
from generator.render.output import Draft, File
from generator.render.rows import by_year
from generator.render.stamps import instant
from generator.render.withheld_log import LogRow, log_of
from generator.render.withheld_register import Entry, WithheldCounts, counts_of, register_of
from generator.settings import Settings

PATH = addresses.WITHHELD_DATA


YearCounts = tuple[int, int, int, int]
"""A year, and how many calls of it withhold something, how many notes of it are not whole, and how many changes."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """What all of it adds up to, and every year.

    `as_of` is the day of the build where a review is overdue, for then it tells something. `left_out` counts notes,
    redactions and removed passages. Without `knows_changes` the changes are not known.
    """

    counts: WithheldCounts
    left_out: tuple[int, int, int]
    years: tuple[YearCounts, ...]
    knows_changes: bool
    as_of: datetime.date | None


@dataclass(frozen=True, slots=True)
class YearView:
    """What the file of a year holds; `as_of` is the day of the build where a review of its calls is overdue."""

    year: int
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    changes: tuple[LogRow, ...]
    knows_changes: bool
    as_of: datetime.date | None


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index and the years; an archive that withholds nothing has the index too, because it never goes away."""
    entries, left_out = register_of(archive, settings), left_out_of(archive)
    years = tuple(_years(entries, left_out, archive, settings))
    counts = counts_of(entries, archive.closed)
    index = IndexView(
        counts=counts,
        left_out=(
            len(left_out),
            sum(one.redactions for one in left_out),
            sum(one.removals for one in left_out),
        ),
        years=tuple(_sizes(view) for view in years),
        knows_changes=archive.knows_changes,
        as_of=settings.today if counts.overdue else None,
    )
    yield Draft(PATH, index_file, index, remember=False)
    for view in years:
        yield Draft(year_data_path(view.year), year_file, view, remember=False)


def _years(
    entries: tuple[Entry, ...],
    left_out: tuple[LeftOut, ...],
    archive: PublicArchive,
    settings: Settings,
) -> Iterator[YearView]:
    withheld, parts, changes = by_year(entries), by_year(left_out), by_year(log_of(archive))
    for year in sorted({*withheld, *parts, *changes}):
        found = withheld.get(year, ())
        yield YearView(
            year=year,
            entries=found,
            left_out=parts.get(year, ()),
            changes=changes.get(year, ()),
            knows_changes=archive.knows_changes,
            as_of=settings.today if any(one.overdue for one in found) else None,
        )


def _sizes(view: YearView) -> YearCounts:
    return view.year, len(view.entries), len(view.left_out), len(view.changes)


def year_data_path(year: int) -> str:
    """Give the address of the data of a year."""
    return f"data/v1/withheld/{year:04d}.json"


def index_file(view: IndexView, settings: Settings) -> File:
    """Make the index."""
    site = settings.site_url
    told = {
        "register": site + addresses.WITHHELD,
        "as_of": view.as_of.isoformat() if view.as_of else None,
        "counts": _counts(view),
        "changes_known": view.knows_changes,
    }
    years = (
        {"year": sizes[0], "data": site + year_data_path(sizes[0]), "counts": _told(sizes)}
        for sizes in view.years
    )
    return index_of(PATH, told, years, settings)


def year_file(view: YearView, settings: Settings) -> File:
    """Make the file of a year; changes come with the oldest first, and each keeps its number."""
    site = settings.site_url
    head = {
        **data_head(settings),
        "year": view.year,
        "as_of": view.as_of.isoformat() if view.as_of else None,
        "counts": _told(_sizes(view)),
        "changes_known": view.knows_changes,
    }
    return lists_file(
        year_data_path(view.year),
        head,
        {
            "withheld": (_entry(one, site) for one in view.entries),
            "left_out": (_left_out(one, site) for one in view.left_out),
            "changes": (_change(one.change, site) for one in view.changes),
        },
    )


def _told(sizes: YearCounts) -> dict[str, int]:
    _year, withheld, left_out, changes = sizes
    return {"withheld": withheld, "notes_not_whole": left_out, "changes": changes}


def _counts(view: IndexView) -> dict[str, object]:
    counts, (notes, redactions, removals) = view.counts, view.left_out
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
        "notes_not_whole": notes,
        "redactions": redactions,
        "removed_passages": removals,
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
