"""Mends the text of a file by the fixes of its problems: pure, and without any judgement of its own.

A fix is made whole or not at all; of two that overlap the first wins, and the other is for the next round.
"""

from collections.abc import Iterable, Iterator

from generator.load.text import as_read
from generator.problems import WHOLE_LINE, Fix, Place

_Span = tuple[int, int, str]
"""First and last offset of a stretch of text (the last one outside it), and what takes its place."""


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """Make fixes in a text whose lines end in `\\n`; a fix whose place is not in the text is not made."""
    starts = _line_starts(text)
    made: list[_Span] = []
    for fix in fixes:
        spans = [_span(text, starts, edit.place, edit.replacement) for edit in fix.edits]
        good = [span for span in spans if span is not None]
        if len(good) == len(spans) and not any(_overlap(a, b) for a in good for b in made):
            made += _apart(good)
    for start, end, replacement in sorted(made, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def mended(data: bytes, fixes: Iterable[Fix]) -> bytes:
    """Give a file's bytes after its fixes; a file that is not written as it is read needs a fix that says so."""
    wanted = tuple(fixes)
    try:
        text = as_read(data)
    except UnicodeDecodeError:
        return data
    if text.encode() != data and all(fix.edits for fix in wanted):
        return data
    return apply(text, wanted).encode()


def _line_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]


def _span(text: str, starts: list[int], place: Place, replacement: str) -> _Span | None:
    if not 1 <= place.line <= len(starts):
        return None
    ends = [*starts[1:], len(text)]
    start = starts[place.line - 1] + place.column - 1
    end = ends[place.line - 1] if place.length == WHOLE_LINE else start + place.length
    return (start, end, replacement) if end <= ends[place.line - 1] else None


def _overlap(one: _Span, other: _Span) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]


def _apart(spans: list[_Span]) -> Iterator[_Span]:
    """Give the edits of one fix without those that lie in an earlier one of it."""
    end = -1
    for span in sorted(set(spans)):
        if span[0] >= end:
            yield span
            end = max(span[1], span[0] + 1)
