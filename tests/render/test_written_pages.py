"""Hand-written pages stand in their own frame and hold the lists they ask for."""

import datetime
import re
from dataclasses import replace

import pytest

from generator.listings import LISTINGS
from generator.privacy.public import PublicPage, Status
from generator.render import listings, written_pages
from generator.render.figures import figures_of
from tests.render.few_calls import ANNOUNCED, ARCHIVE, EMPTY, HELD, NOTES, PROPOSAL, SETTINGS, made
from tests.render.page_reading import Reading
from tests.render.recording_archive import ARCHIVE as RECORDINGS


def page_with(body, found=(), path="content/index.md", archive=ARCHIVE, settings=SETTINGS):
    """Give the finished page of a text."""
    page = PublicPage(path, "Home & <b>", "About the calls", body, 3, tuple(found))
    (output,) = made(written_pages, replace(archive, pages=(page,)), settings).values()
    return output


def listed(name, limit=0, archive=ARCHIVE, settings=SETTINGS):
    """Give the body of a page with one listing, without the drawings at its end."""
    body = f"Before.\n<!-- archive: {name} -->\nAfter."
    page = page_with(body, [(4, name, limit)], archive=archive, settings=settings)
    return page.body.partition("<div hidden>")[0]


def test_every_listing_that_is_known_can_be_made():
    """The names that the reader of pages accepts are those that are made."""
    assert set(LISTINGS) == set(listings.MAKERS)


def test_title_is_escaped_text():
    """A title cannot hold tags."""
    assert page_with("x").body.startswith("<h1>Home &amp; &lt;b&gt;</h1>\n")


def test_home_says_what_the_archive_is():
    """The home page shows the notice, also where nobody asked for it."""
    assert '<p class="ia-notice">A reconstruction &amp; not affiliated.</p>' in page_with("x").body


def test_notice_stands_once():
    """A home page that asks for the notice shows it there only."""
    assert listed("notice").count("ia-notice") == 1


def test_other_pages_show_no_notice_unasked():
    """A page that is not the home page shows the notice only where it asks for it."""
    assert "ia-notice" not in page_with("x", path="content/about/index.md").body


def test_page_of_the_navigation_wears_its_own_frame():
    """A page that is in the navigation is its own section."""
    assert "index.html" == page_with("x").section


def test_other_page_wears_the_frame_of_the_index_beside_it():
    """A problem's page wears the frame of the list of problems."""
    page = page_with("x", path="content/help/problems/F203.md")
    assert ("help/problems/F203.html", "help/problems/index.html") == (page.path, page.section)


def test_page_links_its_neighbours():
    """A link to a file beside the page leads to that page, one to a made page too."""
    body = "[a](../about/index.md) [b](../calls/index.md) [c](../calendar/all.ics)"
    page = page_with(body, path="content/help/index.md").body
    assert 'href="../about/index.html"' in page
    assert 'href="../calls/index.html"' in page
    assert 'href="../calendar/all.ics"' in page


def test_list_stands_between_the_words_around_it():
    """A list takes the place of its line."""
    body = listed("recent")
    assert body.index("Before.") < body.index('class="ia-list"') < body.index("After.")


def test_recent_shows_the_latest_first():
    """The latest call is the first row, a withheld one as its public part."""
    body = listed("recent", 2)
    assert 'href="calls/2031-04-01-withheld-1.html">Withheld call<' in body
    assert "River announced call" in body
    assert "open call" not in body
    assert "And 2 more" in body


LIVING = replace(SETTINGS, state="living")


def test_upcoming_of_a_closed_archive_says_so():
    """A closed archive says that nothing is to come, when the last call was held, and what is on record after it."""
    said = listed("upcoming")
    assert "The calls have ended, and none will be announced here." in said
    assert "The last one known to have been held was in March 2031" in said
    assert "the last one on record is of April 2031." in said


def test_a_closed_archive_that_ends_with_a_call_held_says_one_month():
    """Where the last call on record was held there is one month to say."""
    said = listed("upcoming", archive=replace(EMPTY, calls=(HELD,)))
    assert "The last one on record was in March 2031." in said


def test_a_closed_archive_announces_nothing():
    """A call with a day to come stands in no list of next calls where the calls have ended."""
    ahead = replace(ANNOUNCED, status=Status.SCHEDULED, date=replace(ANNOUNCED.date, year=2032))
    assert "River announced call" not in listed("upcoming", archive=replace(EMPTY, calls=(ahead,)))


def test_upcoming_lists_scheduled_calls():
    """A scheduled call whose day has not passed is listed with its hour in its own zone, and for machines in UTC."""
    ahead = replace(
        HELD,
        status=Status.SCHEDULED,
        date=replace(HELD.date, year=2032),
        starts_at=datetime.datetime(2032, 3, 6, 2, tzinfo=datetime.UTC),
        title="River coming call",
    )
    said = listed("upcoming", archive=replace(EMPTY, calls=(ahead,)), settings=LIVING)
    assert "River coming call" in said
    assert "Friday 5 March 2032, 21:00 to 23:00 New York time" in said
    time = Reading(said).named("time")[0].attributes
    assert ("2032-03-06T02:00Z", "America/New_York") == (time["datetime"], time["data-zone"])
    assert '<script src="assets/javascripts/local-time.js" defer></script>' in said


def test_upcoming_passes_over_what_is_past():
    """A call that is over is not to come."""
    assert "River announced call" not in listed("upcoming", settings=LIVING)


def test_years_are_counted():
    """Every year has its number of calls."""
    assert '<a href="calls/2031.html">2031</a> <span class="ia-count">4 calls</span>' in listed(
        "years"
    )


def test_gaps_are_what_is_missing():
    """Missing minutes are listed; withheld ones and those that are there are not."""
    body = listed("gaps")
    assert "Vague call" in body
    assert "open call" not in body
    assert "Withheld call" not in body


def test_decisions_are_adopted_ones_only():
    """A decision leads to its place in the notes; a proposal is not listed."""
    body = listed("decisions")
    assert (
        '<a href="calls/2031-03-05-river.html#decision-gathering">'
        "hold the gathering &lt;on&gt; 1 May</a>"
    ) in body
    assert PROPOSAL.text not in body


def test_numbers_lead_to_where_they_come_from():
    """Each number is a link: calls to the calls, decisions to the register, withheld calls to theirs."""
    links = Reading(listed("numbers")).links()
    assert "calls/index.html" == links["4 calls on record"]
    assert "statistics/index.html#of-minutes" == links["1 with its minutes"]
    assert "recordings/index.html#can-be-heard" == links["0 with a recording to hear"]
    assert "decisions/index.html" == links["1 decision"]
    assert "withheld/index.html" == links["1 call withheld as a whole"]


def test_numbers_tell_of_recordings_that_are_about_to_be_lost():
    """Where there are any, and lead to them."""
    links = Reading(listed("numbers", archive=RECORDINGS)).links()
    (place,) = (links[words] for words in links if "2 about to be lost" in words)
    assert "recordings/index.html#about-to-be-lost" == place


def test_ways_say_how_much_is_there():
    """The three ways to begin tell calls with their years, decisions, and calls without minutes."""
    told = Reading(listed("ways")).of_class("ia-ways")[0].text
    assert (
        "Find a call 4 calls on record, 2031 See what was decided 1 decision "
        "Help with what is missing The minutes of 1 call are missing"
    ) == told


def test_search_is_a_form_that_needs_no_script():
    """What is typed goes to the search page as `q`, by a plain form with a label."""
    reading = Reading(listed("search"))
    (form,) = reading.named("form")
    (field,) = reading.named("input")
    assert ("search/index.html", "get") == (form.attributes["action"], form.attributes["method"])
    assert "q" == field.attributes["name"]
    assert "A word, a place or a decision" == reading.named("label")[0].text


def test_subscribing_shows_whole_addresses():
    """The calendar and all feeds stand there as links and as addresses to paste."""
    codes = [each.text for each in Reading(listed("subscribe")).named("code")]
    assert [
        "https://archive.example/calendar/all.ics",
        "https://archive.example/feeds/notes.xml",
        "https://archive.example/feeds/decisions.xml",
        "https://archive.example/feeds/gaps.xml",
        "https://archive.example/feeds/deadlines.xml",
    ] == codes


def test_addresses_to_paste_break_behind_their_slashes():
    """On a phone a long address goes on with a whole word, and what is copied holds nothing else."""
    codes = re.findall(r"<code>(.*?)</code>", listed("subscribe"))
    assert "https:/<wbr>/<wbr>archive.example/<wbr>calendar/<wbr>all.ics" == codes[0]


def test_notes_are_those_of_the_newest_calls():
    """Calls with notes are listed, those without are not."""
    body = listed("notes")
    assert "open call" in body
    assert "Vague call" not in body


def test_timeline_keeps_its_figures_in_a_table():
    """The drawing has a name and a description, and a table has the same figures with links."""
    reading = Reading(listed("timeline"))
    assert ["4 calls by month, from March 2031 to April 2031"] == [
        each.text for each in reading.named("title")
    ]
    assert "calls/2031.html#month-03" == reading.links()["March 2031"]


def test_missing_notes_are_asked_for_in_their_row():
    """Each gap leads to the place in its call's page where notes can be added."""
    assert 'href="calls/2031-03-vague.html#add-notes"' in listed("gaps")


def test_translation_does_not_count_a_decision_twice():
    """Notes in a second language repeat decisions and add none."""
    both = replace(HELD, notes=(NOTES, replace(NOTES, language="es")))
    assert 1 == figures_of(replace(EMPTY, calls=(both,))).decided


@pytest.mark.parametrize("name", sorted(LISTINGS))
def test_every_listing_of_an_empty_archive_says_something(name):
    """An empty list says what would be here."""
    body = listed(name, archive=EMPTY).replace("<p>Before.</p>", "").replace("<p>After.</p>", "")
    assert "" != Reading(body.partition("</h1>")[2]).text


def test_what_people_write_cannot_pose_as_a_list():
    """The signs that mark a list's place are taken out of the text first."""
    body = page_with("\ue0000\ue001\n<!-- archive: years -->\n", [(4, "years", 0)]).body
    assert body.count("ia-years") == 1
    assert "<p>0</p>" in body


def test_list_inside_code_is_shown_as_its_name():
    """A list's line that turns out to stand in code is shown as text."""
    body = page_with("```\n<!-- archive: years -->\n```", [(4, "years", 0)]).body
    assert "&lt;!-- archive: years --&gt;" in body
    assert "ia-years" not in body
