"""Transcripts as open data: where their words are, how they came to be, and what was put right in them."""

import json
from typing import Any

from generator.privacy.public import PublicArchive
from generator.render import data_transcripts
from generator.render.output import File
from tests.render.made_archive import ARCHIVE, SETTINGS
from tests.render.transcript_archive import SPANISH, TRANSCRIPT, archive_of


def data(archive: PublicArchive, path: str = "data/v1/transcripts/2031.json") -> bytes:
    drafts = {draft.path: draft for draft in data_transcripts.render(archive, SETTINGS)}
    file = drafts[path].make(drafts[path].view, SETTINGS)
    assert isinstance(file, File)
    return file.data


def rows(archive: PublicArchive) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(data(archive))["transcripts"]
    return found


def test_a_transcript_is_a_row():
    """It says where page and captions are, and nothing of what stood there before a correction."""
    (row,) = rows(archive_of(TRANSCRIPT))
    site = "https://calls.example/archive/recordings/2031-03-05-river-open-call"
    assert {
        "call_id": TRANSCRIPT.call,
        "date": "2031-03-05",
        "page": f"{site}.html",
        "captions": f"{site}.vtt",
        "language": "",
        "origin": "transcript",
        "taken_by": "a volunteer from Mill Town",
        "reviewed_by": "",
        "pieces": 5,
        "end_seconds": 3975.0,
        "redactions": 1,
        "corrections": [
            {"at_seconds": 19.0, "new": "the ferry", "reason": "the place was misheard"}
        ],
        "record": TRANSCRIPT.path,
    } == row


def test_each_language_is_a_row():
    """The archive's own comes first."""
    assert ["", "es"] == [row["language"] for row in rows(archive_of(SPANISH, TRANSCRIPT))]


def test_the_data_holds_no_words():
    """They are in the captions, and would make the file as long as all of them."""
    assert b"Welcome" not in data(archive_of(TRANSCRIPT))


def test_the_index_counts_the_transcripts_of_each_year():
    """It leads to the file of the year, which alone grows."""
    index = json.loads(data(archive_of(SPANISH, TRANSCRIPT), "data/v1/transcripts.json"))
    site = "https://calls.example/archive/data/v1"
    year = {"year": 2031, "data": f"{site}/transcripts/2031.json", "counts": {"transcripts": 2}}
    assert ({"transcripts": 2}, [year]) == (index["counts"], index["years"])


def test_an_archive_without_transcripts_has_no_such_file():
    """Most archives have none."""
    assert [] == list(data_transcripts.render(ARCHIVE, SETTINGS))
