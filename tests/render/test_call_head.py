"""The head of a call's page: its place in the series, the reader's own time, and states that lead onward."""

import datetime
from dataclasses import replace

import pytest

from generator.privacy.public import (
    Confidence,
    Evidence,
    LooseDate,
    NotesState,
    PublicCall,
    RecordingState,
)
from tests.render.every_page import pages, read_call
from tests.render.made_archive import (
    CALL,
    LATER,
    SERIES,
    WITHHELD,
    archive_with,
    call_with,
    notes_with,
)
from tests.render.page_reading import Reading


def small_line(
    call: PublicCall, *others: PublicCall, evidence: Evidence = Evidence.COMPLETE
) -> str:
    """Give the small line above the title of a call among others."""
    archive = archive_with(call, *others)
    archive = replace(archive, series=(replace(SERIES, evidence=evidence),))
    return Reading(pages(archive)[f"calls/{call.id}.html"].body).of_class("ia-eyebrow")[0].text


def test_a_call_says_which_of_its_series_it_is():
    """The place counts the calls of the series that are in the archive."""
    assert "River open calls, number 2 of 2 in this archive · Spring gathering" == small_line(
        LATER, CALL
    )


def test_a_series_of_which_not_all_was_seen_may_have_more_calls():
    """A number among the known ones is no number among all."""
    said = small_line(LATER, CALL, evidence=Evidence.OPENING_ONLY)
    assert "number 2 of the 2 in this archive, and there may have been more" in said


def test_the_only_call_of_a_series_is_not_numbered():
    """One of one says nothing."""
    assert "River open calls, the only one in this archive" in small_line(CALL)


def test_the_only_known_call_of_a_series_may_have_had_others():
    """A call of which no sisters were found is not numbered either."""
    said = small_line(CALL, evidence=Evidence.OPENING_ONLY)
    assert "the only one in this archive, and there may have been more" in said


def test_an_order_that_is_not_known_is_not_told():
    """Where the day of a call is not known, nobody can say which one came third."""
    loose = call_with(id="2031-03-river", date=LooseDate(2031, 3), start=None, starts_at=None)
    assert "River open calls, one of 2 in this archive" in small_line(LATER, loose)


def test_a_call_of_another_series_does_not_count():
    """Only calls of the same series are counted."""
    assert "the only one" in small_line(CALL, replace(LATER, series=""))


def test_a_call_without_a_series_is_called_a_call():
    """The small line stands on every page of a call."""
    assert "Call · Spring gathering" == small_line(call_with(series=""))


def test_a_withheld_call_has_the_small_line_and_no_more_in_it():
    """It says that this is a call, unless the group chose to name the series."""
    page = pages(archive_with(WITHHELD))[f"calls/{WITHHELD.id}.html"].body
    assert "Call" == Reading(page).of_class("ia-eyebrow")[0].text


def local(call: PublicCall) -> dict[str, str]:
    """Give what the script reads of the one time that it adds the reader's own to."""
    found = [each for each in read_call(call).named("time") if "data-local" in each.attributes]
    assert 1 == len(found)
    return found[0].attributes


def test_the_script_is_told_begin_end_zone_and_words():
    """The reader's own time follows from the page alone."""
    assert {
        "datetime": "2031-03-06T02:00Z",
        "data-local": "2031-03-06T04:00Z",
        "data-zone": "America/New_York",
        "data-says": "yours: {day}, {from} to {until} {zone}",
    } == local(CALL)


def test_a_call_of_unknown_length_has_no_end_for_the_script():
    """No end is guessed."""
    told = local(call_with(length=0))
    assert ("", "yours: {day}, {from} {zone}") == (told["data-local"], told["data-says"])


def test_a_call_in_utc_is_told_to_the_script_once():
    """Its only line carries what the script needs."""
    at = datetime.datetime(2031, 3, 5, 21, tzinfo=datetime.UTC)
    told = local(call_with(zone="Etc/UTC", starts_at=at))
    assert ("2031-03-05T21:00Z", "Etc/UTC") == (told["datetime"], told["data-zone"])


@pytest.mark.parametrize(
    ("call", "number"), [(CALL, 1), (call_with(start=None, starts_at=None), 0)]
)
def test_only_a_page_with_a_known_hour_carries_the_script(call, number):
    """Where there is nothing to add, nothing is fetched."""
    scripts = [each.attributes["src"] for each in read_call(call).named("script")]
    assert ["../assets/javascripts/local-time.js"] * number == scripts


def test_states_lead_to_what_they_tell_of():
    """A word at the top is a way to the part of the page that says more."""
    call = call_with(
        notes_state=NotesState.MINUTES,
        notes=(notes_with(language="es"),),
        recording_state=RecordingState.MISSING,
    )
    reading = read_call(call)
    ways = {each.text: each.attributes.get("href") for each in reading.of_class("ia-chip")}
    assert {
        "Minutes": "#record-minutes-es",
        "Recording missing, can you help?": "#record-recording",
    } == ways
    assert set() == {str(way)[1:] for way in ways.values()} - set(reading.ids())


def test_missing_minutes_lead_to_what_asks_for_them():
    """Whoever can help is one step from how."""
    chips = {each.text: each.attributes.get("href") for each in read_call(CALL).of_class("ia-chip")}
    assert "#add-notes" == chips["Minutes missing, can you help?"]


@pytest.mark.parametrize(
    ("confidence", "evidence", "said"),
    [
        (
            Confidence.HIGH,
            Evidence.COMPLETE,
            "How sure this is Well documented. The sources were seen in full."
            "The record names 1 source.",
        ),
        (
            Confidence.LOW,
            Evidence.NOTICE_ONLY,
            "Thinly documented, so treat these facts with care. Only a notice was seen.",
        ),
        (
            Confidence.UNSTATED,
            Evidence.UNSTATED,
            "How sure these facts are, and how much of the sources was seen, is not stated.",
        ),
    ],
)
def test_how_sure_a_record_is_stands_beside_how_much_was_seen(confidence, evidence, said):
    """Both in plain words in one row, and never that sources agree, which no record says."""
    text = read_call(call_with(confidence=confidence, evidence=evidence)).text
    assert said in text.partition("Outcomes")[0]
    assert "sources agree" not in text


def test_sources_begin_with_how_much_of_them_was_seen():
    """Whoever reads the sources reads there how far they carry."""
    text = read_call(CALL).text.partition("Sources")[2]
    assert text.strip().startswith("Well documented. Only the opening of the source was seen.")


def test_a_title_runs_in_its_own_direction():
    """A title in Arabic begins at the right, and that of an English call at the left."""
    assert "auto" == read_call(CALL).named("h1")[0].attributes["dir"]


@pytest.mark.parametrize(
    ("language", "direction"),
    [("", "auto"), ("es", "ltr"), ("ar", "rtl"), ("fa-IR", "rtl"), ("ks-Arab", "rtl")],
)
def test_notes_run_in_the_direction_of_their_language(language, direction):
    """Where no language is told the browser goes by the first letter."""
    call = call_with(notes_state=NotesState.MINUTES, notes=(notes_with(language=language),))
    assert direction == read_call(call).of_class("ia-notes")[0].attributes["dir"]
