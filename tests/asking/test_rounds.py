"""Tests of manners: how many questions a host gets, how far apart, and how many hosts at the same time."""

import itertools
import os
import threading
import time
from collections import Counter
from collections.abc import Sequence

import pytest

from generator.asking.exchange import Trouble
from generator.asking.rounds import Round
from tests.asking.world import (
    SOUND,
    Seen,
    copy_at,
    hangs_up,
    in_turn,
    quick,
    says,
    there,
    world_of,
)

LINKS = int(os.environ.get("CALLS_LINKS", "60"))
"""So many addresses are asked about where load is measured."""


def links(number: int, hosts: int, path: str = "{}.mp3"):
    return [
        copy_at(f"http://host-{one % hosts}.example/{path.format(one)}") for one in range(number)
    ]


def by_host(log):
    hosts: dict[str, list] = {}
    for seen in log:
        hosts.setdefault(seen.host, []).append(seen)
    return hosts


def test_a_host_is_asked_one_thing_at_a_time():
    """A request begins a pause after the one before has ended, whoever asks it."""
    answers = {"/3.mp3": says(302, Location="http://host-0.example/other")}
    with world_of(answers) as world:
        run = Round(world.manners(pause=0.05, hosts=4))
        assert 12 == len(list(run.results(links(12, 3))))
        for seen in by_host(world.log).values():
            seen.sort(key=lambda one: one.began)
            for before, after in itertools.pairwise(seen):
                # The server notes the end of an answer a moment after it was read.
                assert after.began - before.ended >= 0.04


def test_a_few_hosts_are_asked_side_by_side():
    """No more of them than was said, and not one after the other either."""

    def slowly(asked):
        time.sleep(0.05)
        there()(asked)

    asked = links(16, 8)
    with world_of({f"/{one}.mp3": slowly for one in range(16)}) as world:
        assert 16 == len(list(Round(world.manners(hosts=3)).results(asked)))
        assert 2 <= world.most_at_once <= 3


def test_a_host_that_never_answers_is_left_alone():
    """After three addresses without an answer the rest of it waits for another day; others are asked."""
    answers = {f"host-0.example/{one}.mp3": hangs_up for one in range(40)}
    with world_of(answers) as world:
        run = Round(world.manners(pauses=(), limits=quick()))
        replies = {one.question.address: one.reply for one in run.results(links(20, 2))}
        troubles = Counter(one.trouble for one in replies.values())
        assert {Trouble.NONE: 10, Trouble.NO_ANSWER: 3, Trouble.LEFT_ALONE: 7} == troubles
        assert "no answer" in run.burdens()["host-0.example"].left_alone
        assert not run.burdens()["host-1.example"].left_alone


def test_a_host_that_answers_now_and_then_is_asked_on():
    """Three in a row are needed."""
    answers = {f"/{one}.mp3": hangs_up for one in range(20) if one % 3}
    with world_of(answers) as world:
        run = Round(world.manners(pauses=(), limits=quick()))
        replies = [one.reply for one in run.results(links(15, 1))]
        assert Trouble.LEFT_ALONE not in {one.trouble for one in replies}


def test_a_host_that_asks_for_patience_is_left_alone():
    """Its other addresses are not asked, and it is said why."""
    with world_of({"/0.mp3": says(429, Retry_After="900")}) as world:
        run = Round(world.manners())
        replies = [one.reply for one in run.results(links(5, 1))]
        assert [429, 0, 0, 0, 0] == [one.status for one in replies]
        assert 1 == len(world.log)
        assert "patience" in run.burdens()["host-0.example"].left_alone


def test_checksums_are_asked_of_what_is_there_and_known():
    """Nothing else is downloaded."""
    asked = [
        copy_at("http://a.example/known", bytes=5),
        copy_at("http://a.example/gone", sha256="ab" * 32),
        copy_at("http://a.example/plain"),
    ]
    with world_of({"/gone": says(404)}) as world:
        results = list(Round(world.manners(), checksums=True).results(asked))
        assert [True, False, False] == [one.whole is not None for one in results]
        whole = [one for one in world.log if one.method == "GET" and "Range" not in one.headers]
        assert ["/known"] == [one.path for one in whole]


def test_whoever_goes_ends_everything():
    """A caller that wants no more results leaves no question open, and no thread behind."""
    over = threading.Event()
    before = threading.active_count()
    answers = {f"/{one}.mp3": (lambda asked: over.wait(10)) for one in range(1, 8)}
    with world_of(answers) as world:
        results = Round(world.manners(pauses=(), limits=quick(read=20, whole=20))).results(
            links(8, 8)
        )
        assert "http://host-0.example/0.mp3" == next(results).question.address
        began = time.monotonic()
        results.close()
        assert time.monotonic() - began < 8
        over.set()
    deadline = time.monotonic() + 10
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() <= before


def test_a_bug_is_not_swallowed():
    """What no one expected comes out where the results are read."""

    def broken(host, port):
        raise KeyError("a bug")

    with world_of({}) as world:
        run = Round(world.manners(at=None, resolve=broken))
        with pytest.raises(KeyError, match="a bug"):
            list(run.results(links(3, 1)))


def test_the_load_on_the_hosts():
    """Of many addresses on many hosts each is asked about once, and no host is asked faster than was said."""
    hosts = max(4, LINKS // 50)
    answers = {
        f"/{one}.mp3": in_turn(says(500), there()) if one % 20 == 7 else says(404)
        for one in range(LINKS)
        if one % 10 == 7
    }
    pause = 0.02
    with world_of(answers) as world:
        run = Round(world.manners(pause=pause, hosts=4))
        began = time.monotonic()
        results = list(run.results(links(LINKS, hosts)))
        took = time.monotonic() - began
        assert LINKS == len({one.question.address for one in results})
        assert world.most_at_once <= 4
        assert world.sent < LINKS * 1000
        busiest = max(most_in_a_second(seen) for seen in by_host(world.log).values())
        assert busiest <= 1 / pause + 1
        again = sum(one.reply.retries for one in results)
        bodies = sum(one.reply.received for one in results)
        assert again == sum(one % 20 == 7 for one in range(LINKS))
        assert bodies < LINKS * len(SOUND)
        print(
            f"{LINKS} links on {hosts} hosts: {len(world.log)} requests, at most {busiest} a second"
            f" to one host, {world.most_at_once} at once, {again} retries, {world.sent} bytes sent"
            f" by the server, {took:.1f} s, longest wait {run.longest_wait():.2f} s"
        )


def most_in_a_second(seen: Sequence[Seen]) -> int:
    """Count the most requests that began within any one second."""
    begins = sorted(one.began for one in seen)
    return max(
        sum(begin <= other < begin + 1 for other in begins[index:])
        for index, begin in enumerate(begins)
    )
