"""Spreads pure work over an executor, and gives its results in order.

The executor is the only seam to other processes or machines; without one the work is done here.
Which processes of this machine there are is said in `local_pool.py`.
"""

import functools
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from itertools import chain, islice
from typing import Any, TypeVar

from generator.packing import Packer

C = TypeVar("C")
T = TypeVar("T")
R = TypeVar("R")

Pool = Callable[[], Executor] | None
"""Gives the executor that work is spread over, when there is enough of it; nothing: all work is done here."""

_CHUNK = 64
"""Ordinary tasks that are handed on together; fewer when some of them take longer."""
_FEW = 400
"""Below this many tasks, starting other processes costs more than it saves."""
_AHEAD = 16
"""So many chunks are asked for at a time: finished work is used up before more is asked for."""

_ROOM = 16 * 1024 * 1024
"""So many bytes of tasks wait at a time, of those that are large."""
_BUSY = 4
"""So many chunks are asked for however large they are, that nobody waits for work."""


def spread(
    run: Callable[[C, T], R],
    context: C,
    tasks: Iterable[T],
    executor: Pool,
    weigh: Callable[[T], int] = lambda task: 1,
) -> Iterator[R]:
    """Give `run(context, task)` for each task, in order.

    `run` is a module-level function; `executor` is asked for only when there is enough to do.
    `tasks` may be a generator: it goes on while others work, a little ahead of the results.
    `weigh` says as how many ordinary tasks one counts, so that long ones are not handed to one process together.
    """
    waiting = iter(tasks)
    first = list(islice(waiting, _FEW)) if executor else []
    if executor is None or len(first) < _FEW:
        yield from (run(context, task) for task in chain(first, waiting))
        return
    pool = executor()
    # What every task needs is put into bytes once, and made of them once in each process.
    packer = Packer()
    given = packer.pack((run, context))
    asked: deque[tuple[Future[list[R]], int]] = deque()
    for chunk in _chunks(chain(first, waiting), weigh):
        packed = packer.pack(chunk)
        asked.append((pool.submit(_run_chunk, given, packed), len(packed)))
        while _is_full([size for _, size in asked]):
            yield from asked.popleft()[0].result()
    while asked:
        yield from asked.popleft()[0].result()


def _is_full(sizes: list[int]) -> bool:
    """Tell whether so much is asked for that some of it has to be used up first."""
    return len(sizes) >= _AHEAD or (len(sizes) > _BUSY and sum(sizes) > _ROOM)


def _chunks(tasks: Iterable[T], weigh: Callable[[T], int]) -> Iterator[list[T]]:
    chunk: list[T] = []
    weight = 0
    for task in tasks:
        chunk.append(task)
        weight += weigh(task)
        if weight >= _CHUNK:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


def _run_chunk(given: bytes, tasks: bytes) -> list[Any]:
    run, context = _taken(given)
    return [run(context, task) for task in pickle.loads(tasks)]


@functools.lru_cache(maxsize=1)
def _taken(given: bytes) -> tuple[Callable[[Any, Any], Any], Any]:
    """Make of bytes what every task needs; they come from the process that hands out the work."""
    run, context = pickle.loads(given)
    return run, context
