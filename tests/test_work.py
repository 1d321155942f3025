"""Work that is spread over other processes: results come in order, and long tasks are not handed on together."""

import pickle
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest

from generator import work
from generator.work import spread


def doubled(context: int, task: int) -> int:
    """Give a number, as often as the context says."""
    return context * task


def twice(context: int, task: bytes) -> bytes:
    """Give some bytes, as often as the context says."""
    return context * task


class Counting(ThreadPoolExecutor):
    """Notes how many tasks each piece of work has."""

    def __init__(self) -> None:
        super().__init__(2)
        self.sizes: list[int] = []

    def submit(self, fn, /, *args, **kwargs) -> Future:
        self.sizes.append(len(pickle.loads(args[-1])))
        return super().submit(fn, *args, **kwargs)


def test_results_come_in_order():
    """Whatever tasks weigh, and whether there is an executor or none, results are in the order of the tasks."""
    tasks = list(range(1000))

    def executor() -> Executor:
        return ThreadPoolExecutor(2)

    for weigh in (lambda task: 1, lambda task: task, lambda task: 1000):
        assert [2 * task for task in tasks] == list(spread(doubled, 2, tasks, executor, weigh))
    assert [2 * task for task in tasks] == list(spread(doubled, 2, tasks, None))


def test_long_tasks_are_handed_on_alone():
    """A task that counts as many goes by itself, so that another process takes the next one."""
    pool = Counting()
    list(spread(doubled, 2, range(410), lambda: pool, lambda task: 200 if task < 10 else 1))
    assert [1] * 10 + [64] * 6 + [16] == pool.sizes


class Sent(ThreadPoolExecutor):
    """Notes how many bytes go out beside the tasks, and may forget before each piece of work what went out before."""

    def __init__(self, *, forgets: bool) -> None:
        super().__init__(1)
        self.beside: list[int] = []
        self._forgets = forgets

    def submit(self, fn, /, *args, **kwargs) -> Future:
        self.beside.append(len(args[1]))
        return super().submit(self._run, fn, *args, **kwargs)

    def _run(self, fn, *args):
        if self._forgets:
            work._kept().clear()
        return fn(*args)


@pytest.mark.parametrize("forgets", [False, True])
def test_what_every_task_needs_does_not_go_out_with_each(forgets):
    """It goes with the first pieces of work, and once more to whoever has not got it, such as a machine that is new."""
    pool = Sent(forgets=forgets)
    tasks = list(range(64 * 40))
    context = 10**9
    assert [context * task for task in tasks] == list(spread(doubled, context, tasks, lambda: pool))
    whole = [size for size in pool.beside if size]
    first = work._AHEAD
    assert first + (40 - first) * forgets == len(whole)
    assert 40 - first == len(pool.beside) - len(whole)


def test_large_tasks_do_not_all_wait_as_bytes(monkeypatch):
    """Beside a few, so that nobody is idle, no more of them are put into bytes before results are used up."""
    monkeypatch.setattr(work, "_ROOM", 1000)
    monkeypatch.setattr(work, "_FEW", 2)
    drawn = []

    def large() -> Iterator[bytes]:
        for number in range(100):
            drawn.append(number)
            yield b"x" * 400

    given = spread(twice, 2, large(), lambda: ThreadPoolExecutor(2), lambda task: 64)
    assert b"x" * 800 == next(given)
    assert len(drawn) == work._BUSY + 1
    assert 99 == len(list(given))
