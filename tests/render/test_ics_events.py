"""Events are read back by icalendar and say what the records say."""

import datetime
from dataclasses import replace

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from generator.privacy.public import LooseDate, Mode, Status
from generator.render import ics_feed
from generator.render.ics_events import folded
from tests.render.few_calls import (
    ANNOUNCED,
    ARCHIVE,
    EMPTY,
    GROUP,
    HELD,
    SETTINGS,
    VAGUE,
    WITHHELD,
    made,
)

FEED = "calendar/all.ics"


def calendar_of(archive, path=FEED, settings=SETTINGS):
    """Give a calendar as icalendar reads it."""
    return icalendar.Calendar.from_ical(made(ics_feed, archive, settings)[path].data)


def event_of(call):
    """Give the one event of an archive with one call."""
    (event,) = calendar_of(replace(EMPTY, calls=(call,), groups=(GROUP,))).walk("VEVENT")
    return event


def test_every_exactly_dated_call_is_in_the_feed():
    """A call whose day is known is there once, one that is only about is not."""
    uids = [str(event["UID"]) for event in calendar_of(ARCHIVE).walk("VEVENT")]
    assert [
        "river-open-call-2031-03-05@calls.example",
        "2031-03-12-river@calls.example",
        "2031-04-01-withheld-1@calls.example",
    ] == uids


def test_archive_without_calls_has_a_valid_feed():
    """The feed of an empty archive has a name and no event."""
    calendar = calendar_of(EMPTY)
    assert ("River calls archive", []) == (str(calendar["NAME"]), calendar.walk("VEVENT"))


def test_times_are_read_back():
    """Start and end are the call's instants in UTC."""
    event = event_of(HELD)
    assert HELD.starts_at == event["DTSTART"].dt
    assert HELD.starts_at + datetime.timedelta(hours=2) == event["DTEND"].dt


def test_unknown_length_is_the_usual_one_and_says_so():
    """A call of unknown length ends after the archive's usual length and says that it is not known."""
    event = event_of(replace(HELD, length=0))
    assert datetime.timedelta(minutes=90) == event["DTEND"].dt - event["DTSTART"].dt
    assert "the event shows 1 hour 30 minutes, the usual length." in event["DESCRIPTION"]


def test_unknown_hour_is_a_whole_day_and_says_so():
    """A call of unknown hour is a free whole day."""
    event = event_of(replace(HELD, start=None, starts_at=None))
    assert datetime.date(2031, 3, 5) == event["DTSTART"].dt
    assert datetime.date(2031, 3, 6) == event["DTEND"].dt
    assert "TRANSPARENT" == event["TRANSP"]
    assert "The hour is not known" in event["DESCRIPTION"]


def test_title_survives_escaping():
    """Commas, semicolons, backslashes and signs of HTML come back as they were."""
    assert HELD.title == str(event_of(HELD)["SUMMARY"])


@given(st.text(alphabet='ab\\^é;,日"', min_size=60, max_size=300))
def test_folding_is_that_of_icalendar(words):
    """Our quick way of folding gives what icalendar gives."""
    line = f"SUMMARY:{words}"
    assert Contentline(line).to_ical() + b"\r\n" == folded([line])


def test_moved_call_keeps_its_identity():
    """A moved occurrence keeps the day it was first announced for, and counts its moves."""
    moved = replace(
        HELD,
        moved_from=(datetime.datetime(2031, 3, 4, 21), datetime.datetime(2031, 3, 4, 22)),
    )
    event = event_of(moved)
    assert "river-open-call-2031-03-04@calls.example" == event["UID"]
    assert 2 == event["SEQUENCE"]
    assert "It was first announced for Tuesday 4 March 2031, 21:00" in event["DESCRIPTION"]


def test_own_date_of_the_series_decides_the_identity():
    """Where the series' own date differs, it names the event."""
    event = event_of(replace(HELD, occurrence=datetime.date(2031, 3, 3)))
    assert "river-open-call-2031-03-03@calls.example" == event["UID"]


def test_cancelled_call_is_marked_and_free():
    """A cancelled call says so in its title and status, takes no time and counts as a change."""
    event = event_of(replace(HELD, status=Status.CANCELLED, reason="storm"))
    assert ("CANCELLED", "TRANSPARENT", 1) == (event["STATUS"], event["TRANSP"], event["SEQUENCE"])
    assert event["SUMMARY"].startswith("Cancelled: River Assembly")
    assert "storm" in event["DESCRIPTION"]


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.HELD, "CONFIRMED"),
        (Status.SCHEDULED, "CONFIRMED"),
        (Status.ANNOUNCED, "TENTATIVE"),
        (Status.CANCELLED, "CANCELLED"),
    ],
)
def test_status_in_calendars(status, word):
    """A call that nobody confirmed is tentative."""
    assert word == event_of(replace(ANNOUNCED, status=status))["STATUS"]


def test_stamp_is_the_last_change():
    """DTSTAMP and LAST-MODIFIED are the record's last change."""
    event = event_of(HELD)
    expected = datetime.datetime.fromtimestamp(1_930_000_000, datetime.UTC)
    assert [expected, expected] == [event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt]


def test_stamp_without_history_is_the_day_of_the_call():
    """Where history is silent the call's own day stands in, never the clock."""
    event = event_of(replace(HELD, changed_at=None, recorded_at=None))
    assert datetime.datetime(2031, 3, 5, tzinfo=datetime.UTC) == event["DTSTAMP"].dt


def test_page_of_the_call_stands_in_address_and_text():
    """The address of the page is the event's URL and the end of its text."""
    event = event_of(HELD)
    page = "https://archive.example/calls/2031-03-05-river.html"
    assert page == event["URL"]
    assert event["DESCRIPTION"].endswith(page)


def test_groups_are_categories():
    """A comma in a group's name does not make two categories."""
    assert ["River planning, group"] == event_of(HELD)["CATEGORIES"].cats


def test_meeting_in_a_room_says_so():
    """A call that was a meeting in a room is not taken for a telephone call."""
    assert "meeting in a room" in event_of(replace(HELD, mode=Mode.IN_PERSON))["DESCRIPTION"]


def test_withheld_call_is_its_public_part():
    """A withheld call is a free whole day without title, dated by the decision."""
    event = event_of(WITHHELD)
    assert "Withheld call" == event["SUMMARY"]
    assert datetime.date(2031, 4, 1) == event["DTSTART"].dt
    assert datetime.datetime(2031, 4, 1, tzinfo=datetime.UTC) == event["DTSTAMP"].dt


def test_feed_says_what_the_archive_is():
    """The feed carries name, notice and how often to look again."""
    calendar = calendar_of(ARCHIVE)
    assert "A reconstruction & not affiliated." in calendar["DESCRIPTION"]
    assert calendar["X-WR-CALNAME"] == "River calls archive"
    assert datetime.timedelta(hours=12) == calendar["REFRESH-INTERVAL"].dt
    assert "DURATION" == calendar["REFRESH-INTERVAL"].params["VALUE"]


def test_file_of_one_call_has_no_name():
    """The file of a single call names no calendar."""
    calendar = calendar_of(ARCHIVE, f"calls/{HELD.id}.ics")
    assert not {"NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "METHOD"} & set(calendar)


def test_call_of_unknown_day_has_no_file():
    """An approximate date is in no calendar at all."""
    assert f"calls/{VAGUE.id}.ics" not in made(ics_feed, ARCHIVE)


def test_feed_does_not_depend_on_the_day_of_the_build():
    """The same calls give the same bytes on another day."""
    later = replace(SETTINGS, today=datetime.date(2040, 1, 1))
    assert made(ics_feed, ARCHIVE)[FEED] == made(ics_feed, ARCHIVE, later)[FEED]


def test_file_of_a_withheld_call_is_not_remembered():
    """What is of one call that is not fully shared is made anew each time; lists hold only what may be seen."""
    kept = {draft.path: draft.remember for draft in ics_feed.render(ARCHIVE, SETTINGS)}
    assert [True, True, False] == [
        kept[FEED],
        kept[f"calls/{HELD.id}.ics"],
        kept[f"calls/{WITHHELD.id}.ics"],
    ]


def test_date_is_only_the_day_as_known():
    """A leap day is a whole day until the first of March."""
    event = event_of(replace(ANNOUNCED, date=LooseDate(2032, 2, 29)))
    assert datetime.date(2032, 3, 1) == event["DTEND"].dt
