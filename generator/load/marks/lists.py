"""Reads lists below a label that stands alone (`Action items:`) or below a heading that is one (`## Action items`).

A heading alone proves no decision: below one of decisions only what says itself what became of it is a mark.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.load.marks.bare_labels import BareLabel, read_bare_label
from generator.load.marks.blocks import COUNTED, Begun, Notes, rest_of_block
from generator.load.marks.labels import item_of
from generator.load.marks.line_places import PlacedLine, Where, is_underline
from generator.load.marks.outcomes_said import is_only_outcome, what_became
from generator.load.marks.text import Piece, whole_of
from generator.model.minutes import MarkKind
from generator.slugs import split_name

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<words>.{1,200}?)[ \t#]*\Z")
_NONE = re.compile(
    r"(?:none|n/?a|nothing|nil|tb[ad]|no|ningun[oa]|nada)?(?:\s(?:yet|today|this time|so far))?[\s.?*_…–—-]*\Z",
    re.IGNORECASE,
)
_TASK = re.compile(r"\[[ xX]\]\s{1,9}")
_HEAD = re.compile(r"[^:.;!?]{1,40}?(?::| [-–—])\s")
_OLD = re.compile(
    r"\b(?:last|previous|old|earlier|outstanding|still open|carried|done|completed)\b",
    re.IGNORECASE,
)
_MOST_LINES = 400


class Heading(NamedTuple):
    """A label alone over a list: the line it stands on, what it names, and whether it is a heading of Markdown.

    `stands_apart` tells of a line of plain text with a blank line before it, and a list of Markdown behind another.
    """

    at: int
    label: BareLabel
    is_heading: bool
    stands_apart: bool = False


class Listed(NamedTuple):
    """What a list below a label holds: its marks, and whether it has items that nobody can call one."""

    marks: tuple[Begun, ...]
    is_unread: bool = False


def heading_at(notes: Notes, index: int) -> Heading | None:
    """Give the label that stands alone on a line, as a heading or not, or nothing."""
    line = notes.lines[index]
    if line.where is Where.HEADING:
        match = _HEADING.match(line.text)
        label = read_bare_label(split_name(match["words"])[0]) if match else None
        return Heading(index, label, True) if label else None
    label = notes.bare_at(index)
    if not label:
        return None
    below = notes.lines[index + 1] if index + 1 < len(notes.lines) else None
    is_heading = below is not None and is_underline(below) and not label.item
    return Heading(index, label, is_heading, label.word.is_plural and _stands_apart(notes, index))


def _stands_apart(notes: Notes, index: int) -> bool:
    following = notes.after_blanks(index + 1)
    if following < index + 2 or (index and notes.lines[index - 1].where is not Where.BLANK):
        return False
    item = item_of(notes.lines[following].text)
    return item is not None and item[1] in "-*+"


def listed_below(notes: Notes, heading: Heading) -> Listed:
    """Give the marks of the list below a label that stands alone; its lines are taken."""
    kind = heading.label.word.kind
    if not _may_head(heading):
        return Listed(())
    begin = _begin(notes, heading)
    if begin < 0:
        return Listed((), _is_parted(notes, heading))
    if item_of(notes.lines[begin].text) is None:
        return Listed(tuple(_lines(notes, heading, begin)))
    if kind in COUNTED and not heading.label.word.is_plural:
        return Listed((), is_unread=True)
    found = list(_items(notes, heading, begin))
    sure = [one for one in found if not _must_tell(heading) or _tells(one)]
    if kind is MarkKind.ACTION and not _is_sure(heading) and not all(map(_has_owner, sure)):
        is_told = heading.is_heading or heading.label.has_colon
        return Listed((), is_unread=heading.label.word.is_loose and is_told)
    for one in sure:
        notes.taken.update(range(*_span(notes, one)))
    return Listed(tuple(sure), len(sure) < len(found))


def _is_parted(notes: Notes, heading: Heading) -> bool:
    """Tell whether a blank line parts a label that names one thing from its words."""
    label = heading.label
    below = notes.after_blanks(heading.at + 1)
    if heading.is_heading or label.word.is_plural or not (label.has_colon or label.is_bold):
        return False
    is_free = below > 0 and not notes.label_at(below) and not notes.bare_at(below)
    return is_free and item_of(notes.lines[below].text) is None


def _span(notes: Notes, one: Begun) -> tuple[int, int]:
    first = notes.lines[0].number
    return one.line - first, one.line - first + 1


def _may_head(heading: Heading) -> bool:
    """Tell whether a label alone on its line names the list below it, and is no point of an agenda."""
    label, kind = heading.label, heading.label.word.kind
    if heading.is_heading or label.has_colon:
        return True
    if kind is MarkKind.ACTION:
        return label.word.is_plural
    return not label.item and (label.is_bold or label.is_loud or heading.stands_apart)


def _is_sure(heading: Heading) -> bool:
    label = heading.label
    is_dressed = label.has_colon or label.is_bold or label.is_loud
    return not label.word.is_loose and (heading.is_heading or is_dressed or not label.item)


def _must_tell(heading: Heading) -> bool:
    """Tell whether each item has to say itself what became of it: below decisions, where no colon makes a label."""
    is_label = heading.label.has_colon and not heading.is_heading
    return heading.label.word.kind is MarkKind.DECISION and not is_label


def _tells(one: Begun) -> bool:
    became = what_became(whole_of(one.pieces), (), MarkKind.OUTCOME)
    return became is not None and not became.is_doubted


def _has_owner(one: Begun) -> bool:
    return _HEAD.match(whole_of(one.pieces)) is not None


def _begin(notes: Notes, heading: Heading) -> int:
    """Give the line on which the list or paragraph that belongs to a label begins, or -1 where there is none."""
    at = heading.at + 1
    if heading.is_heading and at < len(notes.lines) and is_underline(notes.lines[at]):
        at += 1
    at = notes.after_blanks(at)
    if at < 0 or notes.bare_at(at):
        return -1
    item = item_of(notes.lines[at].text)
    if not item and notes.label_at(at):
        return -1
    if item:
        label = heading.label
        is_below = not label.item or item[0] > label.lead or _sort(item[1]) != _sort(label.item)
        return at if is_below else -1
    if heading.is_heading or at > heading.at + 1:
        return _after_words(notes, at) if heading.is_heading else -1
    return at


def _after_words(notes: Notes, at: int) -> int:
    """Give the list below a few words that follow a heading, or those words where each line has its owner."""
    begin = at
    while at < len(notes.lines) and notes.lines[at].where is Where.TEXT:
        if item_of(notes.lines[at].text) or notes.label_at(at):
            break
        at += 1
    words = [line.text for line in notes.lines[begin:at]]
    if all(_HEAD.match(each) for each in words):
        return begin
    following = notes.after_blanks(at)
    is_list = following >= 0 and item_of(notes.lines[following].text) is not None
    return following if is_list and not any(map(_OLD.search, words)) else -1


def _lines(notes: Notes, heading: Heading, begin: int) -> Iterator[Begun]:
    """Give the marks of a paragraph: actions with an owner a line, else the one whose label stands above it."""
    end = begin
    last = min(len(notes.lines), begin + _MOST_LINES)
    while end < last and notes.lines[end].where is Where.TEXT:
        if notes.label_at(end) or item_of(notes.lines[end].text):
            break
        end += 1
    lines = notes.lines[begin:end]
    word, label = heading.label.word, heading.label
    if word.kind is MarkKind.ACTION and all(_HEAD.match(line.text.strip()) for line in lines):
        for line in lines:
            notes.taken.add(line.number - notes.lines[0].number)
            yield Begun(word, line.number, (_piece(line, _indent(line.text)),))
    elif _may_head_words(heading) and (label.has_colon or label.is_bold):
        first = _piece(lines[0], _indent(lines[0].text))
        notes.taken.add(begin)
        more, items = rest_of_block(
            notes, begin, word.kind, (label.lead, bool(label.item)), first.text
        )
        yield Begun(word, notes.lines[heading.at].number, (first, *more), items)


def _may_head_words(heading: Heading) -> bool:
    word = heading.label.word
    return not (heading.is_heading or word.outcome or word.is_loose)


def _items(notes: Notes, heading: Heading, begin: int) -> Iterator[Begun]:
    """Give the items of a list, each with its further lines and what is listed below it."""
    first = item_of(notes.lines[begin].text)
    base, sort = (first[0], _sort(first[1])) if first else (0, "")
    for at in range(begin, min(len(notes.lines), begin + _MOST_LINES)):
        line = notes.lines[at]
        if line.where is Where.BLANK or at in notes.taken:
            continue
        item = item_of(line.text) if line.where is Where.TEXT else None
        if line.where not in (Where.TEXT, Where.CODE) or _ends_list(notes, at, item, base, sort):
            return
        if item and abs(item[0] - base) < 2 and not _has_own_label(notes, at, heading):
            one = _item(notes, heading, at, item)
            if one:
                yield one


def _has_own_label(notes: Notes, at: int, heading: Heading) -> bool:
    """Tell whether an item has a label of its own; `Agreed:` below a heading of outcomes says what became of one."""
    label = notes.label_at(at)
    is_said = bool(label and label.word.outcome) and heading.label.word.kind is MarkKind.OUTCOME
    return label is not None and not is_said


def _ends_list(
    notes: Notes, at: int, item: tuple[int, str, int] | None, base: int, sort: str
) -> bool:
    line = notes.lines[at]
    if item:
        return item[0] < base - 1 or (abs(item[0] - base) < 2 and _sort(item[1]) != sort)
    if notes.bare_at(at):
        return True
    return notes.lines[at - 1].where is Where.BLANK and _indent(line.text) <= base


def _item(notes: Notes, heading: Heading, at: int, item: tuple[int, str, int]) -> Begun | None:
    line = notes.lines[at]
    task = _TASK.match(line.text, item[2])
    first = _piece(line, task.end() if task else item[2])
    if _NONE.match(first.text) or is_only_outcome(first.text):
        return None
    word = heading.label.word
    more, items = rest_of_block(notes, at, word.kind, (item[0], True), first.text)
    return Begun(word, line.number, (first, *more), items, is_listed=True)


def _sort(sign: str) -> str:
    """Give the sort of a sign of a list: numbers, letters, or the sign itself."""
    return "1" if sign[0].isdigit() else "a" if sign[0].isalpha() and sign != "o" else sign[0]


def _piece(line: PlacedLine, start: int) -> Piece:
    return Piece(line.number, start + 1, line.text[start:].strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
