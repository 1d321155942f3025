"""Compares builders round by round: a ratio a round, of which the middle and the spread are told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from generator.bench.measure import Figures

Value = Callable[[Figures], float]


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the median and the most of some numbers."""

    least: float
    middle: float
    most: float


def wall(one: Figures) -> float:
    """Give seconds that a person waits."""
    return one.wall


def cpu(one: Figures) -> float:
    """Give seconds of all processors."""
    return one.cpu


def peak(one: Figures) -> float:
    """Give MiB of memory."""
    return one.peak / 2**20


def spread(numbers: Sequence[float]) -> Spread:
    """Give the spread of at least one number."""
    return Spread(min(numbers), median(numbers), max(numbers))


def ratio(ours: Sequence[Figures], theirs: Sequence[Figures], value: Value) -> Spread | None:
    """Give how many times theirs ours took; below 1 ours took less. Rounds are compared with themselves alone.

    Nothing is told where a figure of theirs is 0, as memory is where the system does not say.
    """
    pairs = list(zip(ours, theirs, strict=True))
    if not pairs or not all(value(their) for _, their in pairs):
        return None
    return spread([value(our) / value(their) for our, their in pairs])
