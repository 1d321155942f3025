"""The dates that are counted are those that a walk from day to day finds, in every zone at the same wall time."""

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import zones
from generator.model.rhythm import Frequency, Rhythm, Weekday
from generator.recurrence.dates import dates
from generator.recurrence.rule import read_rule, rule_text
from generator.recurrence.words import read_words
from tests.recurrence.day_by_day import walked

YEARS = st.dates(datetime.date(1999, 1, 1), datetime.date(2041, 12, 31))
DAYS = st.builds(Weekday, st.integers(0, 6))


def numbers(most: int) -> st.SearchStrategy[tuple[int, ...]]:
    both = st.one_of(st.integers(1, most), st.integers(-most, -1))
    return st.lists(both, max_size=3, unique=True).map(lambda some: tuple(sorted(some)))


@st.composite
def rhythms(draw: st.DrawFn) -> Rhythm:
    """Draw a rhythm of any kind that a rule can say; some of them never hit a day."""
    frequency = draw(st.sampled_from(Frequency))
    numbered = frequency in (Frequency.MONTHLY, Frequency.YEARLY)
    which = st.sampled_from([0, 0, 1, 2, 3, 4, 5, -1, -2, -5]) if numbered else st.just(0)
    weekdays = draw(st.lists(st.builds(Weekday, st.integers(0, 6), which), max_size=3, unique=True))
    month_days = () if frequency is Frequency.WEEKLY else draw(numbers(31))
    months = draw(st.lists(st.integers(1, 12), max_size=3, unique=True))
    named = weekdays or month_days or months
    limit = {Frequency.DAILY: 1, Frequency.WEEKLY: max(len(weekdays), 1)}.get(frequency, 12)
    end = draw(st.sampled_from(["", "count", "last"]))
    return Rhythm(
        frequency,
        interval=draw(st.integers(1, 5)),
        weekdays=tuple(sorted(weekdays, key=lambda one: (one.which < 0, one.which, one.day))),
        month_days=tuple(sorted(month_days, key=lambda one: (one < 0, one))),
        months=tuple(sorted(months)),
        positions=tuple(sorted(draw(numbers(limit)), key=lambda one: (one < 0, one)))
        if named
        else (),
        week_start=draw(st.integers(0, 6)),
        count=draw(st.integers(1, 30)) if end == "count" else 0,
        last=draw(YEARS) if end == "last" else None,
        clock=draw(st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))),
    )


@settings(max_examples=150, deadline=None)
@given(rhythm=rhythms(), since=YEARS, days=st.integers(0, 450))
@example(
    Rhythm(Frequency.WEEKLY, weekdays=(Weekday(0), Weekday(3)), positions=(1,)),
    datetime.date(2031, 1, 9),
    60,
)
@example(
    Rhythm(Frequency.WEEKLY, 2, (Weekday(6), Weekday(0)), week_start=6),
    datetime.date(2031, 1, 8),
    90,
)
@example(Rhythm(Frequency.YEARLY), datetime.date(2032, 2, 29), 1200)
@example(Rhythm(Frequency.MONTHLY, month_days=(-1, 31)), datetime.date(2031, 1, 31), 500)
def test_dates_are_those_that_a_walk_finds(rhythm: Rhythm, since: datetime.date, days: int):
    """Anchors, weeks that begin on any day, positions, days from the end, leap days and ends are those of the RFC."""
    last = since + datetime.timedelta(days=days)
    assert list(walked(rhythm, since, last)) == list(dates(rhythm, since, last))


@settings(max_examples=150, deadline=None)
@given(rhythm=rhythms())
def test_a_rhythm_survives_its_rule(rhythm: Rhythm):
    """What is written as a rule is read as the same rhythm, or refused because no day is such a date."""
    read = read_rule(rule_text(rhythm))
    assert read in (rhythm, None)
    if read is None:
        once = Rhythm(
            rhythm.frequency,
            1,
            *(rhythm.weekdays, rhythm.month_days, rhythm.months, rhythm.positions),
        )
        assert [] == list(walked(once, datetime.date(2001, 1, 1), datetime.date(2004, 12, 31)))


ZONES = st.sampled_from(sorted(zones.names()))
CLOCKS = st.builds(datetime.time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
QUARTER = datetime.timedelta(minutes=15)


def found_by_trying(local: datetime.datetime, zone: str) -> tuple[datetime.datetime, ...]:
    """Give the instants at which the clocks of a zone show a wall time, by trying each quarter of an hour around it."""
    around = (local.replace(tzinfo=datetime.UTC) + QUARTER * number for number in range(-64, 65))
    rules = zones.zone(zone)
    return tuple(
        one for one in around if one.astimezone(rules).replace(tzinfo=None, fold=0) == local
    )


@settings(max_examples=150, deadline=None)
@given(
    rhythm=rhythms(),
    since=st.dates(datetime.date(2000, 1, 1), datetime.date(2037, 1, 1)),
    zone=ZONES,
    clock=CLOCKS,
)
def test_the_wall_time_stays_when_clocks_change(
    rhythm: Rhythm, since: datetime.date, zone: str, clock: datetime.time
):
    """Each date has the instants at which clocks show its hour: none in a gap, two in a fold, else one."""
    for day in list(dates(rhythm, since, since + datetime.timedelta(days=400)))[:30]:
        local = datetime.datetime.combine(day, clock)
        assert found_by_trying(local, zone) == zones.instants(local, zone)


@pytest.mark.parametrize(
    ("rule", "since"),
    [
        ("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", datetime.date(2031, 1, 8)),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", datetime.date(2031, 1, 8)),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=1", datetime.date(2031, 1, 8)),
        (
            "FREQ=DAILY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;COUNT=5000",
            datetime.date(2999, 1, 1),
        ),
        ("FREQ=YEARLY;INTERVAL=400;COUNT=5000", datetime.date(2999, 12, 31)),
    ],
)
def test_a_hostile_rule_comes_to_an_end(rule: str, since: datetime.date):
    """A rhythm that misses its beginning for ever gives no dates or few, and the work ends with the calendar."""
    rhythm = read_rule(rule)
    assert rhythm is not None
    assert len(list(dates(rhythm, since, since + datetime.timedelta(days=4400)))) < 10


def test_dates_end_with_the_earlier_of_two_ends():
    """Neither the last day of the rule nor the one that is asked for is passed."""
    rhythm = read_words("every week on Wednesday at 21:00")
    assert rhythm is not None
    begin, end = datetime.date(2031, 1, 8), datetime.date(2031, 1, 22)
    assert [8, 15, 22] == [day.day for day in dates(rhythm, begin, end)]
    assert [] == list(dates(rhythm, end, begin))
