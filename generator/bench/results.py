"""Keeps what was measured as values and as a file of raw figures, to which runs of other sizes can be added later.

What follows from the figures is left to `ratios.py`, `growth.py` and `report.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.bench.measure import Figures

OURS = "this project"
COLD = "cold"
RAW = "results.json"


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of build by one builder: the figures of every round, in the order of rounds."""

    builder: str
    kind: str
    figures: tuple[Figures, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a builder's site is: its pages, its files in all, their bytes, and the mean bytes of a call's page."""

    builder: str
    pages: int
    files: int
    bytes: int
    page: float = 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found in some rounds; `failed` are builders that failed at so many calls."""

    rows: tuple[Row, ...]
    sizes: tuple[Size, ...]
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a cold build in one process: its own CPU seconds, without those of steps inside it."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of one size of archive, with what was measured, on what machine, and by which versions."""

    calls: int
    about: str
    machine: str
    versions: str
    measured: Measured
    absent: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


def with_run(runs: Sequence[Run], run: Run) -> tuple[Run, ...]:
    """Put a run in the place of an earlier one of the same size; runs are ordered by size."""
    others = [one for one in runs if one.calls != run.calls]
    return tuple(sorted((*others, run), key=lambda one: one.calls))


def read(folder: Path) -> tuple[Run, ...]:
    """Give the runs that a folder has figures of; none where there is no such file.

    Raises `msgspec.DecodeError` for a file that is not ours.
    """
    path = folder / RAW
    if not path.is_file():
        return ()
    return msgspec.json.decode(path.read_bytes(), type=tuple[Run, ...])


def raw(runs: Sequence[Run]) -> bytes:
    """Give the file of raw figures: seconds, and bytes of memory."""
    return msgspec.json.format(msgspec.json.encode(runs), indent=1) + b"\n"


def row_of(run: Run, builder: str, kind: str) -> Row | None:
    """Give a kind of build by one builder, if it was measured."""
    rows = run.measured.rows
    return next((row for row in rows if (row.builder, row.kind) == (builder, kind)), None)


def size_of(run: Run, builder: str) -> Size | None:
    """Give how large a builder's site was."""
    return next((size for size in run.measured.sizes if size.builder == builder), None)
