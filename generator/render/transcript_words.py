"""What is said of the words of a recording: who wrote them down, how far they can be trusted, what is left out.

A program's draft is told in the same way as notes that a program drafted.
"""

from generator import addresses
from generator.privacy.public import Origin, PublicTranscript
from generator.render.language_names import language_name
from generator.wording import _, counted


def page_of(transcript: PublicTranscript) -> str:
    """Give the address of a transcript's page."""
    return addresses.transcript_page(transcript.call, transcript.language)


def captions_of(transcript: PublicTranscript) -> str:
    """Give the address of a transcript as captions."""
    return addresses.captions_file(transcript.call, transcript.language)


def said_file(year: int) -> str:
    """Give the name of the search index of what was said in a year."""
    return f"{year:04d}-said.bin"


def drafted(transcript: PublicTranscript) -> tuple[str, ...]:
    """Say above what a program heard what it is worth; nothing above what a person wrote down."""
    if transcript.origin is not Origin.MACHINE_DRAFT:
        return ()
    if transcript.reviewed_by:
        return (
            _("A program drafted this transcript, and a person went through it."),
            _("It decides nothing."),
        )
    return (
        _("A program drafted this transcript, and no person has gone through it yet."),
        _("It may have misheard, and written what nobody said. It decides nothing."),
    )


def kind_of(transcript: PublicTranscript) -> str:
    """Give what a transcript is, and its language where that is another, as a search shows it."""
    is_drafted = transcript.origin is Origin.MACHINE_DRAFT
    words = _("Transcript drafted by a program") if is_drafted else _("Transcript")
    if not transcript.language:
        return words
    language = language_name(transcript.language)
    return _("{notes} ({language})").format(notes=words, language=language)


def remarks(transcript: PublicTranscript) -> tuple[str, ...]:
    """Say what a transcript is, who wrote it down and went through it, and what of it is redacted."""
    said = []
    if transcript.origin is not Origin.MACHINE_DRAFT:
        said += [
            _("This is a transcript of the recording."),
            _("What is said on a call decides nothing by itself; decisions stand in the minutes."),
        ]
    if transcript.taken_by:
        said.append(_("Transcribed by: {who}.").format(who=transcript.taken_by))
    if transcript.reviewed_by:
        said.append(_("Reviewed by: {who}.").format(who=transcript.reviewed_by))
    if transcript.redactions:
        number = transcript.redactions
        said.append(counted("{n} passage is redacted.", "{n} passages are redacted.", number))
    return tuple(said)


def corrections_counted(transcript: PublicTranscript) -> str:
    """Say how many corrections were made, or nothing where there are none."""
    number = len(transcript.corrections)
    return counted("{n} correction was made", "{n} corrections were made", number) if number else ""
