"""The register of withholding adds up, tells every change, never grows too long a page, and is data and a feed too."""

import datetime
import json
import re
from dataclasses import replace

import pytest

from generator.privacy import gate
from generator.privacy.public import (
    Change,
    PublicArchive,
    PublicChange,
    PublicClosed,
    Reason,
    WithheldCall,
)
from generator.render import atom_withheld, data_withheld, withheld_pages
from generator.render.archive_numbers import statistics_of
from generator.render.output import File, Page
from generator.render.rows import ROWS_LIMIT
from generator.render.visibility_words import change_sentence
from generator.render.withheld_log import log_places
from tests.privacy.quiet_archive import Frame, Words, quiet_files, read
from tests.render.every_page import pages
from tests.render.made_archive import CALL, SETTINGS, WITHHELD, archive_with
from tests.render.page_reading import Reading
from tests.site_archives import examined

NOON = int(datetime.datetime(2031, 3, 20, 12, tzinfo=datetime.UTC).timestamp())
FEED = "feeds/withheld.xml"
LATE = replace(SETTINGS, today=datetime.date(2031, 12, 1))


def change_of(call=CALL.id, number=1, change=Change.ENTERED, second=NOON, reason=Reason.UNSTATED):
    shut = change is not Change.PUBLISHED
    return PublicChange(call, number, change, second, shut, shut, False, reason)


def withheld_on(day, number=1):
    """Give a withheld call of a day of March 2031."""
    date = replace(WITHHELD.date, day=day)
    return replace(WITHHELD, id=f"{date}-withheld-{number}", date=date)


def data_files(archive, settings=SETTINGS):
    """Give the files of data as a parser of JSON reads them, by address."""
    found = {}
    for draft in data_withheld.render(archive, settings):
        made = draft.make(draft.view, settings)
        assert isinstance(made, File)
        found[made.path] = json.loads(made.data)
    return found


def data(archive, settings=SETTINGS):
    """Give the index of the data, with the rows of all years."""
    index, *years = data_files(archive, settings).values()
    rows = ("withheld", "left_out", "changes")
    return index | {name: [row for year in years for row in year[name]] for name in rows}


def feed(archive, settings=SETTINGS):
    (draft,) = atom_withheld.render(archive, settings)
    made = draft.make(draft.view, settings)
    assert isinstance(made, File)
    return made.data.decode()


def named_by(page):
    """Give the addresses that the head of a page names beside those of every page."""
    return {one.path for one in page.head.alternates}


def text_of(archive, path="withheld/index.html", settings=SETTINGS):
    return Reading(pages(archive, settings)[path].body).text


@pytest.fixture(scope="module")
def river(tmp_path_factory):
    """Give the public archive of the living one, and its settings."""
    found = examined("river", tmp_path_factory.mktemp("river"))
    assert found.settings
    return gate.publish(found.archive, found.settings), found.settings


def quiet(number):
    settings, archive, *_ = read(quiet_files(Frame(), Words(number, "q")))
    return gate.publish(archive, settings), settings


def adds_up(archive, settings):
    """Tell of the register, the statistics and the data alike how many calls are withheld, and of how many what."""
    counts, numbers = data(archive, settings)["counts"], statistics_of(archive, settings)
    whole = dict(numbers.subject("status").counts)["withheld"]
    minutes = dict(numbers.subject("minutes").counts)["withheld"]
    recordings = dict(numbers.subject("recordings").counts)["withheld"]
    listed = data(archive, settings)["withheld"]
    assert (whole, minutes, recordings) == (
        counts["wholly"],
        counts["minutes"],
        counts["recordings"],
    )
    assert len(listed) == counts["calls"] == counts["wholly"] + counts["in_part"]
    assert counts["calls"] == sum(counts["by_reason"].values())
    missing = dict(numbers.subject("minutes").counts)["missing"]
    summaries = dict(numbers.subject("beside-summaries").counts)["missing"]
    asked = text_of(archive, "gaps/index.html", settings)
    assert re.search(
        rf"(The minutes of {missing + summaries} calls? and|No minutes are known)", asked
    )
    return counts


def test_numbers_of_the_living_archive_agree(river):
    """Register, statistics and gaps count the same calls, and withheld apart from missing."""
    assert adds_up(*river)["calls"] == 9


@pytest.mark.parametrize("number", range(3))
def test_numbers_of_quiet_archives_agree(number):
    """So they do where every kind of thing is withheld, and other records are counted and not named."""
    counts = adds_up(*quiet(number))
    assert all(counts[kind] > 0 for kind in ("series", "groups", "hubs"))


def test_the_log_ends_with_what_the_register_says(river):
    """The newest change of each call leaves withheld what the register lists, and nothing more."""
    told = data(*river)
    last = {one["call_id"]: one["withheld"] for one in told["changes"]}
    shut = {name: parts for name, parts in last.items() if any(parts.values())}
    assert {one["call_id"]: one["withheld"] for one in told["withheld"]} == shut


def test_a_review_that_is_overdue_stands_apart():
    """It is counted, listed under a heading of its own, and marked in the list of all."""
    page = pages(archive_with(CALL, withheld_on(5), withheld_on(6)), LATE)["withheld/index.html"]
    assert "Overdue reviews 2 decisions" in Reading(page.body).text
    assert 4 == len(Reading(page.body).of_class("ia-overdue"))


def test_data_of_a_year_counts_its_rows(river):
    """And the index tells the same of every year, with the address of its file."""
    index, *years = data_files(*river).values()
    assert years
    for told, year in zip(index["years"], years, strict=True):
        assert (told["year"], told["counts"]) == (year["year"], year["counts"])
        rows = (len(year["withheld"]), len(year["left_out"]), len(year["changes"]))
        assert rows == tuple(told["counts"].values())


def test_changes_stand_in_the_year_in_which_they_were_made(river):
    """So that the file of a past year stays as it is."""
    for year in list(data_files(*river).values())[1:]:
        days = [one["date"] for one in year["changes"] if one["date"]]
        assert {f"{year['year']}"} >= {day[:4] for day in days}


def test_other_records_are_counted_and_not_named():
    """How many series, groups and hubs are withheld is all that is told of them."""
    archive = replace(archive_with(CALL), closed=PublicClosed(series=2, hubs=1))
    said = "Other records that are withheld as a whole: 2 series, 1 campaign or hub."
    assert said in text_of(archive)


def test_changes_are_not_told_without_the_whole_history():
    """Nothing is not the same as not known."""
    known = replace(archive_with(CALL), knows_changes=True)
    for path in ("withheld/index.html", "withheld/log.html"):
        assert "The changes cannot be told here" in text_of(archive_with(CALL), path)
        assert "No change is known" in text_of(known, path)


def test_a_call_leads_to_its_newest_entry():
    """Its page has a link to the place in the log that tells of its last change."""
    changes = (change_of(), change_of(number=2, change=Change.PUBLISHED))
    call = replace(CALL, changed_at=NOON)
    archive = replace(archive_with(call), changes=changes, knows_changes=True)
    made = pages(archive)
    assert (
        f"../withheld/log.html#{CALL.id}.2"
        in Reading(made[f"calls/{CALL.id}.html"].body).links().values()
    )
    names = [one.attributes.get("id") for one in Reading(made["withheld/log.html"].body).elements]
    assert f"{CALL.id}.2" in names


def test_a_change_that_is_not_committed_has_no_day():
    """It stands first, and in no feed."""
    changes = (change_of(), change_of(number=2, change=Change.PUBLISHED, second=None))
    archive = replace(archive_with(CALL), changes=changes, knows_changes=True)
    rows = Reading(pages(archive)["withheld/log.html"].body).of_class("ia-row")
    assert rows[0].text.startswith("no date yet ")
    assert rows[0].text.endswith("Opened to readers.")
    assert 1 == feed(archive).count("<entry>")


def many(number):
    """Give an archive with so many withheld calls, all entered by one commit."""
    calls = tuple(withheld_on(day=1 + at % 28, number=1 + at // 28) for at in range(number))
    changes = tuple(change_of(call.id) for call in calls)
    return replace(archive_with(*calls), changes=changes, knows_changes=True)


def test_no_list_grows_without_bound():
    """A long list is parted by year, by month and by number, and every entry stands in one of them once."""
    made = pages(many(2 * ROWS_LIMIT + 1))
    lists = {path: page for path, page in made.items() if path.startswith("withheld/")}
    rows = {path: Reading(page.body).named("li") for path, page in lists.items()}
    assert max(map(len, rows.values())) <= ROWS_LIMIT
    register = [path for path in lists if re.fullmatch(r"withheld/2031-03\.\d\.html", path)]
    log = [path for path in lists if re.fullmatch(r"withheld/log-2031-03\.\d\.html", path)]
    assert [2 * ROWS_LIMIT + 1] * 2 == [sum(len(rows[p]) for p in some) for some in (register, log)]


def test_every_entry_of_a_long_log_is_found():
    """The place that a call leads to is a name in that very page."""
    archive = many(ROWS_LIMIT + 1)
    made = pages(archive)
    for place in list(log_places(archive).values())[::100]:
        path, _, name = place.partition("#")
        assert f'id="{name}"' in made[path].body


def test_parts_of_the_register_are_by_class_of_the_reason():
    """In a long register the calls of a part stand below the class of their reason."""
    page = pages(many(ROWS_LIMIT + 1))["withheld/2031-03.1.html"]
    assert isinstance(page, Page)
    assert ["Class of the reason: safety"] == [one.text for one in page.outline]


def test_data_tell_the_day_only_where_a_review_is_overdue():
    """Else the file would change from day to day and tell nothing."""
    archive = archive_with(withheld_on(5))
    assert (None, "2031-12-01") == (data(archive)["as_of"], data(archive, LATE)["as_of"])


def test_a_review_enters_the_feed_on_the_day_after():
    """Its time is that of its own day, whenever the feed is made."""
    archive = archive_with(withheld_on(5))
    later = replace(LATE, today=datetime.date(2032, 1, 1))
    assert "<entry>" not in feed(archive)
    assert feed(archive, LATE) == feed(archive, later)
    assert "<updated>2031-09-14T00:00:00Z</updated>" in feed(archive, LATE)


def test_names_of_entries_last():
    """A change keeps its name in the feed when the log becomes too long for one page."""
    name = f"<id>https://calls.example/archive/withheld/log.html#{many(1).calls[0].id}.1</id>"
    assert name in feed(many(1))
    long = many(ROWS_LIMIT + 1)
    assert "withheld/log.html#" in feed(long)
    assert 'href="https://calls.example/archive/withheld/log-2031-03.' in feed(long)


def test_an_archive_that_withholds_nothing_has_both_files():
    """Their addresses never go away."""
    assert [] == data(PublicArchive())["withheld"]
    assert "<entry>" not in feed(PublicArchive())


def test_left_out_words_are_counted_with_links(river):
    """Each file of notes that lacks something is listed once with the page that shows its marks."""
    archive, settings = river
    drafts = {draft.path: draft for draft in withheld_pages.render(archive, settings)}
    draft = drafts["withheld/left-out.html"]
    page = draft.make(draft.view, settings)
    assert isinstance(page, Page)
    rows = Reading(page.body).of_class("ia-row")
    assert data(archive, settings)["counts"]["notes_not_whole"] == len(rows) > 1


def test_a_withheld_call_leads_to_the_log():
    """Also the page of a call that nobody may know tells when it was entered."""
    call = withheld_on(5)
    assert isinstance(call, WithheldCall)
    archive = replace(archive_with(call), changes=(change_of(call.id),), knows_changes=True)
    page = Reading(pages(archive)[f"calls/{call.id}.html"].body)
    assert f"../withheld/log.html#{call.id}.1" in page.links().values()


@pytest.mark.parametrize(
    ("change", "recording", "said"),
    [(Change.PUBLISHED, False, "Opened to readers."),
     (Change.PUBLISHED_AGAIN, False, "Opened to readers again."),
     (Change.EASED, True, "Now only its recording is withheld.")],
)  # fmt: skip
def test_no_change_says_that_minutes_were_published(change, recording, said):
    """What is opened may be missing, and one part may be opened while another is withheld for the first time."""
    made = PublicChange(CALL.id, 2, change, NOON, False, recording, False, Reason.UNSTATED)
    assert said == change_sentence(made)


def test_only_the_pages_of_the_register_name_its_feed_in_their_head(river):
    """Few readers of a call want it, and what a feed reader offers stays a short list there."""
    found = {path for path, page in pages(*river).items() if FEED in named_by(page)}
    assert {"withheld/index.html", "withheld/log.html", "withheld/left-out.html"} == found


def test_where_no_call_is_withheld_other_records_may_be():
    """The page does not say that nothing is withheld while it counts a series that is."""
    archive = PublicArchive(closed=PublicClosed(series=1, groups=0, hubs=0), knows_changes=True)
    said = text_of(archive)
    assert "No call of this archive is withheld, in whole or in part." in said
    assert "Other records that are withheld as a whole: 1 series." in said
    assert "Nothing" not in said


def test_a_day_is_told_as_that_of_the_decision():
    """From when on the site kept something back is told by the changes alone."""
    said = text_of(archive_with(withheld_on(5)))
    assert "Withheld since the decision of " in said


def test_parts_that_are_not_told_are_not_told_as_open():
    """Of a call that is withheld wholly now the data does not say that nothing of it was withheld earlier."""
    before = replace(change_of(change=Change.PUBLISHED), minutes=False, recording=False)
    archive = replace(
        archive_with(CALL), knows_changes=True, changes=(replace(before, tells_parts=False), before)
    )
    told = [change["withheld"] for change in data(archive)["changes"]]
    known = {"minutes": False, "recording": False, "details": False}
    assert [{**known, "minutes": None, "recording": None}, known] == told
