"""Parts notes into the stretches that are marks: a label, its paragraph, the list below, and a last word about it.

What the words of a stretch mean is left to `reading`; lists below a label that stands alone are in `lists`.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from generator.load.marks.bare_labels import BareLabel, read_bare_label
from generator.load.marks.label_words import LabelWord
from generator.load.marks.labels import Label, item_of, may_be_chat, may_be_label, read_label
from generator.load.marks.line_places import PlacedLine, Where
from generator.load.marks.outcomes_said import is_only_outcome
from generator.load.marks.text import Piece
from generator.model.minutes import MarkKind

OUTCOME_KINDS = frozenset({MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME})
"""Kinds of marks of which it is told what became of them."""
COUNTED = frozenset({MarkKind.POLL, MarkKind.COUNT, MarkKind.TEMPERATURE})
"""Kinds of marks that may have a list of answers below them."""
_MOST_LINES = 200
_MOST_BLANKS = 2
_INDENTED = 2
_WIDEST = 100
"""Letters of a line that an editor breaks at most, where whole paragraphs on one line say nothing of it."""
_RESULT = re.compile(
    r"\s{0,24}(?:[-*+]\s{1,4})?[*_]{0,2}(?:results?|outcome|votes?|decision|status|consensus|resultado|votación|decisión"
    r"|estado|consenso)[*_]{0,2}\s?[:–-][*_]{0,2}\s{0,4}(?=\S)",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"\s{0,24}(?:[A-Z][A-Z ]{2,40}:\s|[\[(]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[\])]?[ \t]|<\w[\w .-]{0,30}>:?\s)"
)
"""What begins something else: another label in capitals, the hour of the next note, or who speaks next in a chat."""
_SHORT_LABEL = re.compile(r"\s{0,24}[A-Z]{2}:\s")
_HOUR = re.compile(r"\s{0,24}[0-9]{1,2}\.[0-9]{2}[ \t]")
_ASIDE_LABEL = re.compile(
    r"\s{0,24}(?:clarifying questions?|questions?|discussion|concerns?|comments?|rationale|background|reasons?|pros?"
    r"|cons?|(?:friendly )?amendments?|discusión|preguntas?|dudas?|comentarios?|enmiendas?)\s?:\s",
    re.IGNORECASE,
)
"""What begins the talk about a proposal, below which its outcome may follow."""
_ASKS = re.compile(r"[?:]['\"”»)*_]{0,3}\s*\Z")


class Begun(NamedTuple):
    """A stretch of notes that is one mark: what its label means, its first line, and its words with their places.

    `pieces` are its words line by line, the last of them perhaps only what became of it; `items` the list below it.
    `said` stands in brackets behind the label. `close` is emphasis that begins before the label and ends in the words.
    `is_listed` tells of an item whose label stands over the whole list.
    """

    word: LabelWord
    line: int
    pieces: tuple[Piece, ...]
    items: tuple[str, ...] = ()
    said: str = ""
    close: str = ""
    is_listed: bool = False


class Notes:
    """The lines of notes on the way through them, and those that a mark has already taken."""

    __slots__ = ("_bare", "_by_line", "_labels", "lines", "taken")

    def __init__(self, lines: Sequence[PlacedLine]) -> None:
        """Begin with no line taken."""
        self.lines = lines
        self.taken: set[int] = set()
        self._labels: dict[int, Label | None] = {}
        self._bare: dict[int, BareLabel | None] = {}
        self._by_line: tuple[frozenset[int], int] | None = None

    def may_begin(self, index: int) -> bool:
        """Tell whether a line may begin a mark or stand over a list of marks; most lines cannot."""
        line = self.lines[index]
        if line.where is Where.TEXT:
            return may_be_label(line.text) or may_be_chat(line.text)
        return line.where is Where.HEADING

    def label_at(self, index: int) -> Label | None:
        """Give the label with which a line begins a mark, or nothing; in small letters only where a block begins."""
        if index not in self._labels:
            self._labels[index] = self._read_label(index)
        return self._labels[index]

    def bare_at(self, index: int) -> BareLabel | None:
        """Give the label that stands alone on a line of text, or nothing."""
        if index not in self._bare:
            line = self.lines[index]
            is_text = line.where is Where.TEXT
            self._bare[index] = read_bare_label(line.text) if is_text else None
        return self._bare[index]

    def _read_label(self, index: int) -> Label | None:
        line = self.lines[index]
        label = read_label(line.text) if line.where is Where.TEXT else None
        if label and not line.text[label.after :].strip():
            below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
            return label if item_of(below) else None
        if not label or not label.is_low or label.item or not index:
            return label
        before = self.lines[index - 1]
        follows = before.where is Where.TEXT and read_label(before.text) is None
        return None if follows and not self._is_line_of_its_own(index) else label

    def _is_line_of_its_own(self, index: int) -> bool:
        """Tell whether a line within a paragraph was begun on purpose, and is no sentence that was broken there.

        The line before ends a sentence or is in capitals; or lines of the paragraph begin with labels in large letters,
        and the first word would have found room on the line before.
        """
        before = self.lines[index - 1].text.strip()
        if before.endswith((".", "!", "?", ")")) or before.isupper():
            return True
        if self._by_line is None:
            self._by_line = _paragraphs_by_line(self.lines)
        parts, width = self._by_line
        word = self.lines[index].text.split(maxsplit=1)[0]
        return index in parts and len(before) + 1 + len(word) < width

    def after_blanks(self, index: int) -> int:
        """Give the next line of text below at most two blank ones, or -1."""
        for at in range(index, min(index + _MOST_BLANKS + 1, len(self.lines))):
            if self.lines[at].where is not Where.BLANK:
                return at if self.lines[at].where is Where.TEXT else -1
        return -1


def _paragraphs_by_line(lines: Sequence[PlacedLine]) -> tuple[frozenset[int], int]:
    """Give the lines of paragraphs in which a line begins with a label in large letters, and how wide notes are."""
    found: set[int] = set()
    width, start = 0, 0
    has_label = False
    for index, line in enumerate([*lines, PlacedLine(0, "", Where.BLANK)]):
        if line.where is Where.TEXT:
            label = read_label(line.text)
            has_label = has_label or (label is not None and not label.is_low)
            width = max(width, len(line.text.rstrip()))
            continue
        if has_label:
            found.update(range(start, index))
        start, has_label = index + 1, False
    return frozenset(found), min(width, _WIDEST)


def labelled_block(notes: Notes, index: int, label: Label) -> Begun:
    """Give the mark that begins with a label on a line; the lines that only tell what became of it are taken."""
    line = notes.lines[index]
    start = label.topic[0] or label.after
    end = len(line.text) if line.text[label.after :].strip() else label.topic[1]
    first = Piece(line.number, start + 1, line.text[start:end].rstrip())
    is_item = bool(label.item)
    pieces, items = rest_of_block(notes, index, label.word.kind, (label.lead, is_item), first.text)
    return Begun(
        label.word,
        line.number,
        (first, *pieces),
        items,
        label.said,
        label.close,
    )


def rest_of_block(
    notes: Notes, index: int, kind: MarkKind, lead: tuple[int, bool], text: str
) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Give the further words of a mark that begins on a line, and the list below it.

    `lead` is the indent of its first line and whether that is an item of a list; `text` are its words so far.
    """
    pieces: list[Piece] = []
    items: list[str] = []
    has_list = False
    at = index + 1
    last = min(len(notes.lines), index + _MOST_LINES)
    while at < last:
        if notes.lines[at].where is Where.BLANK and kind in COUNTED and not has_list:
            at = _answers_at(notes, at, lead, text)
        part = _part(notes, at, kind, lead, text, has_list) if at >= 0 else _Part.END
        if part is _Part.END:
            break
        has_list = has_list or part in (_Part.ITEM, _Part.ASIDE)
        if part is _Part.ITEM:
            items.append(_words(notes.lines[at]).text)
        elif part is not _Part.ASIDE:
            pieces.append(_told_at(notes, at, kind) or _words(notes.lines[at]))
        at += 1
    return (*pieces, *_told_below(notes, at, kind)), tuple(items)


class _Part(Enum):
    """What a further line is to a mark: words of its own, an item of its list, of a list beside it, or none of it."""

    WORDS = "words"
    ITEM = "item"
    ASIDE = "aside"
    END = "end"


def _part(
    notes: Notes, at: int, kind: MarkKind, lead: tuple[int, bool], text: str, has_list: bool
) -> _Part:
    """Tell what a line below the first one of a mark is to it; one that says what became of the mark is taken."""
    line = notes.lines[at]
    if line.where is not Where.TEXT:
        return _Part.END
    item = item_of(line.text)
    if item and not lead[1] and item[1][0].isalnum() and not _may_list(kind, text):
        return _Part.END
    if _told_at(notes, at, kind):
        notes.taken.add(at)
        return _Part.WORDS
    if notes.label_at(at) or notes.bare_at(at) or _begins_other(line.text, kind):
        return _Part.END
    if not item:
        is_aside = has_list or _ASIDE_LABEL.match(line.text) is not None
        return _Part.ASIDE if is_aside else _Part.WORDS
    if item[0] > lead[0] if lead[1] else item[0] >= _INDENTED or _may_list(kind, text):
        return _Part.ITEM
    return _Part.END if lead[1] else _Part.ASIDE


def _begins_other(line: str, kind: MarkKind) -> bool:
    """Tell whether a line begins something else; an hour with a stop may also be a sum of money in a decision."""
    if kind is MarkKind.ACTION and _SHORT_LABEL.match(line):
        return True
    is_hour = kind in COUNTED and _HOUR.match(line) is not None
    return is_hour or _OTHER_LABEL.match(line) is not None


def _words(line: PlacedLine) -> Piece:
    """Give the words of a line without the sign of a list."""
    item = item_of(line.text)
    start = item[2] if item else _indent(line.text)
    return Piece(line.number, start + 1, line.text[start:].strip())


def _answers_at(notes: Notes, at: int, lead: tuple[int, bool], text: str) -> int:
    """Give the line below a blank one where the answers to a question begin, or -1."""
    following = notes.after_blanks(at)
    return (
        following
        if following >= 0 and _answers_follow(notes.lines[following].text, lead, text)
        else -1
    )


def _may_list(kind: MarkKind, text: str) -> bool:
    """Tell whether the list below a paragraph belongs to it: to a question, and to words that end with a colon."""
    return kind in COUNTED or _ASKS.search(text) is not None


def _answers_follow(line: str, lead: tuple[int, bool], text: str) -> bool:
    """Tell whether a line below a blank one begins the answers of a question."""
    item = item_of(line)
    if not item or read_label(line):
        return False
    return item[0] > lead[0] if lead[1] else item[0] >= _INDENTED or _ASKS.search(text) is not None


def _told_below(notes: Notes, at: int, kind: MarkKind) -> Iterator[Piece]:
    """Give the line below a blank one that says only what became of the mark above."""
    if 0 <= at < len(notes.lines) and notes.lines[at].where is Where.BLANK:
        following = notes.after_blanks(at)
        told = _told_at(notes, following, kind) if following >= 0 else None
        if told:
            notes.taken.add(following)
            yield told


def _told_at(notes: Notes, at: int, kind: MarkKind) -> Piece | None:
    """Give the words of a line that say what became of the mark above it, and nothing else."""
    if kind not in OUTCOME_KINDS:
        return None
    line = notes.lines[at]
    result = _RESULT.match(line.text)
    if result and kind is MarkKind.PROPOSAL and is_only_outcome(line.text[result.end() :]):
        return Piece(line.number, result.end() + 1, line.text[result.end() :].strip())
    words = _words(line)
    return words if is_only_outcome(words.text) and not notes.label_at(at) else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
