"""Transcripts made by hand for the tests of their pages: a short one, one in Spanish, and any number of pieces."""

from dataclasses import replace
from typing import Any

from generator.privacy.public import (
    NotesState,
    Origin,
    PublicArchive,
    PublicCorrection,
    PublicCue,
    PublicRecording,
    PublicTranscript,
    RecordingState,
)
from tests.render.made_archive import ARCHIVE, CALL, notes_with

SOUND = PublicRecording(
    url="https://media.example/2031-03-05.mp3",
    type="audio/mpeg",
    bytes=18_234_567,
    sha256="",
    kept_by="",
    duration=6130,
)
HEARD = replace(
    CALL,
    recordings=(SOUND,),
    recording_state=RecordingState.RECORDING,
    notes=(notes_with(),),
    notes_state=NotesState.MINUTES,
    transcribed=("",),
)
CUES = (
    PublicCue(10_000, 14_500, "Welcome to the call.", "Facilitator"),
    PublicCue(14_500, 18_250, "We begin with the ferry.", "Facilitator"),
    PublicCue(19_000, 24_000, "The ferry is full on Friday.", "Mill Town"),
    PublicCue(40_000, 44_000, "Then we [redacted: legal] walk.", "Mill Town"),
    PublicCue(3_970_250, 3_975_000, "Goodbye & thanks <all>.", ""),
)
TRANSCRIPT = PublicTranscript(
    call=CALL.id,
    path=f"minutes/2031/{CALL.id}.vtt",
    language="",
    origin=Origin.TRANSCRIPT,
    cues=CUES,
    corrections=(PublicCorrection(19_000, "the ferry", "the place was misheard"),),
    taken_by="a volunteer from Mill Town",
    redactions=1,
)
SPANISH = replace(
    TRANSCRIPT,
    path=f"minutes/2031/{CALL.id}.es.vtt",
    language="es",
    cues=(PublicCue(10_000, 14_500, "Bienvenidas a la llamada.", "Facilitadora"),),
    corrections=(),
    taken_by="",
    redactions=0,
)
PAGE = f"recordings/{CALL.id}.html"
SPANISH_PAGE = f"recordings/{CALL.id}.es.html"
CAPTIONS = f"recordings/{CALL.id}.vtt"


def archive_of(*transcripts: PublicTranscript, **call: Any) -> PublicArchive:
    """Give the example archive with a recorded call and these transcripts of it."""
    languages = tuple(one.language for one in transcripts)
    heard = replace(HEARD, **{"transcribed": languages, **call})
    return replace(ARCHIVE, calls=(heard, *ARCHIVE.calls[1:]), transcripts=transcripts)


def transcript_with(*cues: PublicCue, **fields: Any) -> PublicTranscript:
    """Give a transcript of these pieces and no corrections."""
    return replace(TRANSCRIPT, cues=cues, corrections=(), redactions=0, **fields)


def spoken_for(pieces: int, words: str = "We carried the boats to the mill and back again.") -> Any:
    """Give a transcript of so many pieces of half a second without a pause, with another voice after every sixty."""
    cues = (
        PublicCue(at * 500, at * 500 + 500, f"{words[:-1]} {at}.", f"Voice {at // 60 % 7}")
        for at in range(pieces)
    )
    return transcript_with(*cues)
