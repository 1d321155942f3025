"""Deadlines of recordings: the calendar of last safe days, and the feed of what is due and what was lost."""

import dataclasses
import datetime
import re
from typing import Any

from generator.model.answer import Answer, Found
from generator.model.archive import Archive
from generator.model.call import Call, Recording, Status
from generator.model.dates import LooseDate
from generator.model.group import Group, GroupKind, Platform
from generator.model.share import PUBLIC, Reason, Share
from generator.privacy import gate
from generator.render import atom_deadlines, ics_feed
from generator.render.output import File
from tests.plain_settings import PLAIN
from tests.readers.feed_faults import feed_faults

DAY = datetime.date(2031, 1, 13)
KEPT = Recording("https://switchboard.example/1.mp3", kept_by="switchboard")
MIRROR = Recording("https://library.example/1.mp3", keeper="the library of Mill Town")
CALENDAR = "calendar/deadlines.ics"
REMIND = "calendar/deadlines-remind-8h.ics"
SETTINGS = dataclasses.replace(PLAIN, site_url="https://archive.example/")


def call(name: str = "2031-01-13-river", **more) -> Call:
    """Give a held call of 13 January whose recording Switchboard keeps for 120 days."""
    own: dict[str, Any] = {"share": PUBLIC, "recordings": (KEPT,), "groups": ("river",)} | more
    date = own.pop("date", LooseDate.of(DAY))
    return Call(name, f"calls/2031/{name}.yaml", "River, open", date, "Etc/UTC", Status.HELD, **own)


def outputs(days: int, *calls: Call, answers=(), stamps=None) -> dict[str, str]:
    """Give calendars and the feed so many days after the call, by path."""
    archive = Archive(
        calls=calls,
        groups=(Group("river", "calls/groups/river.yaml", "River", GroupKind.NETWORK, PUBLIC),),
        platforms=(Platform("switchboard", "Switchboard", keeps_recordings=120),),
        answers=tuple(answers),
        stamps=stamps or {},
    )
    settings = dataclasses.replace(SETTINGS, today=DAY + datetime.timedelta(days=days))
    public = gate.publish(archive, settings)
    drafts = (*ics_feed.render(public, settings), *atom_deadlines.render(public, settings))
    files = [draft.make(draft.view, settings) for draft in drafts if "deadlines" in draft.path]
    return {file.path: file.data.decode() for file in files if isinstance(file, File)}


def lines(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def entries(text: str) -> list[tuple[str, str, str]]:
    """Give name, title and time of each entry of the feed."""
    form = r"<entry>\n<id>(.*?)</id>\n<title[^>]*>(.*?)</title>.*?<updated>(.*?)</updated>"
    return re.findall(form, text, re.DOTALL)


def answer(days: int, found: Found, copy: Recording = KEPT) -> Answer:
    return Answer("calls/links/2031.jsonl", 1, copy.url, DAY + datetime.timedelta(days), found)


def test_event_is_the_last_safe_day():
    """A recording that is deleted on 13 May is to be copied on 12 May at the latest, a whole day."""
    found = lines(outputs(10, call())[CALENDAR])
    assert "DTSTART;VALUE=DATE:20310512" in found
    assert "DTEND;VALUE=DATE:20310513" in found
    assert "SUMMARY:Copy the recording: River\\, open\\, 13 January 2031" in found
    assert f"UID:2031-01-13-river-recording@{SETTINGS.calendar_domain}" in found
    assert "CATEGORIES:River" in found
    (said,) = [line for line in found if line.startswith("DESCRIPTION:By the rule")]
    assert "deleted on 13 May 2031" in said
    assert said.endswith("https://archive.example/calls/2031-01-13-river.html")
    assert "hour" not in said


def test_stamp_of_an_event_is_that_of_its_record():
    """The last commit that changed the record, and never the clock."""
    stamps = {"calls/2031/2031-01-13-river.yaml": 1_924_000_000}
    found = lines(outputs(10, call(), stamps=stamps)[CALENDAR])
    stamp = datetime.datetime.fromtimestamp(1_924_000_000, datetime.UTC)
    assert f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}" in found


def test_event_keeps_its_identity_when_the_call_gets_another_name():
    """Whoever renames a record moves no deadline out of calendars."""
    renamed = call("2031-01-13-delta", aliases=("2031-01-13-river",))
    found = lines(outputs(10, renamed)[CALENDAR])
    assert f"UID:2031-01-13-river-recording@{SETTINGS.calendar_domain}" in found


def test_calendar_is_the_same_until_the_recording_is_lost():
    """From the day of the call to the last one it does not change, and on the day after the event is gone."""
    found = [outputs(days, call())[CALENDAR] for days in (0, 89, 90, 119, 120, 121)]
    assert (1, 2) == (len(set(found[:5])), len(set(found)))
    assert "BEGIN:VEVENT" not in found[-1]


def test_event_goes_when_a_lasting_copy_is_listed():
    """What is saved need not be copied."""
    found = outputs(100, call(recordings=(KEPT, MIRROR)))
    assert "BEGIN:VEVENT" not in found[CALENDAR]
    assert [] == entries(found["feeds/deadlines.xml"])


def test_sister_has_an_alarm():
    """The sister feed has the same event with one alarm 8 hours before, and there is none without cancelled calls."""
    found = outputs(100, call())
    assert {CALENDAR, REMIND, "feeds/deadlines.xml"} == set(found)
    assert (0, 1) == tuple(found[path].count("TRIGGER:-PT8H") for path in (CALENDAR, REMIND))
    assert found[REMIND].count("DESCRIPTION:Reminder of a recording to copy") == 1


def test_calendars_have_no_fault():
    """Both are as RFC 5545 and the rules of our feeds want them, with an event and without any."""
    for days in (100, 500):
        made = outputs(days, call(), call("2031-01-13-x", date=LooseDate(2031, 1)))
        assert [] == [
            (path, fault)
            for path in (CALENDAR, REMIND)
            for fault in feed_faults(path, made[path].encode())
        ]


def test_day_of_a_loose_date_is_the_first_that_it_can_be():
    """Of a call of January the last safe day is that of the first of January, and the text says until when."""
    loose = call("2031-01-river", date=LooseDate(2031, 1))
    found = lines(outputs(10, loose)[CALENDAR])
    assert "DTSTART;VALUE=DATE:20310430" in found
    assert [line for line in found if "between 1 May 2031 and 31 May 2031" in line]


def test_withheld_recording_is_in_no_calendar_and_no_feed():
    """Of a recording that nobody may hear no deadline is told, nor that it was lost."""
    closed = call(share=Share(True, False, True, reason=Reason.SAFETY))
    for days in (100, 120, 130):
        found = outputs(days, closed)
        assert "BEGIN:VEVENT" not in found[CALENDAR]
        assert [] == entries(found["feeds/deadlines.xml"])


def entry(days: int, *calls: Call, answers=()) -> tuple[str, str, str]:
    (only,) = entries(outputs(days, *(calls or (call(),)), answers=answers)["feeds/deadlines.xml"])
    return only


NAME = "https://archive.example/calls/2031-01-13-river.html#record-recording"


def test_entry_changes_on_its_days_and_on_no_other():
    """It comes when the recording is due, changes on the last day, and says on the next that it expired."""
    for days, title, at in (
        (90, "copy it before 13 May 2031", "2031-04-13"),
        (119, "copy it before 13 May 2031", "2031-04-13"),
        (120, "copy it now", "2031-05-13"),
        (121, "recording expired", "2031-05-14"),
        (900, "recording expired", "2031-05-14"),
    ):
        whole = f"River, open, 13 January 2031 ({title})"
        assert (NAME, whole, f"{at}T00:00:00Z") == entry(days), days


def test_recording_that_is_not_due_has_no_entry():
    """The feed is of what is about to be lost."""
    assert [] == entries(outputs(89, call())["feeds/deadlines.xml"])


def test_recording_without_its_mirror_is_due_since_that_was_missed():
    """Where the copy that would have saved it is found gone, that day is when it came into danger."""
    both = call(recordings=(KEPT, MIRROR))
    assert "2031-05-03T00:00:00Z" == entry(111, both, answers=[answer(110, Found.GONE, MIRROR)])[2]


def test_recording_that_was_found_gone_says_so():
    """It was asked for, so nothing is worked out."""
    found = outputs(111, call(), answers=[answer(110, Found.GONE)])["feeds/deadlines.xml"]
    assert [(NAME, "River, open, 13 January 2031 (recording gone)", "2031-05-03T00:00:00Z")] == (
        entries(found)
    )
    assert "it was asked for on 3 May 2031" in found
    assert "nobody looked" not in found


def test_expired_recording_says_that_nobody_looked():
    """What follows from a rule alone is told as that."""
    found = outputs(121, call())["feeds/deadlines.xml"]
    assert "Switchboard keeps recordings for 120 days" in found
    assert "nobody looked" in found


def test_spared_recording_is_to_be_copied_now():
    """One that was found after its rule stays in both, as something that can still be saved."""
    found = outputs(140, call(), answers=[answer(130, Found.THERE)])
    assert "copy it now" in entries(found["feeds/deadlines.xml"])[0][1]
    assert found[CALENDAR] == outputs(10, call())[CALENDAR]


def test_feed_holds_the_latest_of_many():
    """An old archive with hundreds of lost recordings has the fifty last ones in its feed."""
    old = [
        call(f"2031-01-13-river-{number}", date=LooseDate(1990 + number // 12, 1 + number % 12, 1))
        for number in range(300)
    ]
    found = entries(outputs(130, *old)["feeds/deadlines.xml"])
    assert 50 == len(found)
    assert sorted((at for *_, at in found), reverse=True) == [at for *_, at in found]
