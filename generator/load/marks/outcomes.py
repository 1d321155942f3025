"""Settles what became of a mark, and tells of what is no adoption or cannot be understood at its place."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.load.marks.blocks import OUTCOME_KINDS, Begun
from generator.load.marks.doubts import is_doubted, is_votes
from generator.load.marks.last_brackets import last_brackets, only_votes, unknown_brackets
from generator.load.marks.no_decision import says_none
from generator.load.marks.outcomes_said import (
    UNCLEAR,
    outcome_in,
    what_became,
)
from generator.load.marks.text import Piece, place_of
from generator.load.notebook import Notebook
from generator.model import outcomes
from generator.model.minutes import MarkKind
from generator.problems import problem, replacing, surely

_OUTCOMES = ", ".join(f"`{word}`" for word in sorted(outcomes.KNOWN))
_EDGE = " \t-–—=>→⇒"


class Settled(NamedTuple):
    """A mark's own words, what became of it, what else was said of that, and whether it counts as adopted."""

    text: str
    outcome: str
    note: str
    adopted: bool


def settle(book: Notebook, begun: Begun, text: str, pieces: Sequence[Piece]) -> Settled:
    """Split the words of a mark into its own and what became of it; `pieces` are where they stand in the file."""
    kind = begun.word.kind
    if kind not in OUTCOME_KINDS:
        return _in_plain_brackets(text)
    became = what_became(text, _breaks(pieces), kind)
    if became is None and begun.said:
        became = outcome_in(begun.said)
        became = became and became._replace(cut=len(text), start=0, end=1)
    if became is None:
        return _untold(book, begun, text, pieces)
    if became.is_doubted:
        _tell_unknown(book, text, pieces, unknown_brackets(text) or (became.start, len(text)))
        return Settled(text, UNCLEAR, "", False)
    if kind is MarkKind.DECISION and became.word not in outcomes.ADOPTED:
        place = place_of(book.path, pieces, became.start, became.end - became.start)
        book.problems.append(problem("F220", place, outcome=became.word))
    own = text[-became.cut :] if became.cut < 0 else text[: became.cut].rstrip(_EDGE)
    is_adopted = became.word in outcomes.ADOPTED
    if kind is MarkKind.DECISION and is_adopted and _is_none(own, pieces):
        _tell_unknown(book, text, pieces, (0, len(text)))
        return Settled(text, UNCLEAR, "", False)
    return Settled(own or text, became.word, became.note, is_adopted)


def _is_none(own: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether a decision says in its words, or on its first line, that there is none."""
    return says_none(own) or (len(pieces) > 1 and says_none(pieces[0].text))


def _in_plain_brackets(text: str) -> Settled:
    """Part off the last brackets of a poll or an action, where they begin with a word of the list itself."""
    inner = last_brackets(text)
    if not inner:
        return Settled(text, "", "", False)
    said = text[slice(*inner)]
    lower = " ".join(said.lower().split())
    fits = [
        w for w in outcomes.KNOWN if lower == w or lower.startswith((f"{w};", f"{w},", f"{w}:"))
    ]
    word = max(fits, key=len, default="")
    if not word:
        return Settled(text, "", "", False)
    return Settled(text[: inner[0] - 1].rstrip(), word, said[len(word) :].lstrip(" ;,:"), False)


def _untold(book: Notebook, begun: Begun, text: str, pieces: Sequence[Piece]) -> Settled:
    """Settle a mark that does not say what became of it: a decision is one by its label, if nothing is unclear."""
    implied = begun.word.outcome
    is_decision = begun.word.kind is MarkKind.DECISION
    votes = only_votes(text)
    unknown = unknown_brackets(text) if is_decision or not begun.is_listed else None
    is_claim = implied == "consensus" and is_doubted(text)
    if is_decision and (is_claim or (begun.said and is_doubted(begun.said))):
        unknown = unknown or (0, len(text))
    if is_decision and says_none(pieces[0].text):
        unknown = unknown or (0, len(pieces[0].text))
    if unknown or ("block" in votes.lower() and is_decision):
        _tell_unknown(book, text, pieces, unknown or (0, len(text)))
        return Settled(text, UNCLEAR, "", False)
    if not is_decision:
        return Settled(text, implied, "", False)
    own = text[: text.rstrip(" .;").rindex(votes) - 1].rstrip() if votes else text
    said = begun.said if begun.said and is_votes(begun.said) else ""
    return Settled(own, implied or _on_first_line(pieces) or "decided", votes or said, True)


def _on_first_line(pieces: Sequence[Piece]) -> str:
    """Give the adoption with which the first line of a decision ends, where its paragraph goes on."""
    if len(pieces) == 1:
        return ""
    became = what_became(pieces[0].text, (), MarkKind.DECISION)
    is_plain = became is not None and not became.is_doubted and became.word in outcomes.ADOPTED
    return became.word if became and is_plain else ""


def _tell_unknown(
    book: Notebook, text: str, pieces: Sequence[Piece], where: tuple[int, int]
) -> None:
    """Tell of an outcome that cannot be understood, with the word that was meant where it can only be one."""
    said = text[slice(*where)]
    place = place_of(book.path, pieces, where[0], len(said))
    lower = " ".join(said.lower().split())
    hint = book.nearest(lower, outcomes.KNOWN)
    sure = surely(lower, outcomes.KNOWN) if book.is_patient else ""
    fix = replacing(place, sure) if sure and place.length == len(said) else None
    words = {"outcome": said, "nearest": hint, "known": _OUTCOMES}
    book.problems.append(problem("F221", place, (), fix, **words))


def _breaks(pieces: Sequence[Piece]) -> list[int]:
    """Give where the lines of a mark begin in its whole text, the first aside."""
    breaks, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece.text) + 1
        breaks.append(at)
    return breaks
