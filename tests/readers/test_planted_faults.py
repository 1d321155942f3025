"""Faults that are planted into a right feed are found, each by the programs that can know it."""

import pytest

from tests.readers.feed_faults import feed_faults
from tests.readers.feeds import calendars, examined, shown, write
from tests.readers.figures import line
from tests.readers.planted import EVERYBODY, FAULTS, FEED, FILES, TODAY, planted
from tests.readers.programs import EACH, PROGRAMS, ask


@pytest.mark.parametrize("program", EACH)
def test_figures_count_what_agrees(program, feed, tmp_path):
    """Of a right feed and one with an hour too late, one file agrees and all events but one."""
    (late,) = (fault for fault in FAULTS if fault.name == "an hour later")
    places = write(tmp_path, {"right.ics": feed, "late.ics": planted(feed, late)})
    events = shown(FILES, TODAY)[FEED]
    said = line("two", program, [dict.fromkeys(places.values(), events)])
    assert said.endswith("1 of 2 files, 7 of 8 events")


@pytest.fixture(scope="module")
def feed():
    """Give the right feed."""
    return calendars(examined(FILES, TODAY))[FEED]


def names(faults):
    """Give the names of faults in order."""
    return sorted(fault.name for fault in faults)


@pytest.mark.parametrize("program", EACH)
def test_a_program_finds_what_it_can_know(program, feed, tmp_path):
    """It reads other events than the records give wherever that shows in what it believes, and nowhere else."""
    places = write(tmp_path, {fault.name: planted(feed, fault) for fault in FAULTS})
    told = ask(program, places.values())
    right = shown(FILES, TODAY)[FEED]
    found = [
        f for f in FAULTS if told[places[f.name]].events != right or told[places[f.name]].fault
    ]
    assert names(f for f in FAULTS if program.name in f.programs) == names(found)


def test_the_strict_look_finds_every_fault_of_form(feed):
    """It finds what no right file of ours can hold, and leaves to the readers which events there are."""
    assert [] == feed_faults(FEED, feed)
    found = [fault for fault in FAULTS if feed_faults(FEED, planted(feed, fault))]
    assert names(fault for fault in FAULTS if fault.is_of_form) == names(found)


def test_every_fault_is_found_by_somebody():
    """No fault is only listed, and every program has something to find."""
    assert [] == [fault.name for fault in FAULTS if not fault.programs]
    assert EVERYBODY == frozenset(program.name for program in PROGRAMS)


BROKEN_LINES = (
    ("a bare line end", b"\r\nSTATUS", b"\nSTATUS"),
    ("a carriage return", b"A past call", b"A past\rcall"),
    ("a control character", b"A past call", b"A past\x07call"),
    ("a long line", b"A past call", b"A past call" * 9),
    ("a torn character", b"A past call", b"A past \xc3\r\n \xa9call"),
    ("a byte order mark", b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR"),
    ("words that are not composed", b"A past call", "A past cafe\u0301".encode()),
    ("a semicolon as it is", b"A past call", b"A past; call"),
    ("a stamp by a clock", b"DTSTAMP:20310205T000000Z", b"DTSTAMP:20310205T000000"),
    ("an end before its start", b"DTEND:20310206T033000Z", b"DTEND:20310206T013000Z"),
    ("one identity twice", b"UID:2031-02-05-past@", b"UID:2031-06-04-to-come@"),
    ("a method", b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n"),
    ("a zone of its own", b"NAME:River\r\nX", b"NAME:River\r\nX-WR-TIMEZONE:Etc/UTC\r\nX"),
    ("somebody invited", b"STATUS:CONF", b"ATTENDEE:mailto:a@calls.example\r\nSTATUS:CONF"),
    ("an alarm", b"END:VEVENT", b"BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:PT0S\r\nEND:VALARM\r\nEND:VEVENT"),
    ("two winters", b"BEGIN:DAYLIGHT", b"BEGIN:STANDARD\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT"),
    ("an end without a beginning", b"END:VCALENDAR\r\n", b"END:VEVENT\r\nEND:VCALENDAR\r\n"),
    ("no name", b"NAME:River\r\nX", b"X"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong"), [pytest.param(*rest, id=name) for name, *rest in BROKEN_LINES]
)
def test_the_strict_look_finds_a_broken_line(right, wrong, feed):
    """Whatever a client could stumble over is a fault."""
    assert right in feed
    assert feed_faults(FEED, feed.replace(right, wrong, 1))


def test_the_file_of_a_call_has_no_name_and_a_feed_has_one(feed):
    """What is right for a feed is wrong for the file of one call, and the other way round."""
    one = "calls/2031-02-05-past.ics"
    data = calendars(examined(FILES, TODAY))[one]
    assert [] == feed_faults(one, data)
    assert feed_faults(FEED, data)
    assert feed_faults(one, feed)
