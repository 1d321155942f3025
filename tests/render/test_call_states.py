"""Every state of notes, recordings and calls has words of its own, on the call's page and in lists."""

import re
from itertools import combinations

import pytest

from generator.privacy.public import (
    Confidence,
    Evidence,
    GroupKind,
    HubKind,
    LooseDate,
    Mode,
    NotesState,
    Origin,
    Reason,
    RecordingState,
    Status,
    Withholding,
)
from generator.render import states, words
from tests.render.every_page import call_page, pages, read_call
from tests.render.made_archive import SETTINGS, archive_with, call_with, notes_with
from tests.render.page_reading import Reading

ALL = (
    *states.NOTES.values(),
    *states.RECORDINGS.values(),
    states.ANNOUNCED,
    states.CANCELLED,
    states.MOVED,
    states.UPCOMING,
    states.PLANNED,
    states.WITHHELD,
)
WITHHELD_NOTES = Withholding(
    minutes=True, recording=False, details=False, reason=Reason.CONSENT, decided_by="river-planning"
)


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        (states.NOTES, NotesState),
        (states.RECORDINGS, RecordingState),
        (words.HOW_MET, Mode),
        (words.SEEN, Evidence),
        (words.SURENESS, Confidence),
        (words.REASONS, Reason),
        (words.GROUP_KINDS, GroupKind),
        (words.HUB_KINDS, HubKind),
    ],
)
def test_every_kind_has_words(table, kinds):
    """No kind is forgotten: a page about it would fail."""
    assert set(kinds) == set(table)


def test_no_two_states_share_a_sentence():
    """Kinds of absence are never confused, so each is explained in its own sentence."""
    same = [(a.word, b.word) for a, b in combinations(ALL, 2) if a.sentence == b.sentence]
    assert [] == same


def test_no_two_states_share_a_word():
    """In a list only the chip's word is seen, so that it tells states apart."""
    assert len(ALL) == len({state.word for state in ALL})


@pytest.mark.parametrize("state", NotesState)
def test_the_state_of_notes_is_explained_on_the_page(state):
    """Where there are no notes to read, their place holds the sentence of their state."""
    call = call_with(notes_state=state, absence=NotesState.UNKNOWN)
    assert states.notes_sentence(call, False) in read_call(call).text


@pytest.mark.parametrize("state", RecordingState)
def test_the_state_of_the_recording_is_explained_on_the_page(state):
    """Each kind of absence of a recording looks different and is explained."""
    call = call_with(recording_state=state)
    assert states.recording_sentence(call, False) in read_call(call).text


@pytest.mark.parametrize(
    ("status", "date", "why"),
    [
        (Status.SCHEDULED, LooseDate(2031, 6, 2), "the call is still to come"),
        (Status.SCHEDULED, LooseDate(2031, 5, 31), "nobody has confirmed that the call was held"),
        (Status.HELD, LooseDate(2031, 5, 31), "the call was held not long ago"),
    ],
)
def test_what_is_not_due_yet_says_why(status, date, why):
    """On 1 June 2031 a call to come, one that nobody confirmed and one just held are three different things."""
    call = call_with(
        status=status,
        date=date,
        notes_state=NotesState.NOT_YET,
        recording_state=RecordingState.NOT_YET,
    )
    text = read_call(call).text
    assert f"The minutes are not due yet: {why}." in text
    assert f"A recording is not due yet: {why}." in text


def test_pages_of_all_states_differ():
    """Two calls that differ only in a state never have the same text."""
    notes = [read_call(call_with(notes_state=state)).text for state in NotesState]
    recordings = [read_call(call_with(recording_state=state)).text for state in RecordingState]
    assert len(NotesState) == len(set(notes))
    assert len(RecordingState) == len(set(recordings))


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"status": Status.ANNOUNCED}, "Announced, not confirmed"),
        ({"status": Status.CANCELLED, "reason": "flood"}, "Cancelled"),
        ({"status": Status.SCHEDULED}, "Planned, not confirmed"),
        ({"status": Status.SCHEDULED, "date": LooseDate(2031, 6, 1)}, "Upcoming"),
        ({"status": Status.SCHEDULED, "date": LooseDate(2031, 6)}, "Upcoming"),
    ],
)
def test_a_call_that_was_not_held_says_so(fields, word):
    """What is known of a call itself is a chip, before those of its notes and recording."""
    chips = read_call(call_with(**fields)).of_class("ia-chip")
    assert word == chips[0].text


def test_a_held_call_has_chips_for_notes_and_recording_alone():
    """A call held as planned is ordinary and needs no chip of its own."""
    chips = read_call(call_with()).of_class("ia-chip")
    assert ["Minutes missing, can you help?", "Recording not known"] == [c.text for c in chips]


def test_every_chip_points_at_a_drawing_in_the_page():
    """A state is a word, an icon and a colour, always all three."""
    every = tuple(
        call_with(
            id=f"2031-03-05-{state.value}",
            notes_state=state,
            recording_state=RecordingState.EXPIRED,
            status=status,
        )
        for state, status in zip(
            NotesState, [*Status, *Status, Status.HELD, Status.HELD], strict=True
        )
    )
    for page in pages(archive_with(*every)).values():
        reading = Reading(page.body)
        drawn = {f"#{name}" for name in reading.ids() if name.startswith("ia-icon-")}
        assert {use.attributes["href"] for use in reading.named("use")} == drawn
        assert all(
            any(piece.strip() for piece in chip.pieces) for chip in reading.of_class("ia-chip")
        )


def test_a_summary_beside_missing_minutes_still_asks_for_them():
    """A summary never wears the word minutes, and does not fill the gap."""
    call = call_with(
        notes_state=NotesState.SUMMARY,
        absence=NotesState.MISSING,
        notes=(notes_with(origin=Origin.SUMMARY),),
    )
    reading = read_call(call)
    assert "Summary, not the minutes" == reading.with_id("record-minutes").text
    assert "The minutes themselves are still missing" in reading.text
    assert "Minutes missing, can you help?" in [c.text for c in reading.of_class("ia-chip")]


def test_a_summary_beside_minutes_elsewhere_asks_for_nothing():
    """Minutes that others published are not missing."""
    call = call_with(
        notes_state=NotesState.SUMMARY,
        absence=NotesState.ELSEWHERE,
        notes=(notes_with(origin=Origin.SUMMARY),),
    )
    text = read_call(call).text
    assert "were published elsewhere" in text
    assert "missing" not in text


def test_a_call_with_withheld_minutes_has_the_calm_paragraph():
    """What is withheld, who decided, why by class, and whether it will be looked at again."""
    call = call_with(notes_state=NotesState.WITHHELD, withholding=WITHHELD_NOTES)
    paragraph = read_call(call).of_class("ia-withheld")[0].text
    assert paragraph.startswith(
        "The minutes of this call are withheld. River planning group decided so. "
        "The class of the reason: missing consent. "
        "No day is set for looking at the decision again."
    )


def test_no_line_of_the_calm_paragraph_begins_with_a_dot():
    """What parts two links stays with the first of them."""
    call = call_with(notes_state=NotesState.WITHHELD, withholding=WITHHELD_NOTES)
    page = call_page(call, SETTINGS).body
    paragraph = page[page.index('<p class="ia-withheld">') :].partition("</p>")[0]
    assert ["</a>&nbsp;· <a"] == re.findall(r"</a>[^<]*<a", paragraph)


def test_a_call_with_withheld_minutes_does_not_ask_for_notes():
    """Nobody is asked to send what a group withholds."""
    call = call_with(notes_state=NotesState.WITHHELD, withholding=WITHHELD_NOTES)
    assert "How to send the notes" not in read_call(call).text
