"""Searches a transcript, in which one line of words goes on in the next and times stand in between.

The file is searched line by line as any other, without its times. Where two lines meet and the words on both sides
could belong to one number, address or street, the words around are searched once more, joined.
"""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.personal_data.names import PossibleName, possible_names
from generator.personal_data.search import Found, search
from generator.problems import Place, Problem

_TIMES = re.compile(r"[ \t]*[0-9:.,;]{4,20}[ \t]*-->[ \t]*[0-9:.,;]{4,20}")
_NAME_OF_PIECE = re.compile(
    r"\{?[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\}?(?:/[0-9]{1,6}(?:-[0-9]{1,6})?)?\Z"
)
"""What a program names a piece by; its digits are no number that anybody dials."""
_TAG = re.compile(r"</?(?:ruby|rt|lang|[cibuv])(?:\.[^\s<>&]*)?(?:\s[^<>]*)?>|<[0-9:.]{5,16}>")
_VOICE = re.compile(r"<v(?:\.[^\s<>&]*)?\s+([^<>]{1,80})>")
_AROUND = 100
"""So many characters before and behind the place where two lines meet are searched joined."""
_LONGEST = 1000
"""So many characters stand at most on one line of what is searched joined."""
_NEAR = 28
_DIGITS = (
    r"\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|cero|uno|dos|tres|cuatro|cinco|seis|siete"
    r"|ocho|nueve|deux|trois|quatre|cinq|sept|huit|neuf|eins|zwei|drei|vier|f(?:u|\u00fc)nf|sechs|sieben|acht|neun"
)
_ENDS_IN_DIGIT = re.compile(rf"(?:\d|\b(?:{_DIGITS}))\W*\Z", re.IGNORECASE)
_BEGINS_WITH_DIGIT = re.compile(rf"\W*(?:\d|(?:{_DIGITS})\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"@|\b(?:dot|arroba|punto|punkt|ponto)\b|://|www\.", re.IGNORECASE)
_HOUSE = re.compile(r"\d\W{1,3}(?:\w+\W{1,2}){0,3}\Z")
_UNFINISHED = re.compile(r"\S*(?:@|://|www\.|[\w-]\.)\S*\Z")
_GOES_ON = re.compile(r"\S*@|[.@_-]\S")


class _Line(NamedTuple):
    """A line of words: its number in the file, as it stands there, and without marks of style."""

    number: int
    written: str
    words: str


def search_transcript(path: str, text: str, allowed: Iterable[str]) -> Found:
    """Search the text of a transcript; places are those of the file, of what goes over lines where it begins."""
    rows = text.split("\n")
    allowed = tuple(allowed)
    whole = search(path, "\n".join(_without_times(rows)), allowed)
    joined = _Joined(_words_of(rows))
    windows = list(joined.windows())
    if not windows:
        return whole
    across = search(path, "\n".join(text for _, text in windows), allowed)
    told = {(one.code, one.place.line) for one in whole.problems}
    placed = (joined.placed(one, windows) for one in across.problems)
    fresh = tuple(one for one in dict.fromkeys(placed) if (one.code, one.place.line) not in told)
    return Found((*whole.problems, *fresh), tuple(sorted({*whole.allowed, *across.allowed})))


def names_in_transcript(text: str) -> tuple[PossibleName, ...]:
    """Find possible names: of each voice once, as of a speaker, and in what is said."""
    rows = _without_times(text.split("\n"))
    known: set[str] = set()
    shifted: dict[int, int] = {}
    for number, row in enumerate(rows):
        voice = _VOICE.search(row) if "<v" in row else None
        if voice is None:
            continue
        name, rest = voice[1].strip(), _TAG.sub("", row)
        head = "" if name in known else f"{name}: "
        known.add(name)
        rows[number] = f"{head}{rest}"
        shifted[number + 1] = voice.start(1) if head else 0
    found = possible_names("\n".join(rows))
    return tuple(_moved(one, shifted.get(one.line, 0)) for one in found)


def _moved(name: PossibleName, columns: int) -> PossibleName:
    return PossibleName(name.line, name.column + columns, name.length, name.words)


def _without_times(rows: Sequence[str]) -> list[str]:
    """Give the lines with blanks in place of their times, and of the names that programs give to pieces."""
    return [
        _TIMES.sub(lambda times: " " * len(times[0]), row, count=1)
        if "-->" in row
        else ""
        if _NAME_OF_PIECE.match(row)
        else row
        for row in rows
    ]


def _words_of(rows: Sequence[str]) -> Iterator[_Line]:
    """Give the lines of words: those below a line of times, up to a blank one."""
    is_inside = False
    for number, row in enumerate(rows, 1):
        if "-->" in row:
            is_inside = True
        elif not row.strip():
            is_inside = False
        elif is_inside:
            words = _TAG.sub("", row) if "<" in row else row
            yield _Line(number, row, words.strip())


class _Joined:
    """All words of a transcript as one text, with the way back to their lines."""

    def __init__(self, lines: Iterable[_Line]) -> None:
        """Join the lines with single blanks."""
        self.lines = [line for line in lines if line.words]
        self.text = " ".join(line.words for line in self.lines)
        self.starts = []
        at = 0
        for line in self.lines:
            self.starts.append(at)
            at += len(line.words) + 1

    def windows(self) -> Iterator[tuple[int, str]]:
        """Give what is to be searched, with where it begins: words around a border, without the blank there too."""
        begin = end = 0
        for start in self.starts[1:]:
            before = self.text[max(0, start - _NEAR) : start - 1]
            behind = self.text[start : start + _NEAR]
            if not _may_go_on(before, behind):
                continue
            if _UNFINISHED.search(before) or _GOES_ON.match(behind):
                head = self.text[max(0, start - _AROUND) : start - 1].rpartition(" ")[2]
                tail = self.text[start : start + _AROUND].partition(" ")[0]
                yield start - 1 - len(head), f"{head}{tail}"
            if not end or start - _AROUND > end or start + _AROUND - begin > _LONGEST:
                if end:
                    yield begin, self.text[begin:end]
                begin = self._word_at(start - _AROUND)
            end = self._word_at(start + _AROUND)
        if end:
            yield begin, self.text[begin:end]

    def placed(self, fault: Problem, windows: Sequence[tuple[int, str]]) -> Problem:
        """Give a fault of the searched windows at its place in the file."""
        start, text = windows[fault.place.line - 1]
        column = fault.place.column - 1
        at = start + column
        line = self.lines[max(0, bisect.bisect_right(self.starts, at) - 1)]
        inner = at - self.starts[max(0, bisect.bisect_right(self.starts, at) - 1)]
        said = line.words[inner : inner + fault.place.length] or text[column : column + 1]
        found = max(0, line.written.find(said))
        place = Place(fault.place.path, line.number, found + 1, max(1, len(said)))
        return Problem(fault.code, place, fault.values)

    def _word_at(self, at: int) -> int:
        """Give where the word at a place begins, so that no number is cut."""
        if at <= 0:
            return 0
        if at >= len(self.text):
            return len(self.text)
        found = self.text.rfind(" ", max(0, at - _AROUND), at + 1)
        return found + 1 if found >= 0 else at


def _may_go_on(before: str, behind: str) -> bool:
    """Tell whether the end of a line and the beginning of the next may be one number or one address."""
    if _BEGINS_WITH_DIGIT.match(behind) or _ENDS_IN_DIGIT.search(before):
        return True
    if _HOUSE.search(before) and behind[:1].isupper():
        return True
    return bool(_ADDRESS.search(before) or _ADDRESS.search(behind))
