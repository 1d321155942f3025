"""Says what was measured, on what machine and by which versions, in general words.

The machine's own name, its user and its folders are in none of it.
"""

import importlib.metadata
import os
import platform
from collections.abc import Sequence
from pathlib import Path

from generator.bench.made_up import Wanted
from generator.bench.peers.peer import Peer

_PACKAGES = (
    "calls-archive-generator", "mkdocs", "mkdocs-material", "cmarkgfm", "nh3", "jinja2", "pyyaml",
    "msgspec", "icalendar",
)  # fmt: skip
_MIB = 1024 * 1024


def about(wanted: Wanted, rounds: int) -> str:
    """Say in a sentence what was measured."""
    quiet = f" and {wanted.withheld} that are withheld with notes" if wanted.withheld else ""
    quiet += ", with answers and transcripts of recordings" if wanted.heard else ""
    return (
        f"{wanted.calls} made-up calls of {wanted.series} series, {_dates(wanted)}{quiet};"
        f" rounds: {rounds}; each build is a process of its own."
    )


def _dates(wanted: Wanted) -> str:
    return (
        "whose dates to come are expected" if wanted.dates else "of which only the habit is known"
    )


def machine(folder: Path) -> str:
    """Describe this machine: cores, memory, system, the file system of a folder, and what else keeps it busy."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _MIB / 1024
    kind, processor = file_system(folder), processor_model()
    parts = (
        f"{usable} cores{f' of {processor}' if processor else ''}",
        f"{memory:.0f} GiB of memory",
        f"{platform.system()} on {platform.machine()}",
        *((f"files on {kind}",) if kind else ()),
        f"load {os.getloadavg()[0]:.1f} before the archive was written",
    )
    return ", ".join(parts)


def processor_model(told: Path = Path("/proc/cpuinfo")) -> str:
    """Give the model of the processor, or an empty string where the system does not say."""
    try:
        lines = told.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    found = (line.partition(":")[2] for line in lines if line.startswith("model name"))
    return " ".join(next(found, "").split())


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


def versions(peers: Sequence[Peer] = ()) -> str:
    """Name Python, the packages that a build spends its time in, and other builders, with their versions."""
    found = [f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES]
    others = dict.fromkeys(f"{peer.title} {peer.version}" for peer in peers)
    return ", ".join((f"Python {platform.python_version()}", *found, *others))
