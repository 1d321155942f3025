"""No output grows with the whole archive: a year, a window or a list of a limited length is as much as one holds.

The living archive is told over and over, once for each of many years. Limits of lists are lowered for it, so that a few
hundred calls behave as tens of thousands do; then whatever is larger with four times the years grows without bound,
unless it is a short line for each year.
"""

import dataclasses
import datetime
import re
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from typing import Any

import pytest

from generator import finishing
from generator.privacy import gate
from generator.privacy.public import LooseDate, PublicArchive
from generator.render.output import File, Index, Page
from generator.settings import Settings
from tests.site_archives import examined

FEW, MANY = 5, 15
"""Years of the two archives."""
ROWS = 4
"""Most rows of a list, instead of hundreds."""
LOWERED = {
    "*.ROWS_LIMIT": ROWS,
    "action_states.CARRIED_LIMIT": 2,
    "atom_feed.MOST": ROWS,
    "feed_window.MOST_EVENTS": ROWS,
    # The newest part of a podcast is as long in both archives when it divides their years.
    "podcast_parts.A_PART": FEW,
}
"""Limits of lists, feeds and calendars, with the modules that have them."""
SLACK = 96
"""Bytes by which numbers with more digits may lengthen an output, or two parts in a hundred where that is more."""
A_LINE_A_YEAR = {
    "index.html": (
        2_000,
        "a bar of the drawing of years, and its row in the table for who cannot see it",
    ),
    "statistics/index.html": (2_000, "the same drawing, and a row of numbers"),
    "calendar/subscribe.html": (1_600, "the calendar of the year, with every way to subscribe"),
    "calendar/index.html": (1_400, "links to the twelve months"),
    "calls/index.html": (900, "links to the year and its months, with numbers"),
    "calls/how-*.html": (800, "a link to the calls of the year for each of some kinds"),
    "series/*.html": (500, "links to the calls, the dates and the gaps of the year"),
    "data/v0/*.json": (320, "the address of the file of the year, with its numbers"),
    "decisions/*.html": (130, "a link to the outcomes of the year"),
    "actions/index.html": (130, "a link to the actions of the year"),
    "groups/*.html": (110, "a link to the calls of the year"),
    "hubs/*.html": (110, "a link to the calls of the year"),
    "places/*.html": (110, "a link to the calls of the year"),
    "gaps/index.html": (110, "a link to the gaps of the year"),
    "recordings/index.html": (110, "a link to the recordings of the year"),
    "withheld/*.html": (110, "a link to what is withheld of the year"),
    "search/index.json": (100, "the name and size of the index of the year"),
    "search/index.html": (40, "the year as a choice"),
    "feeds/podcast-*.xml": (
        20,
        "the link to an older part, which there is not where few years fit one",
    ),
    "sitemap.xml": (120, "the address of the sitemap of the year"),
}
"""Outputs that have something for each year: their paths without digits, at most so many bytes a year, and what."""
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?=-|$)")
_SECONDS = 365 * 24 * 3600


def earlier(value: Any, years: int) -> Any:
    """Give a value with every date in it so many years earlier, also in names of calls and files."""
    match value:
        case str():
            return _YEAR.sub(lambda found: f"{int(found[1]) - years:04d}", value)
        case LooseDate():
            return dataclasses.replace(value, year=value.year - years)
        case datetime.date():
            return value - datetime.timedelta(days=364 * years)
        case tuple():
            found = [earlier(one, years) for one in value]
            return type(value)(*found) if hasattr(value, "_fields") else tuple(found)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in dataclasses.fields(value) if field.init]
            told = {name: earlier(getattr(value, name), years) for name in names}
            if told.get("changed_at") is not None:
                told["changed_at"] -= years * _SECONDS
            return dataclasses.replace(value, **told)
        case _:
            return value


def told_over(archive: PublicArchive, years: int) -> PublicArchive:
    """Give an archive whose calls, transcripts and changes are told of so many years."""
    calls, transcripts, changes = (
        tuple(one for back in range(years - 1, -1, -1) for one in earlier(part, back))
        for part in (archive.calls, archive.transcripts, archive.changes)
    )
    series = tuple(
        dataclasses.replace(
            one,
            since=earlier(one.since, years),
            recurrence=earlier(one.recurrence, years),
        )
        for one in archive.series
    )
    in_order = sorted(calls, key=lambda call: (call.date.first_day(), call.id))
    return dataclasses.replace(
        archive, calls=tuple(in_order), transcripts=transcripts, changes=changes, series=series
    )


def sizes(archive: PublicArchive, settings: Settings) -> Iterator[tuple[str, int]]:
    """Give the size of every output, by its path without digits."""
    for draft in finishing.draft_all(archive, settings):
        output = draft.make(draft.view, settings)
        match output:
            case File():
                size = len(output.data)
            case Page():
                size = len(output.body.encode())
            case Index():
                size = len(repr(output.entries).encode())
        yield re.sub(r"[0-9]+", "0", draft.path), size


def largest(archive: PublicArchive, settings: Settings) -> Mapping[str, int]:
    """Give the size of the largest output of each kind."""
    found: dict[str, int] = {}
    for kind, size in sizes(archive, settings):
        found[kind] = max(size, found.get(kind, 0))
    return found


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Give the sizes of outputs of an archive of few years and of many, with low limits."""
    found = examined("river", tmp_path_factory.mktemp("river"))
    assert found.settings
    public = gate.publish(found.archive, found.settings)
    settings = dataclasses.replace(found.settings, indexing=True)
    # Every module is there only when all were asked for their outputs.
    assert [*finishing.draft_all(public, settings)]
    with pytest.MonkeyPatch.context() as low:
        for where, limit in LOWERED.items():
            modules, _dot, name = where.rpartition(".")
            for path, module in list(sys.modules.items()):
                if fnmatch(path, f"generator.render.{modules}") and hasattr(module, name):
                    low.setattr(module, name, limit)
        yield [largest(told_over(public, years), settings) for years in (FEW, MANY)]


def allowed(kind: str) -> int:
    """Give by how many bytes an output may grow a year."""
    return max(
        (most for path, (most, _) in A_LINE_A_YEAR.items() if fnmatch(kind, path)), default=0
    )


def grown(few: Mapping[str, int], many: Mapping[str, int], kind: str) -> float:
    """Give by how many bytes an output grew a year beyond what numbers may."""
    before = few.get(kind, many[kind])
    return (many[kind] - before - max(SLACK, before // 50)) / (MANY - FEW)


def test_no_output_grows_with_the_archive(two):
    """Neither a page, a feed, a calendar nor data is longer for more years, but by a short line for each."""
    few, many = two
    assert {} == {
        kind: round(found) for kind in many if (found := grown(few, many, kind)) > allowed(kind)
    }


def test_every_line_a_year_is_needed(two):
    """The table names no output that does not grow, so that it stays short."""
    few, many = two
    growing = [kind for kind in many if grown(few, many, kind) > 0]
    assert [] == [path for path in A_LINE_A_YEAR if not any(fnmatch(k, path) for k in growing)]


def test_archive_of_many_years_has_more_outputs(two):
    """What is told over is really there: each kind has no more to show, and there are more of them."""
    few, many = two
    assert few.keys() <= many.keys()
