"""What is coming: in order of time, each with its hour and state, as far as is said and no further."""

import datetime
from dataclasses import replace

import pytest

from generator.privacy.public import LooseDate, NotesState, PublicArchive, Status
from generator.render import calendar_pages
from generator.render.calendar_entries import Standing, entries_of
from generator.render.coming_calls import FEWEST, MOST, ahead_of, cut, drawn_coming
from generator.render.listings import draw_listing, make_listing, material_of
from generator.render.output import Page
from tests.render.ledger_archive import (
    LIVING,
    TODAY,
    WEEKLY,
    archive_of,
    call_on,
    loose,
    withheld_on,
)
from tests.render.page_reading import Reading

NEXT = datetime.date(2031, 3, 19)
AFTER = datetime.date(2031, 3, 26)
DAY = datetime.timedelta(days=1)


def coming_on(day: datetime.date, **fields):
    """Give a scheduled call of the weekly series without notes."""
    given = {"status": Status.SCHEDULED, "start": None, "starts_at": None, **fields}
    return call_on(day, NotesState.NOT_YET, **given)


def calendar(archive: PublicArchive, **settings) -> Reading:
    """Read the calendar's page of a living archive."""
    living = replace(LIVING, **settings)
    (draft,) = calendar_pages.render(archive, living)
    made = draft.make(draft.view, living)
    assert isinstance(made, Page)
    return Reading(made.body)


def rows(archive: PublicArchive, page: str = "calendar/index.html"):
    """Give the rows of what is coming."""
    return drawn_coming(ahead_of(archive, LIVING).entries, page)


def test_expected_dates_and_calls_stand_in_one_order_of_time():
    """A call with a record and the dates around it without one."""
    found = ahead_of(archive_of(coming_on(NEXT)), LIVING).entries
    assert [
        (TODAY, Standing.EXPECTED),
        (NEXT, Standing.CALL),
        (AFTER, Standing.EXPECTED),
    ] == [(one.date.exact, one.standing) for one in found[:3]]


def test_order_is_that_of_instants_and_not_of_clocks():
    """20:00 in London comes before 18:00 in New York on the same day."""
    early = coming_on(
        NEXT, id="london", series="", zone="Europe/London", start=datetime.time(20),
        starts_at=datetime.datetime(2031, 3, 19, 20, tzinfo=datetime.UTC),
    )  # fmt: skip
    late = coming_on(
        NEXT, id="america", series="", start=datetime.time(18),
        starts_at=datetime.datetime(2031, 3, 19, 22, tzinfo=datetime.UTC),
    )  # fmt: skip
    paths = [one.path for one in entries_of(archive_of(early, late, series=()), LIVING)]
    assert ["calls/london.html", "calls/america.html"] == paths


def test_an_expected_date_has_its_hour_and_its_place():
    """The hour is that of the rhythm by the clock of the series, and the link leads to the date on its page."""
    row = rows(archive_of())[1]
    assert "Wednesday 19 March 2031, 21:00 to 23:00 New York time" == row.words
    assert "../series/river-open-call.html#on-2031-03-19" == row.href
    assert "../calls/2031-03-19-river-open-call.ics" == row.add.href
    assert ("Expected, no record yet",) == row.says


def test_the_readers_own_time_is_told_from_an_expected_date_too():
    """The script finds instants and zone there as at a call."""
    reader = rows(archive_of())[1].reader
    assert reader is not None
    assert ("2031-03-20T01:00Z", "2031-03-20T03:00Z", "America/New_York") == reader[:3]


def test_a_skipped_date_of_the_coming_weeks_is_said_with_its_reason():
    """Whoever wonders finds no call of that day but why there is none."""
    series = replace(WEEKLY, skipped=((NEXT, "holiday"),))
    row = rows(archive_of(series=(series,)))[1]
    assert "No call on Wednesday 19 March 2031: holiday" == Reading(str(row.says[0])).text
    assert ("", "") == (row.words, row.add.href)


def test_a_skip_is_no_call_in_the_count():
    """It stands between calls and takes the place of none."""
    series = replace(WEEKLY, skipped=((NEXT, "holiday"),))
    found = cut(ahead_of(archive_of(series=(series,)), LIVING).entries, 2)
    assert [Standing.EXPECTED, Standing.SKIPPED, Standing.EXPECTED] == [
        one.standing for one in found
    ]


def test_a_moved_call_stands_once_at_its_new_time():
    """The day that it left shows no call, and the call says when it was first announced for."""
    moved = coming_on(
        NEXT + DAY, id="2031-03-20-river", moved_from=(datetime.datetime(2031, 3, 19, 21),)
    )
    found = [row for row in rows(archive_of(moved)) if "2031-03-20" in row.href]
    assert ["Thursday 20 March 2031, the hour is not known"] == [row.words for row in found]
    assert ("It was first announced for Wednesday 19 March 2031, 21:00 New York time.",) == found[
        0
    ].says
    assert NEXT not in [one.date.exact for one in ahead_of(archive_of(moved), LIVING).entries]


def test_a_cancelled_call_says_so_with_its_reason_and_is_not_to_be_added():
    """Its row stays, because people wait for it."""
    gone = coming_on(NEXT, status=Status.CANCELLED, reason="storm")
    row = rows(archive_of(gone))[1]
    assert "Cancelled" in str(row.chips)
    assert ("The reason given: storm",) == row.says
    assert "" == row.add.href


def test_a_call_that_is_only_announced_says_so():
    """A notice is no promise."""
    row = rows(archive_of(coming_on(NEXT, status=Status.ANNOUNCED)))[1]
    assert "Announced, not confirmed" in str(row.chips)


def test_the_hour_of_a_withheld_call_is_not_called_unknown():
    """It may be known and is not told."""
    row = rows(archive_of(withheld_on(NEXT + DAY)))[2]
    assert "Withheld call" == row.title
    assert "Thursday 20 March 2031" == row.words


def test_a_call_of_today_stands_under_today():
    """Also when it is already known to have been held."""
    reading = calendar(archive_of(call_on(TODAY)))
    assert ["Today", "March 2031", "April 2031"] == [each.text for each in reading.named("h3")]
    assert "River Assembly open call" == reading.of_class("ia-coming__title")[0].text


def test_the_list_goes_sixty_days_ahead_and_says_so():
    """Later dates are counted and stand on the pages of their months."""
    series = replace(WEEKLY, until=LooseDate(2031, 6, 25))
    ahead = ahead_of(archive_of(series=(series,)), LIVING)
    assert datetime.date(2031, 5, 11) == ahead.until
    assert (9, 7) == (len(ahead.entries), ahead.later)
    text = calendar(archive_of(series=(series,))).text
    assert (
        "This list goes to 11 May 2031. 7 later calls stand on the pages of their months." in text
    )


def test_no_more_than_sixty_calls_are_listed():
    """Then the list goes to the day of the last of them."""
    calls = [
        coming_on(TODAY + DAY * (at % 30), id=f"{TODAY + DAY * (at % 30)}-{at}", series="")
        for at in range(90)
    ]
    ahead = ahead_of(archive_of(*calls, series=()), LIVING)
    assert (MOST, 30) == (len(ahead.entries), ahead.later)
    assert TODAY + DAY * 19 == ahead.until


def test_a_few_calls_are_listed_however_far_away():
    """A call in half a year is news where there is no nearer one."""
    calls = [
        coming_on(TODAY + DAY * at, id=f"{TODAY + DAY * at}-call") for at in range(100, 170, 7)
    ]
    ahead = ahead_of(archive_of(*calls, series=()), LIVING)
    assert (FEWEST, 5) == (len(ahead.entries), ahead.later)
    assert TODAY + DAY * 128 == ahead.until


def test_a_list_that_holds_all_says_so():
    """Nobody looks for more."""
    text = calendar(archive_of(coming_on(NEXT), series=())).text
    assert "This list goes to 11 May 2031, and no later call is known." in text


@pytest.mark.parametrize(
    ("status", "listed"),
    [(Status.SCHEDULED, 1), (Status.ANNOUNCED, 1), (Status.HELD, 0)],
    ids=["scheduled", "announced", "held"],
)
def test_a_call_of_this_month_without_a_day_may_be_to_come(status, listed):
    """Unless it is known to have been held."""
    call = coming_on(NEXT, id="2031-03-call", date=LooseDate(2031, 3), status=status)
    assert listed == len(ahead_of(archive_of(call, series=()), LIVING).entries)


def test_a_closed_archive_lists_nothing_and_offers_months():
    """The calls ended, and the months are how to find them."""
    reading = calendar(archive_of(call_on(datetime.date(2031, 1, 8))), state="closed")
    assert [] == reading.of_class("ia-coming")
    assert "2031-01.html" == reading.links()["January"]
    assert "The calls have ended" in reading.text


def test_months_are_counted_with_dates_that_have_no_record():
    """January has three Wednesdays from the 8th, without the skipped one."""
    reading = calendar(archive_of())
    counts = [each.text for each in reading.of_class("ia-count")]
    assert ["16 calls", "3", "4", "4", "5"] == counts


def home(archive: PublicArchive, limit: int) -> Reading:
    """Read the listing of what is coming on a home page."""
    listing = make_listing("upcoming", limit, material_of(archive, LIVING))
    return Reading(draw_listing(listing, "index.html", LIVING))


def test_the_home_page_lists_the_first_few_and_says_how_many_more():
    """As many calls as it asks for, with the skips between them, and how far the rest goes."""
    series = replace(WEEKLY, skipped=((NEXT, "holiday"),))
    reading = home(archive_of(series=(series,)), 3)
    assert 3 == len(reading.of_class("ia-coming__when"))
    assert 1 == len(reading.of_class("ia-coming__none"))
    assert "And 4 more until 11 May 2031:" in reading.text


def test_the_home_page_leads_to_the_file_of_each_call():
    """The name of the link says which call it adds."""
    (first, *_) = home(archive_of(), 3).of_class("ia-coming__add")
    assert "calls/2031-03-12-river-open-call.ics" == first.attributes["href"]
    assert ("text/calendar", "") == (first.attributes["type"], first.attributes["download"])
    assert first.attributes["aria-label"].startswith(first.text)
    assert "12 March 2031" in first.attributes["aria-label"]


def test_a_date_is_not_offered_under_the_name_of_another_call():
    """A call that was made to stand for another date keeps the address that its own name has."""
    other = coming_on(NEXT, occurrence=AFTER)
    found = {one.date: one.file for one in entries_of(archive_of(other), LIVING) if one.file}
    shown = [
        one
        for one in entries_of(archive_of(other), LIVING)
        if one.standing is Standing.EXPECTED and one.date == loose(NEXT)
    ]
    assert [""] == [one.file for one in shown]
    assert "calls/2031-03-19-river-open-call.ics" in found.values()


def test_numbers_of_months_say_how_many_of_them_are_expected_alone():
    """Of sixteen dates fifteen have no record; where each call has one, nothing is said."""
    said = "15 dates on which a call is or was expected are counted too, though no record here tells of them."
    bare = calendar(archive_of(coming_on(NEXT))).text
    whole = calendar(archive_of(coming_on(NEXT), series=())).text
    assert (True, False) == (said in bare, "expected" in whole)
