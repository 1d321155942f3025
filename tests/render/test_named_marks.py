"""A mark that another one names is a link where its name is one mark's, and the other says who names it."""

from dataclasses import replace

from generator.joining import find_joins
from generator.privacy.public import Join, JoinKind, LooseDate, MarkKind, NotesState
from tests.render.every_page import pages
from tests.render.made_archive import WITHHELD, archive_with, call_with, mark, notes_with
from tests.render.page_reading import Reading

LATER = "2031-04-02-river-open-call"
NAMED = replace(
    mark(MarkKind.DECISION, "gather in May", "consensus", True), anchor="gathering-date"
)


def naming(note):
    """Give a mark with this note, and what it says of others as reading it finds it."""
    joins = tuple(Join(JoinKind(one.kind), one.name, one.call, 1, 1) for one in find_joins(note))
    later = mark(MarkKind.DECISION, "gather in June", "consensus", True)
    return replace(later, note=note, joins=joins)


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


def test_a_mark_named_with_its_call_is_a_link():
    """However many marks share the name, the permanent one leads to one of them."""
    two = (call_of("2031-02-02-river", 2, NAMED), call_of("2031-03-02-river", 3, NAMED))
    later = call_of(LATER, 4, naming("supersedes 2031-02-02-river#gathering-date, #gathering-date"))
    body = pages(archive_with(*two, later))[f"calls/{LATER}.html"].body
    links = {each.text: each.attributes["href"] for each in Reading(body).named("a")}
    assert "2031-02-02-river.html#gathering-date" == links["2031-02-02-river#gathering-date"]
    assert "#gathering-date" not in links


def back_links(*calls):
    """Give what the page of the first call says of its marks being named, with the links of those lines."""
    reading = Reading(pages(archive_with(*calls))["calls/2031-02-02-river.html"].body)
    links = [each for each in reading.named("a") if f"{LATER}.html#" in each.attributes["href"]]
    return [(each.text, each.attributes["href"]) for each in links], reading.text


FIRST = call_of("2031-02-02-river", 2, NAMED)
THERE = [("gather in June", f"{LATER}.html#mark-gather")]


def test_a_superseded_decision_leads_to_the_later_one():
    """Its own page says so, with the words, the place and the call of the later one."""
    links, text = back_links(FIRST, call_of(LATER, 4, naming("supersedes #gathering-date")))
    assert THERE == links
    assert "Superseded by: gather in June (River Assembly open call, 2 April 2031)" in text


def test_a_proposal_that_would_supersede_does_not():
    """What was only proposed is told as that, and the earlier decision is not called superseded."""
    proposal = replace(naming("supersedes #gathering-date"), kind=MarkKind.PROPOSAL, adopted=False)
    links, text = back_links(FIRST, call_of(LATER, 4, proposal))
    assert THERE == links
    assert "Would be superseded by: gather in June" in text
    assert "Superseded by" not in text


def test_a_draft_supersedes_nothing():
    """Nothing in a draft is the group's own word yet."""
    later = call_of(LATER, 4, naming("supersedes #gathering-date"))
    drafts = tuple(replace(notes, is_draft=True) for notes in later.notes)
    _, text = back_links(FIRST, replace(later, notes=drafts))
    assert "Would be superseded by: gather in June" in text
    assert "Superseded by" not in text


def test_a_mark_that_nobody_names_says_nothing_of_it():
    """No line stands there for what is not."""
    assert [] == back_links(FIRST, call_of(LATER, 4, naming("supersedes #another")))[0]


def test_what_was_superseded_looks_so_on_the_page_of_its_own_call():
    """Who comes from a search sees at the decision itself that it no longer holds."""
    later = call_of(LATER, 4, naming("supersedes #gathering-date"))
    body = pages(archive_with(FIRST, later))[f"calls/{FIRST.id}.html"].body
    assert "Superseded: " in body
    assert "ia-icon-decided" not in body


def test_what_a_draft_calls_decided_is_not_shown_so():
    """On the page of its own call it stands under a heading of its own, and no word of adoption is green."""
    drafted = call_of(LATER, 4, mark(MarkKind.DECISION, "gather", "consensus", True))
    drafts = tuple(replace(notes, is_draft=True) for notes in drafted.notes)
    body = pages(archive_with(replace(drafted, notes=drafts)))[f"calls/{LATER}.html"].body
    assert "In draft notes, not decided yet" in body
    assert "In a draft: consensus" in body
    assert "ia-icon-decided" not in body
    assert 'id="record-decided"' not in body
