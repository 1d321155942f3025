"""Finds the marks in notes: bold labels at the start of a paragraph or list item, and what became of them.

Lines inside fenced code are passed over. The words of an outcome stand in the last brackets of a mark.
"""

import dataclasses
import re

from generator.load.joins import read_joins
from generator.load.mark_text import Piece, place_of, whole_of
from generator.load.notebook import Notebook
from generator.load.prose import text_lines
from generator.load.tallies import read_tally
from generator.load.tasks import read_task
from generator.model import outcomes
from generator.model.minutes import Mark, MarkKind
from generator.problems import problem, replacing, surely
from generator.slugs import Wanted, give_names, mark_name, sections, split_name, within

_KINDS = {kind.value: kind for kind in MarkKind}
_ITEM = r"(?:[-*+]|[0-9]{1,9}[.)])"
_MARK = re.compile(
    rf"(?P<lead>\s{{0,12}}(?:{_ITEM}\s+)?(?:\[[ xX]\]\s+)?)"
    r"\*\*(?P<label>[A-Za-z ]{4,20}?)\s?:?\*\*:?\s*(?P<text>.*)\Z"
)
_LAST_BRACKETS = re.compile(r"\(([^()]{1,300})\)\s*\.?\Z")
_NEW_BLOCK = re.compile(rf"\s*(?:{_ITEM}\s|#|>|\||\Z)")
# Pictures and links, addresses in angle brackets, code, and what is bold or slanted.
_MARKDOWN = (
    re.compile(r"!?\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)"),
    re.compile(r"<(https?://[^<>\s]+)>"),
    re.compile(r"(?<!`)`([^`]+)`(?!`)"),
    re.compile(r"\*\*(\S|\S[^*]*\S)\*\*"),
    re.compile(r"(?<![*\w])\*(\S|\S[^*]*\S)\*(?![*\w])"),
)
_OUTCOMES = ", ".join(f"`{word}`" for word in sorted(outcomes.KNOWN))
_OUTCOME_KINDS = frozenset({MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME})


def find_marks(book: Notebook, body: str, first: int) -> tuple[Mark, ...]:
    """Find the marks of notes whose first line is line `first` of the file."""
    if "**" not in body:
        return ()
    lines = list(text_lines(body, first))
    marks: list[Mark] = []
    for index, (number, line) in enumerate(lines):
        match = _marked(line)
        if match:
            more, items = _continued(lines, index, len(match["lead"]))
            begun = Piece(number, match.start("text") + 1, match["text"].rstrip())
            pieces = [piece for piece in (begun, *more) if piece.text]
            kind = _KINDS[_label(match)]
            marks.append(_mark(book, kind, pieces, items, number))
    return _named_apart(marks, lines)


def _named_apart(marks: list[Mark], lines: list[tuple[int, str]]) -> tuple[Mark, ...]:
    """Give every mark a name of its own; of marks with the same words all but the first are named by their heading."""
    above = dict(sections(lines)) if marks else {}
    wanted = [
        Wanted(mark.anchor, within(above[mark.line], mark.anchor), mark.is_named) for mark in marks
    ]
    names = give_names(wanted, set())
    return tuple(
        dataclasses.replace(mark, anchor=name) for mark, name in zip(marks, names, strict=True)
    )


def _marked(line: str) -> re.Match[str] | None:
    match = _MARK.match(line) if "**" in line else None
    return match if match and _label(match) in _KINDS else None


def _label(match: re.Match[str]) -> str:
    return " ".join(match["label"].lower().split())


def _continued(
    lines: list[tuple[int, str]], index: int, lead: int
) -> tuple[list[Piece], tuple[str, ...]]:
    """Give the rest of a mark's paragraph, and the items of a list that is indented below it."""
    more: list[Piece] = []
    items: list[str] = []
    before = lines[index][0]
    for number, line in lines[index + 1 : index + 200]:
        # A fence between two lines ends the paragraph, and so does another mark.
        if not line.strip() or number != before + 1 or _marked(line):
            break
        before = number
        indent = len(line) - len(line.lstrip())
        if not _NEW_BLOCK.match(line) and not items:
            more.append(Piece(number, indent + 1, line.strip()))
        elif re.match(rf"\s+{_ITEM}\s", line) and indent >= max(lead, 2):
            items.append(re.sub(rf"\A\s+{_ITEM}\s+", "", line).strip())
        else:
            break
    return more, tuple(items)


def _mark(
    book: Notebook,
    kind: MarkKind,
    pieces: list[Piece],
    items: tuple[str, ...],
    line: int,
) -> Mark:
    whole = whole_of(pieces)
    said, given = split_name(whole)
    text, outcome, note, adopted = _outcome(book, kind, said, pieces)
    text = plain_words(text)
    anchor = given or mark_name(kind.value, text)
    plain_items = tuple(plain_words(item) for item in items)
    mark = Mark(kind, text, anchor, line, outcome, adopted, note, plain_items)
    task = read_task(book, pieces, text) if kind is MarkKind.ACTION else None
    return dataclasses.replace(
        mark,
        is_named=bool(given),
        joins=read_joins(pieces),
        owner=task.owner if task else "",
        due=task.due if task else None,
        done=task.done if task else False,
        tally=read_tally(kind, text, outcome, note, plain_items),
    )


def plain_words(text: str) -> str:
    """Give the words of a marked line without the signs of Markdown, as lists and feeds show it."""
    for signs in _MARKDOWN:
        text = signs.sub(r"\1", text)
    return text


def _outcome(
    book: Notebook, kind: MarkKind, text: str, pieces: list[Piece]
) -> tuple[str, str, str, bool]:
    """Split a mark's text into words, outcome, note, and whether it was adopted."""
    brackets = _LAST_BRACKETS.search(text)
    implied = "decided" if kind is MarkKind.DECISION else ""
    if not brackets:
        return text, implied, "", bool(implied)
    said = " ".join(brackets[1].lower().split())
    word = _known_word(said)
    if not word:
        if kind not in _OUTCOME_KINDS:
            return text, "", "", False
        hint = book.nearest(said, outcomes.KNOWN)
        place = place_of(book.path, pieces, brackets.start(1), len(brackets[1]))
        sure = surely(said, outcomes.KNOWN) if book.is_patient else ""
        fix = replacing(place, sure) if sure and place.length == len(brackets[1]) else None
        words = {"outcome": brackets[1], "nearest": hint, "known": _OUTCOMES}
        book.problems.append(problem("F221", place, (), fix, **words))
        return text, "unclear", "", False
    adopted = word in outcomes.ADOPTED
    if kind is MarkKind.DECISION and not adopted:
        place = place_of(book.path, pieces, brackets.start(1), len(word))
        book.problems.append(problem("F220", place, outcome=word))
    note = brackets[1][len(word) :].lstrip(" ;,:")
    counts = kind in _OUTCOME_KINDS and adopted
    return text[: brackets.start()].rstrip(), word, note, counts


def _known_word(said: str) -> str:
    """Give the outcome word that a text begins with, the longest one that is followed by nothing or by a sign."""
    fits = [w for w in outcomes.KNOWN if said == w or said.startswith((f"{w};", f"{w},", f"{w}:"))]
    return max(fits, key=len, default="")
