"""The history of a call's record in words: when it was last changed, and where its forge shows all changes.

Who changed it is not said; that stands on the forge alone.
"""

from typing import NamedTuple

from generator import forges
from generator.privacy.public import Origin, PublicCall, PublicNotes
from generator.render.language_names import language_name
from generator.render.names import Link
from generator.render.stamps import instant
from generator.render.words import short_day
from generator.settings import Settings, repository
from generator.wording import _

HISTORY = "record-history"


class History(NamedTuple):
    """When a record was last changed, in words (empty: not known), and the pages of its forge with all changes."""

    changed: str
    pages: tuple[Link, ...]


def history_of(call: PublicCall, settings: Settings) -> History | None:
    """Give the history of a record as templates draw it, or nothing where neither git nor a forge tells of it."""
    forge = repository(settings)
    notes = ((one.path, _words(one)) for one in call.notes)
    # A call without a record is made from its notes, which are one file and need one link.
    files = dict([(call.path, _("All changes of this record")), *notes])
    found = ((forges.changes_of_file(forge, path), words) for path, words in files.items())
    pages = tuple((href, words) for href, words in found if href)
    if call.changed_at is None:
        return History("", pages) if pages else None
    day = short_day(instant(call.changed_at).date())
    return History(_("Last changed on {day}.").format(day=day), pages)


def _words(notes: PublicNotes) -> str:
    is_summary = notes.origin is Origin.SUMMARY
    words = _("All changes of the summary") if is_summary else _("All changes of the notes")
    if not notes.language:
        return words
    return _("{notes} ({language})").format(notes=words, language=language_name(notes.language))
