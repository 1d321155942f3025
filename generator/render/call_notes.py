"""The minutes on a call's page, as they were written, or why there are none."""

from dataclasses import dataclass
from typing import NamedTuple

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
from generator.render.markdown import Prose
from generator.render.names import Link, Target, link
from generator.render.notes import place_of, render_notes
from generator.render.output import Heading
from generator.render.passages import LABEL_LIMIT, PassageKind
from generator.render.states import NOTES
from generator.render.words import shortened
from generator.settings import Settings
from generator.wording import N_, _, counted

MINUTES = "record-minutes"
OWN_LANGUAGE = "en"
"""The language of the program's own words, and so of notes that name none."""
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left, by the first part of their code."""
RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa"})
WROTE = {
    Origin.NOTES: N_("These are notes taken on the call."),
    Origin.SUMMARY: "",
    Origin.TRANSCRIPT: N_("This is a transcript of the call."),
    Origin.IMPORTED: N_("These notes were carried over from where they were first published."),
    Origin.MACHINE_DRAFT: "",
}
ABSENCES = {
    NotesState.MISSING: N_(
        "The minutes themselves are still missing, and the archive asks for them."
    ),
    NotesState.NOT_YET: N_("The minutes themselves are not due yet."),
    NotesState.ELSEWHERE: N_(
        "The minutes themselves were published elsewhere; the sources say where."
    ),
    NotesState.UNKNOWN: N_("Whether there are minutes is not known."),
    NotesState.NONE_TAKEN: N_("No minutes were taken on the call."),
    NotesState.WITHHELD: N_("The minutes themselves are withheld."),
}
"""What a summary stands beside."""


class Addresses(NamedTuple):
    """The places of notes that can be linked to, each with its name in the page and its words, and what they are."""

    summary: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DrawnNotes:
    """Notes in one language as templates draw them: heading with its name, remarks with links, and safe HTML.

    `direction` is that of their language, or `auto`; `addresses` stand below them for those without a mouse.
    `warning` stands above notes that a program drafted. `others` lead to the notes in other languages: name in the
    page, words in that language, its code.
    """

    heading: str
    anchor: str
    language: str
    direction: str
    warning: tuple[str, ...]
    others: tuple[tuple[str, str, str], ...]
    remarks: tuple[str, ...]
    adopted_by: Link
    html: Markup
    addresses: Addresses | None


def notes_heading(notes: PublicNotes) -> str:
    """Give the heading above notes: a draft is a draft, and a summary is never called minutes."""
    if notes.origin is Origin.SUMMARY:
        words = _("Summary, not the minutes")
    elif notes.is_draft:
        words = _("Draft minutes")
    else:
        words = _("Minutes")
    if not notes.language:
        return words
    return _("{notes} ({language})").format(notes=words, language=language_name(notes.language))


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
        anchor = notes_anchor(notes)
        drawn.append(_drawn_one(view.call, notes, (heading, anchor), adopter, prose, page))
        outline.append(Heading(2, anchor, heading))
        outline.extend(each for each in prose.outline if each.level == 3)
    return tuple(drawn), tuple(outline)


def _drawn_one(
    call: PublicCall,
    notes: PublicNotes,
    heading: tuple[str, str],
    adopter: Target,
    prose: Prose,
    page: str,
) -> DrawnNotes:
    return DrawnNotes(
        heading=heading[0],
        anchor=heading[1],
        language=notes.language,
        direction=direction(notes.language),
        warning=machine_warning(notes),
        others=_other_languages(call, notes),
        remarks=remarks(call, notes),
        adopted_by=link(adopter, page),
        # The Markdown step hands out cleaned HTML; escaping it again would show its tags.
        html=Markup(prose.html),
        addresses=_addresses(prose),
    )


def direction(language: str) -> str:
    """Give the direction in which a language is written; without a language the browser goes by the first letter."""
    if not language:
        return "auto"
    words = language.lower().split("-")
    return "rtl" if words[0] in RIGHT_TO_LEFT or RIGHT_TO_LEFT_SCRIPTS & set(words) else "ltr"


def _addresses(prose: Prose) -> Addresses | None:
    """Give the headings and marks of notes in reading order; moments are links where they stand."""
    listed = (PassageKind.HEADING, PassageKind.MARK)
    found = sorted(
        (each for each in prose.passages if each.kind in listed), key=lambda each: each.line
    )
    if not found:
        return None
    summary = counted(
        "Link to {n} passage of these notes", "Link to {n} passages of these notes", len(found)
    )
    places = ((each.name, shortened(each.words or each.name, LABEL_LIMIT)) for each in found)
    return Addresses(summary, tuple(places))


def machine_warning(notes: PublicNotes) -> tuple[str, ...]:
    """Say above notes that a program drafted what they are worth; nothing above those that a person wrote."""
    if notes.origin is not Origin.MACHINE_DRAFT:
        return ()
    if not notes.is_draft:
        return (
            _(
                "A program drafted these notes, a person went through them, and the group adopted"
                " them."
            ),
        )
    if notes.reviewed_by:
        return (
            _("A program drafted these notes, and a person went through them."),
            _("They decide nothing unless the group adopts them."),
        )
    return (
        _("A program drafted these notes, and no person has gone through them yet."),
        _("It may have misheard, and written what nobody said. They decide nothing."),
    )


def _other_languages(call: PublicCall, notes: PublicNotes) -> tuple[tuple[str, str, str], ...]:
    """Lead to the notes of a call in its other languages."""
    return tuple(
        (notes_anchor(other), in_language(spoken_in(other)), spoken_in(other))
        for other in sorted(call.notes, key=notes_order)
        if other.language != notes.language
    )


def spoken_in(notes: PublicNotes) -> str:
    """Give the language of notes; those in the archive's own language name none."""
    return notes.language or OWN_LANGUAGE


def notes_anchor(notes: PublicNotes) -> str:
    """Give the name that notes have in the page of their call."""
    return f"{MINUTES}-{notes.language.lower()}" if notes.language else MINUTES


def remarks(call: PublicCall, notes: PublicNotes) -> tuple[str, ...]:
    """Say what notes are and rest on: who took them, whether they are a draft, what is redacted."""
    said = [_said(WROTE[notes.origin])]
    if notes.origin is Origin.SUMMARY:
        said += [NOTES[NotesState.SUMMARY].sentence, _said(ABSENCES.get(call.absence, ""))]
    if notes.adoption is Adoption.DRAFT:
        said.append(NOTES[NotesState.DRAFT].sentence)
    if notes.adoption is Adoption.UNDER_REVIEW:
        said.append(_("The group is going through these notes and has not adopted them yet."))
    if notes.is_draft and notes.adoption is Adoption.UNSTATED and notes.language:
        said.append(_("The notes in the archive’s own language are a draft, so these are one too."))
    if notes.adoption is Adoption.ADOPTED and not notes.adopted_by:
        said.append(_("The group adopted these minutes."))
    if notes.taken_by:
        said.append(_("Taken by: {who}.").format(who=notes.taken_by))
    if notes.reviewed_by:
        said.append(_("Reviewed by: {who}.").format(who=notes.reviewed_by))
    if notes.redactions:
        said.append(
            counted("{n} passage is redacted.", "{n} passages are redacted.", notes.redactions)
        )
    if notes.removals:
        said.append(
            counted("{n} passage was taken out.", "{n} passages were taken out.", notes.removals)
        )
    return tuple(each for each in said if each)


def _said(sentence: str) -> str:
    """Give a sentence of a table in the language that is spoken; no sentence stays none."""
    return _(sentence) if sentence else ""
