"""All outcomes as open data, one a line, keys in a fixed order that only grows; a file a year, and an index of them.

A year is over one day, so none of the files grows without end. Unknown is null, an empty text or an empty list.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.privacy.public import PublicArchive
from generator.render.decision_register import (
    Other,
    Outcome,
    outcomes_in,
    page_of_call,
    row_address,
)
from generator.render.decision_words import count_standings
from generator.render.open_data import data_head, index_of, rows_file, tally_row
from generator.render.output import Draft, File
from generator.render.rows import by_year
from generator.render.stamps import instant
from generator.settings import Settings

PATH = "data/v1/decisions.json"


@dataclass(frozen=True, slots=True)
class YearView:
    """The outcomes of a year in the order of the archive."""

    year: int
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """How many outcomes there are by standing, in all and by year."""

    total: tuple[tuple[str, int], ...]
    years: tuple[tuple[int, tuple[tuple[str, int], ...]], ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of the data, and the outcomes of every year that has any."""
    outcomes = outcomes_in(archive)
    years = by_year(outcomes)
    counts = tuple((year, _counts(found)) for year, found in years.items())
    yield Draft(PATH, index_file, IndexView(_counts(outcomes), counts))
    for year, found in years.items():
        weight = 1 + len(found) // 50
        yield Draft(year_data_path(year), year_file, YearView(year, found), weight=weight)


def year_data_path(year: int) -> str:
    """Give the address of the data of a year."""
    return f"data/v1/decisions/{year:04d}.json"


def _counts(outcomes: tuple[Outcome, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((key.value, number) for key, number in count_standings(outcomes).items())


def index_file(view: IndexView, settings: Settings) -> File:
    """Make the index; the same calls give the same bytes on any day."""
    years = [
        {"year": year, "data": settings.site_url + year_data_path(year), "counts": dict(counts)}
        for year, counts in view.years
    ]
    return index_of(PATH, {"counts": dict(view.total)}, years, settings)


def year_file(view: YearView, settings: Settings) -> File:
    """Make the file of a year; the same calls give the same bytes on any day."""
    head = {**data_head(settings), "year": view.year, "counts": dict(_counts(view.outcomes))}
    rows = (outcome_row(one, settings) for one in view.outcomes)
    return rows_file(year_data_path(view.year), head, "outcomes", rows)


def outcome_row(outcome: Outcome, settings: Settings) -> dict[str, object]:
    """Give every fact about an outcome, by name. Whether it is in force is told as far as the archive knows."""
    site = settings.site_url
    return {
        "name": outcome.name,
        "page": f"{site}{outcome.place}",
        "row": f"{site}{row_address(outcome)}",
        "kind": outcome.kind,
        "text": outcome.text,
        "outcome": outcome.word,
        "note": outcome.note,
        "decided": outcome.is_decided,
        "standing": outcome.standing,
        "method": outcome.method,
        "counts": tally_row(outcome.tally) if outcome.tally else None,
        "date": str(outcome.date),
        "call_id": outcome.name.partition("#")[0],
        "call_page": f"{site}{page_of_call(outcome)}",
        "groups": outcome.groups,
        "series": outcome.series,
        "hubs": outcome.hubs,
        "says": [_other(one, site) for one in outcome.says],
        "said_by_others": [_other(one, site) for one in outcome.said],
        "rests_on": outcome.state,
        "evidence": outcome.evidence,
        "changed_at": instant(outcome.changed_at),
    }


def _other(other: Other, site: str) -> dict[str, object]:
    return {
        "relation": other.words,
        "name": other.name,
        "page": f"{site}{other.place}",
        "text": other.text,
    }
