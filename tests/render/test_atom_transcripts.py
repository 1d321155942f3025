"""The feed of notes tells of transcripts too, and calls a program's draft one."""

from dataclasses import replace

from generator.privacy.public import NotesState, Origin, PublicArchive
from generator.render import atom_notes
from generator.render.output import File
from tests.render.made_archive import ARCHIVE, SETTINGS
from tests.render.transcript_archive import TRANSCRIPT, archive_of

WORDS = "A transcript of the recording can be read."


def feed(archive: PublicArchive) -> str:
    (draft,) = atom_notes.render(archive, SETTINGS)
    file = draft.make(draft.view, SETTINGS)
    assert isinstance(file, File)
    return file.data.decode()


def test_a_transcript_beside_notes_is_told():
    """The entry stays that of the minutes."""
    told = feed(archive_of(TRANSCRIPT))
    assert f"The minutes of this call are in this archive. {WORDS}" in told


def test_a_transcript_alone_has_an_entry():
    """It is called a transcript, and no minutes are spoken of."""
    told = feed(archive_of(TRANSCRIPT, notes=(), notes_state=NotesState.MISSING))
    assert "River Assembly open call, 2031-03-05 (Transcript)" in told
    assert f">{WORDS}<" in told


def test_a_program_s_draft_is_called_one():
    """Nobody is to take it for what a person wrote down."""
    told = feed(archive_of(replace(TRANSCRIPT, origin=Origin.MACHINE_DRAFT)))
    assert "which a program drafted" in told
    assert WORDS not in told


def test_without_words_a_call_has_no_entry():
    """A recording alone is told in another feed."""
    assert "<entry>" not in feed(ARCHIVE)
