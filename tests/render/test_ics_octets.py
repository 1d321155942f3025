"""Every calendar of the archives in this folder, octet by octet: how lines end, fold and what stands in them."""

import datetime
import functools
import re
import unicodedata
from pathlib import Path

import icalendar
import pytest

from generator.history import History
from generator.load.files import Disk
from generator.pipeline import judge, read_place
from generator.privacy import gate
from generator.render import ics_feed
from generator.render.output import File
from generator.wording import spoken

SITES = Path(__file__).parents[1] / "sites"
TODAY = datetime.date(2031, 6, 1)
ARCHIVES = ("river", "recurrence", "unicode", "withheld", "empty")
ALLOWED = frozenset(
    "BEGIN END VERSION PRODID NAME X-WR-CALNAME DESCRIPTION X-WR-CALDESC REFRESH-INTERVAL X-PUBLISHED-TTL"
    " TZID TZNAME DTSTART TZOFFSETFROM TZOFFSETTO RRULE UID DTSTAMP LAST-MODIFIED SEQUENCE DTEND SUMMARY URL"
    " CATEGORIES STATUS TRANSP ACTION TRIGGER".split()
)
"""Properties that a calendar of ours may have: nobody is named, nothing recurs, nothing is asked."""


@functools.cache
def calendars(name):
    """Give all calendars of an archive by path, as octets."""
    root = str(SITES / name / "archive")
    found = judge(read_place(Disk(root), History({})), TODAY, None, None)
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    with spoken(found.settings.language):
        drafts = list(ics_feed.render(public, found.settings))
        made = [draft.make(draft.view, found.settings) for draft in drafts]
    return {file.path: file.data for file in made if isinstance(file, File)}


def feeds(name):
    return {path: data for path, data in calendars(name).items() if path.startswith("calendar/")}


def lines(data):
    """Give the lines as they are before folding."""
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def events(data):
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_line_is_at_most_75_octets_and_ends_with_cr_lf(name):
    """No line is longer, and no CR or LF stands anywhere else."""
    for path, data in calendars(name).items():
        parts = data.split(b"\r\n")
        assert parts[-1] == b"", path
        assert all(0 < len(part) <= 75 for part in parts[:-1]), path
        assert not re.search(rb"[\r\n]", b"".join(parts)), path


@pytest.mark.parametrize("name", ARCHIVES)
def test_no_line_is_folded_inside_a_character(name):
    """Each line for itself is UTF-8."""
    for data in calendars(name).values():
        for part in data.split(b"\r\n"):
            part.decode("utf-8")


@pytest.mark.parametrize("name", ARCHIVES)
def test_no_control_character_and_no_mark_of_order(name):
    """Nothing but text in NFC, and no byte order mark before it."""
    for path, data in calendars(name).items():
        text = data.decode().replace("\r\n", "")
        assert not [sign for sign in text if unicodedata.category(sign) in ("Cc", "Zl", "Zp")], path
        assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"), path
        assert unicodedata.is_normalized("NFC", data.decode()), path


@pytest.mark.parametrize("name", ARCHIVES)
def test_only_these_properties_stand_in_calendars(name):
    """No attendee, organizer, recurrence, method or anything that nobody asked for."""
    for path, data in calendars(name).items():
        assert {re.split("[:;]", line)[0] for line in lines(data)} <= ALLOWED, path


@pytest.mark.parametrize("name", ARCHIVES)
def test_rules_stand_in_zones_alone(name):
    """A yearly rule tells the clock; no event has one."""
    for data in calendars(name).values():
        assert not [event for event in events(data) if "RRULE" in event]


@pytest.mark.parametrize("name", ARCHIVES)
def test_identities_are_unique_in_each_feed(name):
    """No feed holds an event twice."""
    for path, data in feeds(name).items():
        uids = [str(event["UID"]) for event in events(data)]
        assert len(uids) == len(set(uids)), path


@pytest.mark.parametrize("name", ARCHIVES)
def test_each_feed_has_its_head(name):
    """Name and description in both forms, 12 hours, and no METHOD."""
    for path, data in feeds(name).items():
        first = data.decode().replace("\r\n ", "").split("\r\nBEGIN:")[0].split("\r\n")
        head = dict(line.split(":", 1) for line in first)
        assert head["NAME"] == head["X-WR-CALNAME"], path
        assert head["DESCRIPTION"] == head["X-WR-CALDESC"], path
        hours = (head["REFRESH-INTERVAL;VALUE=DURATION"], head["X-PUBLISHED-TTL"])
        assert ("PT12H", "PT12H") == hours, path


@pytest.mark.parametrize("name", ARCHIVES)
def test_no_file_of_one_call_has_a_head(name):
    """Outlook opens a named event as a new calendar."""
    for path, data in calendars(name).items():
        if path.startswith("calls/"):
            assert ["VERSION", "PRODID"] == list(icalendar.Calendar.from_ical(data)), path


@pytest.mark.parametrize("name", ARCHIVES)
def test_each_event_ends_after_it_starts(name):
    """There is always an end, and it is later."""
    for path, data in feeds(name).items():
        assert all(event["DTSTART"].dt < event["DTEND"].dt for event in events(data)), path


@pytest.mark.parametrize("name", ARCHIVES)
def test_each_zone_that_is_named_is_there_and_no_other(name):
    """A calendar holds the zones of its own events; one without events holds one, for it must hold something."""
    for path, data in calendars(name).items():
        named = set(re.findall(r"^DTSTART;TZID=([^:]+):", "\n".join(lines(data)), re.MULTILINE))
        held = {str(zone["TZID"]) for zone in icalendar.Calendar.from_ical(data).walk("VTIMEZONE")}
        assert (named or set()) == (held if events(data) else set()), path
        assert events(data) or held == {"Etc/UTC"}, path


@pytest.mark.parametrize("name", ARCHIVES)
def test_quiet_feeds_are_the_others_without_cancelled_calls(name):
    """Nothing else is left out."""
    for path, data in feeds(name).items():
        quiet = feeds(name).get(path.replace(".ics", "-quiet.ics"))
        if quiet is not None:
            kept = [e.to_ical() for e in events(data) if e["STATUS"] != "CANCELLED"]
            assert kept == [event.to_ical() for event in events(quiet)], path


@pytest.mark.parametrize("name", ARCHIVES)
def test_reminding_feeds_are_the_others_with_one_alarm_each(name):
    """The same events, each with an alarm 8 hours before, but for cancelled ones; no other calendar has any."""
    for path, data in calendars(name).items():
        alarms = [len(event.walk("VALARM")) for event in events(data)]
        if path.endswith("-remind-8h.ics"):
            plain = calendars(name)[path.replace("-remind-8h", "")]
            assert [event["STATUS"] != "CANCELLED" for event in events(data)] == alarms, path
            without = re.sub(rb"BEGIN:VALARM.*?END:VALARM\r\n", b"", data, flags=re.DOTALL)
            assert plain[plain.find(b"BEGIN:VEVENT") :] == without[without.find(b"BEGIN:VEVENT") :]
            triggers = {
                event.decoded("TRIGGER")
                for event in icalendar.Calendar.from_ical(data).walk("VALARM")
            }
            assert triggers <= {datetime.timedelta(hours=-8)}
        else:
            assert not any(alarms), path


@pytest.mark.parametrize("name", ARCHIVES)
def test_calls_to_come_name_their_zone_and_past_ones_do_not(name):
    """The wall time of a call to come is kept, whatever becomes of the zone's rules."""
    for data in feeds(name).values():
        for event in events(data):
            if "TZID" in event["DTSTART"].params:
                assert event["DTSTART"].dt.date() >= TODAY


def test_some_call_to_come_names_its_zone():
    """The archives have such calls."""
    data = feeds("river")["calendar/all.ics"]
    assert b"DTSTART;TZID=America/New_York:2031" in data


@pytest.mark.parametrize("name", ARCHIVES)
def test_address_stands_in_url_and_text(name):
    """Many programs show only one of the two."""
    for data in feeds(name).values():
        for event in events(data):
            assert str(event["DESCRIPTION"]).endswith(str(event["URL"]))


@pytest.mark.parametrize("name", ARCHIVES)
def test_all_feeds_agree_on_an_event(name):
    """An event is the same octets in every feed that has no alarms."""
    found: dict[bytes, bytes] = {}
    for path, data in calendars(name).items():
        if not path.endswith("-remind-8h.ics"):
            for event in re.findall(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", data, re.DOTALL):
                (uid,) = re.findall(rb"\r\nUID:(.*?)\r\n(?! )", event, re.DOTALL)
                assert found.setdefault(uid, event) == event, path
    assert found or name == "empty"


@pytest.mark.parametrize("name", ARCHIVES)
def test_feed_of_a_record_holds_what_is_in_its_year(name):
    """The feeds of all years together hold every event of the feed of all calls, each once."""
    years = [data for path, data in feeds(name).items() if path.startswith("calendar/year-")]
    by_year = sorted(str(event["UID"]) for data in years for event in events(data))
    assert sorted(str(event["UID"]) for event in events(feeds(name)["calendar/all.ics"])) == by_year
