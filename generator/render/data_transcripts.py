"""All transcripts as open data, one a line, and where their words can be had; a file a year, and an index of them.

The words themselves are in the captions; of corrections there is what was put in, and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.privacy.public import LooseDate, PublicArchive, PublicCorrection, PublicTranscript
from generator.render.open_data import data_head, index_of, rows_file
from generator.render.output import Draft, File
from generator.render.rows import by_year
from generator.render.said_on_calls import said_on_calls
from generator.render.transcript_words import captions_of, page_of
from generator.settings import Settings

PATH = "data/v1/transcripts.json"


@dataclass(frozen=True, slots=True)
class Listed:
    """One transcript without its words: how many pieces it has, and when the last one ends (milliseconds)."""

    page: str
    captions: str
    date: LooseDate
    transcript: PublicTranscript
    pieces: int
    end: int


@dataclass(frozen=True, slots=True)
class YearView:
    """The transcripts of the calls of a year, in the order of the archive."""

    year: int
    transcripts: tuple[Listed, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of the data, and the transcripts of every year; an archive without any has no such file."""
    listed = [
        _listed(one, said.call.date) for said in said_on_calls(archive) for one in said.transcripts
    ]
    years = by_year(listed)
    if years:
        counts = tuple((year, len(found)) for year, found in years.items())
        yield Draft(PATH, index_file, counts)
    for year, found in years.items():
        yield Draft(year_data_path(year), year_file, YearView(year, found))


def year_data_path(year: int) -> str:
    """Give the address of the data of a year."""
    return f"data/v1/transcripts/{year:04d}.json"


def _listed(one: PublicTranscript, date: LooseDate) -> Listed:
    end = max((cue.end for cue in one.cues), default=0)
    bare = replace(one, cues=())
    return Listed(page_of(one), captions_of(one), date, bare, len(one.cues), end)


def index_file(view: tuple[tuple[int, int], ...], settings: Settings) -> File:
    """Make the index of years with the number of transcripts in each."""
    years = (
        {"year": year, "data": settings.site_url + year_data_path(year), "counts": _counts(number)}
        for year, number in view
    )
    return index_of(PATH, {"counts": _counts(sum(n for _, n in view))}, years, settings)


def year_file(view: YearView, settings: Settings) -> File:
    """Make the file of a year; the same transcripts give the same bytes on any day."""
    head = {**data_head(settings), "year": view.year, "counts": _counts(len(view.transcripts))}
    rows = (_row(each, settings.site_url) for each in view.transcripts)
    return rows_file(year_data_path(view.year), head, "transcripts", rows)


def _counts(number: int) -> dict[str, int]:
    return {"transcripts": number}


def _row(listed: Listed, site: str) -> dict[str, object]:
    one = listed.transcript
    return {
        "call_id": one.call,
        "date": str(listed.date),
        "page": f"{site}{listed.page}",
        "captions": f"{site}{listed.captions}",
        "language": one.language,
        "origin": one.origin,
        "taken_by": one.taken_by,
        "reviewed_by": one.reviewed_by,
        "pieces": listed.pieces,
        "end_seconds": listed.end / 1000,
        "redactions": one.redactions,
        "corrections": [_correction(each) for each in one.corrections],
        "record": one.path,
    }


def _correction(one: PublicCorrection) -> dict[str, object]:
    return {"at_seconds": one.start / 1000, "new": one.new, "reason": one.reason}
