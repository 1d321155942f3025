"""When clocks move calls for listeners elsewhere: some pairs of zones by name, and many by looking at each day."""

import datetime
import itertools

import pytest

from generator import zones
from generator.render.clock_changes import Change, Notice, changes

YEAR = (datetime.date(2031, 1, 1), datetime.date(2031, 12, 31))
TWO_YEARS = (datetime.date(2030, 3, 1), datetime.date(2032, 3, 31))
DAY = datetime.timedelta(days=1)
PLACES = (
    "America/New_York",
    "America/Chicago",
    "America/Sao_Paulo",
    "America/Phoenix",
    "America/Santiago",
    "America/St_Johns",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Jerusalem",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Etc/UTC",
)
CLOCKS = (datetime.time(0, 15), datetime.time(12), datetime.time(21), datetime.time(23, 45))


def told(own, there, clock="18:00", year=YEAR):
    """Give the notices of a pair of zones."""
    found = changes(own, there, datetime.time.fromisoformat(clock), *year)
    return [(str(n.first), str(n.last), str(n.at)[:5], n.later, n.returns) for n in notices(found)]


def notices(found):
    """Give what is said by changes."""
    return [change.notice for change in found]


def there(own, elsewhere, clock, day):
    """Give the wall time elsewhere of a call on a day, worked out by the shortest way."""
    local = datetime.datetime.combine(day, clock, zones.zone(own))
    return local.astimezone(datetime.UTC).astimezone(zones.zone(elsewhere)).replace(tzinfo=None)


def test_london_is_an_hour_early_between_the_changes_of_march_and_of_autumn():
    """New York changes three weeks before London in March, and London a week before New York in October."""
    assert [
        ("2031-03-09", "2031-03-29", "17:00", -60, True),
        ("2031-10-26", "2031-11-01", "17:00", -60, True),
    ] == told("America/New_York", "Europe/London", "13:00")


def test_days_are_those_of_the_listeners():
    """A call at nine in the evening in New York is after midnight in London, so it moves from the 10th on there."""
    expected = ("2031-03-10", "2031-03-29", "01:00", -60, True)
    assert expected == told("America/New_York", "Europe/London", "21:00")[0]


def test_a_call_in_london_is_an_hour_late_in_new_york():
    """The other way round the same weeks are late."""
    expected = ("2031-03-09", "2031-03-29", "14:00", 60, True)
    assert expected == told("Europe/London", "America/New_York", "18:00")[0]


def test_sao_paulo_has_no_summer_time_so_the_new_hour_stays():
    """What changes with the clocks of Chicago alone is no passing difference."""
    assert [
        ("2031-03-09", "None", "20:00", -60, False),
        ("2031-11-02", "None", "21:00", 60, False),
    ] == told("America/Chicago", "America/Sao_Paulo")[1:]


def test_opposite_seasons_move_a_call_in_two_steps():
    """Sydney goes back as Berlin goes ahead: for a week one hour, then two; both changes are told."""
    assert [
        ("2031-03-30", "2031-04-05", "11:00", 60, False),
        ("2031-04-06", "None", "12:00", 60, False),
        ("2031-10-05", "2031-10-25", "11:00", -60, False),
        ("2031-10-26", "None", "10:00", -60, False),
    ] == told("Australia/Sydney", "Europe/Berlin", "20:00")[1:]


def test_lord_howe_changes_by_half_an_hour():
    """Thirty minutes are a change as well."""
    assert ("2031-04-06", "None", "20:30", 30, False) == told(
        "Australia/Sydney", "Australia/Lord_Howe", "20:00"
    )[1]


def test_phoenix_keeps_its_clocks_while_new_york_changes():
    """A zone without summer time has the call earlier all summer."""
    assert ("2031-03-09", "None", "15:00", -60, False) == told(
        "America/New_York", "America/Phoenix"
    )[1]


def test_clocks_that_are_suspended_for_ramadan_return():
    """Casablanca went back for Ramadan of 2025, for six weeks."""
    year = (datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    expected = [("2025-02-23", "2025-04-05", "18:00", -60, True)]
    assert expected == told("Etc/UTC", "Africa/Casablanca", "18:00", year)


@pytest.mark.parametrize(
    ("own", "elsewhere"),
    [
        ("Asia/Kolkata", "Asia/Tokyo"),
        ("America/New_York", "America/Detroit"),
        ("Europe/London", "Europe/Berlin"),
        ("Etc/UTC", "Africa/Lagos"),
    ],
)
def test_nothing_is_said_where_nothing_changes(own, elsewhere):
    """Neither of zones without changes, nor of zones that change together."""
    assert [] == told(own, elsewhere)


@pytest.mark.parametrize("own", PLACES)
def test_every_day_is_told_as_a_day_by_day_look_finds_it(own):
    """Each day's time is the usual one, or that of a notice; and each notice begins and ends on such a day."""
    for elsewhere, clock in itertools.product(PLACES, CLOCKS):
        found = list(changes(own, elsewhere, clock, *TWO_YEARS))
        assert begun(found) == moved(own, elsewhere, clock), (own, elsewhere, clock)
        for change in found:
            assert [] == wrong(change, own, elsewhere, clock)


def begun(found):
    """Give the days on which the time elsewhere is another than the day before, by what is told."""
    starts = {change.first for change in found}
    returns = {change.last + DAY for change in found if change.notice.returns}
    return sorted(day for day in starts | returns if TWO_YEARS[0] < day <= TWO_YEARS[1])


def moved(own, elsewhere, clock):
    """Give the same days by looking at each of them."""
    days = [TWO_YEARS[0] + n * DAY for n in range((TWO_YEARS[1] - TWO_YEARS[0]).days + 1)]
    ahead = [
        there(own, elsewhere, clock, day) - datetime.datetime.combine(day, clock) for day in days
    ]
    pairs = zip(days[1:], ahead, ahead[1:], strict=False)
    return [day for day, before, now in pairs if before != now]


def wrong(change: Change, own, elsewhere, clock):
    """Give what is not so about a change: its time on its days, and how much it differs from the days around."""
    notice: Notice = change.notice
    last = change.last or change.first + 60 * DAY
    days = [change.first + n * DAY for n in range((last - change.first).days + 1)]
    faults = [day for day in days if there(own, elsewhere, clock, day).time() != notice.at]
    around = [change.first - DAY, *([last + DAY] if notice.returns else [])]
    later = datetime.timedelta(minutes=notice.later)
    for day in around:
        usual = there(own, elsewhere, clock, day) - datetime.datetime.combine(day, clock)
        now = there(own, elsewhere, clock, change.first)
        if now - datetime.datetime.combine(change.first, clock) - usual != later:
            faults.append(day)
    if there(own, elsewhere, clock, change.first).date() != notice.first:
        faults.append(change.first)
    return faults


def test_what_is_said_of_a_day_does_not_hang_on_the_span_that_is_asked_for():
    """A build of another day tells the same of a change."""
    clock = datetime.time(20)
    for own, elsewhere in itertools.permutations(PLACES[:14:2], 2):
        whole = {one.first: one for one in changes(own, elsewhere, clock, *TWO_YEARS)}
        for start in range(0, 700, 50):
            first = TWO_YEARS[0] + start * DAY
            part = list(changes(own, elsewhere, clock, first, first + 30 * DAY))
            assert [whole[one.first] for one in part if one.first in whole] == [
                one for one in part if one.first in whole
            ]
