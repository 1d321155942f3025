"""A person subscribes with vdirsyncer and khal to the feed of a site that is served, and hears of a change.

vdirsyncer does not trust the UIDs of feeds: it names an event by what it says, so that a changed one is another file.
"""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.served import built_site, serving
from tests.conftest import find_readers
from tests.readers.feeds import golden, shown
from tests.site_archives import GOOD, commit, copied

pytestmark = pytest.mark.readers

TODAY = GOOD["river"]
RECORD = "calls/2031/2031-05-28-river-open-call.yaml"
MOVED = """\
title: River Assembly open call
series: river-open-call
date: 2031-05-28
start: 22:30
status: scheduled
moved_from:
  - 2031-05-28 21:00
groups: [river-planning, river-assembly]
share: public
"""
"""A record of a date that was expected before; there was none, and the call was an hour and a half earlier."""
LATER = "2031-04-30T08:00:00+00:00"
SYNC = """\
[general]
status_path = "{home}/status"
[pair river]
a = "here"
b = "there"
collections = null
[storage here]
type = "filesystem"
path = "{home}/river"
fileext = ".ics"
[storage there]
type = "http"
url = "{address}calendar/all.ics"
"""
KHAL = """\
[calendars]
[[river]]
path = {home}/river
readonly = True
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = Etc/UTC
default_timezone = Etc/UTC
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
timeformat = %H:%M
"""


@dataclass(frozen=True)
class Person:
    """Somebody with a home of their own, where both programs keep what they know."""

    home: Path

    def run(self, program, *words):
        """Run one of the programs and give what it prints; it must not fail."""
        done = subprocess.run(
            (find_readers() or "", "-m", program, *words),
            env={**os.environ, **self.settings()},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def settings(self):
        """Give what both programs ask the machine for: where home is, and no zones but the locked ones."""
        return {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "VDIRSYNCER_CONFIG": str(self.home / "sync"),
            "PYTHONTZPATH": "",
            "COLUMNS": "400",
        }

    def subscribe(self, address):
        """Write the settings of both programs."""
        (self.home / "config/khal").mkdir(parents=True)
        for path, text in (("sync", SYNC), ("config/khal/config", KHAL)):
            said = text.format(home=self.home, address=address)
            (self.home / path).write_text(said, encoding="utf-8")
        (self.home / "river").mkdir()
        self.run("vdirsyncer", "discover")

    def items(self):
        """Give the files that lie in the calendar, by name."""
        return {path.name: path.read_bytes() for path in (self.home / "river").glob("*.ics")}

    def listed(self):
        """Give what khal lists of all days: start, end and title of each event."""
        form = "{start-long}|{end-long}|{title}"
        span = ("2030-01-01", "1500d")
        lines = self.run("khal", "list", "--once", "--day-format", "", "--format", form, *span)
        return sorted(tuple(line.split("|")) for line in lines.splitlines() if "|" in line)


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory):
    """Subscribe to the River archive, look, move one call by an hour, build it again, and look again."""
    folder = tmp_path_factory.mktemp("subscribing")
    root = copied("river", folder)
    commit(root)
    person = Person(folder / "home")
    person.home.mkdir()
    with serving(built_site(root, folder, TODAY)) as served:
        person.subscribe(served.address)
        seen, feeds = [_look(person)], [_feed(served.folder)]
        assert not (root / RECORD).exists()
        (root / RECORD).write_text(MOVED, encoding="utf-8")
        commit(root, LATER)
        built_site(root, folder, TODAY)
        seen.append(_look(person))
        feeds.append(_feed(served.folder))
        person.run("vdirsyncer", "sync")
        seen.append(_look(person))
    return seen, feeds


@pytest.fixture
def visits(before_and_after):
    """Give what lies in the calendar and what khal lists: at first, after the change, and once more."""
    return before_and_after[0]


@pytest.fixture
def feeds(before_and_after):
    """Give the feed before and after the change."""
    return before_and_after[1]


def _look(person):
    person.run("vdirsyncer", "sync")
    return person.items(), person.listed()


def _feed(site):
    return (site / "calendar/all.ics").read_bytes().decode("utf-8")


def as_listed(event):
    """Give start and end of an event as khal writes them, a whole day as itself twice."""
    _, start, end, _ = event
    last = end if "T" in end else start
    return tuple(moment.replace("T", " ").removesuffix(":00Z") for moment in (start, last))


def at(listed, day):
    """Give what is listed of the open call that begins on a day."""
    return [each for each in listed if each[0].startswith(day) and "open call" in each[2]]


def test_a_person_has_every_event_of_the_feed_once(visits):
    """Each event lies in a file of its own, and khal lists it from when until when the records say."""
    items, listed = visits[0]
    files, today = golden("river")
    events = shown(files, today)["calendar/all.ics"]
    assert len(events) >= 90
    assert [1] * len(events) == [data.count(b"BEGIN:VEVENT") for data in items.values()]
    assert sorted(map(as_listed, events)) == [(start, end) for start, end, _ in listed]


def test_a_moved_call_takes_the_place_of_one_event(visits):
    """After the next look one file is gone and one is new, and no other has changed by a byte."""
    (before, _), (after, _), _ = visits
    assert len(before) == len(after)
    (gone,), (new,) = before.keys() - after.keys(), after.keys() - before.keys()
    place = b"/series/river-open-call.html#on-2031-05-28"
    assert place in before[gone].replace(b"\r\n ", b"")
    assert b"/calls/2031-05-28-river-open-call.html" in after[new].replace(b"\r\n ", b"")
    assert set() == {name for name in before.keys() & after.keys() if before[name] != after[name]}


def test_the_feed_itself_keeps_every_identity(feeds):
    """For programs that trust UIDs the same events are there, and one of them says something else."""
    before, after = (dict(re.findall(r"(UID:[^\r]+)(.+?)END:VEVENT", feed, re.S)) for feed in feeds)
    assert before.keys() == after.keys()
    changed = [uid for uid in before if before[uid] != after[uid]]
    assert ["UID:river-open-call-2031-05-28@calls.example"] == changed


def test_khal_shows_the_moved_call_once_and_at_its_new_hour(visits):
    """A date that was expected is listed at the hour of the rhythm, and after the move at that of the record alone."""
    (_, before), (_, after), _ = visits
    title = "River Assembly open call"
    assert [("2031-05-29 01:00", "2031-05-29 03:00", title)] == at(before, "2031-05-29")
    assert [("2031-05-29 02:30", "2031-05-29 04:30", title)] == at(after, "2031-05-29")
    assert len(before) == len(after)


def test_looking_again_changes_nothing(visits):
    """A feed in which nothing changed leaves every file as it was."""
    assert visits[1] == visits[2]
