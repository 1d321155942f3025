"""Corrections of transcripts that cannot be made: their words stand nowhere, in several places, or in another one's."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.correcting import Fault, Unmade, correct
from generator.model.archive import Archive
from generator.model.transcript import Correction, Corrections, Cue, Transcript, time_of
from generator.personal_data import check_text
from generator.problems import Place, Problem, nearest, problem
from generator.settings import Settings

_PLACES = 5
"""So many places are shown of words that stand in several."""
_HINTS = 10
"""So many corrections of one file get the nearest words; a file with more is of another transcript."""
_PIECES = 10
"""So many pieces with the most words in common are looked at closely."""
_LEAST = 0.6
"""Words that are less alike than this (difflib's ratio) are other words."""
_LETTERS = 80
"""So many letters of a correction are compared."""
_COMMON = 1_000_000
_WORD = re.compile(r"\w+")


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Make the corrections of each transcript, and say which cannot be made and why."""
    by_name = {(one.call, one.language): one for one in archive.transcripts}
    for file in archive.corrections:
        transcript = by_name.get((file.call, file.language))
        if transcript is not None:
            yield from _told(file, transcript)


def _told(file: Corrections, transcript: Transcript) -> Iterator[Problem]:
    hints = 0
    words: Mapping[str, list[int]] | None = None
    for one in correct(transcript.cues, file.rows).unmade:
        row = file.rows[one.number]
        place = Place(file.path, row.line, row.column)
        match one.fault:
            case Fault.NOTHING:
                hints += 1
                words = _by_word(transcript.cues) if words is None else words
                found = _nearest(row, one, transcript, words) if hints <= _HINTS else None
                yield _nothing(row, place, transcript, found)
            case Fault.SEVERAL:
                yield _several(row, place, transcript, one)
            case Fault.NO_PIECE:
                yield _no_piece(row, place, transcript)
            case Fault.OVERLAP:
                # Of two corrections in each other's way the later one is told.
                if one.other < one.number:
                    other = file.rows[one.other]
                    notes = ((Place(file.path, other.line, other.column), "the other one"),)
                    yield problem("M638", place, notes)


def _nothing(
    row: Correction, place: Place, transcript: Transcript, found: tuple[str, Cue] | None
) -> Problem:
    where = "" if row.at is None else f" that begins at `{time_of(row.at)}`"
    if found is None:
        return problem("M636", place, old=row.old, hint=where)
    words, cue = found
    # What must not be public is quoted by nobody, also where it stands in two lines.
    if any(check_text("", words, ())):
        return problem("M636", place, old=row.old, hint=where)
    hint = f"{where}; the nearest words are `{words}`, at {time_of(cue.start)}"
    notes = ((Place(transcript.path, cue.line), "the nearest words"),)
    return problem("M636", place, notes, old=row.old, hint=hint)


def _several(row: Correction, place: Place, transcript: Transcript, one: Unmade) -> Problem:
    cues = [transcript.cues[number] for number in one.cues]
    shown = dict.fromkeys(cue.line for cue in cues)
    notes = tuple((Place(transcript.path, line), "they stand here") for line in [*shown][:_PLACES])
    return problem("M637", place, notes, old=row.old, size=len(cues), time=time_of(cues[0].start))


def _no_piece(row: Correction, place: Place, transcript: Transcript) -> Problem:
    at = row.at or 0
    near = min(transcript.cues, key=lambda cue: abs(cue.start - at), default=None)
    notes = ((Place(transcript.path, near.line), "the nearest piece"),) if near else ()
    todo = "copy the first of the two times above the words"
    todo += f"; the nearest is `at: {time_of(near.start)}`" if near else ""
    return problem("M639", place, notes, fault=f"no piece begins at `{time_of(at)}`", todo=todo)


def _by_word(cues: Sequence[Cue]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, cue in enumerate(cues):
        for word in dict.fromkeys(_WORD.findall(cue.text.casefold())):
            found.setdefault(word, []).append(number)
    return found


def _nearest(
    row: Correction, one: Unmade, transcript: Transcript, words: Mapping[str, list[int]]
) -> tuple[str, Cue] | None:
    """Give the words of the transcript that are most like those of a correction, and their piece."""
    pieces = one.cues or _likely(row, words)
    size = len(row.old[:_LETTERS].split())
    matcher = difflib.SequenceMatcher(None, "", row.old[:_LETTERS], autojunk=False)
    best: tuple[float, str, Cue] | None = None
    for number in pieces:
        cue = transcript.cues[number]
        for text in _windows(cue.text, size):
            matcher.set_seq1(text)
            least = best[0] if best else _LEAST
            if matcher.quick_ratio() > least and matcher.ratio() > least:
                best = (matcher.ratio(), text, cue)
    return (best[1], best[2]) if best else None


def _likely(row: Correction, words: Mapping[str, list[int]]) -> list[int]:
    """Give the pieces that share most with a correction, of which rare words tell more than common ones."""
    wanted = _WORD.findall(row.old.casefold())[:20]
    known = [word for word in wanted if word in words]
    if not known and wanted:
        known = [_like(max(wanted, key=len), words)]
    shared: Counter[int] = Counter()
    for word in known:
        pieces = words.get(word, ())
        for number in pieces:
            shared[number] += _COMMON // len(pieces)
    return [number for number, _ in shared.most_common(_PIECES)]


def _like(word: str, words: Mapping[str, list[int]]) -> str:
    hint = nearest(word, words)
    return hint.split("`")[1] if hint else ""


def _windows(text: str, size: int) -> Iterator[str]:
    """Give the rows of so many words of a text, at most a hundred."""
    words = text.split()
    for at in range(max(1, min(len(words) - size + 1, 100))):
        yield " ".join(words[at : at + size])
