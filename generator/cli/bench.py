"""`bench`: how long builds of a made-up archive take, beside other builders that are given the same calls."""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import jobs_option

if TYPE_CHECKING:
    from generator.bench.builds import Say
    from generator.bench.results import Run

_LEAST, _MOST = 60, 1_000_000


def _sizes(context: click.Context, option: click.Parameter, value: str) -> tuple[int, ...]:
    """Read `1000,10000`."""
    words = value.split(",")
    if not all(word.isascii() and word.isdigit() for word in words):
        raise click.BadParameter("numbers are parted by commas, such as 1000,10000")
    found = tuple(sorted({int(word) for word in words}))
    if found[0] < _LEAST or found[-1] > _MOST:
        raise click.BadParameter(f"each number is from {_LEAST} to {_MOST}")
    return found


def _names(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    """Read `all`, `none` or a list of names of other builders."""
    from generator.bench.peers import every

    if value in ("all", "none"):
        return every.NAMES if value == "all" else ()
    found = tuple(value.split(","))
    for name in found:
        if name not in every.NAMES:
            raise click.BadParameter(f"all, none, or a list of {', '.join(every.NAMES)}")
    return found


@dataclass(frozen=True, slots=True)
class Given:
    """The options of the command."""

    calls: tuple[int, ...]
    series: int
    no_dates: bool
    withheld: int
    heard: bool
    peers: tuple[str, ...]
    cold_only: tuple[str, ...]
    skip_edits: bool
    profile: bool
    rounds: int
    jobs: int
    keep: Path | None
    out: Path | None


@click.command("bench")
@click.option(
    "--calls",
    callback=_sizes,
    default="1000",
    help="Calls; several numbers are measured one after the other; 1000 unless given.",
)
@click.option(
    "--series",
    type=click.IntRange(20, 240),
    default=20,
    help="Series, a multiple of 20; 20 unless given.",
)
@click.option(
    "--no-dates",
    is_flag=True,
    help="Let only the habit of each series be known, so that nothing is expected of them.",
)
@click.option(
    "--withheld",
    type=click.IntRange(0, 100_000),
    default=0,
    help="Calls that are withheld with notes and all, in a private repository; none unless given.",
)
@click.option(
    "--heard",
    is_flag=True,
    help="Give recordings lengths, keepers, answers about their addresses and transcripts.",
)
@click.option(
    "--peers",
    callback=_names,
    default="none",
    help="Other builders: all, none, or a list such as hugo,eleventy; none unless given.",
)
@click.option(
    "--cold-only",
    callback=_names,
    default="none",
    help="Other builders that are measured from nothing only, such as zensical; none unless given.",
)
@click.option("--skip-edits", is_flag=True, help="Measure no builds after an edit.")
@click.option("--profile", is_flag=True, help="Tell too what each step of a cold build takes.")
@click.option("--rounds", type=click.IntRange(1, 100), default=3, help="Rounds; 3 unless given.")
@jobs_option
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    help="Empty folder for the archive and its site, which then stay there.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for a report, its raw figures and a plot; sizes measured before stay in them.",
)
def command(**options: Any) -> None:
    """Measure builds of a made-up archive, each as a whole process."""
    # Here, so that the other commands do not load it.
    from generator.bench import report, results
    from generator.bench.measure import RunFailed

    given = Given(**options)
    _refuse_wrong_use(given)
    runs: list[Run] = []
    for number in given.calls:
        try:
            runs.append(_measured(given, number))
        except RunFailed as failure:
            print(f"A build failed, which is a fault of the generator:\n{failure}", file=sys.stderr)
            sys.exit(3)
        if given.out is not None:
            # After each size: one that takes hours and fails costs no other.
            _write(given.out, runs[-1])
    print(report.report(results.read(given.out) if given.out else runs), end="")


def _refuse_wrong_use(given: Given) -> None:
    from generator.bench import made_up

    if not hasattr(os, "wait4"):
        raise click.UsageError("this system does not say what a process and its children took")
    if given.series % made_up.SERIES:
        raise click.UsageError(f"the number of series is a multiple of {made_up.SERIES}")
    if given.keep is not None and len(given.calls) > 1:
        raise click.UsageError("--keep has room for an archive of one size")
    if given.out is not None:
        # Before anything is measured, which may take hours.
        _ready(given.out)


def _ready(out: Path) -> None:
    """See that results can be written into a folder, and that those in it can be read."""
    from generator.bench import results

    try:
        out.mkdir(parents=True, exist_ok=True)
        results.read(out)
    except ValueError:
        raise click.UsageError(f"{out / results.RAW} holds no figures of this command") from None
    if not os.access(out, os.W_OK):
        raise click.UsageError(f"nothing can be written into {out}")


def _measured(given: Given, calls: int) -> "Run":
    from generator.bench import builds, machine, made_up, results, steps
    from generator.bench.peers import every

    found, absent = every.found(given.peers, given.cold_only)
    wanted = made_up.Wanted(calls, given.series, not given.no_dates, given.withheld, given.heard)
    asked = builds.Asked(
        given.rounds, given.jobs, not given.skip_edits, found, partial(print, file=sys.stderr)
    )
    with _folder(given.keep) as (root, beside):
        where = machine.machine(root)
        with _progress() as say:
            measured = builds.run_builds(root, beside, wanted, asked, say)
        took: tuple[results.Step, ...] = ()
        if given.profile:
            shutil.rmtree(root / "build")
            took = steps.profile(root, beside / "steps.json")
    return results.Run(
        calls,
        machine.about(wanted, given.rounds),
        where,
        machine.versions(found),
        measured,
        tuple(f"{one.title}, which comes with `{one.install}`" for one in absent),
        took,
    )


def _write(out: Path, run: "Run") -> None:
    """Write the report, the raw figures and the plot, with what the folder has of other sizes."""
    from generator.bench import plot, report, results

    out.mkdir(parents=True, exist_ok=True)
    runs = results.with_run(results.read(out), run)
    (out / results.RAW).write_bytes(results.raw(runs))
    (out / "results.md").write_bytes(report.page(runs).encode())
    (out / "results.svg").write_bytes(plot.plot(runs).encode())


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[tuple[Path, Path]]:
    """Give a folder for the archive, and one on the same disk for everything else, which is removed."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="calls-bench-") as folder:
            root, beside = Path(folder, "archive"), Path(folder, "beside")
            root.mkdir()
            beside.mkdir()
            yield root, beside
        return
    keep.mkdir(parents=True, exist_ok=True)
    if any(keep.iterdir()):
        raise click.UsageError(f"{keep} is not empty, and nothing in it is overwritten")
    root = keep.resolve()
    with tempfile.TemporaryDirectory(prefix="calls-bench-", dir=root.parent) as beside_it:
        yield root, Path(beside_it)


@contextlib.contextmanager
def _progress() -> Iterator["Say"]:
    """Show how far the work is on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("starting")
        yield lambda what, done, total: shown.update(
            task, description=what, completed=done, total=total
        )
