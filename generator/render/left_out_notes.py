"""Which published notes have words or passages left out, and how many: their marks are public and are counted here."""

from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive, PublicCall
from generator.render.language_names import language_name
from generator.render.names import Target, call_target
from generator.render.once import once
from generator.wording import _, language, spoken

PAGE = addresses.LEFT_OUT


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One file of notes with the number of redactions and of removed passages; notes in two languages are two."""

    id: str
    language: str
    date: LooseDate
    call: Target
    redactions: int
    removals: int


def left_out_of(archive: PublicArchive) -> tuple[LeftOut, ...]:
    """Give all notes that lack something, in the order of the archive and once for all that show them."""
    return once(archive, _left_out, language())


def _left_out(archive: PublicArchive, told_in: str) -> tuple[LeftOut, ...]:
    with spoken(told_in):
        return tuple(
            LeftOut(
                id=call.id,
                language=notes.language,
                date=call.date,
                call=_named(call, notes.language),
                redactions=notes.redactions,
                removals=notes.removals,
            )
            for call in archive.calls
            if isinstance(call, PublicCall)
            for notes in call.notes
            if notes.redactions or notes.removals
        )


def _named(call: PublicCall, notes_language: str) -> Target:
    target = call_target(call)
    if not notes_language:
        return target
    said = _("{notes} ({language})")
    return Target(
        said.format(notes=target.title, language=language_name(notes_language)), target.path
    )
