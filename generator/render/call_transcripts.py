"""Where a call's page leads to what was said on its recording, word for word."""

from generator import addresses
from generator.privacy.public import Origin, PublicArchive, PublicCall
from generator.render.language_names import language_name
from generator.render.names import Link
from generator.render.once import once
from generator.wording import _

Drafted = frozenset[tuple[str, str]]
"""Transcripts that a program drafted, by their call and language."""


def drafted_in(archive: PublicArchive) -> Drafted:
    """Give the transcripts that a program drafted, once for all pages of calls."""
    return once(archive, _drafted)


def _drafted(archive: PublicArchive) -> Drafted:
    drafts = (one for one in archive.transcripts if one.origin is Origin.MACHINE_DRAFT)
    return frozenset((one.call, one.language) for one in drafts)


def drafts_of(call: PublicCall, drafted: Drafted) -> tuple[str, ...]:
    """Give the languages of those transcripts of a call that a program drafted."""
    return tuple(each for each in call.transcribed if (call.id, each) in drafted)


def transcript_links(call: PublicCall, drafts: tuple[str, ...], page: str) -> tuple[Link, ...]:
    """Give the links to the transcripts of a call, the one in the archive's own language first."""
    return tuple(
        (
            addresses.relative(addresses.transcript_page(call.id, each), page),
            _words(each, each in drafts),
        )
        for each in sorted(call.transcribed)
    )


def _words(language: str, is_draft: bool) -> str:
    words = (
        _("Read the transcript, which a program drafted") if is_draft else _("Read the transcript")
    )
    if not language:
        return words
    return _("{notes} ({language})").format(notes=words, language=language_name(language))
