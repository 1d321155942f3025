"""The builds that are measured: from nothing, unchanged, after each kind of edit, and a check alone.

Each is a whole process, as a person would start it. The archive is as it was at the end of every round.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.bench import made_up, world
from generator.bench.measure import Figures, measure

Say = Callable[[str, int, int], None]
"""Is told what is being done, how far it is, and of how much."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a site is: its pages, its files in all, and their bytes."""

    pages: int
    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found: for each kind of build the figures of every round, in the order they were run."""

    runs: tuple[tuple[str, tuple[Figures, ...]], ...]
    size: Size


def run_builds(root: Path, wanted: made_up.Wanted, rounds: int, jobs: int, say: Say) -> Measured:
    """Write a made-up archive into an empty folder and measure builds of it; 0 jobs leave their number open.

    Raises `RunFailed` when a build fails, which is a fault of the generator.
    """
    calls = wanted.calls
    say("writing the archive", 0, calls)
    made_up.write_archive(
        root,
        wanted,
        lambda done: say("writing the archive", done, calls) if done % 100 == 0 else None,
    )
    found: dict[str, list[Figures]] = {}
    kinds = len(made_up.edits(wanted)) + 3
    size = Size(0, 0, 0)
    for number in range(rounds):
        for done, (name, figures) in enumerate(_round(root, wanted, jobs), 1):
            found.setdefault(name, []).append(figures)
            say("building", number * kinds + done, rounds * kinds)
            if done == 1:
                size = size_of(root / "build" / "site")
    return Measured(tuple((name, tuple(rows)) for name, rows in found.items()), size)


def size_of(site: Path) -> Size:
    """Measure a finished site."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return Size(pages, len(files), sum(path.stat().st_size for path in files))


def command(name: str, root: Path, jobs: int) -> list[str]:
    """Give the command line of `build` or `check`."""
    day = world.TODAY.isoformat()
    line = [sys.executable, "-m", "generator", name, "--root", str(root), "--today", day]
    return [*line, "--jobs", str(jobs)]


def _round(root: Path, wanted: made_up.Wanted, jobs: int) -> Iterator[tuple[str, Figures]]:
    shutil.rmtree(root / "build", ignore_errors=True)
    build = command("build", root, jobs)
    yield "build, cold", _run(build)
    yield "build, unchanged", _run(build)
    undo = []
    for edit in made_up.edits(wanted):
        undo.append(made_up.apply(root, edit))
        yield f"build, {edit.name}", _run(build)
    for edit in reversed(undo):
        made_up.apply(root, edit)
    yield "check, cold", _run(command("check", root, jobs))


def _run(line: list[str]) -> Figures:
    return measure(line, Path(__file__).parents[2])
