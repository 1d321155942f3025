"""A transcript lies there for a call that has no record, or corrections without the transcript that they correct."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.model.transcript import Corrections
from generator.problems import Place, Problem, nearest, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find transcripts and corrections that belong to nothing; names of files are all that is said of them."""
    known = {call.id for call in archive.calls}
    transcribed = {one.path for one in archive.transcripts} | archive.unread
    for one in archive.files_of_words():
        if one.call not in known and not archive.lies_unread("calls/", one.call):
            hint = nearest(one.call, known)
            yield problem("M630", Place(one.path), call=one.call, nearest=hint)
        elif isinstance(one, Corrections) and _transcript_of(one.path) not in transcribed:
            yield from _without_transcript(one, archive)


def _without_transcript(one: Corrections, archive: Archive) -> Iterator[Problem]:
    others = [other.path for other in archive.transcripts if other.call == one.call]
    hint = f"; there is `{others[0]}`" if others else ""
    yield problem("M623", Place(one.path), path=_transcript_of(one.path), nearest=hint)


def _transcript_of(path: str) -> str:
    return f"{path.removesuffix('.corrections.yaml')}.vtt"
