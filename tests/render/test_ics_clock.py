"""Feeds are made without looking at any clock, so that two builds for one day are the same octets a year apart."""

import datetime
import sys
import time
from pathlib import Path

from generator.history import History
from generator.load.files import Disk
from generator.pipeline import judge, read_place
from generator.privacy import gate
from generator.render import ics_feed
from generator.render.output import File

RIVER = Path(__file__).parents[1] / "sites" / "river" / "archive"
TODAY = datetime.date(2031, 6, 1)
CLOCKS = frozenset({"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "ctime"})


def public_river():
    """Give what may be seen of the archive, read anew so that nothing is kept from before."""
    found = judge(read_place(Disk(str(RIVER)), History({})), TODAY, None, None)
    assert found.settings is not None
    return gate.publish(found.archive, found.settings), found.settings


def made_feeds(archive, settings):
    """Give every calendar by its path."""
    drafts = ics_feed.render(archive, settings)
    made = [draft.make(draft.view, settings) for draft in drafts]
    return {file.path: file.data for file in made if isinstance(file, File)}


def asked_clocks(work):
    """Give the names of the functions that tell the time and were called, by whatever code."""
    asked = []

    def watch(_frame, event, called):
        if event == "c_call" and called.__name__ in CLOCKS:
            owner = getattr(called, "__self__", None)
            if called.__module__ == "time" or isinstance(owner, type):
                asked.append(called.__name__)

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return asked


def test_no_clock_is_asked():
    """From the public archive to the octets, nothing asks what time it is, in our code or in that of others."""
    archive, settings = public_river()
    assert [] == asked_clocks(lambda: made_feeds(archive, settings))


def test_clock_that_is_asked_is_seen():
    """The test above would see it."""
    assert ["now", "time"] == asked_clocks(
        lambda: (datetime.datetime.now(datetime.UTC), time.time())
    )


def test_two_makings_are_the_same_octets():
    """Read and made twice from the same files for the same day."""
    assert made_feeds(*public_river()) == made_feeds(*public_river())
