"""Spreads pure work over an executor, and gives its results in order.

The executor is the only seam to other processes or machines; without one the work is done here.
Which processes of this machine there are is said in `local_pool.py`.
"""

import functools
import hashlib
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
    packer = Packer()
    given = packer.pack((run, context))
    name = hashlib.blake2b(given).digest()

    def submit(tasks: bytes, sent: bytes) -> Future[list[R] | None]:
        return pool.submit(_run_chunk, name, sent, tasks)

    def results() -> list[R]:
        future, tasks = asked.popleft()
        rows = future.result()
        if rows is None:
            rows = submit(tasks, given).result()
        assert rows is not None
        return rows

    asked: deque[tuple[Future[list[R] | None], bytes]] = deque()
    for number, chunk in enumerate(_chunks(chain(first, waiting), weigh)):
        packed = packer.pack(chunk)
        # What every task needs goes out until everybody should have it; whoever has not, says so.
        asked.append((submit(packed, given if number < _AHEAD else b""), packed))
        while _is_full([len(tasks) for _, tasks in asked]):
            yield from results()
    while asked:
        yield from results()


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


def _run_chunk(name: bytes, given: bytes, tasks: bytes) -> list[Any] | None:
    """Do some tasks, with what every task needs or what goes by that name here; nothing where that is not known."""
    found = _taken(name, given)
    if found is None:
        return None
    run, context = found
    return [run(context, task) for task in pickle.loads(tasks)]


def _taken(name: bytes, given: bytes) -> tuple[Callable[[Any, Any], Any], Any] | None:
    """Give what every task needs; it comes from the process that hands out the work, and is taken apart once."""
    kept = _kept()
    found = kept.get(name)
    if found is None and given:
        kept.clear()
        found = kept[name] = pickle.loads(given)
    return found


@functools.cache
def _kept() -> dict[bytes, tuple[Callable[[Any, Any], Any], Any]]:
    """Give the place in which this process keeps what every task of the present work needs."""
    return {}
