"""`bench`: how long builds of a made-up archive take."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import jobs_option

if TYPE_CHECKING:
    from generator.bench.builds import Say


@click.command("bench")
@click.option(
    "--calls", type=click.IntRange(60, 1_000_000), default=1000, help="Calls; 1000 unless given."
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
@click.option("--rounds", type=click.IntRange(1, 100), default=3, help="Rounds; 3 unless given.")
@jobs_option
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    help="Empty folder for the archive and its site, which then stay there.",
)
def command(
    calls: int,
    series: int,
    no_dates: bool,
    withheld: int,
    rounds: int,
    jobs: int,
    keep: Path | None,
) -> None:
    """Measure builds of a made-up archive, each as a whole process."""
    # Here, so that the other commands do not load it.
    from generator.bench import builds, made_up, table
    from generator.bench.measure import RunFailed

    if not hasattr(os, "wait4"):
        raise click.UsageError("this system does not say what a process and its children took")
    if series % made_up.SERIES:
        raise click.UsageError(f"the number of series is a multiple of {made_up.SERIES}")
    wanted = made_up.Wanted(calls, series, not no_dates, withheld)
    with _folder(keep) as root:
        machine = table.machine(root)
        try:
            with _progress() as say:
                measured = builds.run_builds(root, wanted, rounds, jobs, say)
        except RunFailed as failure:
            print(f"A build failed, which is a fault of the generator:\n{failure}", file=sys.stderr)
            sys.exit(3)
    print(table.table(measured))
    print(f"\n{table.about(measured, wanted, rounds, machine)}")


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="calls-bench-") as folder:
            yield Path(folder)
        return
    keep.mkdir(parents=True, exist_ok=True)
    if any(keep.iterdir()):
        raise click.UsageError(f"{keep} is not empty, and nothing in it is overwritten")
    yield keep.resolve()


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
