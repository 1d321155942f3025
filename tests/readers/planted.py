"""A small archive with one call of each kind, and faults planted into its feed, by which the readers are tried."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from tests.readers.random_archives import MKDOCS, PAGES

TODAY = datetime.date(2031, 3, 1)
FEED = "calendar/all.ics"
FILES: Mapping[str, str] = {
    **PAGES,
    "mkdocs.yml": MKDOCS.format(
        name="River", state="living", zone="America/New_York", usual="1h30m"
    ),
    "calls/2031/2031-02-05-past.yaml": (
        "title: A past call\ndate: 2031-02-05\nstart: 21:00\nstatus: held\nshare: public\n"
    ),
    "calls/2031/2031-06-04-to-come.yaml": (
        "title: A call to come\ndate: 2031-06-04\nstart: 21:00\nlength: 2h\nstatus: scheduled\nshare: public\n"
    ),
    "calls/2031/2031-12-03-cancelled.yaml": (
        "title: A call that is off\ndate: 2031-12-03\nstart: 21:00\nstatus: cancelled\nreason: storm\nshare: public\n"
    ),
    "calls/2031/2031-04-02-whole-day.yaml": (
        "title: A call without an hour\ndate: 2031-04-02\nstatus: scheduled\nshare: public\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: what stands in a right feed, what is put in its place, and who has to notice.

    `programs` read other events then, or refuse the file; `is_of_form` tells whether the strict look finds it too.
    """

    name: str
    right: str
    wrong: str
    programs: frozenset[str]
    is_of_form: bool


EVERYBODY = frozenset(("recurring-ical-events", "khal", "ical", "ical.js"))
BELIEVERS = frozenset(("ical.js",))
"""They take offsets from the file; the others ask tzdata by the name of the zone."""
START = "DTSTART;TZID=America/New_York:20310604T210000\r\n"
END = "DTEND;TZID=America/New_York:20310604T230000\r\n"
FAULTS = (
    Fault("a wrong offset of the zone", "TZOFFSETTO:-0400", "TZOFFSETTO:-0300", BELIEVERS, False),
    Fault(
        "a zone with the rules of another",
        "America/New_York",
        "America/Chicago",
        EVERYBODY - BELIEVERS,
        False,
    ),
    Fault(
        "a zone that is not there",
        "BEGIN:VTIMEZONE\r\nTZID:America/New_York",
        "BEGIN:VTIMEZONE\r\nTZID:America/Nuuk",
        BELIEVERS,
        True,
    ),
    Fault("a missing end", END, "", EVERYBODY, True),
    Fault(
        "an exception",
        START,
        f"{START}RRULE:FREQ=DAILY;COUNT=2\r\nEXDATE;TZID=America/New_York:20310604T210000\r\n",
        EVERYBODY,
        True,
    ),
    Fault("a recurrence", START, f"{START}RRULE:FREQ=WEEKLY;COUNT=3\r\n", EVERYBODY, True),
    Fault(
        "a time without a zone",
        "DTSTART:20310206T020000Z",
        "DTSTART:20310206T020000",
        frozenset(("ical", "ical.js")),
        True,
    ),
    Fault(
        "an hour later", "DTSTART:20310206T020000Z", "DTSTART:20310206T030000Z", EVERYBODY, False
    ),
    Fault(
        "another identity", "UID:2031-06-04-to-come@", "UID:2031-06-05-to-come@", EVERYBODY, False
    ),
    Fault("a cancellation that is lost", "STATUS:CANCELLED", "STATUS:CONFIRMED", EVERYBODY, True),
    Fault(
        "a whole day that is two",
        "DTEND;VALUE=DATE:20310403",
        "DTEND;VALUE=DATE:20310404",
        EVERYBODY,
        False,
    ),
    Fault("an event that is lost", "END:VEVENT\r\nBEGIN:VEVENT\r\n", "", EVERYBODY, True),
)


def planted(feed: bytes, fault: Fault) -> bytes:
    """Put a fault into a feed that has something right in its place."""
    right, wrong = fault.right.encode(), fault.wrong.encode()
    assert right in feed, f"nothing to plant {fault.name} into"
    return feed.replace(right, wrong)
