"""Lays two states of a text side by side by the lines that stand once in both, in time n log n."""

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gaps:
    """What lies between lines that stayed, numbered from 0; lines count from 1.

    `old` and `new` are the lines that stayed, in order, with the place before the first line and that behind the last.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]

    def number(self, line: int) -> int:
        """Give the gap that a line of the old state lies in, or begins when it stayed itself."""
        return min(bisect.bisect_right(self.old, line) - 1, len(self.old) - 2)

    def number_after(self, line: int) -> int:
        """Give the gap that a line of the new state lies in, or begins when it stayed itself."""
        return min(bisect.bisect_right(self.new, line) - 1, len(self.new) - 2)

    def before(self, number: int) -> tuple[int, int]:
        """Give the lines of the old state on both sides of a gap."""
        return self.old[number], self.old[number + 1]

    def after(self, number: int) -> tuple[int, int]:
        """Give the lines of the new state on both sides of a gap."""
        return self.new[number], self.new[number + 1]


def aligned(old: Sequence[str], new: Sequence[str]) -> Gaps:
    """Find the longest run of lines that stand once in both states and in the same order."""
    before, after = _once(old), _once(new)
    both = [(before[words], after[words]) for words in before if words in after]
    stayed = _rising(both)
    return Gaps(
        (0, *(one for one, _ in stayed), len(old) + 1),
        (0, *(other for _, other in stayed), len(new) + 1),
    )


def _once(lines: Sequence[str]) -> dict[str, int]:
    """Give the numbers of lines that are not empty and stand once."""
    counts = Counter(line.strip() for line in lines)
    numbers = enumerate((line.strip() for line in lines), 1)
    return {line: number for number, line in numbers if line and counts[line] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give a longest part of pairs whose second numbers rise; the first ones rise already."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, number) in enumerate(pairs):
        at = bisect.bisect_left(ends, number)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [index]
        before.append(last[at - 1] if at else -1)
    found: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]
