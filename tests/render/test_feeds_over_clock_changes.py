"""A year of daily calls in twenty zones, at the hours at which clocks change: dates, identities and instants.

What is expected is counted here by stepping from day to day and asking Python's own zones. Instants near a change of
clocks are read from the file by its own VTIMEZONE, as a program does that knows no other.
"""

import datetime
import functools
import importlib.resources
import io
import re
import zoneinfo
from dataclasses import replace

import pytest
from dateutil import tz

from generator.privacy.public import Evidence, LooseDate, PublicArchive
from generator.recurrence.plan import horizon
from generator.recurrence.words import read_words
from generator.render import ics_feed
from generator.render.output import File
from tests.render.made_archive import SERIES
from tests.render.made_archive import SETTINGS as CLOSED

BEGAN = datetime.date(2030, 9, 1)
DAY = datetime.timedelta(days=1)
TODAY = datetime.date(2031, 3, 9)
LIVING = replace(CLOSED, state="living", today=TODAY)
ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Asuncion",
    "America/Chicago",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kolkata",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Chatham",
)
HOURS = ("00:00", "00:30", "01:30", "02:00", "02:45", "03:00", "22:59", "23:30")
"""Each is skipped or comes twice somewhere; a call of two hours at the last goes over midnight."""


def daily(zone, hour):
    """Give a series with a call each day."""
    return replace(
        SERIES,
        id=f"daily-{hour.replace(':', '')}",
        zone=zone,
        length=120,
        rhythm=f"every day at {hour}",
        recurrence=read_words(f"every day at {hour}"),
        since=LooseDate(BEGAN.year, BEGAN.month, BEGAN.day),
        until=None,
        skipped=(),
        evidence=Evidence.COMPLETE,
        groups=(),
        hubs=(),
    )


@functools.cache
def rules_of(zone):
    """Give the rules of a zone from tzdata."""
    path = importlib.resources.files("tzdata").joinpath("zoneinfo", *zone.split("/"))
    with path.open("rb") as rules:
        return zoneinfo.ZoneInfo.from_file(rules, key=zone)


def events(zone, settings=LIVING):
    """Give the event of each date of daily calls at all hours, by identity, with the zones that its file describes.

    The feeds of years are read, in which each event stands once.
    """
    archive = PublicArchive(series=tuple(daily(zone, hour) for hour in HOURS))
    found = {}
    for draft in ics_feed.render(archive, settings):
        if draft.path.rsplit("/", 1)[-1].startswith("year-"):
            file = draft.make(draft.view, settings)
            assert isinstance(file, File)
            data = file.data.decode("utf-8").replace("\r\n ", "")
            told = told_zones(data)
            for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", data, re.DOTALL):
                lines = dict(line.split(":", 1) for line in event.splitlines())
                assert lines["UID"] not in found
                found[lines["UID"]] = (event, told)
    return found


def told_zones(data):
    """Give the zones that a file describes, as dateutil reads them from it."""
    return tz.tzical(io.StringIO(data.replace("\r\n", "\n"))) if "BEGIN:VTIMEZONE" in data else None


def moment(event, told, name):
    """Give the instant of a begin or an end by what the file says; a day alone where it is one.

    Far from changes of clocks tzdata is asked in place of the file, for dateutil takes its time.
    """
    form = rf"^{name}(?:;([^:]*))?:([0-9TZ]+)"
    ((parameters, value),) = re.findall(form, event, re.MULTILINE)
    if parameters == "VALUE=DATE":
        return datetime.datetime.strptime(value, "%Y%m%d").date()
    if not parameters:
        return datetime.datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.UTC)
    zone = parameters.removeprefix("TZID=")
    local = datetime.datetime.strptime(value, "%Y%m%dT%H%M%S")
    rules = told.get(zone) if is_near_a_change(zone, local.date()) else rules_of(zone)
    return local.replace(tzinfo=rules).astimezone(datetime.UTC)


@functools.cache
def is_near_a_change(zone, day):
    """Tell whether clocks change within two days of a day."""
    noon = datetime.datetime.combine(day, datetime.time(12), rules_of(zone))
    return (noon - 2 * DAY).utcoffset() != (noon + 2 * DAY).utcoffset()


def expected(zone, hour):
    """Give what each day's event is to tell: its begin and its end, or days where its hour is not exactly one."""
    rules = rules_of(zone)
    clock = datetime.time.fromisoformat(hour)
    day, found = BEGAN, {}
    while day <= horizon(TODAY):
        local = datetime.datetime.combine(day, clock)
        both = (local.replace(tzinfo=rules, fold=fold).astimezone(datetime.UTC) for fold in (0, 1))
        readings = {at for at in both if at.astimezone(rules).replace(tzinfo=None) == local}
        begin = readings.pop() if len(readings) == 1 else None
        pair = (begin, begin + datetime.timedelta(hours=2)) if begin else (day, day + DAY)
        found[f"daily-{hour.replace(':', '')}-{day}@calls.example"] = pair
        day += DAY
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_every_day_of_a_year_has_its_event_at_its_instant(zone):
    """One event a day with its own identity, at the instant of its wall time, also around each change of clocks."""
    told = {
        uid: (moment(event, rules, "DTSTART"), moment(event, rules, "DTEND"))
        for uid, (event, rules) in events(zone).items()
    }
    days: dict[str, object] = {}
    for hour in HOURS:
        days |= expected(zone, hour)
    assert days == told


@pytest.mark.parametrize("zone", ["Africa/Cairo", "America/New_York", "Australia/Lord_Howe"])
def test_a_build_of_another_day_moves_nothing(zone):
    """What is over in both builds has the same octets in both, and what is over in the later one the same instants."""
    later = TODAY + 250 * DAY
    early, late = events(zone), events(zone, replace(LIVING, today=later))
    for uid, one in early.items():
        if uid.split("@")[0] < f"{uid[:10]}-{TODAY}":
            assert one[0] == late[uid][0]
        event, rules = one
        for name in ("DTSTART", "DTEND"):
            assert moment(event, rules, name) == moment(late[uid][0], late[uid][1], name)
