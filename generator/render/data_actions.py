"""All actions as open data, one a line, keys in a fixed order that only grows; a file a year, and an index of them.

A day or a name that is not known is null, other unknown texts are empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.privacy.public import PublicArchive
from generator.render.action_states import Action, Counts, actions_in, counts_of
from generator.render.open_data import data_head, index_of, rows_file
from generator.render.output import Draft, File
from generator.render.rows import by_year
from generator.settings import Settings

PATH = "data/v1/actions.json"


@dataclass(frozen=True, slots=True)
class YearView:
    """The actions that were taken on in a year, in the order of the archive."""

    year: int
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """How many actions there are of each state, in all and by year."""

    total: Counts
    years: tuple[tuple[int, Counts], ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of the data, and the actions of every year that has any."""
    actions = actions_in(archive, settings)
    years = by_year(actions)
    counts = tuple((year, counts_of(found)) for year, found in years.items())
    yield Draft(PATH, index_file, IndexView(counts_of(actions), counts))
    for year, found in years.items():
        yield Draft(year_data_path(year), year_file, YearView(year, found))


def year_data_path(year: int) -> str:
    """Give the address of the data of a year."""
    return f"data/v1/actions/{year:04d}.json"


def index_file(view: IndexView, settings: Settings) -> File:
    """Make the index."""
    years = [
        {"year": year, "data": settings.site_url + year_data_path(year), "counts": _told(counts)}
        for year, counts in view.years
    ]
    return index_of(PATH, {"counts": _told(view.total)}, years, settings)


def year_file(view: YearView, settings: Settings) -> File:
    """Make the file of a year; what only a draft says to be done is closed by nothing."""
    counts = _told(counts_of(view.actions))
    head = {**data_head(settings), "year": view.year, "counts": counts}
    rows = (_row(action, settings) for action in view.actions)
    return rows_file(year_data_path(view.year), head, "actions", rows)


def _told(counts: Counts) -> dict[str, int]:
    return {standing.value: number for standing, number in counts}


def _row(action: Action, settings: Settings) -> dict[str, str | None]:
    return {
        "name": action.name,
        "call_id": action.name.partition("#")[0],
        "date": str(action.date),
        "text": action.text,
        "owner": action.owner,
        "due": str(action.due) if action.due else None,
        "state": action.standing.value,
        "closed_by": None if action.is_open else action.closed_by or None,
        "closed_on": None if action.is_open else str(action.closed_on),
        "page": f"{settings.site_url}{action.place}",
    }
