"""All recordings as open data: how they add up in one file, and a file a year with a line for each copy.

A copy that is lost has a line too. Keys are only added. An address is told of copies that are there and of those that
were asked for and are gone.
"""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import (
    CopyState,
    LooseDate,
    PublicAnswer,
    PublicArchive,
    PublicCall,
    PublicLostCopy,
    PublicRecording,
)
from generator.render.figures import Counts
from generator.render.open_data import data_head, index_of, lists_file
from generator.render.output import Draft, File
from generator.render.recording_shelf import shelf_of
from generator.render.rows import by_year
from generator.settings import Settings

PATH = addresses.RECORDINGS_DATA


@dataclass(frozen=True, slots=True)
class Copies:
    """What the data tells of the recording of one call; the provider is that of its line, where no copy is known."""

    call: str
    date: LooseDate
    copies: tuple[PublicRecording, ...]
    lost: tuple[PublicLostCopy, ...]
    ends_on: datetime.date | None
    in_danger: bool
    provider: str
    provider_deletes_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class Totals:
    """What copies add up to: by state, those that are there and those that are lost, and calls by what threatens."""

    states: Counts
    copies: int
    lost: int
    in_danger: int
    perhaps: int


@dataclass(frozen=True, slots=True)
class IndexView:
    """What all add up to: `calls` by what there is of a recording, `found` by the last answers; and every year."""

    total: Totals
    calls: Counts
    found: Counts
    years: tuple[tuple[int, Totals], ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The recordings of the calls of a year, in the order of the archive."""

    year: int
    calls: tuple[Copies, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of the data, which every archive has, and the copies of every year that has any."""
    shelf = shelf_of(archive, settings)
    found = (_copies(call) for call in archive.calls if isinstance(call, PublicCall))
    told = tuple(one for one in found if one.copies or one.lost or one.provider_deletes_on)
    years = by_year(told)
    index = IndexView(
        totals_of(told),
        shelf.states,
        shelf.asked.found,
        tuple((year, totals_of(calls)) for year, calls in years.items()),
    )
    yield Draft(PATH, index_file, index)
    for year, calls in years.items():
        yield Draft(year_data_path(year), year_file, YearView(year, calls))


def _copies(call: PublicCall) -> Copies:
    return Copies(
        call=call.id,
        date=call.date,
        copies=call.recordings,
        lost=call.lost,
        ends_on=call.ends_on,
        in_danger=call.is_in_danger,
        provider=call.platform if call.provider_deletes_on else "",
        provider_deletes_on=call.provider_deletes_on,
    )


def totals_of(calls: tuple[Copies, ...]) -> Totals:
    """Count the copies of some calls."""
    states = Counter(copy.state for one in calls for copy in one.copies)
    states.update(copy.state for one in calls for copy in one.lost)
    return Totals(
        states=tuple((state.value, states[state]) for state in CopyState),
        copies=sum(len(one.copies) for one in calls),
        lost=sum(len(one.lost) for one in calls),
        in_danger=sum(one.in_danger for one in calls),
        perhaps=sum(one.provider_deletes_on is not None for one in calls),
    )


def year_data_path(year: int) -> str:
    """Give the address of the data of a year."""
    return f"data/v1/recordings/{year:04d}.json"


def index_file(view: IndexView, settings: Settings) -> File:
    """Make the index; it changes on the days on which the state of a copy does."""
    site = settings.site_url
    told = {
        "recordings": site + addresses.RECORDINGS,
        "counts": {
            **_told(view.total),
            "calls": dict(view.calls),
            "by_answer": dict(view.found),
        },
    }
    years = (
        {"year": year, "data": site + year_data_path(year), "counts": _told(totals)}
        for year, totals in view.years
    )
    return index_of(PATH, told, years, settings)


def year_file(view: YearView, settings: Settings) -> File:
    """Make the file of a year."""
    site, calls = settings.site_url, view.calls
    head = {**data_head(settings), "year": view.year, "counts": _told(totals_of(calls))}
    lists = {
        "copies": [_of(one, site) | copy_row(copy) for one in calls for copy in one.copies],
        "lost": [_of(one, site) | lost_row(copy) for one in calls for copy in one.lost],
        "perhaps_at_provider": [
            _of(one, site)
            | {"provider": one.provider, "provider_deletes_on": one.provider_deletes_on}
            for one in calls
            if one.provider_deletes_on
        ],
    }
    return lists_file(year_data_path(view.year), head, lists)


def _told(totals: Totals) -> dict[str, object]:
    """Give every number; those of states add up to the copies that are there and those that are lost."""
    return {
        "copies": totals.copies,
        "lost_copies": totals.lost,
        "by_state": dict(totals.states),
        "calls_in_danger": totals.in_danger,
        "perhaps_at_provider": totals.perhaps,
    }


def _of(one: Copies, site: str) -> dict[str, object]:
    """Tell which call a copy is of; `ends_on` is the day on which the last copy of it will be deleted."""
    return {
        "call_id": one.call,
        "date": str(one.date),
        "page": f"{site}{addresses.call_page(one.call)}",
        "ends_on": one.ends_on,
        "in_danger": one.in_danger,
    }


def copy_row(copy: PublicRecording) -> dict[str, object]:
    """Give every fact of a copy that is there, by name; `bytes` are 0 where they are not known."""
    return {
        "url": copy.url,
        "type": copy.type,
        "bytes": copy.bytes,
        "sha256": copy.sha256,
        "kept_by": copy.kept_by,
        "duration_seconds": copy.duration or None,
        "keeper": copy.keeper,
        "seen": copy.seen,
        "state": copy.state,
        "copy_before": copy.copy_before,
        "deleted_by": copy.deleted_by,
        "answer": answer_row(copy.answer),
    }


def lost_row(copy: PublicLostCopy) -> dict[str, object]:
    """Give every fact of a copy that is lost, by name; `since` is the first day on which it was not there."""
    return {
        "url": copy.url,
        "type": copy.type,
        "bytes": copy.bytes,
        "sha256": copy.sha256,
        "kept_by": copy.kept_by,
        "keeper": copy.keeper,
        "state": copy.state,
        "since": copy.since,
        "answer": answer_row(copy.answer),
    }


def answer_row(answer: PublicAnswer | None) -> dict[str, object] | None:
    """Give what was found when an address was last asked for; null where nobody has asked."""
    if answer is None:
        return None
    return {
        "asked_on": answer.asked_on,
        "found": answer.found,
        "status": answer.status or None,
        "type": answer.type,
        "bytes": answer.bytes or None,
        "sha256": answer.sha256,
        "moved_to": answer.moved_to,
        "there_on": answer.there_on,
        "since": answer.since,
    }
