"""Doubts an outcome that its own counts contradict: it counts as unclear, whatever word of adoption stands there.

A vote that needed two thirds, or a modified consensus with blocks, contradicts nothing.
"""

from collections.abc import Sequence

from generator.load.marks.text import Piece, place_of, whole_of
from generator.load.notebook import Notebook
from generator.model import outcomes
from generator.model.minutes import Side, Tally
from generator.problems import problem

UNCLEAR = "unclear"


def contradicted(
    book: Notebook, pieces: Sequence[Piece], outcome: str, tally: Tally | None
) -> bool:
    """Tell whether a word of adoption and the counts beside it cannot both be true, and warn of it at the word."""
    counts = _against(outcome, tally) if tally and outcome in outcomes.ADOPTED else ""
    if counts:
        at = max(whole_of(pieces).lower().rfind(outcome), 0)
        place = place_of(book.path, pieces, at, len(outcome))
        book.problems.append(problem("F231", place, outcome=outcome, counts=counts))
    return bool(counts)


def _against(outcome: str, tally: Tally) -> str:
    """Give the counts that speak against an outcome, in words, or nothing."""
    yes, no = (_said(tally, side) for side in (Side.YES, Side.NO))
    if outcome in outcomes.OF_ONE_MIND and tally.blocks:
        return "1 block" if tally.blocks == 1 else f"{tally.blocks} blocks"
    if outcome == "unanimous" and no:
        return f"{no} against"
    if yes is not None and no is not None and yes < no:
        return f"{yes} in favour and {no} against"
    return ""


def _said(tally: Tally, side: Side) -> int | None:
    """Give how many gave answers of one side; nothing where none or no exact number is told."""
    counts = [answer.count for answer in tally.answers if answer.side is side]
    told = [count for count in counts if count is not None]
    return sum(told) if told and len(told) == len(counts) else None
