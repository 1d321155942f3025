"""Calls to come that overlap on a line, in a group or for a facilitator are told once, with their dates."""

import datetime
import itertools
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.clashes import NEAR, Taken, overlapping
from generator.pipeline import examine
from generator.problems import Place
from tests.problems.river_archive import RIVER_ARCHIVE, TODAY

PLATFORMS = RIVER_ARCHIVE["calls/platforms.yaml"]
SERIES = "calls/series/river-open-call.yaml"
GROUP = "calls/groups/river-planning.yaml"


def call(day, start, **fields):
    """Give a record of a call to come."""
    values = {
        "title": "Question time",
        "date": day,
        "start": start,
        "length": "1h",
        "status": "scheduled",
        **fields,
        "share": fields.get("share", "public"),
    }
    return "".join(f"{name}: {value}\n" for name, value in values.items() if value)


def clashes(archive_at, files):
    """Give code, file, line and message of each clash, and the places of the other calls."""
    root = archive_at({**RIVER_ARCHIVE, **files})
    found = [one for one in examine(root, TODAY).problems if "T435" <= one.code <= "T439"]
    return [(one.code, one.place.path, one.place.line, one.message) for one in found], [
        place.path for one in found for place, _words in one.notes
    ]


def two(first, second):
    """Give two calls of the same day."""
    return {
        "calls/2031/2031-06-10-first.yaml": call("2031-06-10", "20:00", **first),
        "calls/2031/2031-06-10-second.yaml": call("2031-06-10", "20:30", **second),
    }


ON_LINE = {"platform": "switchboard"}
IN_GROUP = {"groups": "[river-planning]"}
LED = {"roles": "{facilitator: Mill Town}"}


def codes(archive_at, files):
    """Give the codes alone."""
    return [code for code, *_ in clashes(archive_at, files)[0]]


def test_the_later_call_is_told_with_a_note_at_the_other(archive_at):
    """At its hour, with the day."""
    told, beside = clashes(archive_at, two(ON_LINE, ON_LINE))
    assert [
        (
            "T435",
            "calls/2031/2031-06-10-second.yaml",
            3,
            "calls on `switchboard` overlap, more than 1 at once: on 2031-06-10",
        )
    ] == told
    assert ["calls/2031/2031-06-10-first.yaml"] == beside


def test_each_cause_is_told_for_itself(archive_at):
    """Line, group and facilitator are three things to mend."""
    assert ["T435", "T436", "T437"] == codes(
        archive_at, two(ON_LINE | IN_GROUP | LED, ON_LINE | IN_GROUP | LED)
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ON_LINE, {}),
        (ON_LINE | {"length": "30m"}, ON_LINE),
        (ON_LINE | {"status": "cancelled", "reason": "rain"}, ON_LINE),
        (ON_LINE | {"zone": "Europe/London"}, ON_LINE),
        ({"roles": "{facilitator: to be named}"}, {"roles": "{facilitator: to be named}"}),
        ({"roles": "{facilitator: TBA}"}, {"roles": "{facilitator: tba}"}),
        ({"roles": "{facilitator: '?'}"}, {"roles": "{facilitator: '?'}"}),
        (
            {"roles": "{facilitator: volunteer wanted}"},
            {"roles": "{facilitator: Volunteer wanted}"},
        ),
        ({"roles": "{scribe: Mill Town}"}, {"roles": "{scribe: Mill Town}"}),
        (LED, {"roles": "{facilitator: Hill Farm}"}),
        ({"hosts": "[Friends of the river]"}, {"hosts": "[Friends of the river]"}),
    ],
)
def test_no_clash_is_told_where_there_is_none(archive_at, first, second):
    """One ends as the other begins, one is off, one is elsewhere in time, or they need different things."""
    assert [] == codes(archive_at, two(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"roles": "{facilitator: Mill Town}"}, {"roles": "{facilitators: mill  town}"}),
        ({"roles": "{facilitator: Mill Town}"}, {"roles": "{facilitator-two: MILL TOWN.}"}),
    ],
)
def test_the_same_facilitator_is_known_by_his_words(archive_at, first, second):
    """Capitals, spaces and a full stop do not make another one."""
    assert ["T437"] == codes(archive_at, two(first, second))


def test_a_host_that_is_a_group_counts_as_a_group(archive_at):
    """Who holds a call is there as well."""
    assert ["T436"] == codes(archive_at, two(IN_GROUP, {"hosts": "[river-planning]"}))


def test_a_length_that_is_not_known_is_the_usual_one(archive_at):
    """Two hours, unless the settings say another."""
    first = ON_LINE | {"length": ""}
    assert ["T435"] == codes(archive_at, two(first, ON_LINE))


def test_a_platform_holds_as_many_calls_as_it_has_lines(archive_at):
    """Two lines hold two calls, and not three."""
    lines = {"calls/platforms.yaml": f"{PLATFORMS}  lines: 2\n"}
    third = {"calls/2031/2031-06-10-third.yaml": call("2031-06-10", "20:45", **ON_LINE)}
    pair = two(ON_LINE, ON_LINE)
    assert [] == codes(archive_at, pair | lines)
    assert ["T435", "T435"] == codes(archive_at, pair | lines | third)


def test_a_group_can_say_that_its_calls_run_at_once(archive_at):
    """So that a warning that is known can be answered."""
    at_once = {GROUP: f"{RIVER_ARCHIVE[GROUP]}calls_at_once: 2\n"}
    assert [] == codes(archive_at, two(IN_GROUP, IN_GROUP) | at_once)


def test_two_series_are_told_once_with_their_dates(archive_at):
    """Every second week for more than a year is one problem, at what they repeat."""
    other = "title: x\nrepeats: every 2 weeks on Wednesday at 22:00\nfrom: 2031-01-08\n"
    files = {"calls/series/question-time.yaml": f"{other}groups: [river-planning]\nshare: public\n"}
    told, beside = clashes(archive_at, files)
    dates = "on 2031-06-11, 2031-06-25, 2031-07-09 and 27 more dates"
    assert [
        (
            "T436",
            "calls/series/question-time.yaml",
            2,
            f"calls of `river-planning` overlap, more than 1 at once: {dates}",
        )
    ] == told
    assert [SERIES] == beside


def test_a_record_of_an_expected_date_needs_what_its_series_needs(archive_at):
    """Its own record names no group, and its hour is that of the rhythm."""
    record = call("2031-06-04", "", series="river-open-call", length="")
    other = call("2031-06-04", "22:00", **IN_GROUP)
    files = {"calls/2031/2031-06-04-open.yaml": record, "calls/2031/2031-06-04-x.yaml": other}
    assert ["T436"] == codes(archive_at, files)


def test_a_call_that_was_moved_frees_its_date(archive_at):
    """And takes the time that it has now."""
    moved = call("2031-06-05", "21:00", series="river-open-call", moved_from="[2031-06-04 21:00]")
    files = {"calls/2031/2031-06-05-open.yaml": moved}
    before = {"calls/2031/2031-06-04-x.yaml": call("2031-06-04", "22:00", **IN_GROUP)}
    after = {"calls/2031/2031-06-05-x.yaml": call("2031-06-05", "21:30", **IN_GROUP)}
    assert [] == codes(archive_at, files | before)
    assert ["T436"] == codes(archive_at, files | after)


def test_two_calls_of_one_series_can_overlap(archive_at):
    """An extra one that begins while the ordinary one runs."""
    extra = call("2031-06-04", "22:00", series="river-open-call", occurrence="2031-06-05")
    assert ["T436"] == codes(archive_at, {"calls/2031/2031-06-04-more.yaml": extra})


@pytest.mark.parametrize("words", ["20:00", "22:30"])
def test_what_a_withheld_call_says_changes_no_report(archive_at, words):
    """It takes no part, whatever its hour, its group, its series or its line."""
    closed = "{minutes: withheld, recording: withheld, details: withheld, reason: safety}"
    quiet = call("2031-06-10", words, **ON_LINE, **IN_GROUP, **LED, share=closed)
    files = two(ON_LINE, IN_GROUP | LED)
    assert [] == codes(archive_at, files | {"calls/2031/2031-06-10-withheld-1.yaml": quiet})
    one = {SERIES: RIVER_ARCHIVE[SERIES].replace("share: public", f"share: {closed}")}
    beside = {"calls/2031/2031-06-04-x.yaml": call("2031-06-04", "22:00", **IN_GROUP)}
    assert ["T436"] == codes(archive_at, beside)
    assert [] == codes(archive_at, beside | one)


HOUR = datetime.timedelta(hours=1)
BEGIN = datetime.datetime(2031, 6, 10, tzinfo=datetime.UTC)


@st.composite
def times(draw):
    """Draw up to fifteen calls within two days."""
    drawn = draw(st.lists(st.tuples(st.integers(0, 48), st.integers(1, 6)), max_size=15))
    return [
        Taken(
            BEGIN + begin * HOUR,
            BEGIN + (begin + length) * HOUR,
            f"call-{number}",
            BEGIN.date(),
            Place("calls/x.yaml"),
            frozenset(),
        )
        for number, (begin, length) in enumerate(drawn)
    ]


def running_at(all_of, one):
    """Give the calls that began before one, or with it and before it by name, and still run as it begins."""
    return [other for other in all_of if other < one and other.end > one.begin]


@settings(deadline=None)
@given(times(), st.integers(1, 4))
def test_the_sweep_finds_what_a_look_at_all_pairs_finds(drawn, limit):
    """Each call beyond the limit, beside all that run, or beside eight of them where there are more."""
    found = defaultdict(set)
    for one, other in overlapping(drawn, limit):
        found[one.record].add(other.record)
    for one in drawn:
        running = {other.record for other in running_at(drawn, one)}
        beyond = len(running) >= limit
        assert found[one.record] <= running
        assert (min(len(running), NEAR) if beyond else 0) == len(found[one.record])


def test_a_crowd_costs_no_square():
    """A thousand calls at one hour are laid beside eight others each."""
    crowd = [
        Taken(BEGIN, BEGIN + HOUR, f"{n}", BEGIN.date(), Place("x"), frozenset())
        for n in range(1000)
    ]
    pairs = list(itertools.islice(overlapping(crowd, 1), 10_000))
    assert 8 * 992 + sum(range(8)) == len(pairs)
