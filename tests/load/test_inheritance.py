"""A record of an expected call takes hour and length of its series where it says none, and no other record does."""

import datetime

import pytest

from generator.load.archive import assemble, read_file
from generator.load.files import Source
from generator.model.call import Call

SERIES = """\
title: River
repeats: every week on Wednesday at 21:00
from: 2031-01-08
length: 90m
share: public
"""
SERIES_PATH = "calls/series/river.yaml"
QUIET = (
    "share:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n  reason: safety\n"
)


def read(day: str, *lines: str, series: str = SERIES, share: str = "share: public\n") -> Call:
    """Give the only call of an archive with one series."""
    text = f"title: River\nstatus: held\nseries: river\ndate: {day}\n" + "".join(
        f"{x}\n" for x in lines
    )
    files = {SERIES_PATH: series, f"calls/2031/{day}-river.yaml": text + share}
    loaded = [read_file(Source(path, given.encode())) for path, given in files.items()]
    (call,) = assemble(loaded, "America/New_York", {}, {}).calls
    return call


def test_an_expected_call_takes_hour_and_length():
    """A record that only adds an agenda does not lose the hour."""
    call = read("2031-03-05", "agenda: [News]")
    assert (datetime.time(21), 90) == (call.start, call.length)


def test_a_length_of_its_own_is_kept():
    """The hour is taken, and the length is the record's."""
    call = read("2031-03-05", "length: 30m")
    assert (datetime.time(21), 30) == (call.start, call.length)


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        ("2031-03-06", ()),
        ("2031-03-06", ("extra: true",)),
        ("2031-03-06", ("moved_from: [2031-03-05 21:00]",)),
        ("2031-03-05", ("moved_from: [2031-03-12 21:00]",)),
        ("2031-03-05", ("occurrence: 2031-03-12",)),
        ("2031-03-05", ("zone: Europe/London",)),
        ("2031-01-01", ()),
    ],
)
def test_what_is_not_on_its_own_date_says_its_hour_itself(day: str, lines: tuple[str, ...]):
    """A call beside the rhythm, moved, extra, or told by other clocks has no hour that is not written."""
    call = read(day, *lines)
    assert (None, 0) == (call.start, call.length)


def test_an_hour_of_its_own_is_kept():
    """The record is nearer to the call than the series."""
    assert datetime.time(20) == read("2031-03-05", "start: 20:00").start


@pytest.mark.parametrize(
    "series",
    [
        SERIES.replace("share: public", "share: withheld for safety"),
        f"{SERIES}evidence: pattern-only\n",
        SERIES.replace("repeats: every week on Wednesday at 21:00", "rhythm: now and then"),
    ],
    ids=["closed", "habit", "free words"],
)
def test_a_series_that_expands_to_nothing_gives_nothing(series: str):
    """A habit is no announcement, and of what is not shared nothing is told."""
    call = read("2031-03-05", series=series)
    assert (None, 0) == (call.start, call.length)


def test_a_withheld_call_takes_nothing():
    """Its record stays as it is."""
    assert read("2031-03-05", share=QUIET).start is None


def test_an_hour_that_does_not_exist_is_not_taken():
    """The record must say it; the series is told so."""
    series = SERIES.replace("Wednesday at 21:00", "Sunday at 02:30").replace("01-08", "01-12")
    call = read("2031-03-09", series=series)
    assert (None, 90) == (call.start, call.length)


def test_notes_alone_take_the_hour_too():
    """Notes that stand in for a record are told at the hour of the series."""
    notes = "---\norigin: notes\nseries: river\ndate: 2031-03-05\nshare: public\n---\nWords.\n"
    files = {SERIES_PATH: SERIES, "minutes/2031/2031-03-05-river.md": notes}
    loaded = [read_file(Source(path, given.encode())) for path, given in files.items()]
    (call,) = assemble(loaded, "America/New_York", {}, {}).calls
    assert (datetime.time(21), 90) == (call.start, call.length)
