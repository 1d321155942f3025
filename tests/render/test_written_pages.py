"""Hand-written pages stand in their own frame and hold the lists they ask for."""

from dataclasses import replace

import pytest

from generator.listings import LISTINGS
from generator.privacy.public import NotesState, PublicPage, Status
from generator.render import listings, written_pages
from generator.render.figures import figures_of
from generator.render.number_tables import number_tables
from tests.render.few_calls import ANNOUNCED, ARCHIVE, EMPTY, HELD, NOTES, PROPOSAL, SETTINGS, made


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


def test_upcoming_of_a_closed_archive_says_so():
    """A closed archive says that nothing is to come and when its calls ended."""
    assert "no call is still to come. The last call it knows of was in April 2031." in listed(
        "upcoming"
    )


def test_upcoming_lists_scheduled_calls():
    """A scheduled call whose day has not passed is listed."""
    ahead = replace(ANNOUNCED, status=Status.SCHEDULED, date=replace(ANNOUNCED.date, year=2032))
    assert "River announced call" in listed("upcoming", archive=replace(EMPTY, calls=(ahead,)))


def test_upcoming_passes_over_what_is_past():
    """A call that is over is not to come."""
    assert "River announced call" not in listed("upcoming")


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


def test_numbers_begin_with_a_sentence():
    """The numbers say what is known of the calls having been held."""
    assert "4 calls: 2 held, 1 announced only, 1 withheld." in listed("numbers")


@pytest.mark.parametrize("title", ["Calls", "Minutes", "Recordings"])
def test_table_adds_up_to_all_calls(title):
    """The rows of a table over all calls add up to their number."""
    (table,) = (t for t in number_tables(figures_of(ARCHIVE)) if t[0] == title)
    assert [4, 4] == [sum(number for _, number in table[1]), table[2]]


def test_people_met_is_counted_where_it_may_be_seen():
    """The table of how people met leaves out calls whose details are withheld."""
    (table,) = (t for t in number_tables(figures_of(ARCHIVE)) if t[0] == "How people met")
    assert 3 == table[2]


def test_summaries_are_told_by_the_minutes_they_stand_in_for():
    """A summary beside published minutes is not counted like one beside missing minutes."""
    found = replace(HELD, notes_state=NotesState.SUMMARY, absence=NotesState.ELSEWHERE)
    missing = replace(found, id="2031-03-06-river", absence=NotesState.MISSING)
    body = listed("numbers", archive=replace(EMPTY, calls=(found, missing)))
    assert (
        "Summaries by the minutes they stand in for: 1 published elsewhere and 1 still missing."
    ) in body


def test_translation_does_not_count_a_decision_twice():
    """Notes in a second language repeat decisions and add none."""
    both = replace(HELD, notes=(NOTES, replace(NOTES, language="es")))
    assert 1 == figures_of(replace(EMPTY, calls=(both,))).decided


@pytest.mark.parametrize("name", sorted(LISTINGS))
def test_every_listing_of_an_empty_archive_says_something(name):
    """An empty list says what would be here."""
    body = listed(name, archive=EMPTY).replace("<p>Before.</p>", "").replace("<p>After.</p>", "")
    assert "<p" in body.partition("</h1>")[2]


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
