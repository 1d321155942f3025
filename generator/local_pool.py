"""Processes of this machine that work is spread over: started when first asked for, ended with the build.

They write to the same disk as the build, which others need not do.
"""

import contextlib
import gc
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from typing import Any

_SELDOM = 200_000
"""After so many new values a process looks for dead ones among them."""


class LocalPool:
    """Gives one executor of so many processes, until it is ended; the next one asked for is another."""

    def __init__(self, number: int) -> None:
        """Start nothing yet."""
        self._number = number
        self._made: Executor | None = None

    def __call__(self) -> Executor:
        """Give the executor."""
        # Most builds change nothing, and need none of this.
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

        if self._made is None:
            self._made = ProcessPoolExecutor(self._number, _start_method(), _begin)
        return self._made

    def end(self) -> None:
        """End the processes; those of another executor begin as copies of what this process is by then."""
        if self._made is not None:
            self._made.shutdown(cancel_futures=True)
        self._made = None


@contextlib.contextmanager
def local_pool(number: int) -> Iterator[LocalPool | None]:
    """Give a pool of processes and end them afterwards; nothing where one is enough."""
    pool = LocalPool(number)
    try:
        yield pool if number > 1 else None
    finally:
        pool.end()


def begin_anew(pool: Callable[[], Executor] | None) -> None:
    """Let processes of this machine end when they have done their part; what they hold is let go."""
    if isinstance(pool, LocalPool):
        pool.end()


def shares_disk(pool: Callable[[], Executor] | None) -> bool:
    """Tell whether whoever works for a pool writes to the disk of this machine."""
    return isinstance(pool, LocalPool)


def _begin() -> None:
    """Make a process that has just begun end with its build, and leave alone what it shares with it."""
    import multiprocessing  # noqa: PLC0415
    import signal  # noqa: PLC0415

    # Ctrl+C reaches every process of a terminal; the build takes it, and ends its processes itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What was there before the copy is never collected here: looking at it alone would copy all of its memory.
    gc.freeze()
    # What a task leaves goes, though: only whoever reads an archive once leaves nothing. New processes know of no
    # other number than Python's, at which looking takes a third of the time.
    gc.enable()
    gc.set_threshold(_SELDOM)
    build = multiprocessing.parent_process()
    if build is not None:
        # Were the build killed, its processes would wait for ever and hold its lock.
        threading.Thread(target=_end_after, args=(build,), daemon=True).start()


def _end_after(build: Any) -> None:
    build.join()
    os._exit(1)


def _start_method() -> Any:
    """Start processes by forking where that is possible: they have everything loaded already."""
    import multiprocessing  # noqa: PLC0415

    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")
