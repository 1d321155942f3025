"""A program that believes the clocks told in our files shows the instants of tzdata, in every zone for a year."""

import datetime

import pytest

from tests.readers.feeds import calendars, examined, shown, write
from tests.readers.planted import BELIEVERS
from tests.readers.programs import PROGRAMS, ask
from tests.readers.random_archives import MKDOCS, PAGES, zones

FEED = "calendar/all.ics"
YEARS = range(2027, 2036)
WEEKENDS = """\
title: Call at the weekend
repeats: every week on Saturday and Sunday at 12:00
from: {since}
share: public
"""
"""Clocks change at weekends or on the Friday before, so that a change in a wrong week shows."""


def weekends(zone, year):
    """Give an archive that calls at noon of every Saturday and Sunday for more than a year, and its day."""
    today = datetime.date(year, 1, 1)
    frame = MKDOCS.format(name="River", state="living", zone=zone, usual="1h")
    return {
        **PAGES,
        "mkdocs.yml": frame,
        "calls/series/weekend.yaml": WEEKENDS.format(since=today),
    }, today


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    """Write a feed of each zone, with the years in turn, and give what it should show."""
    made, events = {}, {}
    for number, zone in enumerate(zones()):
        files, today = weekends(zone, YEARS[number % len(YEARS)])
        path = f"{zone}.ics"
        made[path] = calendars(examined(files, today))[FEED]
        events[path] = shown(files, today)[FEED]
    places = write(tmp_path_factory.mktemp("clocks"), made)
    return {places[path]: told for path, told in events.items()}


@pytest.mark.icaljs
def test_clocks_of_files_are_those_of_tzdata(wanted):
    """More than a hundred calls in each of all zones are at their instants."""
    (program,) = (each for each in PROGRAMS if each.name in BELIEVERS)
    told = ask(program, wanted)
    assert len(wanted) * 100 <= sum(map(len, wanted.values()))
    assert {} == {
        str(path): sorted(set(events) ^ set(told[path].events))[:3]
        for path, events in wanted.items()
        if told[path].events != tuple(sorted(events)) or told[path].fault
    }


def test_most_clocks_are_told_and_not_gone_round(wanted):
    """Files tell the clock of nearly every zone, where UTC would be right too and teach nobody anything."""
    told = [path for path in wanted if b"DTSTART;TZID=" in path.read_bytes()]
    assert len(told) >= len(wanted) * 0.95
    changing = [path for path in told if b"BEGIN:DAYLIGHT" in path.read_bytes()]
    assert len(changing) >= 150
