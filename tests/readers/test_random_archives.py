"""The made-up archives hold what they are there for, so that reading them says something."""

from collections import Counter

import pytest

from generator import zones
from tests.readers.drawn import ARCHIVES
from tests.readers.feeds import calendars, examined, makers, shown
from tests.readers.random_archives import random_archive
from tests.readers.random_archives import zones as drawn_zones
from tests.site_archives import GOOD, outputs
from tests.site_archives import examined as examined_golden

SEEN = range(0, ARCHIVES, 5)
"""The archives that are looked at here, from every part of the world."""


@pytest.fixture(scope="module")
def archives():
    """Give the files of many archives, and the day of each."""
    return [random_archive(number) for number in SEEN]


def test_every_zone_has_its_turn():
    """Each zone that a record may name is the zone of an archive, and a number gives the same archive for ever."""
    assert zones.names() - {"Etc/UTC"} == set(drawn_zones())
    assert len(drawn_zones()) <= ARCHIVES
    assert random_archive(7) == random_archive(7)


def test_archives_are_small_and_full(archives):
    """Each has 5 to 18 calls and 1 to 4 recurring calls."""
    counts = [
        Counter(path.split("/")[1] for path in files if path.startswith("calls/"))
        for files, _ in archives
    ]
    calls = [sum(n for year, n in count.items() if year.isdigit()) for count in counts]
    assert 5 <= min(calls) <= max(calls) <= 18
    assert {1, 2, 3, 4} == {count["series"] for count in counts}


@pytest.mark.parametrize(
    "words",
    [
        "moved_from:", "occurrence:", "extra: true", "skip:", "until:", "repeats: every day",
        "weeks on", "of the month", "COUNT=", "BYSETPOS=", "status: cancelled", "status: held",
        "status: announced", "status: scheduled", "identify: true", "identify: false",
        "share: withheld for", "state: closed", "END:VEVENT", "RRULE:", "start: 00:00",
    ],
)  # fmt: skip
def test_all_that_can_happen_happens(words, archives):
    """A kind of record that no archive had would be tested by nothing."""
    assert sum(words in "".join(files.values()) for files, _ in archives) >= 3


@pytest.mark.parametrize(
    ("form", "least"),
    [
        ("DTSTART;TZID=", 500),
        ("DTSTART:", 500),
        ("DTSTART;VALUE=DATE:", 100),
        ("BEGIN:DAYLIGHT", 50),
    ],
)
def test_every_form_of_time_is_read(form, least, archives):
    """Times by a clock with its changes, in UTC, and whole days are in the feeds of all calls."""
    feeds = [calendars(examined(*one))["calendar/all.ics"].decode() for one in archives[::2]]
    assert sum(feed.count(form) for feed in feeds) >= least


@pytest.mark.parametrize("name", GOOD)
def test_the_files_that_are_read_are_all_there_are(name, tmp_path):
    """The modules asked here make every calendar file of a site."""
    found = examined_golden(name, tmp_path)
    assert makers()
    made = {path for path in outputs(found) if path.endswith(".ics")}
    assert made == set(calendars(found))


def test_no_file_is_missing_that_records_give():
    """Every feed and file that the records give is made; a year without calls may have an empty one."""
    for number in range(20):
        files, today = random_archive(number)
        made, wanted = set(calendars(examined(files, today))), set(shown(files, today))
        assert set() == wanted - made
        assert set() == {path for path in made - wanted if not path.startswith("calendar/year-")}
