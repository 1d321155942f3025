"""Finds the marks in notes and makes them whole: their words, what became of them, their names, owners and votes.

Where a mark begins and ends is found in `found_blocks`, what became of it in `outcomes`.
"""

import dataclasses
import re
from collections.abc import Sequence

from generator.load.marks.blocks import Begun
from generator.load.marks.doubtful_votes import UNCLEAR, contradicted
from generator.load.marks.found_blocks import Found
from generator.load.marks.joins import read_joins
from generator.load.marks.line_places import PlacedLine, Where
from generator.load.marks.outcomes import settle
from generator.load.marks.tallies import read_tally
from generator.load.marks.tasks import read_task
from generator.load.marks.text import Piece, whole_of
from generator.load.notebook import Notebook
from generator.model.minutes import Mark, MarkKind
from generator.problems import Place, problem
from generator.slugs import Wanted, give_names, mark_name, sections, split_name, within

# Pictures and links, addresses in angle brackets, code, and what is bold or slanted.
_MARKDOWN = (
    re.compile(r"!?\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)"),
    re.compile(r"<(https?://[^<>\s]+)>"),
    re.compile(r"(?<!`)`([^`]+)`(?!`)"),
    re.compile(r"\*\*(\S|\S[^*]*\S)\*\*"),
    re.compile(r"(?<![*\w])\*(\S|\S[^*]*\S)\*(?![*\w])"),
)
_SIGNED = re.compile(r"[*`<\[]")
_OWNED = re.compile(r"\A([^:.;!?–—]{1,40}?) [-–—] ")


def marks_of(book: Notebook, found: Found) -> tuple[Mark, ...]:
    """Give the marks of the stretches that were found in notes."""
    marks = [mark for begun in found.marks if (mark := _mark(book, begun))]
    _tell_names_given_twice(book, marks)
    return _named_apart(marks, found.lines)


def _named_apart(marks: list[Mark], lines: Sequence[PlacedLine]) -> tuple[Mark, ...]:
    """Give every mark a name of its own; of marks with the same words all but the first are named by their heading."""
    if len({mark.anchor for mark in marks}) == len(marks):
        return tuple(marks)
    outside = ((line.number, line.text) for line in lines if line.where is not Where.FENCE)
    above = dict(sections(outside))
    wanted = [
        Wanted(mark.anchor, within(above[mark.line], mark.anchor), mark.is_named) for mark in marks
    ]
    names = give_names(wanted, set())
    return tuple(
        mark if mark.anchor == name else dataclasses.replace(mark, anchor=name)
        for mark, name in zip(marks, names, strict=True)
    )


def _tell_names_given_twice(book: Notebook, marks: Sequence[Mark]) -> None:
    """Tell of every mark that was given the name of an earlier one, at its line, with the line of the first."""
    first: dict[str, int] = {}
    for mark in marks:
        if mark.is_named and mark.anchor in first:
            note = (Place(book.path, first[mark.anchor]), "first given here")
            book.problems.append(
                problem("F227", Place(book.path, mark.line), (note,), mark=mark.anchor)
            )
        elif mark.is_named:
            first[mark.anchor] = mark.line


def _mark(book: Notebook, begun: Begun) -> Mark | None:
    kind = begun.word.kind
    pieces, given = _without_name([_bare(piece, begun.close) for piece in begun.pieces])
    pieces = [piece for piece in pieces if piece.text]
    if not pieces:
        return None
    own, outcome, note, adopted = settle(book, begun, whole_of(pieces), pieces)
    text = " ".join(plain_words(own).split())
    items = tuple(plain_words(item) for item in begun.items)
    tally = read_tally(kind, text, outcome, note, items)
    if adopted and contradicted(book, pieces, outcome, tally):
        outcome, note, adopted = UNCLEAR, "; ".join(filter(None, (outcome, note))), False
    task = read_task(book, pieces, _doing(begun.said, text)) if kind is MarkKind.ACTION else None
    return Mark(
        kind,
        text,
        given or mark_name(kind.value, text),
        begun.line,
        outcome,
        adopted,
        note,
        items,
        is_named=bool(given),
        joins=read_joins(pieces),
        owner=task.owner if task else "",
        due=task.due if task else None,
        done=task.done if task else False,
        tally=tally,
    )


def _doing(said: str, text: str) -> str:
    """Give the words of an action with who does it before a colon, where brackets or a dash part the two."""
    if said:
        return f"{said}: {text}"
    owned = _OWNED.match(text)
    return f"{owned[1]}: {text[owned.end() :]}" if owned else text


def _bare(piece: Piece, close: str) -> Piece:
    """Blank out comments and the end of emphasis that began before the label; every sign keeps its place."""
    text = piece.text
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        end = len(text) if end < 0 else end + 3
        text = text[:start] + " " * (end - start) + text[end:]
        start = text.find("<!--", end)
    at = text.rfind(close) if close else -1
    text = (text[:at] + " " * len(close) + text[at + len(close) :] if at >= 0 else text).rstrip()
    return piece if text == piece.text else Piece(piece.line, piece.column, text)


def _without_name(pieces: list[Piece]) -> tuple[list[Piece], str]:
    """Take off the name given by hand, at the end of a mark's first line or of its last."""
    for at in (-1, 0):
        text, given = split_name(pieces[at].text)
        if given:
            pieces[at] = pieces[at]._replace(text=text)
            return pieces, given
    return pieces, ""


def plain_words(text: str) -> str:
    """Give the words of a marked line without the signs of Markdown, as lists and feeds show it."""
    if not _SIGNED.search(text):
        return text
    for signs in _MARKDOWN:
        text = signs.sub(r"\1", text)
    return text
