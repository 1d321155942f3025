"""The statistics: honest denominators, few people never told, and nothing of what is withheld."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.privacy.public import (
    Confidence,
    Count,
    Evidence,
    LooseDate,
    Mode,
    NotesState,
    PublicArchive,
    RecordingState,
    Status,
)
from generator.render import data_statistics, statistics_page
from generator.render.archive_numbers import how_counted, statistics_of
from generator.render.statistics_words import CAPTIONS, FIRST_COLUMNS, ROWS
from tests.render.few_calls import made
from tests.render.made_archive import (
    ARCHIVE,
    CALL,
    SETTINGS,
    WITHHELD,
    archive_with,
    call_with,
)
from tests.render.page_reading import Reading

OF_CALLS = ("status", "dates", "minutes", "recordings")
OF_SHOWN = ("modes", "evidence", "confidence", "participants")


def read(archive: PublicArchive) -> Reading:
    """Read the page of an archive's statistics."""
    (page,) = made(statistics_page, archive, SETTINGS).values()
    return Reading(page.body)


def data(archive: PublicArchive) -> Any:
    """Read the same numbers as data."""
    (file,) = made(data_statistics, archive, SETTINGS).values()
    return json.loads(file.data)


def calls():
    """Draw calls in many states."""
    counts = st.builds(
        lambda least, more, about: Count(least, least + more if more else 0, about),
        st.integers(1, 12),
        st.integers(0, 9),
        st.booleans(),
    )
    return st.builds(
        call_with,
        id=st.integers(1, 99).map(lambda n: f"2031-03-05-call-{n}"),
        status=st.sampled_from(Status),
        mode=st.sampled_from(Mode),
        notes_state=st.sampled_from(NotesState),
        recording_state=st.sampled_from(RecordingState),
        evidence=st.sampled_from(Evidence),
        confidence=st.sampled_from(Confidence),
        participants=st.none() | counts,
        date=st.sampled_from([LooseDate(2031), LooseDate(2031, 3), LooseDate(2031, 3, 5)]),
    )


@settings(deadline=None)
@given(st.lists(calls() | st.just(WITHHELD), max_size=8))
def test_tables_add_up(found):
    """Tables of calls add up to all of them, tables of their details to those whose details may be seen."""
    counted = statistics_of(archive_with(*found), SETTINGS)
    shown = sum(call is not WITHHELD for call in found)
    assert {len(found)} == {counted.subject(key).total for key in OF_CALLS}
    assert {shown} == {counted.subject(key).total for key in OF_SHOWN}


@settings(deadline=None)
@given(st.lists(calls(), min_size=1, max_size=6), st.randoms())
def test_order_changes_nothing(found, chance):
    """The same calls give the same numbers in whatever order their files are read."""
    other = list(found)
    chance.shuffle(other)
    assert data(archive_with(*found)) == data(archive_with(*other)) or len(
        {(call.date, call.id) for call in found}
    ) < len(found)


@pytest.mark.parametrize("archive", [ARCHIVE, PublicArchive()], ids=["small", "empty"])
def test_page_and_data_tell_the_same(archive):
    """Every row of the page is a number of the data, of the same whole."""
    told = data(archive)["subjects"]
    rows = [each.text for each in read(archive).of_class("ia-right") if " of " in each.text]
    known = {f"{n} of {one['of']}" for one in told.values() for n in one["counts"].values()}
    assert set() == set(rows) - known
    assert bool(archive.calls) == bool(rows)


def test_every_subject_has_words():
    """Each subject has a caption, a head and a word for each of its keys."""
    subjects = statistics_of(ARCHIVE, SETTINGS).subjects
    assert {one.key for one in subjects} == set(CAPTIONS) == set(FIRST_COLUMNS) == set(ROWS)
    assert {key for one in subjects for key, _ in one.counts} == {
        key for words in ROWS.values() for key in words
    }


@pytest.mark.parametrize(
    ("count", "key"),
    [
        (None, "not-known"),
        (Count(12, 12), "exact"),
        (Count(12), "at-least"),
        (Count(0, 12), "at-most"),
        (Count(5, 12), "range"),
        (Count(20, 0, True), "about"),
        (Count(4, 4), "fewer-than-five"),
        (Count(2, 4), "fewer-than-five"),
        (Count(3, 0, True), "fewer-than-five"),
    ],
)
def test_numbers_of_people_are_kept_apart(count, key):
    """An exact number, a bound, a range, a guess and a few are different things."""
    assert key == how_counted(count)


@pytest.mark.parametrize("count", [Count(3, 3), Count(4, 4), Count(1, 4), Count(3, 0, True)])
def test_few_people_are_not_told(count):
    """A call of fewer than five changes only how many such calls there are, whatever their number."""
    archive = archive_with(call_with(participants=count), call_with(id="2031-03-06-b"))
    two = archive_with(call_with(participants=Count(2, 2)), call_with(id="2031-03-06-b"))
    assert read(two).text == read(archive).text
    assert data(two) == data(archive)


def test_people_are_summed_where_they_may_be():
    """Exact numbers and lower bounds are added up; guesses and few are not."""
    counts = (Count(10, 10), Count(20), Count(30, 50), Count(400, 0, True), Count(3, 3))
    found = (call_with(id=f"2031-03-05-{n}", participants=c) for n, c in enumerate(counts))
    text = read(archive_with(*found)).text
    assert "At least 60 people were counted on 3 calls" in text
    assert "The largest number known is at least 30: River Assembly open call" in text


def test_a_withheld_call_is_counted_and_nothing_else():
    """Beside a withheld call each number of details is the same as without it."""
    alone, beside = data(archive_with(CALL)), data(archive_with(CALL, WITHHELD))
    same = {"people", "places", "series", "calls_shown"}
    assert [alone[key] for key in same] == [beside[key] for key in same]
    assert [alone["subjects"][key] for key in OF_SHOWN] == [
        beside["subjects"][key] for key in OF_SHOWN
    ]
    assert 1 == beside["subjects"]["status"]["counts"]["withheld"]


def test_what_came_of_drafts_is_no_decision():
    """A row of decisions never counts what stands in draft notes only."""
    counts = statistics_of(ARCHIVE, SETTINGS).subject("outcomes").counts
    assert ("not-superseded", 0) in counts


def test_rows_lead_to_their_lists():
    """Missing minutes lead to the gaps, withheld calls to the register."""
    links = read(archive_with(CALL, WITHHELD)).links()
    assert "../gaps/index.html#missing-minutes" == links["Minutes missing, can you help?"]
    assert "../withheld/index.html" == links["Withheld"]


def test_an_empty_archive_says_so():
    """Without a call there are no tables, and a sentence in their place."""
    reading = read(PublicArchive())
    assert [] == reading.named("table")
    assert "No call is recorded yet" in reading.text


def test_page_stays_small():
    """Ten thousand calls over twenty years make a page hardly longer than that of a thousand."""
    many = tuple(
        replace(CALL, id=f"{2011 + n % 20}-03-05-call-{n}", date=LooseDate(2011 + n % 20, 3, 5))
        for n in range(10_000)
    )
    (few,) = made(statistics_page, archive_with(*many[:1000]), SETTINGS).values()
    (page,) = made(statistics_page, archive_with(*many), SETTINGS).values()
    assert len(page.body) < len(few.body) + 2000
