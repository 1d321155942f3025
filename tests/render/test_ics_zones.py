"""Where a VTIMEZONE is written it gives tzdata's offset at every instant of its years, read by rules of its own."""

import bisect
import datetime
import functools

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from generator import zones
from generator.render.vtimezone import zone_lines

YEARS = range(2025, 2041)
MINUTE = datetime.timedelta(minutes=1)
ZONES = sorted(zones.names())
UTC = datetime.UTC


def observances(lines):
    """Give each observance as the wall times of its onsets, and the offsets before and after, by kind."""
    found, now = [], {}
    for line in lines:
        name, _, value = line.partition(":")
        if line in ("BEGIN:STANDARD", "BEGIN:DAYLIGHT"):
            now = {"kind": value}
        elif line in ("END:STANDARD", "END:DAYLIGHT"):
            found.append(now)
        else:
            now[name] = value
    return found


def offset(words):
    """Read `-0330`."""
    sign = -1 if words[0] == "-" else 1
    return sign * datetime.timedelta(hours=int(words[1:3]), minutes=int(words[3:5]))


@functools.cache
def onsets(lines):
    """Give the instants at which offsets begin, from before the years until after them, as RFC 5545 has it."""
    found = []
    for one in observances(lines):
        start = datetime.datetime.strptime(one["DTSTART"], "%Y%m%dT%H%M%S")
        rule = one.get("RRULE", "FREQ=YEARLY;COUNT=1")
        for at in rrulestr(rule, dtstart=start).between(start, datetime.datetime(2042, 1, 1), True):
            instant = (at - offset(one["TZOFFSETFROM"])).replace(tzinfo=UTC)
            found.append((instant, offset(one["TZOFFSETTO"])))
    return sorted(found)


def offset_at(lines, instant):
    """Give the offset that the lines tell for an instant: that of the latest onset before it."""
    found = onsets(lines)
    return found[bisect.bisect_right(found, instant, key=lambda onset: onset[0]) - 1][1]


@functools.cache
def changes(zone, year):
    """Give the instants of a year at which tzdata changes a zone's offset, to the minute, looking twice a day."""
    rules, at = zones.zone(zone), datetime.datetime(year, 1, 1, tzinfo=UTC)
    half, end = datetime.timedelta(hours=12), datetime.datetime(year + 1, 1, 1, tzinfo=UTC)
    before, found = at.astimezone(rules).utcoffset(), []
    while at < end:
        after = (at + half).astimezone(rules).utcoffset()
        if after != before:
            minutes = (at + minute * MINUTE for minute in range(721))
            found.append(next(m for m in minutes if m.astimezone(rules).utcoffset() == after))
        at, before = at + half, after
    return tuple(found)


def instants_of(zone, year):
    """Give instants that could be wrong: every change and the minutes around it, and one in each month."""
    for at in changes(zone, year):
        yield from (at - MINUTE, at, at + MINUTE, at - 60 * MINUTE, at + 60 * MINUTE)
    for month in range(1, 13):
        yield datetime.datetime(year, month, 15, 12, tzinfo=UTC)


def wrong(zone, year):
    """Give the instants of a year at which the lines for it say something else than tzdata."""
    lines = zone_lines(zone, year, year)
    rules = zones.zone(zone)
    return [
        f"{zone} {at}"
        for at in instants_of(zone, year)
        if lines and offset_at(lines, at) != at.astimezone(rules).utcoffset()
    ]


@pytest.mark.parametrize("part", range(8))
def test_written_rules_are_those_of_tzdata(part, record_property):
    """Over all zones of tzdata and the years 2025 to 2040, at every change of the clock and around it."""
    some = ZONES[part::8]
    assert [] == [fault for zone in some for year in YEARS for fault in wrong(zone, year)]
    written = sum(bool(zone_lines(zone, year, year)) for zone in some for year in YEARS)
    record_property("zones x years written", f"{written} of {len(some) * len(YEARS)}")
    print(f"{written} of {len(some) * len(YEARS)} zones x years have a VTIMEZONE equal to tzdata")
    assert written / (len(some) * len(YEARS)) > 0.98


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Australia/Sydney"])
def test_rules_that_last_do_not_change_with_time(zone):
    """The lines of a zone are the same whichever calls to come it is written for."""
    assert 1 == len({zone_lines(zone, year, year + more) for year in YEARS for more in (0, 1, 2)})


def test_each_zone_has_one_pair_at_most():
    """Outlook reads one STANDARD and one DAYLIGHT."""
    for zone in ZONES:
        lines = zone_lines(zone, 2031, 2032)
        assert lines.count("BEGIN:STANDARD") <= 1
        assert lines.count("BEGIN:DAYLIGHT") <= 1


def test_standard_comes_with_every_zone():
    """A VTIMEZONE without DAYLIGHT still has its STANDARD."""
    assert 1 == zone_lines("Asia/Kolkata", 2031, 2031).count("BEGIN:STANDARD")


def test_rules_of_new_york():
    """The pair of a well-known zone, line by line."""
    assert (
        "BEGIN:VTIMEZONE", "TZID:America/New_York",
        "BEGIN:STANDARD", "TZNAME:EST", "DTSTART:19701101T020000",
        "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "END:STANDARD",
        "BEGIN:DAYLIGHT", "TZNAME:EDT", "DTSTART:19700308T020000",
        "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "END:DAYLIGHT", "END:VTIMEZONE",
    ) == zone_lines("America/New_York", 2031, 2031)  # fmt: skip


def test_zone_that_gave_up_its_rule_has_none():
    """Between years with and without summer time one pair cannot tell both."""
    changing = [z for z in ZONES if len({len(changes(z, y)) for y in YEARS}) > 1]
    assert changing
    assert {()} == {zone_lines(zone, YEARS[0], YEARS[-1]) for zone in changing}


@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime.datetime(2026, 1, 2), datetime.datetime(2039, 12, 30)),
)
def test_any_instant_has_the_offset_of_tzdata(zone, local):
    """Whichever instant is used, the lines that are written for its years tell its offset."""
    instant = local.replace(tzinfo=UTC)
    year = instant.astimezone(zones.zone(zone)).year
    lines = zone_lines(zone, year, year + 1)
    if lines:
        assert instant.astimezone(zones.zone(zone)).utcoffset() == offset_at(lines, instant)
