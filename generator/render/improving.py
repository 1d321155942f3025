"""How a reader can improve a page: edit links, forms, and the ready text for notes that are missing.

Where the links lead is left to `forges`, what the text says to `skeletons`. Withheld calls are never asked for.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final

from generator import addresses, forges
from generator.forges import Forge
from generator.privacy.public import PublicCall
from generator.render.links import is_web_address
from generator.render.names import Link
from generator.render.states import minutes_are_missing
from generator.settings import Settings, repository
from generator.skeletons import DATE_TO_FILL_IN, NotesFor, notes_skeleton
from generator.wording import N_, _

HELP = "help/index.html"
"""The hand-written page that says how to add notes."""
ADD_NOTES: Final = "add-notes"
"""Name in the page of the place that asks for notes."""
IMPROVE = "record-improve"
_ID_LIMIT = 80
_YEAR = DATE_TO_FILL_IN[:4]

Forms = tuple[str, ...]
NO_FORMS: Forms = ()
NOTES_FORM: Forms = (forges.PASTE_NOTES,)
ALL_FORMS: Forms = (forges.PASTE_NOTES, forges.REQUEST_CALL)
_FORM_WORDS = {
    forges.PASTE_NOTES: N_("Paste your notes"),
    forges.REQUEST_CALL: N_("Report a missing call"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Notes that are missing: the file they go into, and what is known of the call.

    `lies_there` tells of a file that only needs to be written; `is_summary` that a summary stands in it.
    """

    path: str
    notes: NotesFor
    lies_there: bool = False
    is_summary: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """What asks for notes, as templates draw it.

    `href` opens the forge's editor and `form` the form for notes; both are empty where there is none.
    `contact` says how else to send them, with an address where it is one.
    """

    lead: str
    href: str
    form: str
    says: tuple[str, ...]
    contact: Link
    help: str
    path: str
    skeleton: str


@dataclass(frozen=True, slots=True)
class Improvement:
    """What the end of a page offers, as templates draw it; `is_editable` tells of a page made from one file."""

    edits: tuple[Link, ...]
    is_editable: bool
    forms: tuple[Link, ...]
    contact: Link
    help: str


def wanted_notes(call: PublicCall, actions: tuple[str, ...] = ()) -> Wanted | None:
    """Give the notes that are asked for of a call, or nothing where none are missing or they may not be asked for."""
    if not minutes_are_missing(call):
        return None
    notes = NotesFor(agenda=call.agenda, actions=actions)
    usual = addresses.notes_of_call(call.id)
    if call.notes_begun:
        return Wanted(call.notes_begun, notes, lies_there=True)
    summary = next((one.path for one in call.notes if not one.language), "")
    return Wanted(summary or usual, notes, bool(summary), bool(summary))


def wanted_of_series(series_id: str, actions: tuple[str, ...]) -> Wanted:
    """Give the notes of an occurrence without a record; only their sender knows the date, which stands as a word."""
    name = f"{DATE_TO_FILL_IN}-{series_id}"[:_ID_LIMIT].rstrip("-")
    notes = NotesFor(series=series_id, date=DATE_TO_FILL_IN, actions=actions)
    return Wanted(addresses.notes_of_call(name), notes)


def notes_of_dates(series_id: str, forge: Forge) -> str:
    """Give the address that opens the forge's editor for notes of an expected date without a record.

    `DATE_TO_FILL_IN` stands where `for_date` puts the date: a page has hundreds of them, and quoting each takes long.
    """
    wanted = wanted_of_series(series_id, ())
    return notes_address(replace(wanted, notes=replace(wanted.notes, is_brief=True)), forge)


def for_date(address: str, day: datetime.date, forge: Forge) -> str:
    """Give such an address for a date; one file of notes is enough to make a record."""
    told = address.removeprefix(forge.url)
    dated = told.replace(DATE_TO_FILL_IN, day.isoformat()).replace(_YEAR, f"{day.year:04d}")
    return f"{forge.url}{dated}" if address else ""


def notes_address(wanted: Wanted, forge: Forge) -> str:
    """Give the address that opens the forge's editor for missing notes, with as much of the text as it can hold.

    Empty where the forge is not known, or where a file that lies there cannot be edited.
    """
    if wanted.lies_there:
        return forges.edit_file(forge, wanted.path)
    short = replace(wanted.notes, actions=())
    for notes in (wanted.notes, short, replace(short, agenda=())):
        address = forges.new_file(forge, wanted.path, notes_skeleton(notes))
        if forges.holds_text(address):
            return address
    return forges.new_file(forge, wanted.path)


def invitation(wanted: Wanted, page: str, settings: Settings, lead: str = "") -> Invitation:
    """Ask for notes: with a ready link where the forge has one, and always with the text to copy."""
    forge = repository(settings)
    href = notes_address(wanted, forge)
    return Invitation(
        lead=lead,
        href=href,
        form=forges.new_issue(forge, forges.PASTE_NOTES, _call_of(wanted.path)),
        says=tuple(_says(wanted, href)),
        contact=contact_of(settings),
        help=addresses.relative(HELP, page),
        path=wanted.path,
        skeleton=notes_skeleton(wanted.notes),
    )


def _call_of(path: str) -> str:
    """Give the id of the call that a file of notes belongs to."""
    return path.rpartition("/")[2].partition(".")[0]


def _says(wanted: Wanted, href: str) -> list[str]:
    """Say what the link does not: what to copy, what to replace, and which words to put in."""
    said = []
    if wanted.is_summary:
        said.append(
            _(
                "A summary stands in that file now. Put the notes in its place, front matter and all."
            )
        )
    elif wanted.lies_there:
        said.append(_("The file was begun and is still to be written."))
    elif href and not forges.holds_text(href):
        said.append(_("The editor opens empty, with the right name: copy the text below into it."))
    if wanted.notes.date == DATE_TO_FILL_IN:
        said.append(
            _(
                "Put the date of the call in place of {date}, and its year in place of YYYY:"
                " in the file’s name and in its line “date”."
            ).format(date=DATE_TO_FILL_IN)
        )
    return said


def improvement(
    page: str,
    settings: Settings,
    files: tuple[tuple[str, str], ...] = (),
    forms: Forms = NO_FORMS,
) -> Improvement:
    """Give what the end of a page offers; `files` are those it is made from, each with the words of its link."""
    forge = repository(settings)
    edits = ((forges.edit_file(forge, path), words) for path, words in files)
    filled = ((forges.new_issue(forge, form), _(_FORM_WORDS[form])) for form in forms)
    return Improvement(
        edits=tuple((href, words) for href, words in edits if href),
        is_editable=bool(files),
        forms=tuple((href, words) for href, words in filled if href),
        contact=contact_of(settings),
        help=addresses.relative(HELP, page),
    )


def contact_of(settings: Settings) -> Link:
    """Say how to reach the keepers, with an address where the words are one; empty where nobody is named."""
    contact = settings.contact
    return (contact if is_web_address(contact) else "", contact)
