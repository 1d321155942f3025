"""What was said on a recording, word for word and by time, and the corrections that people made of it."""

from dataclasses import dataclass

from generator.model.minutes import Origin


def time_of(milliseconds: int) -> str:
    """Write a moment of a recording as transcripts do.

    >>> time_of(750_500)
    '00:12:30.500'
    """
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"


@dataclass(frozen=True, slots=True)
class Cue:
    """A piece of a transcript: from `start` to `end` in milliseconds; `voice` says who speaks, by role or place.

    `text` is plain, with single spaces; `line` is where it begins in the file.
    """

    start: int
    end: int
    text: str
    voice: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Transcript:
    """A WebVTT file beside the minutes; `origin` is `TRANSCRIPT`, or `MACHINE_DRAFT` where a program listened.

    `redactions` counts the places from which something was taken out.
    """

    call: str
    path: str
    language: str
    origin: Origin
    cues: tuple[Cue, ...]
    taken_by: str = ""
    reviewed_by: str = ""
    redactions: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """Words of a transcript that are put right when the site is built; the file itself stays as it came.

    `old` stands once in the words of one cue, or in those of the cue that begins at `at` (milliseconds) where it is
    given. `line` and `column` are where `old` stands in the file of corrections.
    """

    old: str
    new: str
    reason: str
    at: int | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one transcript, from the file beside it."""

    call: str
    path: str
    language: str
    rows: tuple[Correction, ...]
