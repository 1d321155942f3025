"""Breakouts and agenda on the page of a call, and the words for how many people took part."""

import pytest

from generator.privacy.public import Breakout, Count, Evidence, NotesState, Origin
from generator.render.call_agenda import drawn_agenda
from generator.render.call_breakouts import breakout_rows
from generator.render.words import attendance
from tests.render.every_page import read_call
from tests.render.made_archive import call_with, notes_with

BODY = """\
## [00:12:30] Breakout: media (about 20 people)

**Report-back:** a list of papers.

## Breakouts

- Kitchens
"""
MEDIA = Breakout("media", "breakout-media", 4, Count(20, 20, True), 750, 6, "report-back-media")
KITCHENS = Breakout("Kitchens", "breakout-kitchens", 10)


def read(origin=Origin.NOTES, evidence=Evidence.UNSTATED):
    notes = notes_with(body=BODY, breakouts=(MEDIA, KITCHENS), origin=origin)
    return read_call(call_with(notes_state=NotesState.MINUTES, notes=(notes,), evidence=evidence))


def rows(reading):
    items = reading.named("li")
    return [
        each.text for each in items if each.text.startswith(("media,", "Kitchens,", "Kitchens;"))
    ]


def test_a_breakout_is_listed_with_what_is_known_of_it():
    """People, moment and report-back stand in one row, and what was not seen is not none."""
    assert [
        "media, about 20 people, at 00:12:30; reported back",
        "Kitchens; no report-back under this name in these notes",
    ] == rows(read())


def test_links_lead_to_places_of_the_page():
    """A breakout and its report-back lead to where they stand, in headings, lines and lists alike."""
    reading = read()
    expected = ["#breakout-media", "#report-back-media", "#breakout-kitchens"]
    words = ("media", "reported back", "Kitchens")
    found = [each for each in reading.named("a") if each.text in words][: len(words)]
    assert list(words) == [each.text for each in found]
    assert expected == [each.attributes["href"] for each in found]
    assert set() == {each[1:] for each in expected} - set(reading.ids())


def test_a_summary_is_called_one():
    """Of a summary it is said that the summary holds no report-back."""
    assert rows(read(Origin.SUMMARY))[1].endswith("in this summary")


def test_of_breakouts_that_all_left_none_it_is_said_once():
    """A long list does not say the same in every row."""
    other = Breakout("Press", "breakout-press", 4)
    call = call_with(notes=(notes_with(breakouts=(KITCHENS, other)),))
    text = read_call(call).text
    assert 1 == text.count("report-back")
    assert "Kitchens Press No report-back stands under these names in these notes." in text


def test_a_list_that_may_be_longer_says_so():
    """Where only the opening of a source was seen, there may have been more."""
    text = read(evidence=Evidence.OPENING_ONLY).text
    section = text.partition("in these notes")[2].partition("Recording")[0]
    assert "so this list may be longer" in section


def test_without_breakouts_there_is_no_section():
    """A call of which no breakout is known says nothing of breakouts."""
    call = call_with(notes_state=NotesState.MINUTES, notes=(notes_with(),))
    assert "record-breakouts" not in read_call(call).ids()


def test_translations_do_not_list_breakouts_again():
    """They stand in the list once, from the notes in the archive's own language."""
    spanish = notes_with(language="es", breakouts=(KITCHENS,))
    call = call_with(notes=(spanish, notes_with(breakouts=(MEDIA,))))
    assert ["media"] == [row[1] for row in breakout_rows(call)]


def test_minutes_of_an_agenda_stand_in_a_column_with_their_sum():
    """The words lose the time that stands beside them, and an item without one has none."""
    items = ("Reports (20 min), carried over from 8 January", "News, lead: Mill Town", "Next (5m)")
    agenda = drawn_agenda(call_with(agenda=items, agenda_minutes=(20, 0, 5)))
    assert (
        ("Reports, carried over from 8 January", 20),
        ("News, lead: Mill Town", 0),
        ("Next", 5),
    ) == agenda.items
    assert "Allotted: 25 minutes. 1 item has no time." == agenda.sum


def test_agenda_without_minutes_is_a_list():
    """Without any time there is neither a column nor a sum."""
    reading = read_call(call_with(agenda=("Reports", "News"), agenda_minutes=(0, 0)))
    assert [] == reading.of_class("ia-agenda")
    assert "Allotted" not in reading.text


def test_agenda_with_minutes_is_a_table():
    """Each item has a row, and the sum stands below."""
    reading = read_call(call_with(agenda=("Reports (1h)", "News"), agenda_minutes=(60, 0)))
    cells = [each.text for each in reading.named("td")]
    assert ["1. Reports", "60", "2. News", ""] == cells
    assert "Allotted: 60 minutes. 1 item has no time." in reading.text


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(150, 150), "150 people"),
        (Count(1, 1), "1 person"),
        (Count(150), "at least 150 people"),
        (Count(90, 200), "between 90 and 200 people"),
        (Count(20, 20, True), "about 20 people"),
        (Count(1200), "at least 1,200 people"),
    ],
)
def test_people_are_told_as_exactly_as_they_are_known(count, words):
    """Exact, at least, between and about are never confused."""
    assert words == attendance(count)


def test_participation_stands_among_the_facts_with_its_note():
    """What is not certain about a number stands beside it."""
    call = call_with(participants=Count(150), participants_note="a visitor says about 200")
    reading = read_call(call)
    (row,) = [each for each in reading.named("dd") if each.text.startswith("At least 150 people")]
    assert row.text.endswith("a visitor says about 200")
