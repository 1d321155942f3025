"""The open data of calls holds every public fact and nothing of withheld calls."""

import json
from dataclasses import fields, replace

from generator.privacy.public import (
    Answer,
    Count,
    LooseDate,
    PublicCall,
    PublicSource,
    Tally,
    Use,
)
from generator.render import data_calls
from tests.render.few_calls import ARCHIVE, EMPTY, HELD, WITHHELD, made

RENAMED = {
    "length": "length_minutes",
    "path": "record",
    "notes_state": "minutes_state",
    "absence": "minutes_absence",
}
"""Fields that have another name in the data."""
KEPT = {"expired_from"}
"""Keys of earlier days, which are never taken away."""
UNSAID = {"notes_begun", "recorded_at"}
"""Fields for our own pages and calendars: a file that nobody has written yet, and when the record alone was changed."""


def files_of(archive=ARCHIVE):
    """Give the files of data as a parser of JSON reads them, by address."""
    return {path: json.loads(file.data) for path, file in made(data_calls, archive).items()}


def index_of(archive=ARCHIVE):
    """Give the index of the data."""
    return files_of(archive)["data/v1/calls.json"]


def data_of(archive=ARCHIVE):
    """Give the file of the one year that has calls."""
    return files_of(archive)["data/v1/calls/2031.json"]


def row_of(call):
    """Give the row of one call."""
    (row,) = data_of(replace(EMPTY, calls=(call,)))["calls"]
    return row


def test_every_public_field_is_in_the_data():
    """A field of a public call has its key; a new one is not forgotten."""
    names = {RENAMED.get(field.name, field.name) for field in fields(PublicCall)} - UNSAID
    assert names | {"page", "withheld", *KEPT} == set(row_of(HELD))


def test_file_names_version_licence_notice_and_site():
    """Who finds the file alone learns what it is and what may be done with it."""
    data = data_of()
    assert (1, "CC BY 4.0", "https://archive.example/") == (
        data["version"],
        data["licence"]["name"],
        data["site"],
    )
    assert "A reconstruction & not affiliated." == data["notice"]


def test_withheld_call_has_its_public_facts_only():
    """The row of a withheld call has date, withholding and what the group chose to name."""
    assert {
        "id", "page", "withheld", "date", "series", "groups", "withholding", "changed_at",
    } == set(row_of(WITHHELD))  # fmt: skip


def test_withheld_call_says_why_and_since_when():
    """The register of withholding stands in the data."""
    withholding = row_of(WITHHELD)["withholding"]
    assert ("safety", "2031-04-02") == (withholding["reason"], withholding["decided_on"])


def test_values_are_plain():
    """Days, times, instants and lengths are written as the standards have them."""
    row = row_of(HELD)
    assert ("2031-03-05", "21:00", "2031-03-06T02:00:00Z", 120) == (
        row["date"],
        row["start"],
        row["starts_at"],
        row["length_minutes"],
    )


def test_unknown_is_null():
    """What is not known is null and never nought."""
    row = row_of(replace(HELD, length=0, start=None, starts_at=None, changed_at=None))
    assert [None] * 4 == [row[k] for k in ("length_minutes", "start", "starts_at", "changed_at")]


def test_count_of_people_keeps_its_bounds():
    """A lower bound has no upper one."""
    row = row_of(replace(HELD, participants=Count(150)))
    assert {"least": 150, "most": None, "about": False} == row["participants"]


def test_source_keeps_how_it_may_be_used():
    """A source says whether a person has looked at it."""
    source = PublicSource("minutes", "Mill Town", LooseDate(2031, 3), "https://a.example", Use.CITE)
    (row,) = row_of(replace(HELD, sources=(source,)))["sources"]
    assert ("2031-03", "cite") == (row["published"], row["use"])


def test_marks_are_in_the_data_and_text_is_not():
    """Decisions and proposals stand with their outcome; the text of notes stays on the page."""
    (notes,) = row_of(HELD)["notes"]
    assert [("decision", True), ("proposal", False)] == [
        (mark["kind"], mark["adopted"]) for mark in notes["marks"]
    ]
    assert "body" not in notes


def test_nothing_of_a_draft_is_adopted_in_the_data():
    """Who reads the marks alone must not take what a draft says for decided."""
    notes = tuple(replace(one, is_draft=True) for one in HELD.notes)
    (drafted,) = row_of(replace(HELD, notes=notes))["notes"]
    assert {False} == {mark["adopted"] for mark in drafted["marks"]}


def test_tallies_are_in_the_data():
    """What was counted stands with its mark; of a mark that counts nothing it is not even known that it was taken."""
    tally = Tally((Answer("yes", 41), Answer("no", None, "about 3")), 2, 1, 50, 40, True, "x?", 60)
    counted = replace(HELD.notes[0].marks[0], tally=tally)
    marks = (counted, *HELD.notes[0].marks[1:])
    (notes,) = row_of(replace(HELD, notes=(replace(HELD.notes[0], marks=marks),)))["notes"]
    keys = ("answers", "blocks", "stand_asides", "total", "present", "quorum", "taken")
    answers = [
        {"text": "yes", "count": 41, "told": ""},
        {"text": "no", "count": None, "told": "about 3"},
    ]
    assert [answers, 2, 1, 50, 60, 40, True] == [notes["marks"][0][key] for key in keys]
    assert [[], None, None, None, None, None, None] == [notes["marks"][1][key] for key in keys]


def test_counts_add_up():
    """Calls by status, by minutes and by recording each add up to all calls."""
    counts = index_of()["counts"]
    sums = [sum(counts[name].values()) for name in ("status", "minutes", "recordings")]
    assert [4, 4, 4] == sums == [counts["calls"]] * 3


def test_one_call_stands_on_one_line():
    """A change of one call is a change of one line."""
    lines = made(data_calls, ARCHIVE)["data/v1/calls/2031.json"].data.splitlines()
    assert len(ARCHIVE.calls) + 2 == len(lines)


def test_archive_without_calls_has_valid_data():
    """An empty archive has an index of no years."""
    assert [] == index_of(EMPTY)["years"]


def test_each_year_has_a_file_that_the_index_names():
    """With the number of its calls, and every call stands in the file of its year."""
    later = replace(HELD, id="2032-01-07-river", date=LooseDate(2032, 1, 7))
    files = files_of(replace(ARCHIVE, calls=(*ARCHIVE.calls, later)))
    told = [
        (one["year"], one["data"].removeprefix("https://archive.example/"), one["counts"]["calls"])
        for one in files["data/v1/calls.json"]["years"]
    ]
    assert [
        (2031, "data/v1/calls/2031.json", len(ARCHIVE.calls)),
        (2032, "data/v1/calls/2032.json", 1),
    ] == told
    assert [later.id] == [row["id"] for row in files["data/v1/calls/2032.json"]["calls"]]


def test_index_names_the_checksums():
    """Who keeps a copy learns which files have changed."""
    assert "https://archive.example/data/v1/checksums.txt" == index_of()["checksums"]


def test_data_says_how_to_ask_for_a_correction():
    """Whoever meets the data alone learns where to turn."""
    assert "https://archive.example/help/privacy.html" == data_of()["corrections"]


def test_a_zone_without_an_hour_is_not_claimed():
    """The archive's own zone says nothing about a call whose hour is not known."""
    assert None is row_of(replace(HELD, start=None, starts_at=None, moved_from=()))["zone"]
