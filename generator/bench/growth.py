"""Fits how time and memory grow with the number of calls: the exponent k of N^k, by least squares on logarithms."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from generator.bench.ratios import Value, cpu, peak, wall
from generator.bench.results import Run, row_of


@dataclass(frozen=True, slots=True)
class Growth:
    """The exponents of one kind of build by one builder, over so many sizes; 1 is linear, and below is less."""

    builder: str
    kind: str
    sizes: int
    wall: float | None
    cpu: float | None
    peak: float | None


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """Fit one exponent to pairs of size and value; nothing for fewer than two sizes, or for a value of 0."""
    if len({size for size, _ in points}) < 2 or any(value <= 0 for _, value in points):
        return None
    logs = [(math.log(float(size)), math.log(float(value))) for size, value in points]
    middle: list[float] = [sum(part) / len(logs) for part in zip(*logs, strict=True)]
    apart = [(size - middle[0], value - middle[1]) for size, value in logs]
    over = sum(size * value for size, value in apart)
    return over / sum(size * size for size, _ in apart)


def growths(runs: Sequence[Run]) -> tuple[Growth, ...]:
    """Give the exponents of everything that was measured at two sizes or more, by medians of rounds."""
    kinds = dict.fromkeys((row.builder, row.kind) for run in runs for row in run.measured.rows)
    found = []
    for builder, kind in kinds:
        sizes = len(points(runs, builder, kind, cpu))
        fitted = [exponent(points(runs, builder, kind, value)) for value in (wall, cpu, peak)]
        if sizes > 1:
            found.append(Growth(builder, kind, sizes, *fitted))
    return tuple(found)


def points(runs: Sequence[Run], builder: str, kind: str, value: Value) -> list[tuple[float, float]]:
    """Give the median of a value by number of calls."""
    rows = [(run.calls, row_of(run, builder, kind)) for run in runs]
    return [(calls, median(map(value, row.figures))) for calls, row in rows if row]
