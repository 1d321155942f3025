"""Which feeds there are, what stands in which, and how much of a large archive."""

import calendar
import datetime
import itertools
from dataclasses import replace

import icalendar
import pytest

from generator import addresses
from generator.privacy.public import (
    Confidence,
    Evidence,
    HubKind,
    LooseDate,
    PublicArchive,
    PublicHub,
    PublicSeries,
    Status,
)
from generator.recurrence.words import read_words
from generator.render import feed_events, ics_feed
from generator.render.feed_list import FeedKind, feeds_of
from generator.render.feed_window import MOST_EVENTS
from tests.render.few_calls import ANNOUNCED, ARCHIVE, EMPTY, GROUP, HELD, SETTINGS, WITHHELD, made

TODAY = datetime.date(2031, 3, 10)
LIVING = replace(SETTINGS, state="living", today=TODAY, zone="America/New_York")
SERIES = PublicSeries(
    id="river-open-call", path="calls/series/river-open-call.yaml", title="River open call",
    zone="America/New_York", length=120, groups=("river-planning",), hubs=("gathering",),
    purpose="Share news.", rhythm="every week on Wednesday at 21:00", since=LooseDate(2031, 2, 26),
    until=LooseDate(2031, 3, 26), skipped=((datetime.date(2031, 3, 19), "holiday"),), staffed_calls=0,
    sources=(), evidence=Evidence.COMPLETE, confidence=Confidence.HIGH, date_note="",
    recurrence=read_words("every week on Wednesday at 21:00"), changed_at=1_920_000_000,
)  # fmt: skip
HUB = PublicHub(
    "gathering", "calls/hubs/gathering.yaml", "Gathering", HubKind.GATHERING, "", "", None, None, (),
    Evidence.COMPLETE, Confidence.HIGH,
)  # fmt: skip
WHOLE = replace(ARCHIVE, series=(SERIES,), hubs=(HUB,))


def events_of(archive, path, settings=LIVING):
    """Give the events of a calendar as icalendar reads them, by identity without the domain."""
    data = made(ics_feed, archive, settings)[path].data
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {str(event["UID"]).removesuffix("@calls.example"): event for event in found}


def expected():
    """Give the event of the date to come that has no record."""
    return events_of(WHOLE, "calendar/all.ics")["river-open-call-2031-03-12"]


def many(number, first=datetime.date(2025, 1, 1), step=1):
    """Give an archive with so many calls, one every `step` days."""
    days = (first + datetime.timedelta(days=step * n) for n in range(number))
    calls = (
        replace(
            ANNOUNCED, id=f"{day}-call", date=LooseDate(day.year, day.month, day.day), groups=("river-planning",),
            status=Status.HELD,
        )
        for day in days
    )  # fmt: skip
    return PublicArchive(calls=tuple(calls), groups=(GROUP,))


def test_dates_without_a_record_are_events():
    """The dates of the rhythm are there, the skipped one is not, and the call of one date is there once."""
    assert [
        "river-open-call-2031-02-26",
        "river-open-call-2031-03-05",
        "river-open-call-2031-03-12",
        "river-open-call-2031-03-26",
    ] == list(events_of(WHOLE, "calendar/series-river-open-call.ics"))


def test_expected_date_leads_to_its_place():
    """Its address is the date's place on the page of its series, and stands in the text too."""
    place = "https://archive.example/series/river-open-call.html#on-2031-03-12"
    assert place == str(expected()["URL"])
    assert str(expected()["DESCRIPTION"]).endswith(place)


def test_expected_date_says_what_it_is():
    """It is confirmed, and its text says that no record tells of it."""
    assert "CONFIRMED" == expected()["STATUS"]
    assert str(expected()["DESCRIPTION"]).startswith(
        "This date follows from the rhythm of the recurring call; no record here tells of it.\n"
    )


def test_expected_date_has_the_stamp_of_its_series():
    """Nothing else was ever changed for it."""
    stamp = datetime.datetime.fromtimestamp(1_920_000_000, datetime.UTC)
    assert stamp == expected()["DTSTAMP"].dt


def test_expected_date_has_hour_and_length_of_its_series():
    """By the clock of the series' zone, for it is to come."""
    start, end = expected()["DTSTART"].dt, expected()["DTEND"].dt
    assert (datetime.timedelta(hours=2), "America/New_York") == (end - start, str(start.tzinfo))
    assert datetime.datetime(2031, 3, 12, 21) == start.replace(tzinfo=None)


def test_past_date_is_in_utc():
    """Rules of clocks do not change for what is past."""
    event = events_of(WHOLE, "calendar/all.ics")["river-open-call-2031-02-26"]
    assert datetime.datetime(2031, 2, 27, 2, tzinfo=datetime.UTC) == event["DTSTART"].dt
    assert "TZID" not in event["DTSTART"].params


@pytest.mark.parametrize(
    ("path", "count"),
    [("calendar/hub-gathering.ics", 4), ("calendar/group-river-planning.ics", 4), ("calendar/year-2031.ics", 6)],
)  # fmt: skip
def test_feeds_hold_their_own(path, count):
    """Dates and calls stand in the feeds of the groups and hubs of their series, calls in those of their own too."""
    assert count == len(events_of(WHOLE, path))


def test_every_record_has_its_feed_and_sisters():
    """A page of a series, group or hub has a feed from the beginning, empty or not."""
    quiet = replace(EMPTY, series=(SERIES,), groups=(GROUP,), hubs=(HUB,))
    names = ("all", "series-river-open-call", "group-river-planning", "hub-gathering")
    wanted = {f"calendar/{n}{s}.ics" for n in names for s in ("", "-quiet", "-remind-8h")}
    assert wanted <= made(ics_feed, quiet, LIVING).keys()


def test_list_of_feeds_is_what_is_made():
    """Pages offer each feed that there is, and none that is not."""
    offered = [feed.path for feed in feeds_of(WHOLE, LIVING)]
    there = [path for path in made(ics_feed, WHOLE, LIVING) if path.startswith("calendar/")]
    assert there == offered


def test_names_of_feeds_say_what_they_hold():
    """Each name tells the record, the archive and the kind of sister."""
    names = {feed.path: feed.name(LIVING) for feed in feeds_of(WHOLE, LIVING)}
    assert [
        "River calls archive",
        "River calls archive (without cancelled calls)",
        "Gathering, River calls archive (with a reminder)",
        "2031, River calls archive",
    ] == [
        names[addresses.all_feed()],
        names[addresses.all_feed(addresses.QUIET)],
        names[addresses.hub_feed("gathering", addresses.REMIND)],
        names[addresses.year_feed(2031)],
    ]


def test_empty_feed_is_valid():
    """It holds a zone, for a calendar must hold something, and no event."""
    data = made(ics_feed, replace(EMPTY, groups=(GROUP,)))["calendar/group-river-planning.ics"].data
    read = icalendar.Calendar.from_ical(data)
    assert ["VTIMEZONE"] == [part.name for part in read.subcomponents]


def test_file_of_an_expected_date():
    """A date without a record can be taken along, and its address lasts when there is one."""
    path = "calls/2031-03-12-river-open-call.ics"
    assert ["river-open-call-2031-03-12"] == list(events_of(WHOLE, path))


def test_file_of_a_date_holds_the_call_that_was_moved_from_it():
    """The address that people took leads to the call where it is now."""
    moved = replace(
        HELD, id="2031-03-13-river", date=LooseDate(2031, 3, 13), starts_at=None, start=None,
        moved_from=(datetime.datetime(2031, 3, 12, 21),), aliases=("2031-03-12-river",),
    )  # fmt: skip
    archive = replace(WHOLE, calls=(moved,))
    wanted = made(ics_feed, archive, LIVING)["calls/2031-03-13-river.ics"].data
    for name in ("2031-03-12-river-open-call", "2031-03-12-river"):
        assert wanted == made(ics_feed, archive, LIVING)[f"calls/{name}.ics"].data


def test_identity_of_a_renamed_call_is_its_first_name():
    """A call without a series that was moved got another name, and stays the same event."""
    moved = replace(
        ANNOUNCED, id="2031-03-14-river", date=LooseDate(2031, 3, 14),
        moved_from=(datetime.datetime(2031, 3, 12, 21), datetime.datetime(2031, 3, 13, 21)),
        aliases=("2031-03-13-river", "2031-03-12-river"),
    )  # fmt: skip
    assert ["2031-03-12-river"] == list(
        events_of(replace(EMPTY, calls=(moved,)), "calendar/all.ics")
    )


def test_withheld_call_on_the_day_of_another_has_its_own_identity():
    """Its public date may be that of another call of its series; no feed may hold two events as one."""
    named = replace(WITHHELD, date=HELD.date, series=HELD.series)
    archive = replace(EMPTY, calls=(HELD, named))
    assert {"river-open-call-2031-03-05", WITHHELD.id} == set(
        events_of(archive, "calendar/all.ics")
    )


def test_withheld_calls_of_one_public_date_have_two_identities():
    """Their own dates may differ and nobody may know; the first keeps the identity that the date always had."""
    named = replace(WITHHELD, date=HELD.date, series=HELD.series)
    later = replace(named, id=named.id.replace("-1", "-2"))
    found = events_of(replace(EMPTY, calls=(named, later)), "calendar/all.ics")
    assert {
        "river-open-call-2031-03-05": f"https://archive.example/calls/{named.id}.html",
        later.id: f"https://archive.example/calls/{later.id}.html",
    } == {uid: str(event["URL"]) for uid, event in found.items()}


@pytest.mark.parametrize("feed", ["group-river-planning", "hub-gathering"])
@pytest.mark.parametrize("status", [Status.SCHEDULED, Status.CANCELLED])
def test_date_stays_in_the_feeds_of_its_series_when_it_gets_a_record(feed, status):
    """Its record need not name groups and hubs again; whoever subscribes to one of them is told of the change."""
    call = replace(
        HELD,
        date=LooseDate(2031, 3, 12),
        status=status,
        groups=(),
        hubs=(),
        hosts=(),
        moved_from=(),
    )
    events = events_of(replace(WHOLE, calls=(call,)), f"calendar/{feed}.ics")
    page = f"https://archive.example/calls/{call.id}.html"
    assert page == str(events["river-open-call-2031-03-12"]["URL"])


def test_withheld_call_that_names_its_series_stays_in_the_feeds_of_its_groups():
    """That a series is of a group is public, so that nothing is told by it."""
    named = replace(WITHHELD, date=LooseDate(2031, 3, 12), series=SERIES.id)
    events = events_of(replace(WHOLE, calls=(named,)), "calendar/group-river-planning.ics")
    assert "Withheld call" == str(events["river-open-call-2031-03-12"]["SUMMARY"])


def test_restored_call_counts_on():
    """Cancelled it counted one change, restored it counts two."""
    restored = replace(HELD, restored=1)
    event = events_of(replace(EMPTY, calls=(restored,)), "calendar/all.ics")
    assert 2 == event["river-open-call-2031-03-05"]["SEQUENCE"]


def test_calendar_counts_as_the_pages_that_it_is_as_large_as():
    """So no more than a few large calendars are in hand at a time when work is handed on."""
    weights = {draft.path: draft.weight for draft in ics_feed.render(many(400), LIVING)}
    assert (11, 1) == (weights["calendar/all.ics"], weights["calls/2025-01-01-call.ics"])


def test_small_feed_holds_everything():
    """A thousand calls are all there, from the first to the last."""
    assert MOST_EVENTS == len(events_of(many(MOST_EVENTS), "calendar/all.ics"))


def test_large_feed_holds_the_months_around_today():
    """With more, it begins with the month 400 days ago and ends with the month 400 days ahead."""
    days = [event["DTSTART"].dt for event in events_of(many(3000), "calendar/all.ics").values()]
    assert (datetime.date(2030, 2, 1), datetime.date(2032, 4, 30)) == (days[0], days[-1])


def test_large_feed_of_past_calls_ends_with_the_last_one():
    """Where all calls are long past, the 400 days before the last one are there."""
    past = many(1100, datetime.date(2011, 1, 1))
    days = [event["DTSTART"].dt for event in events_of(past, "calendar/all.ics").values()]
    assert (datetime.date(2012, 11, 1), datetime.date(2014, 1, 4)) == (days[0], days[-1])


def test_large_feed_says_where_the_rest_is():
    """Whoever looks for an older call learns that there are calendars of years."""
    said = icalendar.Calendar.from_ical(made(ics_feed, many(3000), LIVING)["calendar/all.ics"].data)
    assert str(said["DESCRIPTION"]).endswith("Older calls are in the calendars of their years.")


def test_feed_of_long_texts_is_cut_too():
    """A hundred calls with long texts are more than a megabyte."""
    long = replace(many(100, TODAY - datetime.timedelta(days=2000), step=20))
    calls = tuple(replace(call, purpose="River " * 4000) for call in long.calls)
    data = made(ics_feed, replace(long, calls=calls), LIVING)["calendar/all.ics"].data
    assert len(data) < 1_000_000
    assert 0 < data.count(b"BEGIN:VEVENT") < 100


def test_feeds_of_years_hold_all_of_their_year():
    """However large an archive is."""
    archive = many(3000)
    counts = {y: len(events_of(archive, f"calendar/year-{y}.ics")) for y in range(2025, 2033)}
    assert {y: 366 if calendar.isleap(y) else 365 for y in counts} == counts


def test_window_moves_with_the_months_alone():
    """From day to day of one month the octets are the same."""
    archive = many(3000)
    feeds = [
        made(ics_feed, replace(archive), replace(LIVING, today=datetime.date(2031, 3, day)))["calendar/all.ics"].data
        for day in (8, 12, 20, 25)
    ]  # fmt: skip
    assert 1 == len(set(feeds))


def test_living_archive_has_a_feed_for_each_year_it_looks_into():
    """No address goes when a series ends before it."""
    years = [feed.about for feed in feeds_of(WHOLE, LIVING) if feed.kind is FeedKind.YEAR]
    assert ["2031", "2032"] == years


def test_only_the_events_of_an_edited_record_change():
    """In each feed, every other event keeps its octets."""
    edited = replace(
        WHOLE, calls=tuple(replace(c, title="Another") if c is HELD else c for c in WHOLE.calls)
    )
    before, after = (made(ics_feed, one, LIVING) for one in (WHOLE, edited))
    for path in before:
        old, new = (events_of(one, path) for one in (WHOLE, edited))
        changed = {uid for uid in old | new if old[uid].to_ical() != new[uid].to_ical()}
        assert changed <= {"river-open-call-2031-03-05"}, path
        assert (before[path].data == after[path].data) == (not changed)


def test_calls_in_a_zone_without_one_pair_are_in_utc(monkeypatch):
    """Where no pair of rules tells a zone's clock, all of its calls to come are told in UTC."""
    monkeypatch.setattr(feed_events, "zone_lines", lambda *_: ())
    start = events_of(replace(WHOLE, calls=()), "calendar/all.ics")["river-open-call-2031-03-12"][
        "DTSTART"
    ]
    assert (datetime.datetime(2031, 3, 13, 1, tzinfo=datetime.UTC), {}) == (
        start.dt,
        dict(start.params),
    )


def test_end_that_happens_twice_is_in_utc():
    """A call into the hour that comes twice would end at one of two instants by its wall time."""
    start = datetime.datetime(2031, 11, 2, 4, 30, tzinfo=datetime.UTC)
    late = replace(
        ANNOUNCED, id="2031-11-02-late", date=LooseDate(2031, 11, 2), start=datetime.time(0, 30), starts_at=start,
        length=60,
    )  # fmt: skip
    (event,) = events_of(replace(EMPTY, calls=(late,)), "calendar/all.ics").values()
    assert [start, start + datetime.timedelta(hours=1)] == [event["DTSTART"].dt, event["DTEND"].dt]
    assert "TZID" not in event["DTSTART"].params


def test_no_two_feeds_have_one_address():
    """Ids may not end as sisters do, and kinds stand before them."""
    paths = [feed.path for feed in feeds_of(WHOLE, LIVING)]
    assert not [pair for pair in itertools.pairwise(sorted(paths)) if pair[0] == pair[1]]
