"""Asks many addresses: a few hosts side by side, each one by one, and results as they come."""

import contextlib
import queue
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from generator.asking.exchange import Connections, Trouble
from generator.asking.meanings import found_of
from generator.asking.questions import Question
from generator.asking.targets import target_of
from generator.asking.turns import Burden, Stopped, Turns
from generator.asking.visiting import Manners, Reply, Visitor
from generator.model.answer import Found

_UNHEARD = frozenset({Trouble.NO_ANSWER, Trouble.TOO_SLOW})


@dataclass(frozen=True, slots=True)
class Result:
    """What was learned of one address; `whole` is of its download, where it was measured."""

    question: Question
    reply: Reply
    whole: Reply | None = None


class Round:
    """One run of asking; `burdens` and `longest_wait` say afterwards what it was for the hosts."""

    def __init__(self, manners: Manners, checksums: bool = False) -> None:
        """Begin a run; with `checksums` copies with a known size or checksum are downloaded whole."""
        self._connections = Connections()
        self._turns = Turns(manners.pause, self._connections.stopped)
        self._visitor = Visitor(manners, self._turns, self._connections)
        self._checksums = checksums
        self._side_by_side = manners.hosts

    def results(self, asked: Sequence[Question]) -> Generator[Result, None, None]:
        """Give results as they come; when the caller goes, everything that is open is ended."""
        hosts: queue.SimpleQueue[list[Question]] = queue.SimpleQueue()
        for of_one in _by_host(asked):
            hosts.put(of_one)
        found: queue.SimpleQueue[Result | None] = queue.SimpleQueue()
        running = min(self._side_by_side, hosts.qsize())
        with ThreadPoolExecutor(max(1, running)) as pool:
            try:
                workers = [pool.submit(self._work, hosts, found) for _ in range(running)]
                while running:
                    one = found.get()
                    if one is not None:
                        yield one
                    running -= one is None
                for worker in workers:
                    worker.result()
            finally:
                self._connections.stop()

    def burdens(self) -> dict[str, Burden]:
        """Give what each host was asked."""
        return self._turns.burdens()

    def longest_wait(self) -> float:
        """Give the longest time in seconds that a question waited for its turn."""
        return self._turns.longest_wait

    def _work(
        self,
        hosts: "queue.SimpleQueue[list[Question]]",
        found: "queue.SimpleQueue[Result | None]",
    ) -> None:
        """Ask one host after the other; nothing is the last thing that is found, whatever happens."""
        with contextlib.suppress(Stopped, queue.Empty):
            try:
                while True:
                    for question in hosts.get_nowait():
                        found.put(self._result(question))
            finally:
                found.put(None)

    def _result(self, question: Question) -> Result:
        host = _host(question)
        if self._turns.is_left_alone(host):
            return Result(question, Reply(trouble=Trouble.LEFT_ALONE))
        reply = self._visitor.visit(question)
        self._turns.note(host, reply.trouble not in _UNHEARD)
        is_there = found_of(question, reply) is Found.THERE
        if self._checksums and is_there and question.can_be_measured:
            return Result(question, reply, self._visitor.measure(question))
        return Result(question, reply)


def _by_host(asked: Sequence[Question]) -> list[list[Question]]:
    """Gather questions by host in their order, the host with the most first, for it takes the longest."""
    hosts: dict[str, list[Question]] = {}
    for question in asked:
        hosts.setdefault(_host(question), []).append(question)
    return sorted(hosts.values(), key=len, reverse=True)


def _host(question: Question) -> str:
    target = target_of(question.address)
    return target.host if target else ""
