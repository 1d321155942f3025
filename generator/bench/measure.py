"""Runs whole processes and measures each with all its children: wall time, CPU time and peak memory.

It starts programs, which otherwise only `generator/history/` does. How figures are shown is left to `report.py`.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.02
_REST = 9
"""A look at much memory takes long; so many times as long passes before the next, so that the looking costs little."""
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run took: wall and CPU seconds, and peak bytes of memory of all its processes together."""

    wall: float
    cpu: float
    peak: int


class RunFailed(Exception):
    """A measured program ended badly; the message is what it printed last."""


def measure(command: Sequence[str], folder: Path) -> Figures:
    """Run a command in a folder to its end; raises `RunFailed` when its status is not 0.

    CPU time is that of the process and of every child it waited for (`wait4`).
    """
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed
        )
        with _Sampler(process.pid) as sampler:
            _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            raise RunFailed(printed.read()[-4000:].decode("utf-8", "replace"))
    peak = max(sampler.peak, usage.ru_maxrss * _MAXRSS_UNIT if not sampler.peak else 0)
    return Figures(wall, usage.ru_utime + usage.ru_stime, peak)


def tree_memory(process: int, proc: Path = Path("/proc")) -> int:
    """Give the bytes of memory of a process and its descendants now; 0 where the system does not say.

    Pages that processes share count once (PSS), because a forked process shares nearly all of its own at first.
    """
    return sum(_memory(proc / str(one)) for one in _tree(process, proc))


class _Sampler:
    """Looks at a process tree again and again while another thread waits for it, and keeps the peak."""

    def __init__(self, process: int) -> None:
        self.peak = 0
        self._process = process
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "_Sampler":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = SAMPLE_SECONDS
        while not self._over.wait(pause):
            start = time.perf_counter()
            self.peak = max(self.peak, tree_memory(self._process))
            pause = max(SAMPLE_SECONDS, _REST * (time.perf_counter() - start))


def _tree(process: int, proc: Path) -> Iterator[int]:
    yield process
    for children in _quietly(lambda: sorted((proc / str(process) / "task").glob("*/children"))):
        for child in _read(children).split():
            yield from _tree(int(child), proc)


def _memory(folder: Path) -> int:
    """Give a process' proportional share of memory; a process that has just ended has none."""
    for line in _read(folder / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _quietly(look: Callable[[], list[Path]]) -> list[Path]:
    try:
        return look()
    except OSError:
        return []
