"""Puts the corrections of a transcript into its words, and says which of them cannot be made.

The check and the gate ask the same function, so what is refused and what is shown never differ. Each correction is
looked for in the text as it came, whole words and letter by letter, inside what one voice says in one piece; it is
made where it is found exactly once.
"""

import bisect
import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from generator.model.transcript import Correction, Cue

_SPACED = "\u0e00"
"""Letters of scripts from here on may stand without blanks between words, as in Thai, Chinese and Japanese."""
_REST_OF_WORD = re.compile(r"[^\W_]{1,}|.", re.DOTALL)
MOST = 100
"""So many places are counted of words that stand in several."""
_BREAK = "\n"
"""What stands between pieces when they are searched together; no words hold it."""


class Fault(Enum):
    """Why a correction cannot be made."""

    NOTHING = "its words stand nowhere"
    SEVERAL = "its words stand in several places"
    NO_PIECE = "no piece begins at its time"
    OVERLAP = "another correction changes the same words"


@dataclass(frozen=True, slots=True)
class Made:
    """A correction that was made: by its number in the file, and in which piece."""

    number: int
    cue: int


@dataclass(frozen=True, slots=True)
class Unmade:
    """A correction that was not made: its number, why, and the pieces or the correction that stand in its way."""

    number: int
    fault: Fault
    cues: tuple[int, ...] = ()
    other: int = -1


@dataclass(frozen=True, slots=True)
class Corrected:
    """The pieces with their corrections in them, what was made in the order of the pieces, and what was not."""

    cues: tuple[Cue, ...]
    made: tuple[Made, ...] = ()
    unmade: tuple[Unmade, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where the words of a correction stand: in which piece, and from where to where in its text."""

    cue: int
    start: int
    end: int
    number: int


def correct(cues: Sequence[Cue], rows: Sequence[Correction]) -> Corrected:
    """Make all corrections that hit exactly once and touch no other; the rest of the text stays as it came."""
    if not rows:
        return Corrected(tuple(cues))
    hits: list[_Hit] = []
    unmade: list[Unmade] = []
    whole = _Whole(cues)
    for number, row in enumerate(rows):
        found = whole.find(row, number)
        if isinstance(found, Unmade):
            unmade.append(found)
        else:
            hits.append(found)
    hits.sort(key=lambda hit: (hit.cue, hit.start, hit.end, hit.number))
    clashing = dict(_clashes(hits))
    unmade += [Unmade(one, Fault.OVERLAP, other=other) for one, other in clashing.items()]
    good = [hit for hit in hits if hit.number not in clashing]
    return Corrected(
        cues=_with(cues, good, rows),
        made=tuple(Made(hit.number, hit.cue) for hit in good),
        unmade=tuple(sorted(unmade, key=lambda one: one.number)),
    )


class _Whole:
    """All pieces as one text, so that a row of words is looked for in one go."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.text = _BREAK.join(cue.text for cue in cues)
        self.starts: list[int] = []
        self.by_time: dict[int, list[int]] = {}
        at = 0
        for number, cue in enumerate(cues):
            self.starts.append(at)
            at += len(cue.text) + len(_BREAK)
            self.by_time.setdefault(cue.start, []).append(number)

    def find(self, row: Correction, number: int) -> _Hit | Unmade:
        """Give the one place where a correction can be made, or why there is none."""
        wanted = None if row.at is None else self.by_time.get(row.at, [])
        if wanted == []:
            return Unmade(number, Fault.NO_PIECE)
        spans = [(0, len(self.text))] if wanted is None else [self._span(one) for one in wanted]
        places = (at for start, end in spans for at in _places(self.text, row.old, start, end))
        found = list(islice(places, MOST))
        if not found:
            return Unmade(number, Fault.NOTHING, tuple(wanted or ()))
        cues = tuple(bisect.bisect_right(self.starts, at) - 1 for at in found)
        if len(found) > 1:
            return Unmade(number, Fault.SEVERAL, cues)
        start = found[0] - self.starts[cues[0]]
        return _Hit(cues[0], start, start + len(row.old), number)

    def _span(self, number: int) -> tuple[int, int]:
        following = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
        return self.starts[number], following


def _places(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Give where some words begin in a stretch of a text, as whole words; no step is made inside a word."""
    at = text.find(words, start, end)
    while at >= 0:
        if _cuts(text, at):
            at = text.find(words, _end_of_word(text, at), end)
            continue
        if not _cuts(text, at + len(words)):
            yield at
        at = text.find(words, at + 1, end)


def _cuts(text: str, at: int) -> bool:
    """Tell whether a place lies inside a word of a script that has blanks between words."""
    if not 0 < at < len(text):
        return False
    before, behind = text[at - 1], text[at]
    return before.isalnum() and behind.isalnum() and before < _SPACED and behind < _SPACED


def _end_of_word(text: str, at: int) -> int:
    found = _REST_OF_WORD.match(text, at)
    return found.end() if found else at + 1


def _clashes(hits: Sequence[_Hit]) -> Iterator[tuple[int, int]]:
    """Give corrections that touch the words of another one, each with that one; both are refused."""
    last: _Hit | None = None
    for hit in hits:
        if last is not None and hit.cue == last.cue and hit.start < last.end:
            yield last.number, hit.number
            yield hit.number, last.number
        if last is None or hit.cue != last.cue or hit.end > last.end:
            last = hit


def _with(cues: Sequence[Cue], hits: Iterable[_Hit], rows: Sequence[Correction]) -> tuple[Cue, ...]:
    texts: dict[int, str] = {}
    for hit in reversed(list(hits)):
        text = texts.get(hit.cue, cues[hit.cue].text)
        texts[hit.cue] = f"{text[: hit.start]}{rows[hit.number].new}{text[hit.end :]}"
    if not texts:
        return tuple(cues)
    return tuple(
        dataclasses.replace(cue, text=texts[number]) if number in texts else cue
        for number, cue in enumerate(cues)
    )
