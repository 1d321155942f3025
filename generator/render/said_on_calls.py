"""Which calls have transcripts, and how their words are parted: for the pages, the captions and the search alike."""

from dataclasses import dataclass, replace

from generator.privacy.public import PublicArchive, PublicCall, PublicTranscript
from generator.render.chapters import Chapter, chapters_of
from generator.render.once import once

Transcripts = dict[str, tuple[PublicTranscript, ...]]


@dataclass(frozen=True, slots=True)
class Said:
    """A call with its transcripts, the one in the archive's own language first, and the parts of its recording.

    The call comes without its notes; `has_notes` says that there are any.
    """

    call: PublicCall
    transcripts: tuple[PublicTranscript, ...]
    chapters: tuple[Chapter, ...]
    has_notes: bool

    @property
    def starts(self) -> tuple[int, ...]:
        """Give the seconds at which parts of the recording begin, where a paragraph begins too."""
        return tuple(chapter.start for chapter in self.chapters)


def said_on_calls(archive: PublicArchive) -> tuple[Said, ...]:
    """Give what was said on calls, in the order of the archive and once for all that show it."""
    return once(archive, _said)


def _said(archive: PublicArchive) -> tuple[Said, ...]:
    transcripts = _by_call(archive)
    return tuple(
        Said(
            call=replace(call, notes=(), agenda=(), sources=()),
            transcripts=transcripts[call.id],
            chapters=chapters_of(call),
            has_notes=bool(call.notes),
        )
        for call in archive.calls
        if isinstance(call, PublicCall) and call.id in transcripts
    )


def _by_call(archive: PublicArchive) -> Transcripts:
    found: dict[str, list[PublicTranscript]] = {}
    for one in sorted(archive.transcripts, key=lambda one: (one.call, one.language)):
        found.setdefault(one.call, []).append(one)
    return {call: tuple(all_of_it) for call, all_of_it in found.items()}


def years_said(archive: PublicArchive) -> frozenset[int]:
    """Give the years of whose calls there are transcripts."""
    return frozenset(said.call.date.year for said in said_on_calls(archive))
