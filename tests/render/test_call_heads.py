"""What machines read of a call is true: as much as is known, and nothing that nobody has confirmed."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from generator.privacy.public import (
    Adoption,
    LooseDate,
    Mode,
    NotesState,
    Origin,
    PublicCall,
    PublicRecording,
    RecordingState,
    Status,
)
from generator.render.call_heads import call_description, call_head, call_page_title
from generator.render.call_views import CallView, call_views
from generator.render.output import Head
from generator.settings import Settings
from tests.render.made_archive import SETTINGS, WITHHOLDING, archive_with, call_with, notes_with
from tests.schema_faults import schema_faults

SITE = "https://calls.example/archive/"
LONG = "The river and all who live beside it " * 8


def view_of(call: PublicCall, settings: Settings = SETTINGS) -> CallView:
    """Give the view of a call that is alone in its archive."""
    (view,) = call_views(archive_with(call), settings)
    assert isinstance(view, CallView)
    return view


def head_of(call: PublicCall, settings: Settings = SETTINGS) -> Head:
    """Give the head of a call's page, of which Schema.org knows every term."""
    head = call_head(view_of(call, settings), settings)
    context = {"@context": "https://schema.org", "@type": head.kind}
    assert [] == schema_faults({**context, **head.facts})
    return head


def event_of(call: PublicCall) -> dict[str, Any]:
    """Give the event that a call is."""
    event = head_of(call).facts["mainEntity"]
    assert isinstance(event, dict)
    return event


def test_call_with_hour_and_length_has_both_with_their_distance_from_utc():
    """Start and end stand by the clock of the call, with the offset of its day."""
    event = event_of(call_with())
    assert ("2031-03-05T21:00-05:00", "2031-03-05T23:00-05:00") == (
        event["startDate"],
        event["endDate"],
    )


@pytest.mark.parametrize(
    ("fields", "start"),
    [
        ({"length": 0}, "2031-03-05T21:00-05:00"),
        ({"start": None, "starts_at": None}, "2031-03-05"),
        ({"date": LooseDate(2031, 3), "start": None, "starts_at": None}, "2031-03"),
    ],
)
def test_what_of_the_time_is_not_known_is_not_told(fields, start):
    """Without a length there is no end, without an hour a day alone, without a day the month."""
    event = event_of(call_with(**fields))
    assert (start, None) == (event["startDate"], event.get("endDate"))


def test_moved_call_tells_its_earlier_time():
    """A call that was moved is rescheduled, from the time it was first announced for."""
    event = event_of(call_with(moved_from=(datetime.datetime(2031, 3, 4, 20),)))
    assert ("https://schema.org/EventRescheduled", ["2031-03-04T20:00-05:00"]) == (
        event["eventStatus"],
        event["previousStartDate"],
    )


def test_cancelled_call_is_cancelled():
    """A cancelled call is an event that was cancelled, also if it had been moved before."""
    event = event_of(
        call_with(status=Status.CANCELLED, moved_from=(datetime.datetime(2031, 3, 4, 20),))
    )
    assert "https://schema.org/EventCancelled" == event["eventStatus"]


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.ANNOUNCED, "not confirmed"), (Status.SCHEDULED, "Nobody has confirmed")],
)
def test_call_that_nobody_confirmed_is_no_event(status, words):
    """Machines take an event to have taken place, so a call of which that is not known is none."""
    facts = head_of(call_with(status=status)).facts
    about = facts["about"]
    assert "mainEntity" not in facts
    assert isinstance(about, dict)
    assert words in about["description"]
    assert "2031-03-05" == facts["temporalCoverage"]


def test_call_still_to_come_is_scheduled():
    """A planned call whose day has not passed is an event that is scheduled."""
    settings = replace(SETTINGS, today=datetime.date(2031, 3, 1))
    event = head_of(call_with(status=Status.SCHEDULED), settings).facts["mainEntity"]
    assert isinstance(event, dict)
    assert "https://schema.org/EventScheduled" == event["eventStatus"]


@pytest.mark.parametrize(
    ("mode", "how", "where"),
    [
        (Mode.PHONE, "OnlineEventAttendanceMode", "VirtualLocation"),
        (Mode.MIXED, "MixedEventAttendanceMode", "VirtualLocation"),
        (Mode.IN_PERSON, "OfflineEventAttendanceMode", "Place"),
    ],
)
def test_how_people_met_is_told(mode, how, where):
    """A telephone call has a virtual place, a meeting in a room the one place where all came from."""
    event = event_of(call_with(mode=mode, places=("Mill Town, PA",)))
    assert f"https://schema.org/{how}" == event["eventAttendanceMode"]
    assert where == event["location"]["@type"]


@pytest.mark.parametrize("places", [(), ("Mill Town, PA", "Weir End, PA")])
def test_room_that_is_not_known_is_nowhere(places):
    """Where a meeting in a room had people from several places, none of them is said to be the room's."""
    assert "location" not in event_of(call_with(mode=Mode.IN_PERSON, places=places))


def test_mode_that_is_not_known_is_not_told():
    """Nothing is said of how people met where that is not known."""
    event = event_of(call_with(mode=Mode.UNKNOWN))
    assert not {"eventAttendanceMode", "location"} & set(event)


def test_only_groups_with_a_page_are_hosts():
    """A host that is only a name could be a person, so machines are not told of it."""
    (host,) = event_of(call_with())["organizer"]
    assert (f"{SITE}groups/river-planning.html", "Organization") == (host["url"], host["@type"])


def test_series_is_what_a_call_belongs_to():
    """A call of a series says which."""
    series = event_of(call_with())["superEvent"]
    assert ("EventSeries", f"{SITE}series/river-open-call.html") == (series["@type"], series["url"])


def test_minutes_are_a_document_and_tell_whether_they_are_adopted():
    """Adopted minutes say so."""
    notes = notes_with(adoption=Adoption.ADOPTED)
    (document,) = event_of(call_with(notes_state=NotesState.MINUTES, notes=(notes,)))["subjectOf"]
    assert ("DigitalDocument", "Adopted") == (document["@type"], document["creativeWorkStatus"])
    assert "Minutes: River Assembly open call" == document["name"]
    assert document["url"].endswith("2031-03-05-river-open-call.html#record-minutes")


def test_draft_is_a_draft():
    """Draft minutes are never told as adopted, whatever their file says."""
    notes = notes_with(is_draft=True, adoption=Adoption.ADOPTED)
    (document,) = event_of(call_with(notes_state=NotesState.DRAFT, notes=(notes,)))["subjectOf"]
    assert "Draft" == document["creativeWorkStatus"]
    assert document["name"].startswith("Draft minutes")


def test_summary_is_never_minutes():
    """A summary is a work of its own, whose name and abstract say that it is not the minutes."""
    notes = notes_with(origin=Origin.SUMMARY)
    (work,) = event_of(call_with(notes_state=NotesState.SUMMARY, notes=(notes,)))["subjectOf"]
    assert "CreativeWork" == work["@type"]
    assert "Summary, not the minutes: River Assembly open call" == work["name"]
    assert "not the minutes" in work["abstract"]


def test_call_without_notes_has_no_document():
    """Nothing is said to be about a call of which nothing can be read."""
    assert "subjectOf" not in event_of(call_with(notes_state=NotesState.MISSING))


@pytest.mark.parametrize(
    ("type_", "expected"),
    [("audio/mpeg", "AudioObject"), ("video/mp4", "VideoObject"), ("", "MediaObject")],
)
def test_recording_is_what_its_type_says(type_, expected):
    """A copy that can be heard is told with its address, kind and size; when it was put there is not known."""
    copy = PublicRecording("https://tapes.example/5", type_, 18_200_000 if type_ else 0, "", "")
    call = call_with(recording_state=RecordingState.RECORDING, recordings=(copy,))
    (told,) = event_of(call)["recordedIn"]
    assert (expected, copy.url) == (told["@type"], told["contentUrl"])
    assert ("18200000 B" if type_ else None) == told.get("contentSize")
    assert "uploadDate" not in told


@pytest.mark.parametrize(
    ("seconds", "told"), [(6130, "PT1H42M10S"), (3600, "PT1H"), (45, "PT45S"), (0, None)]
)
def test_length_of_a_recording_is_told_as_machines_read_it(seconds, told):
    """By ISO 8601, and not at all where it is not known."""
    copy = PublicRecording("https://tapes.example/5", "audio/mpeg", 0, "", "", duration=seconds)
    call = call_with(recording_state=RecordingState.RECORDING, recordings=(copy,))
    (thing,) = event_of(call)["recordedIn"]
    assert told == thing.get("duration")


@pytest.mark.parametrize(
    ("state", "url"),
    [
        (RecordingState.EXPIRED, "https://tapes.example/5"),
        (RecordingState.GONE, "https://tapes.example/5"),
        (RecordingState.RECORDING, "javascript:alert(1)"),
    ],
)
def test_recording_that_cannot_be_heard_is_not_told(state, url):
    """Of what is gone, or has an odd address, machines are told nothing."""
    copy = PublicRecording(url, "audio/mpeg", 0, "", "")
    assert "recordedIn" not in event_of(call_with(recording_state=state, recordings=(copy,)))


def test_call_with_a_day_leads_to_its_calendar_file():
    """The calendar file of a call is another form of its page; a call without a day has none."""
    (file,) = head_of(call_with()).alternates
    assert ("text/calendar", "calls/2031-03-05-river-open-call.ics") == (file.type, file.path)
    undated = call_with(date=LooseDate(2031, 3), start=None, starts_at=None)
    assert () == head_of(undated).alternates


def test_change_is_that_of_the_history():
    """When a page was changed is told from history alone."""
    assert (None, 1_930_000_000) == (
        head_of(call_with(changed_at=None)).changed_at,
        head_of(call_with(changed_at=1_930_000_000)).changed_at,
    )


def test_change_of_a_call_with_anything_withheld_is_not_told():
    """Its page was changed by a decision to withhold, which the history is not asked about."""
    assert head_of(call_with(changed_at=1_930_000_000, withholding=WITHHOLDING)).changed_at is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": Status.ANNOUNCED}, "Announced, not confirmed."),
        ({"status": Status.CANCELLED}, "Cancelled."),
        ({"status": Status.SCHEDULED}, "Planned, not confirmed."),
        ({"notes_state": NotesState.SUMMARY}, "Summary, not the minutes."),
        ({"notes_state": NotesState.DRAFT}, "Draft minutes."),
        ({"notes_state": NotesState.WITHHELD}, "Minutes withheld."),
    ],
)
@pytest.mark.parametrize("title", ["River Assembly open call", LONG])
def test_description_says_what_is_not_ordinary_however_long_the_title(fields, words, title):
    """A long title is cut, and never the words that say what a reader will and will not find."""
    said = call_description(view_of(call_with(title=title, **fields)))
    assert words in said
    assert "5 March 2031" in said
    assert 160 > len(said)


def test_long_title_is_cut_and_its_day_is_not():
    """The title of a page stays short enough for a tab and a list of results, and keeps the day."""
    title = call_page_title(call_with(title=LONG))
    assert 140 > len(title)
    assert title.endswith("…, 5 March 2031")
