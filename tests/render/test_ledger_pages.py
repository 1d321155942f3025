"""Expected dates on the pages of series and groups, in the ledger, among the gaps, as data and in a feed."""

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

import pytest

from generator.privacy import gate
from generator.privacy.public import (
    AnyCall,
    Evidence,
    LooseDate,
    NotesState,
    PublicArchive,
    PublicSeries,
    Status,
)
from generator.recurrence.words import read_words
from generator.render import (
    atom_gaps,
    data_ledger,
    gap_pages,
    group_pages,
    ledger_pages,
    series_pages,
)
from generator.render.ledger import ledger_of
from generator.render.ledger_rows import STATES, DateState
from generator.render.output import File, Page
from generator.settings import Settings
from tests.privacy.quiet_archive import Frame, open_files
from tests.privacy.quiet_archive import read as read_files
from tests.render.ledger_archive import (
    LIVING,
    TODAY,
    WEEKLY,
    archive_of,
    call_on,
    withheld_on,
)
from tests.render.page_reading import Reading

MODULES = (gap_pages, group_pages, ledger_pages, series_pages)
PAGE = "series/river-open-call.html"
WEEK = datetime.timedelta(days=7)
DAY = TODAY - 3 * WEEK
NO_FORGE = replace(LIVING, repo_url="", forge="")
DAILY = replace(
    WEEKLY,
    recurrence=read_words("every day at 08:00"),
    since=LooseDate(2030, 1, 1),
    until=None,
)
"""Expected on more than five hundred days."""


def pages(archive: PublicArchive, settings: Settings = LIVING) -> dict[str, Page]:
    """Give the pages that tell of expected dates, by address."""
    found = (d.make(d.view, settings) for m in MODULES for d in m.render(archive, settings))
    return {page.path: page for page in found if isinstance(page, Page)}


def read(path: str, *calls: AnyCall, settings: Settings = LIVING, **fields: object) -> Reading:
    """Read a page of an archive of the weekly series, varied by fields, and some calls."""
    series = replace(WEEKLY, **fields)  # type: ignore[arg-type]
    return Reading(pages(archive_of(*calls, series=(series,)), settings)[path].body)


def days(reading: Reading) -> list[str]:
    """Give the names of the rows of dates in a page, in order."""
    names = (row.attributes.get("id") or "" for row in reading.named("tr"))
    return [name.removeprefix("on-") for name in names if name]


def files(archive: PublicArchive, settings: Settings = LIVING) -> dict[str, str]:
    """Give the data and the feed of an archive, by address."""
    made = (
        d.make(d.view, settings)
        for m in (atom_gaps, data_ledger)
        for d in m.render(archive, settings)
    )
    return {file.path: file.data.decode() for file in made if isinstance(file, File)}


def test_a_series_tells_its_next_dates_and_then_the_past_newest_first():
    """Whoever comes asks first when the next call is."""
    found = days(read(PAGE))
    assert ["2031-03-12", "2031-03-19", "2031-03-26"] == found[:3]
    assert ["2031-03-05", "2031-02-26", "2031-02-19"] == found[8:11]


def test_a_call_stands_once_on_the_page_of_its_series():
    """Known calls are rows among the dates and no second list."""
    calls = (call_on(DAY), call_on(DAY - WEEK), call_on(DAY - 3 * WEEK + WEEK / 7, extra=True))
    hrefs = Counter(link.attributes["href"] for link in read(PAGE, *calls).named("a"))
    assert [1, 1, 1] == [hrefs[f"../calls/{call.id}.html"] for call in calls]


def test_the_line_above_the_dates_adds_up():
    """The numbers behind the colon are those of the expected dates before it."""
    calls = (call_on(DAY), withheld_on(DAY - WEEK), call_on(DAY - 2 * WEEK, NotesState.DRAFT))
    text = read(PAGE, *calls).text
    line = re.search(r"(\d+) dates expected: ([^.]*)\.", text)
    assert line is not None
    assert int(line[1]) == sum(map(int, re.findall(r"\d+", line[2])))


def test_tables_of_dates_can_be_heard():
    """Each has a caption, heads of columns and a head of each row."""
    reading = read(PAGE)
    tables = len(reading.named("table"))
    scopes = Counter(head.attributes["scope"] for head in reading.named("th"))
    assert (tables, 3 * tables, len(days(reading))) == (
        len(reading.named("caption")),
        scopes["col"],
        scopes["row"],
    )


def test_an_extra_call_is_marked():
    """It stands among the dates and says that it is none of them."""
    assert "Extra call" in read(PAGE, call_on(DAY + WEEK / 7, extra=True)).text


def test_a_moved_call_tells_its_new_day_and_hour():
    """Its row stays where the calendar of the series had it."""
    moved = call_on(
        DAY + WEEK / 7,
        moved_from=(datetime.datetime.combine(DAY, datetime.time(21)),),
        start=datetime.time(20),
    )
    assert "Moved to Thursday 20 February 2031, 20:00 New York time" in read(PAGE, moved).text


def test_a_call_to_come_tells_its_hour_as_a_date_without_a_record_does():
    """Whoever wants to take part looks for it, and a record has it like the dates beside it."""
    coming = call_on(TODAY + WEEK, NotesState.NOT_EXPECTED, status=Status.SCHEDULED)
    (row,) = [
        each
        for each in read(PAGE, coming).named("tr")
        if each.attributes.get("id") == "on-2031-03-19"
    ]
    assert "21:00 New York time" in row.text


def test_a_series_of_which_only_the_habit_is_known_lists_its_calls():
    """No date of it is made up."""
    reading = read(PAGE, call_on(DAY), evidence=Evidence.PATTERN_ONLY)
    assert ([], 1) == (days(reading), len(reading.of_class("ia-row")))


def test_a_series_that_expects_nothing_yet_says_so():
    """Its dates begin after all that is expanded."""
    reading = read(PAGE, since=LooseDate(2040, 1, 4), until=None, skipped=())
    assert "No date is expected yet." in reading.text


def links(reading: Reading) -> list[str]:
    """Give where the links lead that add notes of a date."""
    marked = (one for one in reading.named("a") if one.text == "Add the notes")
    return [one.attributes["href"] for one in marked if "aria-label" in one.attributes]


@pytest.mark.parametrize("path", [PAGE, "gaps/index.html"])
def test_a_missing_date_has_a_file_ready(path):
    """The editor opens with the file's name, the series, the date and the sharing filled in."""
    found = [unquote(href) for href in links(read(path)) if "2031-02-19" in href]
    (href,) = found
    assert "minutes/2031/2031-02-19-river-open-call.md" in href
    assert "series: river-open-call\ndate: 2031-02-19\n" in href
    assert "share: public" in href


@pytest.mark.parametrize(
    ("path", "place"),
    [(PAGE, "#add-notes"), ("gaps/index.html", "../series/river-open-call.html#add-notes")],
)
def test_without_a_forge_a_missing_date_leads_to_the_text_to_copy(path, place):
    """It stands on the page of the series."""
    assert {place} == set(links(read(path, settings=NO_FORGE)))


def test_a_ready_file_with_notes_in_it_stands_for_its_date():
    """What the link opens passes the checks and fills the row."""
    lines = "title: Open call\nrepeats: every week on Wednesday at 21:00\nfrom: 2031-03-05\nshare: public\n"
    given = {
        **open_files(Frame(living=True)),
        "calls/series/river-open-call.yaml": lines,
    }
    settings = replace(LIVING, today=read_files(given)[0].today)
    archive = archive_of(series=(replace(WEEKLY, since=LooseDate(2031, 3, 5)),))
    (href,) = [
        unquote(href)
        for href in links(Reading(pages(archive, settings)[PAGE].body))
        if "2031-03-26" in href
    ]
    path, _, text = href.partition("filename=")[2].partition("&value=")
    given[path] = text.replace("## Notes\n", "## Notes\n\nWe met by the river.\n")
    own, loaded, problems, _ = read_files(given)
    assert [] == [problem for problem in problems if problem.place.path == path]
    rows = ledger_of(gate.publish(loaded, own), own).rows["river-open-call"]
    (state,) = [row.state for row in rows if str(row.date) == "2031-03-26"]
    assert state in (DateState.MINUTES, DateState.DRAFT)


def test_dates_to_come_can_be_added_to_a_calendar():
    """Also those without a record, and no past one."""
    reading = read(PAGE)
    hrefs = [
        link.attributes["href"]
        for link in reading.named("a")
        if link.attributes.get("type") == "text/calendar"
    ]
    own = [href for href in hrefs if href.startswith("../calls/")]
    assert "../calls/2031-03-19-river-open-call.ics" in own
    assert "../calls/2031-03-05-river-open-call.ics" not in own


def extras(number: int) -> Iterable[AnyCall]:
    """Give so many extra calls of one year."""
    for at in range(number):
        day = datetime.date(2031, 1, 1) + datetime.timedelta(days=at % 60)
        yield call_on(day, id=f"{day}-extra-{at}", extra=True)


@pytest.mark.parametrize(
    "archive",
    [
        archive_of(),
        archive_of(series=(DAILY,)),
        archive_of(*extras(600), series=(DAILY,)),
        archive_of(*extras(500), series=(WEEKLY,)),
    ],
    ids=["short", "long", "long-year", "many-extras"],
)
def test_every_date_has_its_place_and_every_page_an_end(archive):
    """The address of each expected date is a name in a page, and no page lists five hundred of them."""
    made = pages(archive)
    names = {
        f"{path}#{name}"
        for path, page in made.items()
        for name in re.findall(r'id="([^"]+)"', page.body)
    }
    rows = ledger_of(archive, LIVING).rows[WEEKLY.id]
    assert [] == [row.place for row in rows if row.place and row.place not in names]
    assert [] == [path for path, page in made.items() if page.body.count("<tr id=") >= 500]


def test_a_long_series_tells_its_next_dates_and_leads_to_its_years():
    """Its own page does not grow."""
    reading = Reading(pages(archive_of(series=(DAILY,)))[PAGE].body)
    assert "Next dates" in reading.text
    assert {"river-open-call.2030.html", "river-open-call.2031.html"} <= set(
        reading.links().values()
    )


def test_a_group_tells_what_is_expected_of_its_series():
    """Of each, and of all where it has several."""
    other = replace(WEEKLY, id="other", title="Other calls")
    page = pages(archive_of(series=(WEEKLY, other)))["groups/river-planning.html"]
    text = Reading(page.body).text
    assert (2, 1) == (text.count("16 dates expected"), text.count("32 dates expected"))


def test_a_group_of_no_series_tells_nothing_of_dates():
    """There is nothing to add up."""
    page = pages(archive_of())["groups/river-assembly.html"]
    assert "expected" not in page.body


def test_gaps_tell_for_how_many_days_notes_are_overdue():
    """Notes of 19 February were due on 5 March, a week before the day of the build."""
    text = read("gaps/index.html").text
    assert "Notes due since 5 March 2031, 7 days overdue" in text


def test_gaps_count_a_call_without_minutes_once():
    """It has a record, so that it stands among the missing minutes and not among the dates."""
    text = read("gaps/index.html", call_on(DAY, NotesState.MISSING)).text
    assert "The minutes of 1 call and" in text
    assert "5 expected dates have no record at all." in text


def test_a_year_of_many_gaps_is_parted_by_month():
    """No list of gaps grows without bound."""
    many = tuple(replace(DAILY, id=f"daily-{at}") for at in range(2))
    made = pages(archive_of(series=many))
    months = [path for path in made if re.fullmatch(r"gaps/2030-\d\d\.html", path)]
    assert 12 == len(months)
    assert 730 == sum(made[path].body.count('<li class="ia-row">') for path in months)


@pytest.mark.parametrize("path", ["gaps/index.html", "gaps/ledger.html"])
@pytest.mark.parametrize(
    ("state", "says"),
    [("closed", "This archive is closed"), ("living", "Where only the habit is known")],
)
def test_an_archive_that_expects_nothing_says_why(path, state, says):
    """Nobody is told of missing calls that were never known to be planned."""
    settings = replace(LIVING, state=state)
    reading = read(path, settings=settings, evidence=Evidence.PATTERN_ONLY)
    assert says in reading.text


def test_lines_of_the_ledger_add_up_to_its_last():
    """Each column of series does, and each line to the number expected."""
    other = replace(WEEKLY, id="other", title="Other calls", since=LooseDate(2031, 2, 1))
    archive = archive_of(call_on(DAY), withheld_on(DAY - WEEK), series=(WEEKLY, other))
    body = pages(archive)["gaps/ledger.html"].body
    table = body[body.index("<table") : body.index("</table>")]
    lines = [
        [int(cell) for cell in re.findall(r'<td class="ia-right[^>]*>(\d+)</td>', line)]
        for line in table.split("<tr>")[2:]
    ]
    *each, last = lines
    assert [sum(column) for column in zip(*each, strict=True)] == last
    assert [sum(line[1:]) for line in lines] == [line[0] for line in lines]


def test_data_add_up_and_lead_to_their_places():
    """Totals of the years are those of all, and every row of a year tells its state and its address."""
    made = files(archive_of(call_on(DAY), withheld_on(DAY - WEEK), series=(WEEKLY, DAILY_LATE)))
    index = json.loads(made["data/v1/ledger.json"])
    years = [json.loads(text) for path, text in made.items() if path.startswith("data/v1/ledger/")]
    for key, number in index["counts"].items():
        assert number == sum(year["counts"][key] for year in years)
    rows = [row for year in years for row in year["dates"]]
    expected = [row for row in rows if row["kind"] == "expected"]
    counted = Counter(row["state"] for row in expected)
    assert {state.value: counted[state.value] for state in STATES} == {
        state.value: index["counts"][state.value] for state in STATES
    }
    assert all(row["page"].endswith(f"#on-{row['date']}") for row in expected)
    overdue = {row["days_overdue"] for row in rows if row["date"] == "2031-02-26"}
    assert overdue == {0}


DAILY_LATE: PublicSeries = replace(DAILY, id="late", since=LooseDate(2031, 3, 1), skipped=())


def entries(text: str) -> list[tuple[str, str, str]]:
    """Give the name, the time and the link of each entry of a feed."""
    return re.findall(
        r"<entry>\n<id>(.*?)</id>.*?<updated>(.*?)</updated>\n<link [^>]*href=\"(.*?)\"",
        text,
        re.DOTALL,
    )


def test_an_overdue_date_is_an_entry_of_the_day_after_its_notes_were_due():
    """Its name is its place on the page of its series."""
    found = entries(files(archive_of())["feeds/gaps.xml"])
    site = LIVING.site_url
    place = f"{site}series/river-open-call.html#on-2031-02-19"
    assert (place, "2031-03-06T00:00:00Z", place) in found


def test_the_name_of_an_entry_lasts_when_its_series_grows_too_long():
    """Its link follows to the page of the year."""
    named = entries(files(archive_of(series=(DAILY,)))["feeds/gaps.xml"])
    site = LIVING.site_url
    assert (
        f"{site}series/river-open-call.html#on-2031-02-19",
        "2031-03-06T00:00:00Z",
        f"{site}series/river-open-call.2031.html#on-2031-02-19",
    ) in named


def test_a_call_without_minutes_is_an_entry_too():
    """Whether or not it is of a series; one whose notes are not due yet is none."""
    late = call_on(DAY, NotesState.MISSING, series="", id="2031-02-19-alone")
    new = call_on(TODAY - WEEK, NotesState.NOT_YET, series="", id="2031-03-05-alone")
    names = [name for name, *_ in entries(files(archive_of(late, new))["feeds/gaps.xml"])]
    assert f"{LIVING.site_url}calls/2031-02-19-alone.html#add-notes" in names
    assert [] == [name for name in names if "2031-03-05-alone" in name]


def test_the_feed_is_the_same_until_something_becomes_overdue():
    """The day of the build is nowhere in it: from Thursday to Wednesday it does not change, and then it does."""
    found = [
        files(archive_of(), replace(LIVING, today=TODAY + datetime.timedelta(days=after)))
        for after in range(1, 9)
    ]
    feeds = [each["feeds/gaps.xml"] for each in found]
    assert (1, 2) == (len(set(feeds[:7])), len(set(feeds)))


def test_most_pages_of_a_series_are_the_same_on_the_next_day():
    """Days overdue stand among the gaps and in the data; a series changes only when a date passes or falls due."""
    tomorrow = replace(LIVING, today=TODAY + datetime.timedelta(days=2))
    one = pages(archive_of(), replace(LIVING, today=TODAY + datetime.timedelta(days=1)))
    other = pages(archive_of(), tomorrow)
    assert {"gaps/index.html"} == {path for path in one if one[path].body != other[path].body}


def test_a_cancelled_call_to_come_says_why():
    """It stands among the next dates, with its reason, and cannot be added to a calendar."""
    day = TODAY + WEEK
    call = call_on(day, NotesState.NOT_EXPECTED, status=Status.CANCELLED, reason="the line is down")
    reading = read(PAGE, call)
    assert "The reason given: the line is down" in reading.text
    assert f"../calls/{call.id}.ics" not in {link.attributes["href"] for link in reading.named("a")}


def test_data_of_a_year_without_anything_overdue_are_the_same_on_the_next_day():
    """Only a file that counts days overdue names the day of the build."""
    archive = archive_of(series=(DAILY_LATE,))
    names = [
        json.loads(text)["as_of"]
        for path, text in files(archive, replace(LIVING, today=datetime.date(2031, 4, 1))).items()
        if path.startswith("data/v1/ledger/")
    ]
    assert ["2031-04-01", None] == names
