"""Numbers of a poll or an outcome contradict each other, or what is said of quorum and taking.

Counts that contradict the outcome itself are told where it is read, because it counts as unclear then.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model import outcomes
from generator.model.archive import Archive
from generator.model.minutes import Mark, MarkKind, Tally
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_MOST_LINES = 200
"""More lines than this no mark has, so no fault looks through all notes."""


class Fault(NamedTuple):
    """A contradiction: its code, what it says, and the words it is shown at, the likeliest first."""

    code: str
    values: Mapping[str, object]
    words: tuple[str, ...]


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Warn of sums, quorums and answers that cannot be true together."""
    for notes in archive.minutes:
        counted = [(mark, mark.tally) for mark in notes.marks if mark.tally is not None]
        faults = [(mark, fault) for mark, tally in counted for fault in _faults(mark, tally)]
        lines = notes.body.split("\n") if faults else []
        begun = frozenset(mark.line for mark in notes.marks) if faults else frozenset()
        for mark, fault in faults:
            own = _own_lines(mark, lines, notes.body_line, begun)
            yield problem(fault.code, _place(notes.path, mark, own, fault.words), **fault.values)


def _faults(mark: Mark, tally: Tally) -> Iterator[Fault]:
    yield from _sums(mark, tally)
    yield from _quorums(mark, tally)
    yield from _repeated(tally)
    yield from _not_taken(tally)


def _sums(mark: Mark, tally: Tally) -> Iterator[Fault]:
    """Compare the sum with what the notes say it is; blocks and stand-asides may be part of it."""
    told = [answer.count for answer in tally.answers if answer.count is not None]
    if not told:
        return
    # In a count over items one caller may have given several answers, so only a single one can be too many.
    least = max(told) if mark.kind is MarkKind.COUNT else sum(told)
    apart = (tally.blocks or 0) + (tally.stand_asides or 0)
    whole = len(told) == len(tally.answers) and mark.kind is not MarkKind.COUNT and len(told) > 1
    if tally.total is not None and (
        least > tally.total or (whole and tally.total not in (least, least + apart))
    ):
        yield _wrong_sum(least, tally.total)
    elif tally.present is not None and least > tally.present:
        yield _wrong_sum(least, tally.present)


def _wrong_sum(found: int, told: int) -> Fault:
    return Fault("F230", {"sum": found, "total": told}, (f"{told:,}", str(told)))


def _quorums(mark: Mark, tally: Tally) -> Iterator[Fault]:
    """Compare the quorum of what was adopted with how many were there, else with how many answered."""
    exact = bool(tally.answers) and all(answer.count is not None for answer in tally.answers)
    answered = tally.counted + (tally.blocks or 0) + (tally.stand_asides or 0) if exact else None
    told = tally.present if tally.present is not None else tally.total
    counted = answered if told is None else told
    if mark.outcome not in outcomes.ADOPTED or tally.quorum is None or counted is None:
        return
    if counted < tally.quorum:
        values = {"counted": counted, "quorum": tally.quorum}
        yield Fault("F232", values, ("quorum", "quórum"))


def _repeated(tally: Tally) -> Iterator[Fault]:
    """Find an answer that is told twice; it is shown where it stands the second time."""
    seen: set[str] = set()
    for answer in tally.answers:
        text = " ".join(answer.text.lower().split())
        if text in seen:
            yield Fault("F233", {"answer": answer.text}, (answer.text,))
        seen.add(text)


def _not_taken(tally: Tally) -> Iterator[Fault]:
    counts = [answer for answer in tally.answers if answer.count is not None or answer.told]
    if not tally.taken and counts:
        words = ("not taken", "no se hizo", "never taken")
        yield Fault("F234", {"number": len(counts)}, words)


def _own_lines(
    mark: Mark, lines: list[str], first: int, begun: frozenset[int]
) -> list[tuple[int, str]]:
    """Give the lines of a mark: up to an empty one, or to the next mark."""
    found: list[tuple[int, str]] = []
    number = mark.line
    while number - first < len(lines) and len(found) < _MOST_LINES:
        line = lines[number - first]
        if not line.strip() or (found and number in begun):
            break
        found.append((number, line))
        number += 1
    return found


def _place(path: str, mark: Mark, lines: list[tuple[int, str]], words: tuple[str, ...]) -> Place:
    """Give the last place of the first of some words that the mark's lines hold, else its first line."""
    for word in words:
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        for number, line in reversed(lines):
            found = [*pattern.finditer(line)]
            if found:
                return Place(path, number, found[-1].start() + 1, len(word))
    line = lines[0][1] if lines else ""
    return Place(path, mark.line, len(line) - len(line.lstrip()) + 1, len(line.strip()))
