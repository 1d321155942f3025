"""Months of the calendar: tables with every day once, with what stands on it, also at the edges of months and years."""

import calendar
import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator import zones
from generator.privacy.public import LooseDate, NotesState, PublicArchive, Status
from generator.render import month_pages
from generator.render.output import Page
from tests.render.ledger_archive import LIVING, WEEKLY, archive_of, call_on, withheld_on
from tests.render.page_reading import Element, Reading

WEDNESDAY = datetime.date(2031, 3, 19)
DAY = datetime.timedelta(days=1)


def single(day: datetime.date, **fields):
    """Give a call that belongs to no series, at 21:00 in New York."""
    (at,) = zones.instants(datetime.datetime.combine(day, datetime.time(21)), "America/New_York")
    return call_on(day, **{"series": "", "starts_at": at, **fields})


def months(archive: PublicArchive, settings=LIVING) -> dict[str, Reading]:
    """Read the page of every month."""
    return {
        draft.path: Reading(page.body)
        for draft in month_pages.render(archive, settings)
        if isinstance(page := draft.make(draft.view, settings), Page)
    }


def march(*calls, series=()) -> Reading:
    """Read March 2031 of an archive of these calls."""
    return months(archive_of(*calls, series=series))["calendar/2031-03.html"]


def days(reading: Reading) -> list[str]:
    """Give the days of the table in order."""
    return [
        each.attributes["datetime"]
        for each in reading.named("time")
        if len(each.attributes["datetime"]) == 10
    ]


def cell(reading: Reading, number: int) -> str:
    """Give the text of the cell of a day."""
    (found,) = [one for one in cells(reading) if one.text.split(" ")[0] == f"{number}"]
    return found.text


def cells(reading: Reading) -> list[Element]:
    """Give all cells of the table."""
    return reading.named("td")


@pytest.mark.parametrize(
    ("year", "month", "weeks"),
    [(2031, 2, 5), (2027, 2, 4), (2030, 12, 6), (2031, 3, 6), (2032, 2, 5), (2031, 6, 6)],
    ids=["ordinary", "four-weeks", "six-weeks", "six-weeks-from-Saturday", "leap", "from-Sunday"],
)
def test_a_month_has_each_of_its_days_once_and_whole_weeks(year, month, weeks):
    """A February that begins on Monday has four rows, and a month that begins late in the week has six."""
    path = f"calendar/{year}-{month:02d}.html"
    reading = months(archive_of(single(datetime.date(year, month, 1)), series=()))[path]
    many = calendar.monthrange(year, month)[1]
    assert [f"{year}-{month:02d}-{day:02d}" for day in range(1, many + 1)] == days(reading)
    assert weeks == len(reading.named("tr")) - 1
    assert weeks * 7 == len(cells(reading))


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 12, 31)))
@hypothesis_settings(max_examples=60)
def test_every_day_stands_under_its_weekday(day):
    """Weeks begin on Monday, in every month of a century."""
    (reading,) = months(archive_of(single(day), series=())).values()
    names = [each.text for each in reading.named("th")]
    assert "Monday" == names[0]
    place = next(at for at, one in enumerate(cells(reading)) if "River Assembly" in one.text)
    assert calendar.day_name[day.weekday()] == names[place % 7]
    assert f"{day.day}" == cells(reading)[place].text.split(" ")[0]


def test_the_table_says_what_it_is_when_it_is_drawn_as_a_list():
    """A caption, columns with a scope, and roles in so many words, which a style cannot take away."""
    reading = march(single(WEDNESDAY))
    assert ["table"] == [each.attributes["role"] for each in reading.named("table")]
    assert "The calls of March 2031, by day" == reading.named("caption")[0].text
    assert {("col", "columnheader")} == {
        (each.attributes["scope"], each.attributes["role"]) for each in reading.named("th")
    }
    roles = {name: {e.attributes["role"] for e in reading.named(name)} for name in ("tr", "td")}
    assert {"tr": {"row"}, "td": {"cell"}} == roles


def test_days_and_weeks_without_a_call_are_marked_so_that_a_phone_leaves_them_out():
    """One day of one week is left."""
    reading = march(single(WEDNESDAY))
    free = [one for one in cells(reading) if one.attributes.get("class") == "ia-month__free"]
    weeks = [one for one in reading.named("tr") if one.attributes.get("class") == "ia-month__free"]
    assert (41, 5) == (len(free), len(weeks))
    (shown,) = [one for one in cells(reading) if "class" not in one.attributes]
    assert shown.text.startswith("19 ")
    assert "Wednesday" == reading.of_class("ia-month__day")[0].attributes["data-weekday"]


def test_a_call_stands_on_its_local_day():
    """At 21:00 in New York it is the next day in UTC."""
    call = single(WEDNESDAY)
    assert 20 == call.starts_at.day
    assert "19 21:00 River Assembly open call" == cell(march(call), 19)
    assert "20" == cell(march(call), 20)


def test_a_call_on_the_last_evening_of_a_year_stays_in_it():
    """Though in UTC the new year has begun."""
    call = single(datetime.date(2030, 12, 31))
    assert 2031 == call.starts_at.year
    assert ["calendar/2030-12.html"] == list(months(archive_of(call, series=())))


def test_a_month_says_what_expected_means_where_something_is():
    """Somebody who never saw the archive cannot know it; a month without such a date needs no word of it."""
    meaning = "Expected means that the call repeats"
    assert meaning in march(series=(WEEKLY,)).text
    assert meaning not in march(single(WEDNESDAY)).text


def test_one_zone_is_said_once_and_several_at_each_hour():
    """A column of hours with one zone needs it no more than once."""
    alone = march(single(WEDNESDAY))
    assert "Hours are in New York time." in alone.text
    assert 1 == alone.text.count("New York time")
    london = single(
        WEDNESDAY, id="2031-03-19-london", zone="Europe/London", start=datetime.time(18),
        starts_at=datetime.datetime(2031, 3, 19, 18, tzinfo=datetime.UTC),
    )  # fmt: skip
    both = march(single(WEDNESDAY), london)
    assert "Hours are in" not in both.text
    assert cell(both, 19).index("18:00 London time") < cell(both, 19).index("21:00 New York time")


def test_a_moved_call_stands_at_its_new_day_and_the_old_day_says_so():
    """Whoever looks at the day that was announced finds where the call went."""
    moved = single(WEDNESDAY + DAY, moved_from=(datetime.datetime(2031, 3, 19, 21),))
    reading = march(moved)
    assert "19 River Assembly open call Moved to 20 March 2031" == cell(reading, 19)
    assert "20 21:00 River Assembly open call Moved from 19 March 2031" == cell(reading, 20)
    assert ["River Assembly open call"] == [each.text for each in reading.named("s")]


def test_a_call_moved_to_another_month_is_told_in_both():
    """Also across the turn of a year; the month that it left has a page where another call stands in it."""
    moved = single(
        datetime.date(2031, 1, 2),
        id="2031-01-02-call",
        moved_from=(datetime.datetime(2030, 12, 30, 21),),
    )
    found = months(archive_of(moved, single(datetime.date(2030, 12, 3)), series=()))
    assert "Moved to 2 January 2031" in cell(found["calendar/2030-12.html"], 30)
    assert "Moved from 30 December 2030" in cell(found["calendar/2031-01.html"], 2)
    assert ["calendar/2031-01.html"] == list(months(archive_of(moved, series=())))


def test_a_moved_occurrence_leaves_its_own_date():
    """The date of the rhythm is not expected a second time, and says where its call went."""
    moved = call_on(WEDNESDAY + DAY, occurrence=WEDNESDAY, notes_state=NotesState.NOT_YET)
    reading = march(moved, series=(WEEKLY,))
    assert "19 River Assembly open call Moved to 20 March 2031" == cell(reading, 19)


def test_a_call_that_was_moved_within_its_day_says_its_earlier_hour():
    """The day is the same, and says nothing twice."""
    moved = single(WEDNESDAY, moved_from=(datetime.datetime(2031, 3, 19, 18),))
    assert "19 21:00 River Assembly open call Moved from 18:00" == cell(march(moved), 19)


def test_a_cancelled_call_is_struck_through_in_words_too():
    """A line through a name is not heard."""
    gone = single(WEDNESDAY, status=Status.CANCELLED, reason="storm")
    reading = march(gone)
    assert "19 21:00 River Assembly open call Cancelled: storm" == cell(reading, 19)
    assert 1 == len(reading.named("s"))


def test_an_expected_date_without_a_record_says_so():
    """Nobody takes a rhythm for a call that was held."""
    reading = march(series=(WEEKLY,))
    assert "19 21:00 River open calls Expected, no record" == cell(reading, 19)
    assert "4 calls expected, without a record." in reading.text
    assert "../series/river-open-call.html#on-2031-03-19" == next(
        each.attributes["href"] for each in reading.named("a") if "03-19" in each.attributes["href"]
    )


def test_a_skipped_date_says_so_with_its_reason():
    """It is no call and is not counted."""
    series = replace(WEEKLY, skipped=((WEDNESDAY, "holiday"),))
    reading = march(series=(series,))
    assert "19 River open calls No call: holiday" == cell(reading, 19)
    assert "3 calls expected, without a record." in reading.text


def test_a_withheld_call_stands_as_its_public_part():
    """Its day, and that it is withheld; whether its hour is known is not said."""
    assert "19 Withheld call" == cell(march(withheld_on(WEDNESDAY)), 19)


def test_a_withheld_call_of_unknown_series_takes_no_expected_date_away():
    """The day looks the same as when the call belonged to no series."""
    assert "19 Withheld call 21:00 River open calls Expected, no record" == cell(
        march(withheld_on(WEDNESDAY), series=(WEEKLY,)), 19
    )


def test_an_unknown_hour_is_said_and_stands_first():
    """What may be at any hour comes before what is not."""
    vague = single(WEDNESDAY, id="vague", title="Vague call", start=None, starts_at=None)
    assert "19 Vague call Hour not known 21:00 River Assembly open call" == cell(
        march(single(WEDNESDAY), vague), 19
    )


def test_calls_without_a_day_stand_below_the_table():
    """They are of the month and of none of its days."""
    reading = march(
        single(WEDNESDAY), single(WEDNESDAY, id="2031-03-vague", date=LooseDate(2031, 3))
    )
    assert "Without a known day" == reading.named("h2")[0].text
    assert 2 == len([each for each in reading.named("a") if each.text.startswith("River Assembly")])
    assert "1 call." in reading.text


def test_months_without_a_call_on_a_day_have_no_page():
    """A call of which only the month is known stands in the lists of calls."""
    vague = single(WEDNESDAY, id="2031-03-vague", date=LooseDate(2031, 3))
    assert {} == months(archive_of(vague, series=()))


def test_each_month_leads_to_those_with_calls_beside_it():
    """Over the turn of a year, and over months without any."""
    found = months(
        archive_of(
            single(datetime.date(2030, 11, 5), id="2030-11-05-a"),
            single(datetime.date(2031, 2, 5), id="2031-02-05-b"),
            series=(),
        )
    )
    near = {
        path: {
            each.attributes["rel"]: each.attributes["href"]
            for each in page.named("a")
            if each.attributes.get("rel") in ("prev", "next")
        }
        for path, page in found.items()
    }
    assert {
        "calendar/2030-11.html": {"next": "2031-02.html"},
        "calendar/2031-02.html": {"prev": "2030-11.html"},
    } == near


def test_a_month_of_five_hundred_calls_has_them_all():
    """Each under its day."""
    calls = [
        single(datetime.date(2031, 3, 1 + at % 31), id=f"2031-03-{1 + at % 31:02d}-{at}")
        for at in range(500)
    ]
    reading = march(*calls)
    assert 500 == len(
        {
            e.attributes["href"]
            for e in reading.named("a")
            if e.attributes["href"].startswith("../calls/")
        }
    )
    assert [] == reading.faults


def test_ten_years_of_calls_are_a_page_a_month():
    """10,000 calls make 120 pages, each of which holds its own calls alone."""
    first = datetime.date(2021, 1, 1)
    span = (datetime.date(2030, 12, 31) - first).days
    calls = [single(first + DAY * (at * span // 9999), id=f"call-{at}") for at in range(10_000)]
    drafts = list(month_pages.render(archive_of(*calls, series=()), LIVING))
    assert 120 == len(drafts)
    views = [draft.view for draft in drafts if isinstance(draft.view, month_pages.MonthView)]
    assert 10_000 == sum(len(view.entries) for view in views)


def test_every_month_is_well_made():
    """One heading first, tags well nested, names given once."""
    moved = call_on(WEDNESDAY + DAY, moved_from=(datetime.datetime(2031, 3, 19, 21),))
    for reading in months(archive_of(moved, withheld_on(WEDNESDAY - DAY))).values():
        assert 1 == len(reading.named("h1"))
        assert [] == reading.faults
        assert len(set(reading.ids())) == len(reading.ids())
