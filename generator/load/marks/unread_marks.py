"""Finds what a person meant as a mark in notes and what is read as plain words: labels that are misspelt, and labels in
headings, quotations, tables, indented code and comments, where a mark may be somebody else's.

What stands in a fence of backquotes was put there on purpose and is silent. Nothing is read in another way for it; each
finding says what to type.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.load.marks.blocks import OUTCOME_KINDS
from generator.load.marks.found_blocks import Found
from generator.load.marks.labels import (
    ITEM,
    is_voice,
    may_be_chat,
    may_be_label,
    read_chat_label,
    read_label,
)
from generator.load.marks.line_places import PlacedLine, Where
from generator.load.marks.lists import Heading
from generator.load.marks.near_labels import kind_nearly_named
from generator.load.marks.outcomes_said import what_became
from generator.load.notebook import Notebook
from generator.load.prose import MARKDOWN_ITEM
from generator.load.unread_lists import shortened, warn_of_lists
from generator.model.minutes import MarkKind
from generator.problems import Place, problem

_NEAR_LABEL = re.compile(
    rf"\s{{0,12}}(?P<item>{ITEM}[ \t\u00a0]+(?:\[[ xX]\][ \t]+)?)?"
    r"(?P<written>\*\*(?P<label>[A-Z][A-Za-z ]{4,19}?)\s?(?::\*\*|\*\*\s?:))\s*+(?P<text>\S.*)\Z"
)
_LOUD = re.compile(
    rf"\s{{0,12}}(?P<item>{ITEM}[ \t\u00a0]+)?(?P<written>AGREED)[ \t]+(?P<text>(?i:to|that)[ \t]"
    r"(?!(?i:disagree|discuss|postpone|think|talk|wait|defer|table|come)\b).*\S)"
)
_EXAMPLE = re.compile(
    r"\b(?:example|looks? like|guide|template|such as|ejemplo|plantilla)\b.*:\s*\Z", re.IGNORECASE
)
_DRESS = re.compile(rf"(?:\s|>|#{{1,6}}\s|<!--|{MARKDOWN_ITEM}\s){{0,12}}")
_OF_MARKDOWN = re.compile(MARKDOWN_ITEM)
_OF_CHAT = frozenset(":.<")
_CELL = re.compile(r"[^|]+")
_MOST_CELLS = 20
_WORDS = re.compile(r"\w")
_FIRST_FEW = 20
_VOICES = 2
_WHERE = {
    Where.HEADING: "write it on a line of its own below the heading, such as",
    Where.QUOTE: "if this call said so itself, write it outside the quotation, such as",
    Where.TABLE: "write it on a line of its own outside the table, such as",
    Where.CODE: "if it is no example, write it outside the code and without blanks before it, such as",
    Where.COMMENT: "if readers should see it, write it outside the comment, such as",
}
_ONCE = frozenset({Where.QUOTE, Where.CODE, Where.COMMENT})
"""Places in which a label is told once for many: an e-mail thread repeats whole notes."""


class _Unread(NamedTuple):
    """A label that is not read: its line, the column from 0 and the text of it, what it means, and what to do."""

    number: int
    column: int
    written: str
    kind: MarkKind
    text: str
    todo: str = "write"


def warn_of_labels(book: Notebook, found: Found) -> None:
    """Warn of labels that are not read as marks, and of lists whose signs Markdown does not know."""
    for one in islice(_unread(found), _FIRST_FEW):
        _warn(book, one)
    for heading in found.unread[:_FIRST_FEW]:
        _warn_of_heading(book, found.lines[heading.at], heading)
    warn_of_lists(book, found.lines)


def _unread(found: Found) -> Iterator[_Unread]:
    """Give the labels that are not read, in the order of their lines."""
    before = Where.BLANK
    is_told = False
    has_quote = False
    last = ""
    for index, line in enumerate(found.lines):
        where = line.where
        # Of quotations the first is told for all: the answers in a thread part it into many.
        is_told = (is_told and where is before) or (has_quote and where is Where.QUOTE)
        before = where
        if where is Where.BLANK or where is Where.FENCE or (is_told and where in _ONCE):
            continue
        if where is Where.TEXT:
            last = line.text
        elif where is Where.CODE and _EXAMPLE.search(last):
            continue
        one = _in_text(found, index) if where is Where.TEXT else _elsewhere(line)
        if one:
            is_told = True
            has_quote = has_quote or where is Where.QUOTE
            yield one


def _in_text(found: Found, index: int) -> _Unread | None:
    """Give a label in running text that is misspelt, has no sign behind it, or was said in a chat."""
    line = found.lines[index]
    if not _may_be_unread(line.text):
        return None
    # Below a heading that says what its items are, one with a misspelt label would be an item like the others.
    near = _near(line)
    if near or line.number in found.begun_at:
        return near
    return _loud(line) or _in_chat(found.lines, index)


def _may_be_unread(text: str) -> bool:
    """Tell whether a line of text may hold a label that is not read; most cannot, and are looked at no further."""
    return "**" in text or "AGREED" in text or may_be_chat(text)


def _loud(line: PlacedLine) -> _Unread | None:
    """Give what was agreed and has no colon: `AGREED to meet`."""
    match = _LOUD.match(line.text) if "AGREED" in line.text else None
    if not match:
        return None
    begin = match.start("written")
    return _Unread(line.number, begin, "AGREED", MarkKind.DECISION, match["text"], "write `- ")


def _in_chat(lines: Sequence[PlacedLine], index: int) -> _Unread | None:
    """Give a proposal in a chat to which the next lines say yes or no; what one of them likes may be a joke."""
    line = lines[index]
    if not may_be_chat(line.text):
        return None
    below = lines[index + 1 : index + 1 + _VOICES]
    is_heard = len(below) == _VOICES and all(is_voice(each.text) for each in below)
    label = read_chat_label(line.text) if is_heard else None
    if not label or label.word.kind not in OUTCOME_KINDS:
        return None
    todo = "write it without the name before it, such as `- "
    text = line.text[label.after :]
    return _Unread(line.number, label.begin, label.written, label.word.kind, text, todo)


def _near(line: PlacedLine) -> _Unread | None:
    """Give a bold label that is misspelt."""
    match = _NEAR_LABEL.match(line.text) if "**" in line.text else None
    if not match or not _WORDS.search(match["text"]):
        return None
    kind = kind_nearly_named(match["label"])
    if kind is None:
        return None
    todo = f"write `{match['item']}" if match["item"] and _OF_MARKDOWN.match(match["item"]) else ""
    begin = match.start("written")
    return _Unread(line.number, begin, match["written"], kind, match["text"], todo or "write `- ")


def _elsewhere(line: PlacedLine) -> _Unread | None:
    """Give the label with which a heading, or a line of a quotation, a table, code or a comment begins."""
    if line.where not in _WHERE:
        return None
    for start, end in islice(_parts(line), _MOST_CELLS):
        # An hour or a name before a label needs one of these signs; all other labels have first letters of their own.
        if not may_be_label(line.text, start, end) and _OF_CHAT.isdisjoint(line.text[start:end]):
            continue
        dress = _DRESS.match(line.text, start, end)
        begin = dress.end() if dress else start
        label = read_label(line.text[begin:end])
        if label and not (label.is_low and line.where is not Where.TABLE):
            text = line.text[begin + label.after : end]
            todo = f"{_WHERE[line.where]} `- "
            at = begin + label.begin
            return _Unread(line.number, at, label.written, label.word.kind, text, todo)
    return None


def _parts(line: PlacedLine) -> Sequence[tuple[int, int]]:
    if line.where is Where.TABLE:
        return [cell.span() for cell in _CELL.finditer(line.text)]
    return [(0, len(line.text))]


def _warn(book: Notebook, one: _Unread) -> None:
    todo = (
        f"{one.todo}**{one.kind.value.capitalize()}:** {shortened(one.text.removesuffix('-->'))}`"
    )
    if one.kind in OUTCOME_KINDS and not what_became(one.text.strip(), (), MarkKind.PROPOSAL):
        todo += (
            ", and at its end in brackets what became of it, such as `(consensus)` or `(tabled)`"
        )
    place = Place(book.path, one.number, one.column + 1, len(one.written))
    book.problems.append(problem("F226", place, label=one.written, todo=todo))


def _warn_of_heading(book: Notebook, line: PlacedLine, heading: Heading) -> None:
    """Warn once of a label over a list whose items are no marks by themselves."""
    written = heading.label.written
    column = line.text.find(written)
    kind = heading.label.word.kind
    todo = f"begin each item below it with its label, such as `- **{kind.value.capitalize()}:** …`"
    if kind in OUTCOME_KINDS:
        todo += ", and say at its end in brackets what became of it, such as `(consensus)` or `(tabled)`"
    place = Place(book.path, line.number, max(column, 0) + 1, len(written))
    book.problems.append(problem("F226", place, label=written, todo=todo))
