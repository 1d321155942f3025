"""The open data of recordings tells each copy that is there and each that is lost, and nothing that is withheld."""

import json
from dataclasses import fields

import pytest

from generator.privacy.public import PublicAnswer, PublicLostCopy, PublicRecording
from generator.render import data_recordings
from generator.render.data_recordings import answer_row, copy_row, lost_row
from tests.render.few_calls import EMPTY
from tests.render.recording_archive import ARCHIVE, CLOSED, GONE, LASTING, LIVING, made

RENAMED = {"duration": "duration_seconds"}
UNSAID = {"asked_at"}
"""The address of an expired copy, at which only the program asks."""


def files_of(archive=ARCHIVE):
    """Give the files of data as a parser of JSON reads them, by address."""
    drafts = made(data_recordings, archive, LIVING)
    return {path: json.loads(file.data) for path, file in drafts.items()}


def data_of(archive=ARCHIVE):
    """Give the file of the one year that has calls."""
    return files_of(archive)["data/v1/recordings/2031.json"]


def index_of(archive=ARCHIVE):
    """Give the file that says how they add up."""
    return files_of(archive)["data/v1/recordings.json"]


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (PublicRecording, copy_row(LASTING.recordings[0])),
        (PublicLostCopy, lost_row(GONE.lost[0])),
        (PublicAnswer, answer_row(GONE.lost[0].answer)),
    ],
)
def test_every_public_field_of_a_copy_is_in_the_data(kind, row):
    """A field has its key; a new one is not forgotten."""
    assert {RENAMED.get(each.name, each.name) for each in fields(kind)} - UNSAID == set(row)


def test_there_is_a_row_for_each_copy_and_each_lost_copy():
    """In the order of the archive."""
    data = data_of()
    assert (4, 2) == (len(data["copies"]), len(data["lost"]))


def test_counts_add_up_to_the_rows():
    """By state, by answer, and by what there is of each call."""
    data, counts = data_of(), index_of()["counts"]
    rows = len(data["copies"]) + len(data["lost"])
    assert (rows, rows) == (sum(counts["by_state"].values()), sum(counts["by_answer"].values()))
    assert len(ARCHIVE.calls) == sum(counts["calls"].values())


def test_a_row_tells_state_dates_keeper_and_answer():
    """What was found, on which day, and until when the copy lasts."""
    first = next(row for row in data_of()["copies"] if row["in_danger"])
    told = (first["state"], first["copy_before"], first["kept_by"], first["answer"]["found"])
    assert ("due", "2031-06-07", "switchboard", "refused") == told


def test_a_lost_row_tells_since_when_and_how_it_is_known():
    """A copy that is gone has an answer, and one that has expired has none where nobody looked."""
    rows = [
        (row["state"], row["since"], row["answer"] and row["answer"]["status"])
        for row in data_of()["lost"]
    ]
    assert [("gone", "2031-05-20", 404), ("expired", "2031-05-03", None)] == rows


def test_an_unlisted_recording_at_a_provider_has_a_row():
    """With the day on which the provider deletes it."""
    (row,) = data_of()["perhaps_at_provider"]
    assert ("switchboard", "2031-09-11") == (row["provider"], row["provider_deletes_on"])


def test_withheld_recordings_have_a_number_and_no_row():
    """The register tells of them."""
    text = json.dumps(files_of())
    assert 2 == index_of()["counts"]["calls"]["withheld"]
    assert [] == [one for one in (CLOSED.id, "secretly-long-name") if one in text]


def test_the_index_leads_to_every_year_and_says_what_it_holds():
    """So that nobody has to guess addresses."""
    (year,) = index_of()["years"]
    assert (2031, "https://archive.example/data/v1/recordings/2031.json", 4) == (
        year["year"],
        year["data"],
        year["counts"]["copies"],
    )


def test_calls_in_danger_are_counted_and_marked():
    """The index counts those of each year, and the year's rows say by which day somebody has to copy them."""
    (year,) = index_of()["years"]
    told = {(one["call_id"], one["ends_on"]) for one in data_of()["copies"] if one["in_danger"]}
    assert 2 == year["counts"]["calls_in_danger"]
    assert {("2031-02-07-first", "2031-06-07"), ("2031-02-19-second", "2031-06-19")} == told


def test_an_empty_archive_has_the_index_too():
    """Its address never goes away."""
    assert ["data/v1/recordings.json"] == list(files_of(EMPTY))
    assert [] == index_of(EMPTY)["years"]
