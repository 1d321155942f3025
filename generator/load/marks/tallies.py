"""Reads what was counted: the answers of a poll, and blocks and stand-asides of an outcome."""

import dataclasses
import re
from typing import Any

from generator.load.marks.answers import (
    LONGEST,
    Told,
    answers_in_items,
    answers_in_line,
    answers_in_note,
    blocks_in_note,
)
from generator.model import outcomes
from generator.model.minutes import MarkKind, Tally

_COUNTED = frozenset({MarkKind.POLL, MarkKind.COUNT, MarkKind.TEMPERATURE})
_DECIDED = frozenset({MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME})
_CARRIED = outcomes.ADOPTED | {"favoured", "encouraged"}
"""Outcome words after which the first of two numbers is that of those in favour."""
_NOT_TAKEN = re.compile(
    r"(?:\A|[?:.;,(–—-]\s?)(?:(?:it|the poll|the check|this)\s)?(?:was\s)?"
    r"(?:not taken|never taken|no se hizo|no se tom[oó]|no se realiz[oó])(?:\Z|[.,;:)–—]|\s(?:because|as|for|porque))",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:withdrawn|withdrew|lifted|resolved|removed|dropped|stood down|retirado|retirados|levantado|levantados)\b",
    re.IGNORECASE,
)


def read_tally(
    kind: MarkKind, text: str, outcome: str, note: str, items: tuple[str, ...]
) -> Tally | None:
    """Give what a mark counts, or nothing where it counts nothing.

    `text` are its words without the outcome, `note` what follows the outcome word, `items` the list below it.
    """
    in_note = _of_note(outcome, note)
    if kind in _DECIDED:
        return _tally(in_note) if in_note.answers or in_note.apart else None
    if kind not in _COUNTED:
        return None
    line = answers_in_line(text)
    below = answers_in_items(items) if items and not line.answers else Told()
    answers = line.answers or below.answers or in_note.answers
    told = Told(line.before, answers, (*line.apart, *below.apart, *in_note.apart))
    taken = outcome != "not taken" and not _NOT_TAKEN.search(" ".join(text[:LONGEST].split()))
    question = line.before if line.answers else text if answers else ""
    return dataclasses.replace(_tally(told), taken=taken, question=question)


def _of_note(outcome: str, note: str) -> Told:
    """Read the note; where a block was taken back, how many stood cannot be told for sure, and none is counted."""
    if not note:
        return Told()
    told = answers_in_note(note, outcome in _CARRIED)
    blocks = blocks_in_note(note) if outcome == "blocked" else None
    if blocks is not None:
        told = told._replace(apart=(*told.apart, ("blocks", blocks)))
    if not _TAKEN_BACK.search(note[:LONGEST]):
        return told
    return told._replace(apart=tuple(one for one in told.apart if one[0] != "blocks"))


def _tally(told: Told) -> Tally:
    # A number told twice keeps what was said first.
    apart: dict[str, Any] = dict(reversed(told.apart))
    return Tally(told.answers, **apart)
