"""Notes stand in a call's page with their marks named."""

from dataclasses import replace

from generator.render.notes import NotesPlace, render_notes
from tests.render.few_calls import NOTES, SETTINGS

PLACE = NotesPlace("calls/2031-03-05-river.html")


def test_each_mark_is_named_at_its_line():
    """The list item of a mark has the mark's name, and the name is not shown."""
    html = render_notes(NOTES, SETTINGS, PLACE).html
    assert '<li id="decision-gathering"><strong>Decision:</strong>' in html
    assert '<li id="proposal-fallback"><strong>Proposal:</strong>' in html
    assert "{#" not in html


def test_headings_start_below_the_heading_of_the_notes():
    """The first heading of notes has level three and a name of its own kind."""
    outline = render_notes(NOTES, SETTINGS, PLACE).outline
    assert [(3, "notes-outcomes")] == [(h.level, h.anchor) for h in outline]


def test_second_language_takes_no_name_of_the_first():
    """Notes in two languages on one page share no name."""
    first = render_notes(NOTES, SETTINGS, PLACE)
    second = render_notes(NOTES, SETTINGS, replace(PLACE, prefix="notes-es-", taken=first.taken))
    assert 'id="decision-gathering"' not in second.html
    assert "notes-es-outcomes" == second.outline[0].anchor


def test_mark_outside_the_text_is_passed_over():
    """A mark whose line is not in the text changes nothing."""
    stray = replace(NOTES, marks=(replace(NOTES.marks[0], line=99),))
    assert 'id="decision' not in render_notes(stray, SETTINGS, PLACE).html


def test_same_notes_give_the_same_html():
    """Rendering is a function of the notes."""
    assert render_notes(NOTES, SETTINGS, PLACE) == render_notes(NOTES, SETTINGS, PLACE)
