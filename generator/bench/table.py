"""Shows what was measured as plain text, with the machine it was measured on in general words.

The machine's own name, its user and its folders are in none of it.
"""

import importlib.metadata
import os
import platform
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from generator.bench.builds import Measured
from generator.bench.made_up import Wanted
from generator.bench.measure import Figures

_PACKAGES = (
    "calls-archive-generator", "mkdocs", "mkdocs-material", "cmarkgfm", "nh3", "jinja2", "pyyaml",
    "msgspec", "icalendar",
)  # fmt: skip
_MIB = 1024 * 1024
_WIDTH = 8
_VALUES: tuple[tuple[str, Callable[[Figures], float], int], ...] = (
    ("wall s", lambda one: one.wall, 2),
    ("CPU s", lambda one: one.cpu, 2),
    ("peak MiB", lambda one: one.peak / _MIB, 0),
)


def table(measured: Measured) -> str:
    """Give a table: a kind of build a line, with the least, the median and the most of each value."""
    wide = max(len(name) for name, _ in measured.runs)
    over = "".join(name.rjust(_WIDTH * 3) for name, _, _ in _VALUES)
    under = "".join(what.rjust(_WIDTH) for what in ("min", "median", "max")) * len(_VALUES)
    rows = [name.ljust(wide) + "".join(_cells(figures)) for name, figures in measured.runs]
    return "\n".join((" " * wide + over, " " * wide + under, *rows))


def about(measured: Measured, wanted: Wanted, rounds: int, machine: str) -> str:
    """Say in a few lines what was measured, with which versions, and on what `machine`."""
    size = measured.size
    quiet = f" and {wanted.withheld} that are withheld with notes" if wanted.withheld else ""
    return "\n".join(
        (
            f"{wanted.calls} made-up calls of {wanted.series} series, {_dates(wanted)}{quiet};"
            f" rounds: {rounds}; each build is a process of its own.",
            f"The site has {size.pages} pages, {size.files} files and {size.bytes / _MIB:.1f} MiB.",
            f"Machine: {machine}.",
            f"Versions: {versions()}.",
        )
    )


def _dates(wanted: Wanted) -> str:
    return (
        "whose dates to come are expected" if wanted.dates else "of which only the habit is known"
    )


def machine(folder: Path) -> str:
    """Describe this machine: cores, memory, system, the file system of a folder, and what else keeps it busy."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _MIB / 1024
    kind = file_system(folder)
    return (
        f"{usable} cores, {memory:.0f} GiB of memory, {platform.system()} on {platform.machine()}"
        f"{f', files on {kind}' if kind else ''}, load {os.getloadavg()[0]:.1f} before the first build"
    )


def file_system(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Give the kind of file system a folder lies on, or an empty string where the system does not say."""
    try:
        rows = [line.split() for line in mounts.read_text(encoding="utf-8").splitlines()]
    except OSError:
        return ""
    place = folder.resolve()
    # Of two mounts at one point the later one is seen.
    fits = [
        (len(row[1]), at, row[2]) for at, row in enumerate(rows) if place.is_relative_to(row[1])
    ]
    return max(fits, default=(0, 0, ""))[2]


def versions() -> str:
    """Name Python and the packages that a build spends its time in, with their versions."""
    found = [f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES]
    return ", ".join((f"Python {platform.python_version()}", *found))


def _cells(figures: Sequence[Figures]) -> list[str]:
    cells = []
    for _, value, digits in _VALUES:
        found = [value(one) for one in figures]
        cells += [f"{number:.{digits}f}" for number in (min(found), median(found), max(found))]
    return [cell.rjust(_WIDTH) for cell in cells]
