"""What stands around notes: a program's draft is called one, languages lead to each other, adoption goes both ways."""

from dataclasses import replace

import pytest

from generator.privacy.public import Adoption, MarkKind, NotesState, Origin
from generator.render.figures import outcomes_of
from tests.render.every_page import pages, read_call
from tests.render.made_archive import LATER, archive_with, call_with, mark, notes_with
from tests.render.page_reading import Reading

DECISION = mark(MarkKind.DECISION, "Hold the gathering", "consensus", adopted=True)
DRAFT = {"origin": Origin.MACHINE_DRAFT, "is_draft": True}
REVIEWER = "a volunteer of the planning group"


def call_of(*notes):
    return call_with(notes_state=NotesState.MINUTES, notes=notes)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (DRAFT, "no person has gone through them yet"),
        (DRAFT | {"reviewed_by": REVIEWER}, "They decide nothing unless the group adopts them"),
        (
            {
                "origin": Origin.MACHINE_DRAFT,
                "adoption": Adoption.ADOPTED,
                "reviewed_by": REVIEWER,
            },
            "a person went through them, and the group adopted them",
        ),
    ],
)
def test_a_programs_draft_carries_a_warning(fields, said):
    """The warning says what became of the draft, with an icon whose drawing is on the page."""
    reading = read_call(call_of(notes_with(**fields)))
    (warning,) = reading.of_class("ia-drafted")
    assert said in warning.text
    assert "Drafted by a program" in warning.text
    assert "ia-icon-draft" in reading.ids()


def test_the_warning_stands_above_the_notes():
    """Whoever reads on has read it first."""
    reading = read_call(call_of(notes_with(body="Spoken words.", **DRAFT)))
    assert reading.text.index("Drafted by a program") < reading.text.index("Spoken words.")


def test_notes_of_people_carry_no_warning():
    """A draft that somebody wrote is only called one."""
    notes = notes_with(adoption=Adoption.DRAFT, is_draft=True)
    assert [] == read_call(call_of(notes)).of_class("ia-drafted")


def test_the_reviewer_is_named():
    """The role that went through the notes stands beside who took them."""
    assert f"Reviewed by: {REVIEWER}." in read_call(call_of(notes_with(reviewed_by=REVIEWER))).text


def test_nothing_comes_of_a_draft():
    """Of a draft beside notes that count, only those are counted."""
    other = replace(DECISION, text="Two kitchens", anchor="two")
    drafted = notes_with(DECISION, **DRAFT)
    assert [] == list(outcomes_of(call_of(drafted)))
    both = call_of(drafted, notes_with(other, language="es", adoption=Adoption.ADOPTED))
    assert ["Two kitchens"] == [each.text for each in outcomes_of(both)]


def test_languages_lead_to_each_other():
    """At the top of each stands a link to the others, in their own words and language."""
    reading = read_call(
        call_of(notes_with(), notes_with(language="es"), notes_with(language="tlh"))
    )
    assert 3 == len(reading.of_class("ia-languages__one"))
    links = [
        (each.text, each.attributes["href"], each.attributes["lang"])
        for each in reading.named("a")
        if each.attributes.get("hreflang")
    ]
    assert [
        ("En español", "#record-minutes-es", "es"),
        ("tlh", "#record-minutes-tlh", "tlh"),
        ("In English", "#record-minutes", "en"),
        ("tlh", "#record-minutes-tlh", "tlh"),
        ("In English", "#record-minutes", "en"),
        ("En español", "#record-minutes-es", "es"),
    ] == links


def test_one_language_stands_alone():
    """Without a second language there is nothing to lead to, and no column."""
    reading = read_call(call_of(notes_with()))
    assert [] == [*reading.of_class("ia-languages"), *reading.of_class("ia-languages__one")]


def test_a_translation_of_a_draft_says_why_it_is_one():
    """It says nothing of its own, so the reason stands in the other notes."""
    notes = notes_with(language="es", is_draft=True)
    assert "so these are one too" in read_call(call_of(notes)).text


def test_the_adopting_call_names_the_minutes_it_adopted():
    """Its page leads back to the call, once, whatever the number of languages."""
    adopted = {"adoption": Adoption.ADOPTED, "adopted_by": LATER.id}
    call = call_of(notes_with(**adopted), notes_with(language="es", **adopted))
    reading = Reading(pages(archive_with(call, LATER))[f"calls/{LATER.id}.html"].body)
    assert 1 == len([term for term in reading.named("dt") if term.text == "Minutes adopted"])
    (link,) = [
        each
        for row in reading.named("dd")
        for each in reading.named("a")
        if each.text in row.text and "5 March 2031" in each.text
    ]
    assert f"{call.id}.html" == link.attributes["href"]
