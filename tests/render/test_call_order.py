"""What stands first on a call's page depends on what there can be of it yet, and is said as what it is."""

import datetime
import itertools

import pytest

from generator.privacy.public import (
    Confidence,
    Evidence,
    LooseDate,
    NotesState,
    RecordingState,
    Status,
)
from tests.render.every_page import call_page, pages, read_call
from tests.render.made_archive import CALL, SETTINGS, archive_with, call_with, notes_with
from tests.render.page_reading import Reading

TO_COME = call_with(
    status=Status.SCHEDULED,
    date=LooseDate(SETTINGS.today.year + 1, 3, 5),
    starts_at=datetime.datetime(SETTINGS.today.year + 1, 3, 6, 2, tzinfo=datetime.UTC),
    notes_state=NotesState.NOT_YET,
    recording_state=RecordingState.NOT_YET,
)
CANCELLED = call_with(
    status=Status.CANCELLED,
    notes_state=NotesState.NOT_EXPECTED,
    recording_state=RecordingState.NOT_EXPECTED,
)


def headings(call) -> list[str]:
    return [each.text for each in read_call(call).named("h2")]


def test_the_agenda_of_a_call_to_come_stands_first():
    """Before a call the plan is what there is to read, and the outline follows."""
    assert ["Agenda", "Outcomes", "Recording", "Minutes"] == headings(TO_COME)[:4]
    assert "Agenda" == call_page(TO_COME).outline[0].text


def test_the_agenda_of_a_call_that_was_held_stands_behind_its_minutes():
    """What came out of it is read first."""
    assert ["Outcomes", "Recording", "Minutes", "Agenda", "Sources"] == headings(CALL)[:5]


def test_nothing_has_come_out_of_a_call_to_come():
    """It is not doubted whether it was held: its day is still ahead."""
    said = read_call(TO_COME).text
    assert "The call is still to come, so nothing has come out of it yet." in said
    assert "not known to have been held" not in said


def test_of_a_cancelled_call_nothing_is_asked_for_because_it_was_cancelled():
    """That is known, and more than that it is not known to have been held."""
    said = read_call(CANCELLED).text
    assert "No minutes are asked for, because the call was cancelled." in said
    assert "No recording is asked for, because the call was cancelled." in said
    assert "not known to have been held" not in said


def test_what_is_not_stated_leads_nowhere():
    """A list of calls of which nothing is stated helps nobody to judge this one."""
    plain = call_with(confidence=Confidence.UNSTATED, evidence=Evidence.UNSTATED)
    ways = read_call(plain).links()
    assert not [words for words in ways if words.startswith("How sure")]


def test_a_record_that_rests_on_its_notes_is_not_said_to_name_no_source():
    """The notes are what it rests on; without notes and sources that is said."""
    said = "The record names no source."
    assert said in read_call(call_with(sources=())).text
    noted = call_with(sources=(), notes_state=NotesState.MINUTES, notes=(notes_with(),))
    assert said not in read_call(noted).text


def test_a_call_alone_in_its_archive_has_no_neighbours():
    """Ways that lead nowhere are not drawn."""
    assert [] == read_call(CALL).of_class("ia-pager")


@pytest.mark.parametrize("body", ["# A\n\n### B", "#### A\n\n## B\n\n###### C", "A\n=\n\nB\n-"])
def test_headings_of_notes_stand_under_that_of_the_page(body):
    """None is as high as the page's own, and none skips a level going down, however they were written."""
    call = call_with(notes_state=NotesState.MINUTES, notes=(notes_with(body=body),))
    page = Reading(pages(archive_with(call))[f"calls/{call.id}.html"].body)
    levels = [int(each.name[1]) for each in page.elements if each.name in ("h2", "h3", "h4", "h5")]
    names = [each.text for each in page.elements if each.name in ("h2", "h3", "h4", "h5")]
    begin = names.index("Minutes")
    inside = levels[begin : names.index("Agenda")]
    assert 2 == inside[0]
    assert min(inside[1:]) == 3
    assert all(below <= above + 1 for above, below in itertools.pairwise(inside))
