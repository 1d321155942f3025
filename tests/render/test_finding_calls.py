"""Ways to a call: long years and months, how people met, how sure a record is, and what stands above a list."""

import datetime
from dataclasses import replace

import pytest

from generator import addresses
from generator.privacy.public import (
    Confidence,
    Evidence,
    LooseDate,
    Mode,
    NotesState,
    PublicArchive,
    RecordingState,
)
from generator.render.list_pages import FOUND_BY
from generator.render.list_tools import FEWEST, name_tools
from generator.wording import spoken
from tests.render.every_page import pages
from tests.render.made_archive import ARCHIVE, CALL, SETTINGS, WITHHELD, archive_with, call_with
from tests.render.page_reading import Reading

MET, SURE = addresses.how_met(), addresses.how_sure()


def read(path, archive=ARCHIVE):
    """Read one page of an archive."""
    return Reading(pages(archive, SETTINGS)[path].body)


def busy(number, start=datetime.date(2031, 1, 1), step=0):
    """Give an archive of so many calls, a few every day, or one every `step` days."""
    days = [start + datetime.timedelta(days=at * step if step else at // 4) for at in range(number)]
    dates = [LooseDate(day.year, day.month, day.day) for day in days]
    return archive_with(
        *(call_with(id=f"{date}-call-{at:04d}", date=date) for at, date in enumerate(dates))
    )


def test_the_index_leads_to_every_year_and_month():
    """A month of an ordinary year is a place in the list of the year."""
    links = read("calls/index.html").links()
    assert "2031.html" == links["2031"]
    assert "2031.html#month-03" == links["March"]


def test_the_index_leads_to_every_way_of_finding():
    """Each way stands there, in an empty archive too."""
    for archive in (ARCHIVE, PublicArchive()):
        found = set(read("calls/index.html", archive).links().values())
        assert {addresses.relative(path, "calls/index.html") for path, _ in FOUND_BY} <= found


def test_all_calls_stand_by_year_and_month_with_their_counts():
    """Headings of years hold those of months."""
    archive = archive_with(CALL, call_with(id="2032-04-01-call", date=LooseDate(2032, 4, 1)))
    reading = read("calls/index.html", archive)
    assert ["2031 1 call", "2032 1 call"] == [each.text for each in reading.named("h3")]
    assert ["March 1 call", "April 1 call"] == [each.text for each in reading.named("h4")]


def test_a_long_year_has_a_page_for_every_month():
    """No list has five hundred rows, the year leads to the months, and the months to each other."""
    archive = busy(600)
    made = pages(archive, SETTINGS)
    year = Reading(made["calls/2031.html"].body)
    assert [] == year.of_class("ia-row")
    assert "2031-01.html" == year.links()["January"]
    months = [path for path in made if path.startswith("calls/2031-0") and len(path) == 18]
    rows = [len(Reading(made[path].body).of_class("ia-row")) for path in sorted(months)]
    assert 600 == sum(rows)
    assert max(rows) <= 124
    february = Reading(made["calls/2031-02.html"].body).links()
    assert "2031-01.html" == february["Calls of January 2031"]
    assert "2031-03.html" == february["Calls of March 2031"]
    assert "2031.html" == february["Calls of 2031"]


def test_an_address_of_a_month_lasts_when_its_year_grows_long():
    """The name of the month stands in the page of the year, short or long."""
    for archive in (ARCHIVE, busy(600)):
        assert "month-03" in read("calls/2031.html", archive).ids()


def test_a_day_that_is_not_known_has_its_place_in_a_long_year():
    """A call known to the year alone is in none of the months."""
    archive = busy(600)
    vague = call_with(id="2031-call", date=LooseDate(2031), start=None, starts_at=None)
    made = pages(archive_with(vague, *archive.calls), SETTINGS)
    reading = Reading(made["calls/2031-not-known.html"].body)
    assert 1 == len(reading.of_class("ia-row"))
    assert "Calls of 2031, month not known" == reading.named("h1")[0].text


@pytest.mark.parametrize(
    "path", ["series/river-open-call", "groups/river-planning", "hubs/spring-gathering"]
)
def test_a_record_of_too_many_calls_leads_to_its_years(path):
    """Its page stays short, and each year has all of its calls."""
    made = pages(busy(520, step=2), SETTINGS)
    reading = Reading(made[f"{path}.html"].body)
    assert [] == reading.of_class("ia-row")
    assert f"{path.partition('/')[2]}.2032.html" == reading.links()["2032"]
    rows = sum(
        len(Reading(made[f"{path}.{year}.html"].body).of_class("ia-row"))
        for year in (2031, 2032, 2033)
    )
    assert 520 == rows


def test_a_long_year_of_a_record_leads_to_its_months():
    """However many calls a group has, no page of it grows without bound."""
    made = pages(busy(600), SETTINGS)
    year = Reading(made["groups/river-planning.2031.html"].body)
    assert [] == year.of_class("ia-row")
    assert "river-planning.2031-01.html" == year.links()["January"]
    assert 124 == len(Reading(made["groups/river-planning.2031-01.html"].body).of_class("ia-row"))


def test_calls_of_a_record_stand_by_year():
    """Only where there are several years."""
    series = "series/river-open-call.html"
    assert [] == read(series).named("h3")
    archive = archive_with(CALL, call_with(id="2032-04-01-call", date=LooseDate(2032, 4, 1)))
    assert ["2031 1 call", "2032 1 call"] == [
        each.text for each in read(series, archive).named("h3")
    ]


def test_calls_stand_by_how_people_met():
    """Each mode that there is has its calls and their number; withheld calls are told apart and not listed."""
    room = call_with(id="2031-03-06-call", mode=Mode.IN_PERSON)
    reading = read(MET, archive_with(CALL, room, WITHHELD))
    assert ["By telephone 1 call", "In a room 1 call"] == [
        each.text for each in reading.named("h2")
    ]
    assert 2 == len(reading.of_class("ia-row"))
    assert "1 call whose details are withheld is in none of these lists." in reading.text


def test_calls_stand_by_how_sure_they_are_and_by_what_was_seen():
    """The names in the page are those that other pages lead to."""
    low = call_with(id="2031-03-06-call", confidence=Confidence.LOW, evidence=Evidence.MENTION_ONLY)
    reading = read(SURE, archive_with(CALL, low))
    wanted = {
        addresses.how_sure("high"),
        addresses.how_sure("low"),
        addresses.how_seen("opening-only"),
        addresses.how_seen("mention-only"),
    }
    assert {address.partition("#")[2] for address in wanted} <= set(reading.ids())
    assert 4 == len(reading.of_class("ia-row"))


@pytest.mark.parametrize(("path", "number"), [(MET, 500), (SURE, 250)])
def test_many_calls_are_counted_by_year_and_kind(path, number):
    """Neither page has five hundred rows; the page says that a year leads to all of its calls."""
    assert number - 1 <= len(read(path, busy(number - 1)).of_class("ia-row")) < 500
    reading = read(path, busy(number))
    assert [] == reading.of_class("ia-row")
    assert "2031.html" == reading.links()["2031"]
    assert "lead to all calls of that year" in reading.text


def test_a_short_list_has_nothing_above_it():
    """It is seen at a glance."""
    few, more = busy(FEWEST - 1), busy(FEWEST)
    assert [] == read("calls/index.html", few).of_class("ia-filter")
    (tools,) = read("calls/index.html", more).of_class("ia-filter")
    assert "hidden" in tools.attributes
    assert f"{{shown}} of {FEWEST} calls shown" == tools.attributes["data-shown"]


def test_lines_are_counted_where_calls_stand_in_several():
    """A page on which each call stands twice does not say that there are twice as many calls."""
    (tools,) = read(SURE, busy(FEWEST)).of_class("ia-filter")
    assert f"{{shown}} of {2 * FEWEST} lines shown" == tools.attributes["data-shown"]


def test_only_states_that_tell_calls_apart_are_offered():
    """A state that all or none of the calls have would hide nothing or everything."""
    calls = [call_with(id=f"2031-03-0{at}-call") for at in range(1, 7)]
    same = archive_with(*calls)
    mixed = archive_with(
        *calls[:5],
        replace(calls[5], notes_state=NotesState.MINUTES, absence=NotesState.MINUTES),
    )
    heard = archive_with(*calls[:5], replace(calls[5], recording_state=RecordingState.RECORDING))
    offered = {
        name: [
            each.attributes["value"]
            for each in read("calls/2031.html", archive).named("option")
            if each.attributes["value"] not in ("", "given", "reverse")
        ]
        for name, archive in (("same", same), ("mixed", mixed), ("heard", heard))
    }
    assert {"same": [], "mixed": ["minutes", "missing"], "heard": ["recording"]} == offered


def test_a_withheld_row_says_nothing_that_a_reader_could_choose_by():
    """Whether it has minutes is not to be told."""
    rows = read("calls/2031.html").of_class("ia-row")
    assert ["data-has" in row.attributes for row in rows] == [True, False, True]


def test_the_groups_index_says_who_approved_a_committee_and_when():
    """The assembly and the day stand beside its name."""
    (key,) = read("groups/index.html").of_class("ia-entry__key")
    assert "Approved by River Assembly, 7 January 2031" == key.text


def test_a_group_without_a_known_approval_says_nothing_of_one():
    """What was not found is not said to be missing, unless its record says so."""
    groups = tuple(
        replace(each, approved_by="", approved_on=None, approval_note="") for each in ARCHIVE.groups
    )
    reading = read("groups/index.html", replace(ARCHIVE, groups=groups))
    assert [] == reading.of_class("ia-entry__key")
    assert "No approval" not in reading.text


def test_hubs_stand_in_the_order_in_which_they_began():
    """Those without a date come last."""
    (hub,) = ARCHIVE.hubs
    hubs = (
        replace(hub, id="later", name="Later", since=LooseDate(2032)),
        replace(hub, id="vague", name="A vague one", since=None, until=None),
        hub,
    )
    reading = read("hubs/index.html", replace(ARCHIVE, hubs=hubs))
    assert ["2031 1", "2032 1", "Date not known 1"] == [each.text for each in reading.named("h2")]


def test_the_number_above_a_list_is_written_as_the_language_does():
    """A page in German has no English comma in its numbers."""
    with spoken("de"):
        tools = name_tools("{shown} of {n} shown", 1204, "places/index.html")
    assert tools is not None
    assert "{shown} of 1.204 shown" == tools.shown
