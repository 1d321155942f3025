"""Options that several commands share, and the one place that reads the date and the number of cores."""

import contextlib
import datetime
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.local_pool import LocalPool, local_pool

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
def cores(jobs: int) -> Iterator[LocalPool | None]:
    """Give a pool of `jobs` processes (0: as many as there are cores); they start when first asked for."""
    with local_pool(jobs or _cores()) as pool:
        yield pool


def _cores() -> int:
    """Count the cores that this process may use; where the system does not say, all that there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
