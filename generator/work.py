"""Spreads pure work over an executor, and gives its results in order.

The executor is the only seam to other processes or machines; without one the work is done here.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from typing import TypeVar

C = TypeVar("C")
T = TypeVar("T")
R = TypeVar("R")

Pool = Callable[[], Executor] | None
"""Gives the executor that work is spread over, when there is enough of it; nothing: all work is done here."""

_CHUNK = 64
"""Ordinary tasks that are handed on together; fewer when some of them take longer."""
_FEW = 400
"""Below this many tasks, starting other processes costs more than it saves."""


def spread(
    run: Callable[[C, T], R],
    context: C,
    tasks: Sequence[T],
    executor: Pool,
    weigh: Callable[[T], int] = lambda task: 1,
) -> Iterator[R]:
    """Give `run(context, task)` for each task, in order.

    `run` is a module-level function; `executor` is asked for only when there is enough to do.
    `weigh` says as how many ordinary tasks one counts, so that long ones are not handed to one process together.
    """
    if executor is None or len(tasks) < _FEW:
        yield from (run(context, task) for task in tasks)
        return
    chunks = list(_chunks(tasks, weigh))
    # A few chunks at a time, so that finished work is used up before more is asked for.
    ahead = 16
    pool = executor()
    waiting = [pool.submit(_run_chunk, run, context, chunk) for chunk in chunks[:ahead]]
    for number in range(len(chunks)):
        done = waiting.pop(0).result()
        if number + ahead < len(chunks):
            waiting.append(pool.submit(_run_chunk, run, context, chunks[number + ahead]))
        yield from done


def _chunks(tasks: Sequence[T], weigh: Callable[[T], int]) -> Iterator[list[T]]:
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


def _run_chunk(run: Callable[[C, T], R], context: C, tasks: Sequence[T]) -> list[R]:
    return [run(context, task) for task in tasks]
