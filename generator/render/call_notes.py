"""The minutes on a call's page, as they were written, or why there are none."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.joining import notes_order
from generator.privacy.public import (
    Adoption,
    NotesState,
    Origin,
    PublicCall,
    PublicNotes,
)
from generator.render.call_views import CallView
from generator.render.language_names import in_language, language_name
from generator.render.names import Link, Target, link
from generator.render.notes import place_of, render_notes
from generator.render.output import Heading
from generator.render.states import NOTES
from generator.render.words import plural
from generator.settings import Settings

MINUTES = "record-minutes"
OWN_LANGUAGE = "en"
"""The language of the program's own words, and so of notes that name none."""
WROTE = {
    Origin.NOTES: "These are notes taken on the call.",
    Origin.SUMMARY: "",
    Origin.TRANSCRIPT: "This is a transcript of the call.",
    Origin.IMPORTED: "These notes were carried over from where they were first published.",
    Origin.MACHINE_DRAFT: "",
}
ABSENCES = {
    NotesState.MISSING: "The minutes themselves are still missing, and the archive asks for them.",
    NotesState.NOT_YET: "The minutes themselves are not due yet.",
    NotesState.ELSEWHERE: "The minutes themselves were published elsewhere; the sources say where.",
    NotesState.UNKNOWN: "Whether there are minutes is not known.",
    NotesState.NONE_TAKEN: "No minutes were taken on the call.",
    NotesState.WITHHELD: "The minutes themselves are withheld.",
}
"""What a summary stands beside."""


@dataclass(frozen=True, slots=True)
class DrawnNotes:
    """Notes in one language as templates draw them: heading with its name, remarks with links, and safe HTML.

    `warning` stands above notes that a program drafted. `others` lead to the notes in other languages: name in the
    page, words in that language, its code.
    """

    heading: str
    anchor: str
    language: str
    warning: tuple[str, ...]
    others: tuple[tuple[str, str, str], ...]
    remarks: tuple[str, ...]
    adopted_by: Link
    html: Markup


def notes_heading(notes: PublicNotes) -> str:
    """Give the heading above notes: a draft is a draft, and a summary is never called minutes."""
    if notes.origin is Origin.SUMMARY:
        words = "Summary, not the minutes"
    elif notes.is_draft:
        words = "Draft minutes"
    else:
        words = "Minutes"
    return f"{words} ({language_name(notes.language)})" if notes.language else words


def drawn_notes(
    view: CallView, page: str, settings: Settings, taken: frozenset[str]
) -> tuple[tuple[DrawnNotes, ...], tuple[Heading, ...]]:
    """Give the notes of a call in all their languages, one after another, and the headings they add to the outline.

    `taken` are the names that the rest of the page has given away.
    """
    adopters = zip(view.call.notes, view.adopters, strict=True)
    drawn: list[DrawnNotes] = []
    outline: list[Heading] = []
    for notes, adopter in sorted(adopters, key=lambda pair: notes_order(pair[0])):
        prose = render_notes(notes, settings, place_of(notes, page, taken))
        taken = prose.taken
        heading = notes_heading(notes)
        anchor = _anchor(notes)
        drawn.append(_drawn_one(view.call, notes, (heading, anchor), adopter, prose.html, page))
        outline.append(Heading(2, anchor, heading))
        outline.extend(each for each in prose.outline if each.level == 3)
    return tuple(drawn), tuple(outline)


def _drawn_one(
    call: PublicCall,
    notes: PublicNotes,
    heading: tuple[str, str],
    adopter: Target,
    html: str,
    page: str,
) -> DrawnNotes:
    return DrawnNotes(
        heading=heading[0],
        anchor=heading[1],
        language=notes.language,
        warning=machine_warning(notes),
        others=_other_languages(call, notes),
        remarks=remarks(call, notes),
        adopted_by=link(adopter, page),
        # The Markdown step hands out cleaned HTML; escaping it again would show its tags.
        html=Markup(html),
    )


def machine_warning(notes: PublicNotes) -> tuple[str, ...]:
    """Say above notes that a program drafted what they are worth; nothing above those that a person wrote."""
    if notes.origin is not Origin.MACHINE_DRAFT:
        return ()
    if not notes.is_draft:
        return (
            "A program drafted these notes, a person went through them, and the group adopted them.",
        )
    if notes.reviewed_by:
        return (
            "A program drafted these notes, and a person went through them.",
            "They decide nothing unless the group adopts them.",
        )
    return (
        "A program drafted these notes, and no person has gone through them yet.",
        "It may have misheard, and written what nobody said. They decide nothing.",
    )


def _other_languages(call: PublicCall, notes: PublicNotes) -> tuple[tuple[str, str, str], ...]:
    """Lead to the notes of a call in its other languages."""
    return tuple(
        (_anchor(other), in_language(_spoken(other)), _spoken(other))
        for other in sorted(call.notes, key=notes_order)
        if other.language != notes.language
    )


def _spoken(notes: PublicNotes) -> str:
    """Give the language of notes; those in the archive's own language name none."""
    return notes.language or OWN_LANGUAGE


def _anchor(notes: PublicNotes) -> str:
    return f"{MINUTES}-{notes.language.lower()}" if notes.language else MINUTES


def remarks(call: PublicCall, notes: PublicNotes) -> tuple[str, ...]:
    """Say what notes are and rest on: who took them, whether they are a draft, what is redacted."""
    said = [WROTE[notes.origin]]
    if notes.origin is Origin.SUMMARY:
        said += [NOTES[NotesState.SUMMARY].sentence, ABSENCES.get(call.absence, "")]
    if notes.adoption is Adoption.DRAFT:
        said.append(NOTES[NotesState.DRAFT].sentence)
    if notes.adoption is Adoption.UNDER_REVIEW:
        said.append("The group is going through these notes and has not adopted them yet.")
    if notes.is_draft and notes.adoption is Adoption.UNSTATED and notes.language:
        said.append("The notes in the archive’s own language are a draft, so these are one too.")
    if notes.adoption is Adoption.ADOPTED and not notes.adopted_by:
        said.append("The group adopted these minutes.")
    if notes.taken_by:
        said.append(f"Taken by: {notes.taken_by}.")
    if notes.reviewed_by:
        said.append(f"Reviewed by: {notes.reviewed_by}.")
    if notes.redactions:
        verb = "is" if notes.redactions == 1 else "are"
        said.append(f"{plural(notes.redactions, 'passage')} {verb} redacted.")
    if notes.removals:
        verb = "was" if notes.removals == 1 else "were"
        said.append(f"{plural(notes.removals, 'passage')} {verb} taken out.")
    return tuple(each for each in said if each)
