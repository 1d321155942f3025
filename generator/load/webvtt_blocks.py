"""Parts the lines of a WebVTT file into blocks: pieces with times, remarks, styles, and what is none of these.

A block ends at a blank line, or before a second line of times, as in the W3C's WebVTT, section 6.1. Other than there
a line of nothing but blanks is blank too, for nobody sees the difference.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from generator.load.webvtt_times import has_arrow


class BlockKind(Enum):
    """What a block is; `STRAY` are words that no player shows."""

    CUE = "cue"
    NOTE = "note"
    STYLE = "style"
    STRAY = "stray"


class Block(NamedTuple):
    """Some lines of a file, of which the first is line `first`.

    Of a piece `times` is the number of the line of times among them: 0, or 1 where a name stands above.
    `runs_on` says that no blank line stands above it.
    """

    kind: BlockKind
    first: int
    lines: tuple[str, ...]
    times: int = 0
    runs_on: bool = False


def blocks_of(lines: Sequence[str], begin: int) -> Iterator[Block]:
    """Give the blocks of a file from the line with the index `begin` on."""
    at, runs_on = begin, False
    while at < len(lines):
        if not lines[at].strip():
            at, runs_on = at + 1, False
            continue
        end, times = _end_of(lines, at)
        kind = BlockKind.CUE if times >= 0 else _kind_of(lines[at])
        yield Block(kind, at + 1, tuple(lines[at:end]), max(times, 0), runs_on)
        at, runs_on = end, True


def end_of_header(lines: Sequence[str]) -> int:
    """Give the index of the first line behind the header, which ends at a blank line or before times."""
    at = 1
    while at < len(lines) and lines[at].strip() and not has_arrow(lines[at]):
        at += 1
    return at


def _end_of(lines: Sequence[str], begin: int) -> tuple[int, int]:
    """Give where a block ends that begins at an index, and which of its lines is one of times, -1 where none is."""
    times, at = -1, begin
    while at < len(lines) and lines[at].strip():
        if has_arrow(lines[at]):
            if times >= 0 or at - begin > 1:
                break
            times = at - begin
        at += 1
    return at, times


def _kind_of(line: str) -> BlockKind:
    word = line.split(maxsplit=1)[0] if line[:1].strip() else ""
    if word == "NOTE":
        return BlockKind.NOTE
    return BlockKind.STYLE if line.rstrip() in ("STYLE", "REGION") else BlockKind.STRAY
