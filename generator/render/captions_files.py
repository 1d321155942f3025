"""The words of a recording as captions that players read: WebVTT (W3C), corrected, and nothing else in it.

Who wrote them down stands on the transcript's page and not here.
"""

from collections.abc import Iterator, Sequence

from generator.privacy.public import PublicArchive, PublicCue
from generator.render.left_out import without_marks
from generator.render.output import Draft, File
from generator.render.said_on_calls import said_on_calls
from generator.render.transcript_words import captions_of
from generator.render.words import clock_of_recording
from generator.settings import Settings

Cues = tuple[PublicCue, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the captions of every transcript."""
    for said in said_on_calls(archive):
        for one in said.transcripts:
            view = (captions_of(one), one.cues)
            remember = said.call.withholding is None
            yield Draft(view[0], captions_file, view, remember=remember)


def captions_file(view: tuple[str, Cues], settings: Settings) -> File:
    """Make the captions of one transcript."""
    path, cues = view
    return File(path, captions(cues).encode())


def captions(cues: Sequence[PublicCue]) -> str:
    """Give pieces as WebVTT, in which only the tag of a voice stands; a piece without words is left out."""
    return "\n".join(("WEBVTT\n", *(_drawn(cue) for cue in cues if cue.text)))


def _drawn(cue: PublicCue) -> str:
    # Two hyphens and the end of the tag would be an arrow, which makes a line of times of any line.
    end = " >" if cue.voice.endswith("--") else ">"
    voice = f"<v {_written(cue.voice)}{end}" if cue.voice else ""
    words = _written(without_marks(cue.text))
    return f"{_stamp(cue.start)} --> {_stamp(cue.end)}\n{voice}{words}\n"


def _written(text: str) -> str:
    """Escape what would be a tag or a reference, as WebVTT reads them; quotes need no escape there."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stamp(moment: int) -> str:
    """Give a moment (milliseconds) with hours, which WebVTT lets have more than two digits.

    >>> _stamp(3970250)
    '01:06:10.250'
    """
    return f"{clock_of_recording(moment // 1000)}.{moment % 1000:03d}"
