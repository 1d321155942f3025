"""The builds that are measured: from nothing, unchanged, after each kind of edit, and a check alone.

Each is a whole process, as a person would start it. In every round each builder has its turn, and every round begins
with another one. The archive is as it was at the end of each turn.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.bench import made_up, plan, world
from generator.bench.measure import Figures, RunFailed, measure
from generator.bench.peers import documents
from generator.bench.peers.frame import Frame, frame_of
from generator.bench.peers.peer import (
    UNCHANGED,
    Peer,
    lacking,
    prepare,
    remove_page,
    write_page,
)
from generator.bench.results import COLD, OURS, Measured, Row, Size

Say = Callable[[str, int, int], None]
"""Is told what is being done, how far it is, and of how much."""
Turn = Callable[[], Iterator[tuple[str, Figures]]]
"""Runs all builds of one builder, one by one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured: in how many rounds, with how many processes of ours, which edits, beside which others.

    0 jobs leave their number open. `complain` is told what a builder of others said when it failed.
    """

    rounds: int
    jobs: int = 0
    edits: bool = True
    peers: tuple[Peer, ...] = ()
    complain: Callable[[str], None] = lambda text: None


def run_builds(
    root: Path, beside: Path, wanted: made_up.Wanted, asked: Asked, say: Say
) -> Measured:
    """Write a made-up archive into an empty folder, the same for others into `beside`, and measure builds of both.

    Raises `RunFailed` when a build of ours fails, which is a fault of the generator.
    """
    _write(root, beside, wanted, asked, say)
    turns: dict[str, Turn] = {OURS: partial(_ours, root, wanted, asked)}
    for peer in asked.peers:
        turns[peer.title] = partial(_theirs, beside / peer.name, peer, wanted, asked.edits)
    sites = {peer.title: beside / peer.name / peer.site for peer in asked.peers}
    return _in_turns(turns, {OURS: root / "build" / "site", **sites}, wanted, asked, say)


def _in_turns(
    turns: Mapping[str, Turn],
    sites: Mapping[str, Path],
    wanted: made_up.Wanted,
    asked: Asked,
    say: Say,
) -> Measured:
    found: dict[tuple[str, str], list[Figures]] = {}
    sizes: dict[str, Size] = {}
    failed: list[str] = []
    rounds = asked.rounds
    for number in range(rounds):
        for done, builder in enumerate(rotated(tuple(turns), number)):
            if builder in failed:
                continue
            say(f"round {number + 1}, {builder}", number * len(turns) + done, rounds * len(turns))
            try:
                for kind, figures in turns[builder]():
                    found.setdefault((builder, kind), []).append(figures)
                    if builder not in sizes:
                        sizes[builder] = size_of(builder, sites[builder], _stems(wanted))
            except RunFailed as failure:
                if builder == OURS:
                    raise
                asked.complain(f"{builder} failed:\n{failure}")
                failed.append(builder)
    rows = (Row(*key, tuple(figures)) for key, figures in found.items() if key[0] not in failed)
    whole = (size for builder, size in sizes.items() if builder not in failed)
    return Measured(tuple(rows), tuple(whole), tuple(failed))


def rotated(names: tuple[str, ...], number: int) -> tuple[str, ...]:
    """Give names in the order of a round, so that each is the first as often as the others."""
    first = number % len(names)
    return names[first:] + names[:first]


def size_of(builder: str, site: Path, stems: list[str]) -> Size:
    """Measure a finished site; `stems` are the calls whose pages are compared."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    calls = [(site / "calls" / f"{stem}.html").stat().st_size for stem in stems]
    whole = sum(path.stat().st_size for path in files)
    return Size(builder, pages, len(files), whole, sum(calls) / len(calls))


def command(name: str, root: Path, jobs: int) -> list[str]:
    """Give the command line of `build` or `check`."""
    day = world.TODAY.isoformat()
    line = [sys.executable, "-m", "generator", name, "--root", str(root), "--today", day]
    return [*line, "--jobs", str(jobs)]


def _stems(wanted: made_up.Wanted) -> list[str]:
    calls = (plan.planned(number, wanted.turns) for number in range(wanted.calls))
    return [call.id for call in calls if call.fate is not plan.Fate.WITHHELD]


def _write(root: Path, beside: Path, wanted: made_up.Wanted, asked: Asked, say: Say) -> None:
    calls = wanted.calls
    say("writing the archive", 0, calls)
    made_up.write_archive(
        root,
        wanted,
        lambda done: say("writing the archive", done, calls) if done % 100 == 0 else None,
    )
    if not asked.peers:
        return
    frame = _frame(beside / "frame")
    for peer in asked.peers:
        prepare(beside / peer.name, peer, frame)
    for done, document in enumerate(documents.documents(wanted)):
        for peer in asked.peers:
            write_page(beside / peer.name, peer, document)
        if done % 100 == 0:
            say("writing the same for others", done, calls)


def _frame(root: Path) -> Frame:
    """Build the smallest archive, and cut the frame out of a page of a call with notes."""
    wanted = made_up.Wanted(made_up.LEAST)
    made_up.write_archive(root, wanted)
    _run(command("build", root, 1))
    frame = frame_of(root / "build" / "site" / "calls" / f"{plan.noted(wanted.calls).id}.html")
    shutil.rmtree(root)
    return frame


def _ours(root: Path, wanted: made_up.Wanted, asked: Asked) -> Iterator[tuple[str, Figures]]:
    shutil.rmtree(root / "build", ignore_errors=True)
    build = command("build", root, asked.jobs)
    yield COLD, _run(build)
    yield UNCHANGED, _run(build)
    undo = []
    for edit in made_up.edits(wanted) if asked.edits else ():
        undo.append(made_up.apply(root, edit))
        yield edit.name, _run(build)
    for edit in reversed(undo):
        made_up.apply(root, edit)
    yield "check, cold", _run(command("check", root, asked.jobs))


def _theirs(
    root: Path, peer: Peer, wanted: made_up.Wanted, edits: bool
) -> Iterator[tuple[str, Figures]]:
    """Run the builds of another builder; whatever it made is removed then, for the next one needs the room."""
    try:
        yield from _builds_of(root, peer, wanted, edits)
    finally:
        for name in (peer.site, *peer.left):
            shutil.rmtree(root / name, ignore_errors=True)
            with contextlib.suppress(OSError):
                (root / name).unlink()


def _builds_of(
    root: Path, peer: Peer, wanted: made_up.Wanted, edits: bool
) -> Iterator[tuple[str, Figures]]:
    yield COLD, _run(peer.command, root)
    if missing := lacking(root, peer, _stems(wanted)):
        raise RunFailed(f"{peer.title} made no page of {len(missing)} calls")
    for kind in peer.edits:
        if not edits and kind != UNCHANGED:
            continue
        if kind == UNCHANGED:
            yield kind, _run(peer.command, root)
            continue
        stem, after, before = documents.edited(wanted, kind)
        if after is None:
            remove_page(root, peer, stem)
        else:
            write_page(root, peer, after)
        yield kind, _run(peer.command, root)
        write_page(root, peer, before)
        # What is put back is no part of the next edit, for builders that know what they built last.
        _run(peer.command, root)


def _run(line: list[str] | tuple[str, ...], folder: Path = Path(__file__).parents[2]) -> Figures:
    # What an earlier build left to be written is no work of the next one.
    os.sync()
    return measure(line, folder)
