"""Options that several commands share, and the one place that reads the date and the number of cores."""

import contextlib
import datetime
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def root_option(function: F) -> F:
    """Add `--root DIR`."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    say = "Folder of the archive; the current one unless given."
    return click.option("--root", type=folder, default=".", help=say)(function)


def today_option(function: F) -> F:
    """Add `--today DATE`."""
    say = "Day the site is built for, YYYY-MM-DD; else SOURCE_DATE_EPOCH, else the date."
    return click.option("--today", callback=_today, metavar="DATE", help=say)(function)


def jobs_option(function: F) -> F:
    """Add `--jobs NUMBER`; 0 stands for as many as there are cores."""
    say = "Processes; as many as cores unless given."
    return click.option("--jobs", type=click.IntRange(0, 512), default=0, help=say)(function)


def work_folder(root: Path) -> Path:
    """Give the folder that keeps everything a build makes for itself."""
    return root / "build"


@contextlib.contextmanager
def cores(jobs: int) -> Iterator[Callable[[], Executor] | None]:
    """Give a maker of a pool of `jobs` processes (0: as many as there are cores); it starts when first asked for."""
    number = jobs or _cores()
    pools: list[ProcessPoolExecutor] = []

    def pool() -> Executor:
        if not pools:
            pools.append(ProcessPoolExecutor(number, _start_method(), _end_with_the_build))
        return pools[0]

    try:
        yield pool if number > 1 else None
    finally:
        for made in pools:
            made.shutdown(cancel_futures=True)


def _end_with_the_build() -> None:
    """End a process of the pool when the build has gone: were it killed, they would wait for ever and hold its lock."""
    build = multiprocessing.parent_process()
    if build is not None:
        threading.Thread(target=_end_after, args=(build,), daemon=True).start()


def _end_after(build: Any) -> None:
    build.join()
    os._exit(1)


def _cores() -> int:
    """Count the cores that this process may use; where the system does not say, all that there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start_method() -> Any:
    """Start processes by forking where that is possible: they have everything loaded already."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")


def _today(context: click.Context, option: click.Parameter, value: str | None) -> datetime.date:
    if value:
        try:
            day = datetime.date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(f"`{value}` is not a date; write it as 2031-03-05") from None
        # The same years as dates in records: the horizon of a calendar lies beyond the day.
        if not 1800 <= day.year <= 2999:
            raise click.BadParameter(f"`{value}` is not in a year from 1800 to 2999")
        return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()
