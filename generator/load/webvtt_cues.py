"""Gathers the pieces of a transcript in their order, and says what is wrong with their times and their lengths."""

from typing import NamedTuple

from generator.load.notebook import Notebook
from generator.load.webvtt_blocks import Block
from generator.load.webvtt_times import Times, mended_times, read_times, unknown_settings
from generator.load.webvtt_words import Piece, words_of
from generator.model.transcript import Cue
from generator.problems import Edit, Fix, Place, Problem, problem, replacing

CHARACTERS = 2000
"""So many characters may stand below one line of times: more say nothing of when anything was said."""
_FEW = 20
"""So many problems of one kind are told one by one in a file; the last one gives the number of the others."""

_EXAMPLE = "00:12:30.000 --> 00:12:34.500"


class _Ended(NamedTuple):
    """Until when a voice speaks, and where that is written."""

    end: int
    place: Place


class Cues:
    """What was read so far of one file's pieces."""

    def __init__(self, book: Notebook) -> None:
        """Begin with nothing."""
        self._book = book
        self._cues: list[Cue] = []
        self._last: tuple[int, Place] | None = None
        self._until: dict[str, _Ended] = {}
        self._found: dict[str, list[Problem]] = {}
        self._bad: list[tuple[Place, str, str]] = []

    def add(self, block: Block) -> None:
        """Add a piece: its times, and what each voice says in it."""
        line = block.lines[block.times]
        place = Place(self._book.path, block.first + block.times, 1, max(1, len(line)))
        if block.runs_on:
            self._tell_run_on(block)
        times = read_times(line)
        if times is None:
            better = mended_times(line)
            self._bad.append((place, line.strip(), better))
            times = read_times(better) if better else None
        elif times.settings:
            self._look_at_settings(times, place, line)
        words = self._words(block)
        if times is not None:
            self._put(times, place, words)

    def finish(self) -> list[Cue]:
        """Write the problems down, and give the pieces in the order of the file."""
        self._tell_bad()
        for found in self._found.values():
            more = len(found) - _FEW
            self._book.problems.extend(found[:_FEW])
            hint = f", and so do {more} more pieces of this file" if more > 0 else ""
            last = found[_FEW - 1] if more > 0 else None
            if last is not None and ("hint", "") in last.values:
                values = {**dict(last.values), "hint": hint}
                self._book.problems[-1] = problem(
                    last.code, last.place, last.notes, last.fix, **values
                )
        return self._cues

    def _put(self, times: Times, place: Place, words: list[tuple[str, str, int]]) -> None:
        if times.end <= times.start:
            self._tell("M622", place, why="ends before it begins, or as it begins")
        if self._last is not None and times.start < self._last[0]:
            before = ((self._last[1], "this one begins later"),)
            self._tell("M622", place, before, why="begins before the piece above it")
        else:
            self._last = (times.start, place)
        if not words:
            self._tell("M625", place, hint="")
        for voice in dict.fromkeys(voice for voice, _, _ in words):
            self._look_at_voice(voice, times, place)
        self._cues += [
            Cue(times.start, times.end, text, voice, line) for voice, text, line in words
        ]

    def _words(self, block: Block) -> list[tuple[str, str, int]]:
        first = block.first + block.times + 1
        lines = block.lines[block.times + 1 :]
        size = sum(map(len, lines))
        if size > CHARACTERS:
            todo = "part it into pieces of a sentence or two, each with times of its own"
            values = {"size": size, "what": "characters in this piece", "limit": CHARACTERS}
            self._tell("M629", Place(self._book.path, first), **values, todo=todo)
            return [("", " ".join(" ".join(lines).split()), first)]
        found: list[Problem] = []
        words = words_of(Piece(self._book.path, first, lines), found)
        for one in found:
            self._found.setdefault(one.code, []).append(one)
        return [(one.voice, one.text, one.line) for one in words]

    def _look_at_voice(self, voice: str, times: Times, place: Place) -> None:
        """Tell of words that begin while the same voice still speaks; two voices may speak at once."""
        before = self._until.get(voice)
        if before is not None and times.start < before.end:
            self._tell("M624", place, ((before.place, "the earlier one"),), hint="")
        if before is None or times.end > before.end:
            self._until[voice] = _Ended(times.end, place)

    def _look_at_settings(self, times: Times, place: Place, line: str) -> None:
        for word in unknown_settings(times.settings)[:1]:
            column = line.rfind(word) + 1
            why = "stands behind the times, where no player knows it"
            at = place._replace(column=column, length=len(word))
            self._tell("M628", at, text=word, why=why, hint="")

    def _tell_run_on(self, block: Block) -> None:
        place = Place(self._book.path, block.first, 1, max(1, len(block.lines[0])))
        fix = replacing(place, f"\n{block.lines[0]}")
        why = ": there is no blank line above it, so the line before it may be taken for words"
        text = block.lines[block.times].strip()
        self._tell("M621", place, (), fix, text=text, why=why, todo="put a blank line above it")

    def _tell_bad(self) -> None:
        """Say which lines are no times: those with one reading together, with the edits that mend all of them."""
        sure = [(place, text, better) for place, text, better in self._bad if better]
        for place, text, better in self._bad:
            if not better:
                why = ", so the words below it have no times"
                self._tell("M621", place, text=text, why=why, todo=_todo(_EXAMPLE))
        if sure:
            place, text, better = sure[0]
            why = f", with {len(sure) - 1} more of the kind in this file" if len(sure) > 1 else ""
            fix = Fix(tuple(Edit(at, mended) for at, _, mended in sure))
            self._book.problems.append(
                problem("M621", place, (), fix, text=text, why=why, todo=_todo(better))
            )

    def _tell(
        self,
        code: str,
        place: Place,
        notes: tuple[tuple[Place, str], ...] = (),
        fix: Fix | None = None,
        /,
        **values: object,
    ) -> None:
        self._found.setdefault(code, []).append(problem(code, place, notes, fix, **values))


def _todo(example: str) -> str:
    return f"write both times with a point before the thousandths, as in `{example}`"
