"""A mark that another one names is a link where its name is one mark's, and stays text everywhere else."""

from dataclasses import replace

from generator.privacy.public import LooseDate, MarkKind, NotesState
from tests.render.every_page import pages
from tests.render.made_archive import WITHHELD, archive_with, call_with, mark, notes_with
from tests.render.page_reading import Reading

LATER = "2031-04-02-river-open-call"
NAMED = replace(
    mark(MarkKind.DECISION, "gather in May", "consensus", True), anchor="gathering-date"
)


def naming(note):
    """Give a mark with this note."""
    return replace(mark(MarkKind.DECISION, "gather in June", "consensus", True), note=note)


def call_of(call_id, month, *marks):
    """Give a call of a month with minutes that hold these marks."""
    notes = (notes_with(*marks, path=f"minutes/2031/{call_id}.md"),)
    date = LooseDate(2031, month, 2)
    return call_with(id=call_id, date=date, notes_state=NotesState.MINUTES, notes=notes)


def note_links(*calls):
    """Give the links in the remarks beside the outcomes of the later call."""
    body = pages(archive_with(*calls))[f"calls/{LATER}.html"].body
    links = [each for each in Reading(body).named("a") if each.text.startswith("#")]
    return [(each.text, each.attributes["href"]) for each in links]


def test_a_mark_of_an_earlier_call_is_a_link_to_its_place():
    """Its page and its name in the page are where the earlier decision stands."""
    first = call_of("2031-02-02-river", 2, NAMED)
    later = call_of(LATER, 4, naming("supersedes #gathering-date; 2 stand-asides"))
    assert [("#gathering-date", "2031-02-02-river.html#gathering-date")] == note_links(first, later)
    text = Reading(pages(archive_with(first, later))[f"calls/{LATER}.html"].body).text
    assert "supersedes #gathering-date; 2 stand-asides" in text


def test_a_mark_of_the_same_notes_comes_first():
    """Notes speak of themselves before they speak of others."""
    first = call_of("2031-02-02-river", 2, NAMED)
    later = call_of(LATER, 4, NAMED, naming("closes #Gathering-Date"))
    assert [("#Gathering-Date", "#gathering-date")] == note_links(first, later)


def test_a_name_that_two_calls_have_stays_text():
    """Which of them is meant is not guessed."""
    two = (call_of("2031-02-02-river", 2, NAMED), call_of("2031-03-02-river", 3, NAMED))
    assert [] == note_links(*two, call_of(LATER, 4, naming("supersedes #gathering-date")))


def test_a_name_that_no_public_mark_has_stays_text():
    """What is withheld has no marks here, so that no link tells of it."""
    later = call_of(LATER, 4, naming("supersedes #gathering-date"))
    assert [] == note_links(WITHHELD, later)


def test_only_what_a_mark_says_of_another_is_a_link():
    """A number sign alone is a number sign."""
    first = call_of("2031-02-02-river", 2, NAMED)
    assert [] == note_links(first, call_of(LATER, 4, naming("see #gathering-date")))
