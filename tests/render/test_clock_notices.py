"""What pages say of clock changes that move calls for listeners in other zones, and when they say nothing."""

import datetime
from dataclasses import replace

import pytest

from generator.privacy.public import (
    Evidence,
    LooseDate,
    PublicArchive,
    Reason,
    Status,
    WithheldCall,
    Withholding,
)
from generator.recurrence.words import read_words
from generator.render.clock_changes import Notice
from generator.render.clock_notices import (
    ANNOUNCED_LIMIT,
    announced_in,
    announcement,
    clock_notices,
    listener_zones,
    on_call,
    on_series,
)
from tests.render.every_page import pages
from tests.render.made_archive import CALL, SERIES
from tests.render.made_archive import SETTINGS as CLOSED

LIVING = replace(CLOSED, state="living", today=datetime.date(2031, 3, 1))
HEARD = replace(LIVING, listener_zones=("America/New_York", "Europe/London"))
WEEKLY = replace(
    SERIES,
    zone="America/New_York",
    rhythm="every week on Wednesday at 21:00",
    recurrence=read_words("every week on Wednesday at 21:00"),
    since=LooseDate(2031, 1, 8),
    until=None,
    skipped=(),
    evidence=Evidence.COMPLETE,
)
EARLY = "Until 29 March the calls are at 01:00 London time, an hour earlier than usual."
WHY = " The clocks there change on other days, or not at all."
AHEAD = "From 10 March to 29 March the calls are at 01:00 London time, an hour earlier than usual."


def call_on(month, day, **changes):
    """Give a call to come of the weekly series."""
    date = datetime.date(2031, month, day)
    values = {
        "id": f"{date}-river-open-call",
        "date": LooseDate(2031, month, day),
        "status": Status.SCHEDULED,
        "series": SERIES.id,
        "notes": (),
        "starts_at": datetime.datetime(2031, month, day, 23, tzinfo=datetime.UTC),
    }
    return replace(CALL, **{**values, **changes})


def plain(sentences):
    """Give what is said without the reason, which stands behind the last."""
    return [one.removesuffix(WHY) for one in sentences]


def said(calls, series=WEEKLY, settings=HEARD):
    """Give what is said on each call, and ahead of the series."""
    found = clock_notices(PublicArchive(calls=tuple(calls), series=(series,)), settings)
    return (
        {one: plain(on_call(notices)) for one, notices in found.calls.items()},
        [announcement(notice) for notice in found.series.get(SERIES.id, ())],
    )


def test_a_call_within_the_odd_weeks_says_so_and_others_do_not():
    """The weeks before and after have the usual time."""
    calls = [call_on(3, 5), call_on(3, 12), call_on(3, 26), call_on(4, 2)]
    names = ("2031-03-12-river-open-call", "2031-03-26-river-open-call")
    assert {name: [EARLY] for name in names} == said(calls)[0]


def test_the_series_announces_it_four_weeks_ahead():
    """Readers in London learn of it before it happens, with or without a record of a call."""
    before = replace(HEARD, today=datetime.date(2031, 2, 8))
    assert ([], [AHEAD]) == (said([], settings=before)[1], said([], settings=HEARD)[1])


def test_the_announcement_goes_with_the_last_call_that_it_is_about():
    """After Wednesday the 26th no call is left that is early."""
    last = replace(HEARD, today=datetime.date(2031, 3, 26))
    after = replace(HEARD, today=datetime.date(2031, 3, 27))
    assert ([AHEAD], []) == (said([], settings=last)[1], said([], settings=after)[1])


def test_a_change_that_stays_is_said_for_four_weeks():
    """Kolkata has no summer time, so its listeners get used to the other hour."""
    heard = replace(HEARD, listener_zones=("Asia/Kolkata",))
    calls = [call_on(3, 12), call_on(4, 2), call_on(4, 9)]
    words = "From 10 March on the calls are at 06:30 Kolkata time, an hour earlier than before."
    assert ["2031-03-12-river-open-call", "2031-04-02-river-open-call"] == list(
        said(calls, settings=heard)[0]
    )
    assert [words] == said(calls, settings=heard)[1]


def test_a_series_that_begins_after_a_change_says_nothing_of_it():
    """Nobody was used to another hour."""
    assert ({}, []) == said([call_on(3, 12)], replace(WEEKLY, since=LooseDate(2031, 3, 12)))


@pytest.mark.parametrize(
    "changed",
    [
        {"status": Status.CANCELLED},
        {"start": datetime.time(20)},
        {"zone": "America/Chicago"},
        {"starts_at": None},
        {"status": Status.HELD},
    ],
    ids=str,
)
def test_a_call_that_is_not_to_come_at_its_usual_hour_says_nothing(changed):
    """A cancelled call asks nobody to come, and one at another hour tells its new time itself."""
    assert {} == said([call_on(3, 12, **changed)])[0]


def test_nothing_is_announced_where_all_calls_of_the_weeks_are_cancelled():
    """A skipped or cancelled call moves for nobody."""
    cancelled = [call_on(3, day, status=Status.CANCELLED) for day in (12, 19, 26)]
    assert [] == said(cancelled)[1]


def test_a_withheld_call_says_nothing():
    """Of one that names its series the day is known and its hour is not."""
    withholding = Withholding(True, True, True, Reason.SAFETY, "", None, None)
    calls = [
        WithheldCall(
            id=f"2031-03-{day}-withheld-1",
            date=LooseDate(2031, 3, day),
            series=SERIES.id,
            groups=(),
            withholding=withholding,
        )
        for day in (12, 19, 26)
    ]
    assert ({}, []) == said(calls)


def test_a_closed_archive_says_nothing():
    """It announces no calls, so nobody is moved."""
    closed = replace(HEARD, state="closed")
    assert ({}, []) == said([call_on(3, 12)], replace(WEEKLY, until=LooseDate(2031, 12)), closed)


def test_a_series_without_an_hour_says_nothing():
    """An hour that is not known cannot move."""
    said_at = read_words("every week on Wednesday at 21:00")
    assert said_at is not None
    rhythm = replace(said_at, clock=None)
    assert ({}, []) == said([call_on(3, 12)], replace(WEEKLY, recurrence=rhythm))


def test_listeners_are_where_the_series_are_unless_the_settings_say_more():
    """Series whose calls are over do not count."""
    london = replace(WEEKLY, id="a", zone="Europe/London")
    over = replace(WEEKLY, id="b", zone="Asia/Tokyo", until=LooseDate(2031, 2))
    archive = PublicArchive(series=(london, over, WEEKLY))
    assert ("America/New_York", "Europe/London") == listener_zones(archive, LIVING)
    assert ("Asia/Kolkata",) == listener_zones(
        archive, replace(LIVING, listener_zones=("Asia/Kolkata",))
    )


def test_what_begins_first_is_announced_first():
    """By day, then by the name of the series."""
    phoenix = replace(WEEKLY, id="a", title="Zither call", zone="Europe/London")
    archive = PublicArchive(series=(phoenix, WEEKLY))
    assert ["Zither call", WEEKLY.title] == [
        one.series.title for one in announced_in(archive, HEARD)
    ]


def test_pages_of_calls_and_series_say_it():
    """It stands among the sentences at the top."""
    made = pages(PublicArchive(calls=(call_on(3, 12),), series=(WEEKLY,)), HEARD)
    assert EARLY in made["calls/2031-03-12-river-open-call.html"].body
    assert AHEAD in made[f"series/{SERIES.id}.html"].body


def test_a_day_alone_is_named_as_a_day():
    """From a day to the same day would read like a slip."""
    day = datetime.date(2031, 3, 29)
    alone = Notice("Asia/Jerusalem", day, day, datetime.time(2, 30), 90, True)
    words = "On 29 March the call is at 02:30 Jerusalem time, 1 hour 30 minutes later than usual."
    assert (words, [words]) == (announcement(alone), plain(on_call([alone])))


def test_the_calendar_tells_it_of_some_series_and_counts_the_rest():
    """Its page stays short where a hundred series move at once."""
    many = tuple(replace(WEEKLY, id=f"call-{n:02}", title=f"Call {n:02}") for n in range(43))
    body = pages(PublicArchive(series=many), HEARD)["calendar/index.html"].body
    assert ANNOUNCED_LIMIT == body.count(AHEAD)
    assert "3 more series say so on their own pages." in body


def test_a_calendar_without_clock_changes_says_nothing_of_more():
    """No count of nothing."""
    body = pages(PublicArchive(series=(WEEKLY,)), HEARD)["calendar/index.html"].body
    assert (1, False) == (body.count(AHEAD), "on their own pages" in body)


def test_the_reason_is_told_once():
    """Behind the last of what is said, on calls and on series."""
    day = datetime.date(2031, 3, 10)
    one = Notice("Asia/Kolkata", day, None, datetime.time(6, 30), -60, False)
    two = replace(one, zone="Asia/Tokyo")
    for said_of in (on_call, on_series):
        assert [False, True] == [words.endswith(WHY) for words in said_of([one, two])]
    assert ((), ()) == (on_call([]), on_series([]))
