"""Lists and pages of years, series, groups, hubs, gaps and withholdings: complete, honest, and one folder deep."""

import datetime
import posixpath
from dataclasses import replace

import pytest

from generator.privacy.public import (
    Evidence,
    LooseDate,
    Mode,
    NotesState,
    Origin,
    PublicArchive,
    RecordingState,
    Status,
)
from generator.render import ics_feed
from generator.render.output import Page
from tests.render.every_page import drafts, files, pages
from tests.render.made_archive import (
    ARCHIVE,
    CALL,
    SERIES,
    SETTINGS,
    WITHHELD,
    archive_with,
    call_with,
    notes_with,
)
from tests.render.page_reading import Reading


def read(path, archive=ARCHIVE, settings=SETTINGS):
    """Read one page of an archive."""
    return Reading(pages(archive, settings)[path].body)


def many(number):
    """Give an archive of so many calls, all without minutes."""
    start = datetime.date(2030, 12, 1)
    days = [start + datetime.timedelta(days=index) for index in range(number)]
    dates = [LooseDate(day.year, day.month, day.day) for day in days]
    return archive_with(*(call_with(id=f"{date}-call", date=date) for date in dates))


@pytest.mark.parametrize(
    "archive", [ARCHIVE, PublicArchive(), many(501)], ids=["small", "empty", "big"]
)
def test_every_page_is_well_made(archive):
    """One heading first, tags well nested, names given once, a short plain description."""
    for page in pages(archive).values():
        reading = Reading(page.body)
        assert page.body.count("<h1") == 1
        assert 1 == len(reading.named("h1"))
        assert [] == reading.faults
        assert len(set(reading.ids())) == len(reading.ids())
        assert 0 < len(page.description) < 160
        assert "<" not in page.title


@pytest.mark.parametrize("archive", [ARCHIVE, many(501)], ids=["small", "big"])
def test_every_outline_leads_to_a_heading(archive):
    """The side bar never leads nowhere."""
    for page in pages(archive).values():
        ids = set(Reading(page.body).ids())
        assert set() == {heading.anchor for heading in page.outline} - ids


@pytest.mark.parametrize("archive", [ARCHIVE, many(501)], ids=["small", "big"])
def test_links_between_pages_of_records_lead_to_pages(archive):
    """Every relative link leads to a page of records, a calendar, data, or a hand-written page."""
    made = pages(archive)
    calendars = {draft.path for draft in ics_feed.render(archive, SETTINGS)}
    data = ("statistics.json", "ledger.json", "withheld.json", "recordings.json")
    files_of_data = {
        "feeds/withheld.xml",
        "feeds/podcast.xml",
        "feeds/deadlines.xml",
        *(f"data/v1/{name}" for name in data),
        *calendars,
    }
    elsewhere = {"help/index.html", "help/privacy.html", "search/index.html", *files_of_data}
    for page in made.values():
        for link in Reading(page.body).named("a"):
            href = link.attributes["href"].partition("#")[0]
            if not href or "://" in href or href.startswith("/"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), href))
            assert target in made or target in elsewhere


def test_records_lie_one_folder_deep_beside_their_index():
    """A record's page wears the frame of the index beside it."""
    for page in pages(ARCHIVE).values():
        if page.path != "404.html":
            folder, _, name = page.path.partition("/")
            assert f"{folder}/index.html" == page.section
            assert name
            assert "/" not in name


def test_counts_are_honest():
    """Announced is not held, and withheld is counted apart."""
    announced = call_with(id="2031-03-06-call", status=Status.ANNOUNCED, mode=Mode.IN_PERSON)
    text = read("calls/index.html", archive_with(CALL, announced, WITHHELD)).text
    assert "3 calls: 1 held, 1 announced only, 1 withheld." in text
    assert "1 by telephone, 1 in a room" in text


def test_a_small_archive_lists_all_calls_on_one_page():
    """All calls, also withheld ones, with a link each."""
    links = read("calls/index.html").named("a")
    assert ["River Assembly open call", "Withheld call", "River Assembly second call"] == [
        link.text for link in links if link.attributes["href"].startswith("2031-")
    ]


def test_every_state_has_words_behind_its_number():
    """The sentence of counts reads as one, with no question in its middle."""
    calls = [
        *(call_with(id=f"2031-03-05-n-{each.value}", notes_state=each) for each in NotesState),
        *(
            call_with(id=f"2031-03-05-r-{each.value}", recording_state=each)
            for each in RecordingState
        ),
    ]
    said = {
        label.text: fact.text
        for reading in [read("calls/index.html", archive_with(*calls))]
        for label, fact in zip(reading.named("dt"), reading.named("dd"), strict=True)
    }
    assert len(NotesState) == said["Minutes"].count(",") + 1
    assert len(RecordingState) == said["Recordings"].count(",") + 1
    assert "1 as a draft, 1 as a summary only, 1 withheld" in said["Minutes"]
    assert "?" not in said["Minutes"] + said["Recordings"]


def test_a_large_archive_leads_to_its_years():
    """Five hundred calls are too many for one list."""
    reading = read("calls/index.html", many(500))
    assert [] == reading.of_class("ia-row")
    assert "2030.html" == reading.links()["2030"]


def test_a_year_groups_its_calls_by_month():
    """A call known to the year only comes first, under words that say so."""
    archive = archive_with(
        call_with(id="2031-call", date=LooseDate(2031), start=None, starts_at=None),
        call_with(id="2031-04-call", date=LooseDate(2031, 4), start=None, starts_at=None),
        CALL,
    )
    headings = [each.text for each in read("calls/2031.html", archive).named("h2")]
    assert ["Month not known 1 call", "March 1 call", "April 1 call"] == headings


def test_a_withheld_call_is_a_row_that_tells_its_date_alone():
    """The row has the date, and words in place of a title."""
    row = read("calls/2031.html").of_class("ia-row")[1]
    assert "2031-03-12 Withheld call Withheld call" == row.text


def test_the_page_of_a_withheld_call_tells_no_more_than_its_type():
    """Its date, the withholding, and the way to its neighbours."""
    reading = read(f"calls/{WITHHELD.id}.html")
    assert "Withheld call of 12 March 2031" == reading.named("h1")[0].text
    assert [] == reading.named("dl")
    assert "River planning group decided so on 13 March 2031." in reading.text


def test_a_withheld_call_that_chose_to_be_named_is_in_its_series():
    """Its series and groups are shown where the group chose so."""
    named = replace(WITHHELD, series="river-open-call", groups=("river-planning",))
    archive = archive_with(CALL, named)
    (small,) = read(f"calls/{named.id}.html", archive).of_class("ia-eyebrow")
    assert "River open calls, number 2 of 2 in this archive" == small.text
    for path in ("series/river-open-call.html", "groups/river-planning.html"):
        assert 2 == len(read(path, archive).of_class("ia-row"))


def test_a_series_known_as_a_habit_invents_no_calls():
    """The page says that single dates are not known and lists the attested calls alone."""
    series = replace(SERIES, evidence=Evidence.PATTERN_ONLY)
    reading = read("series/river-open-call.html", replace(ARCHIVE, series=(series,)))
    assert "The habit is known, single dates are not." in reading.text
    assert 2 == len(reading.of_class("ia-row"))


def test_a_series_says_its_rhythm_and_its_skips():
    """The sentence stands first, skipped dates with their reason."""
    reading = read("series/river-open-call.html")
    assert "Every week on Wednesday at 21:00" == reading.named("p")[1].text
    assert "2031-04-02 (holiday)" in [each.text for each in reading.named("dd")]


def test_a_group_lists_each_of_its_calls_once():
    """A group that hosts a call and takes part in it is not counted twice."""
    assert 2 == len(read("groups/river-planning.html").of_class("ia-row"))


def test_a_group_says_who_approved_it_and_when():
    """The assembly is a link, the day and what was not found stand beside it."""
    reading = read("groups/river-planning.html")
    assert "river-assembly.html" == reading.links()["River Assembly"]
    assert "On 7 January 2031. The page on its founding was not found" in reading.text


def test_an_assembly_lists_its_groups():
    """What is part of it and what it approved."""
    headings = [each.text for each in read("groups/river-assembly.html").named("h2")]
    assert headings[:2] == ["Its groups", "Groups it approved"]


def test_groups_are_listed_by_kind():
    """Assemblies come before committees of correspondence."""
    headings = [each.text for each in read("groups/index.html").named("h2")]
    assert ["Assemblies 1", "Committees of correspondence 1"] == headings


def test_gaps_name_the_years():
    """Missing minutes of several years stand under their year, the latest first, with their number."""
    archive = archive_with(call_with(), call_with(id="2030-03-05-a", date=LooseDate(2030, 3, 5)))
    headings = [each.text for each in read("gaps/index.html", archive).named("h3")]
    assert ["2031 1 call", "2030 1 call"] == headings


def test_gaps_say_how_to_help():
    """Where something is missing the page asks for it; where nothing is, it does not."""
    assert "Can you help?" in read("gaps/index.html", archive_with(call_with())).text
    whole = archive_with(call_with(notes_state=NotesState.NONE_TAKEN))
    assert "Can you help?" not in read("gaps/index.html", whole).text


def test_a_summary_stays_in_the_list_of_gaps_unless_minutes_are_elsewhere():
    """A summary does not replace minutes that are missing; minutes elsewhere are not missing."""
    notes = (notes_with(origin=Origin.SUMMARY),)
    archive = archive_with(
        call_with(id="2031-03-05-a", notes_state=NotesState.SUMMARY, notes=notes),
        call_with(
            id="2031-03-05-b",
            notes_state=NotesState.SUMMARY,
            absence=NotesState.ELSEWHERE,
            notes=notes,
        ),
    )
    links = read("gaps/index.html", archive).links().values()
    assert "../calls/2031-03-05-a.html" in links
    assert "../calls/2031-03-05-b.html" not in links


def test_a_missing_recording_is_a_gap_and_an_unknown_one_is_not():
    """Only what should exist is asked for."""
    archive = archive_with(
        call_with(
            id="2031-03-05-a",
            notes_state=NotesState.NONE_TAKEN,
            recording_state=RecordingState.MISSING,
        ),
        call_with(id="2031-03-05-b", notes_state=NotesState.NONE_TAKEN),
    )
    rows = read("gaps/index.html", archive).of_class("ia-row")
    assert 1 == len(rows)


def test_a_long_list_of_gaps_is_parted_by_year():
    """The index stays short and each year has all of its gaps."""
    archive = many(500)
    made = pages(archive)
    assert [] == Reading(made["gaps/index.html"].body).of_class("ia-row")
    rows = sum(
        len(Reading(made[f"gaps/{year}.html"].body).of_class("ia-row"))
        for year in (2030, 2031, 2032)
    )
    assert 500 == rows


def test_the_register_lists_every_withholding():
    """What, since when, by whom, why, and when it will be looked at again."""
    item = read("withheld/index.html").named("li")[0].text
    assert (
        "Withheld call, 12 March 2031Withheld since the decision of 13 March 2031: all details. "
        "Decided by: River planning group. Class of the reason: safety. "
        "The decision will be looked at again on 13 September 2031." == item
    )


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (datetime.date(2031, 9, 13), "will be looked at again on 13 September 2031."),
        (datetime.date(2031, 9, 14), "was to be looked at again on 13 September 2031, and that is"),
    ],
)
def test_a_review_is_overdue_from_the_day_after(today, said):
    """The register and the page of the call say so, on the day they are built for."""
    settings = replace(SETTINGS, today=today)
    made = [
        draft.make(draft.view, replace(settings, today=datetime.date.min))
        for draft in drafts(ARCHIVE, settings)
        if draft.path in ("withheld/index.html", f"calls/{WITHHELD.id}.html")
    ]
    assert [True, True] == [
        isinstance(page, Page) and f"The decision {said}" in page.body for page in made
    ]


def test_an_empty_register_says_so():
    """Nothing withheld is a fact worth a line."""
    assert (
        "No call of this archive is withheld, in whole or in part."
        in read("withheld/index.html", archive_with(CALL)).text
    )


def test_a_closed_archive_announces_nothing():
    """It says when the calls ended and offers the record of them."""
    scheduled = call_with(id="2031-07-01-call", date=LooseDate(2031, 7, 1), status=Status.SCHEDULED)
    reading = read("calendar/index.html", archive_with(CALL, scheduled))
    assert [] == reading.of_class("ia-coming")
    assert (
        "The last call known to have been held: River Assembly open call, 5 March 2031."
        in reading.text
    )
    assert "webcal://calls.example/archive/calendar/all.ics" in reading.links().values()


def test_a_living_archive_shows_what_is_coming():
    """Calls from today on, and no earlier ones."""
    living = replace(SETTINGS, state="living")
    scheduled = call_with(id="2031-06-01-call", date=LooseDate(2031, 6, 1), status=Status.SCHEDULED)
    archive = archive_with(CALL, scheduled)
    said = read("calendar/index.html", archive, living).of_class("ia-coming__when")
    assert ["Sunday 1 June 2031"] == [each.text.partition(",")[0] for each in said]


def test_an_alias_leads_to_the_call():
    """An address once published keeps working, also without a refresh."""
    archive = archive_with(call_with(aliases=("2031-03-04-river-open-call",)))
    html = files(archive)["calls/2031-03-04-river-open-call.html"]
    reading = Reading(html)
    refresh = next(m for m in reading.named("meta") if m.attributes.get("http-equiv") == "refresh")
    assert f"0; url={CALL.id}.html" == refresh.attributes["content"]
    assert f"{CALL.id}.html" == reading.links()[CALL.title]


def test_a_redirect_is_hidden_from_search_engines_like_all_pages():
    """`indexing: false` holds for every page."""
    archive = archive_with(call_with(aliases=("2031-03-04-call",)))
    assert 'content="noindex"' in files(archive)["calls/2031-03-04-call.html"]
    open_to_all = files(archive, replace(SETTINGS, indexing=True))["calls/2031-03-04-call.html"]
    assert "noindex" not in open_to_all


def test_an_alias_never_takes_the_place_of_a_call():
    """The call that has the address now keeps it."""
    other = call_with(id="2031-03-04-call", aliases=(CALL.id,))
    assert {} == files(archive_with(CALL, other))


def test_links_of_the_page_for_lost_addresses_start_at_the_root():
    """A host shows this page at any depth."""
    hrefs = [a.attributes["href"] for a in read("404.html").named("a")]
    assert all(href.startswith("/archive/") for href in hrefs)


def test_empty_lists_say_what_would_be_there():
    """An empty archive has every index, each with words in place of its list."""
    made = pages(PublicArchive())
    for path in ("calls", "series", "groups", "hubs", "places", "gaps", "withheld", "calendar"):
        assert len(Reading(made[f"{path}/index.html"].body).named("p")) >= 1
