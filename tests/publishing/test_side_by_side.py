"""Builds at the same time, locks of builds that were killed or of others, and stores that another build is at."""

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import memo as memory
from generator.cli.faults import say_fault
from generator.memo import Memo
from generator.site.lock import Locked, locked
from tests.publishing import system_calls
from tests.publishing.workshop import Workshop

PROJECT = Path(__file__).parents[2]
NOBODY = 65534
HOLDER = """
import sys, time
from pathlib import Path
from generator.cli.options import cores
from generator.site.lock import locked
with cores(2) as pool, locked(Path(sys.argv[1])):
    pool().submit(time.sleep, 0).result()
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.mark.handed_calls
@pytest.mark.parametrize("number", [2, 3])
def test_builds_at_once_come_one_after_the_other(workshop: Workshop, number: int) -> None:
    """Builds of one folder at the same time all end well, and the site is whole."""
    workshop.restore("update")
    start = multiprocessing.get_context("fork").Process
    builds = [start(target=workshop.build_alone) for _ in range(number)]
    for one in builds:
        one.start()
    for one in builds:
        one.join(120)
    assert [0] * number == [one.exitcode for one in builds]
    assert ("new", "") == (workshop.stands(), workshop.mended("update"))


@pytest.mark.handed_calls
def test_a_build_beside_a_preview(workshop: Workshop) -> None:
    """While `serve` shows an archive, a build of it publishes."""
    workshop.restore("update")
    words = [sys.executable, "-m", "generator", "serve", "--root", "archive", "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(
        words, cwd=workshop.place, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as serve:
        try:
            assert serve.stdout is not None
            said = next(line for line in serve.stdout if b"is shown at" in line)
            assert 0 == workshop.build().status, said
        finally:
            serve.kill()
    assert "new" == workshop.stands()


def test_no_process_of_a_killed_build_keeps_its_lock(tmp_path: Path) -> None:
    """A build is killed that has other processes; they end too, and its lock is free again."""
    lock = tmp_path / "lock"
    env = {**os.environ, "PYTHONPATH": str(PROJECT)}
    words = [sys.executable, "-c", HOLDER, str(lock)]
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE) as build:
        assert build.stdout is not None
        assert b"held\n" == build.stdout.readline()
        build.send_signal(signal.SIGKILL)
    with locked(lock, wait=30):
        pass


@pytest.mark.handed_calls
def test_a_lock_of_somebody_else_is_held_all_the_same(tmp_path: Path) -> None:
    """A lock that may only be read can be held; what may not even be read is refused as a fault of the computer."""
    tmp_path.chmod(0o755)
    lock = tmp_path / "lock"
    lock.write_bytes(b"")

    def hold() -> int:
        try:
            with locked(lock, wait=0.1):
                return 0
        except PermissionError:
            return 3

    user = NOBODY if os.geteuid() == 0 else None
    for parent in tmp_path.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o055)
    for mode, status in ((0o444, 0), (0o000, 3)):
        lock.chmod(mode)
        assert status == system_calls.run(hold, tmp_path, user=user).status, oct(mode)


def test_a_lock_that_cannot_be_closed_fails_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site that was published under a lock stands, also when the system has something to say when the lock closes."""

    def refuse(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        with locked(tmp_path / "lock"):
            patch.setattr(os, "close", refuse)
        patch.undo()


def test_a_build_that_waited_in_vain_says_who_is_at_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A lock that another build holds is no fault of the program, and it is said what to do."""
    with locked(tmp_path / "lock"), pytest.raises(Locked) as refused, locked(tmp_path / "lock", 0):
        pass
    say_fault(refused.value, [])
    said = capsys.readouterr().err
    assert said.startswith("Another build is at work: ")
    assert "fault of the generator" not in said


def test_a_store_that_another_build_is_at_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who waits in vain for a store goes on without it, and the other build's results last."""
    monkeypatch.setattr(memory, "_PATIENCE", 0.1)
    one, other = Memo(tmp_path / "memo.sqlite"), Memo(tmp_path / "memo.sqlite")
    one.recall([b"1"])
    one.remember({b"1": b"one"})
    other.remember({b"2": b"two"})
    other.finish()
    one.finish()
    for memo in (one, other):
        memo.close()
    third = Memo(tmp_path / "memo.sqlite")
    assert {b"1": b"one"} == third.recall([b"1", b"2"])
    third.close()


def test_what_is_kept_does_not_keep_others_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before a build waits for the lock of the site it lets others at the store, or two would wait for each other."""
    monkeypatch.setattr(memory, "_PATIENCE", 0.1)
    one, other = Memo(tmp_path / "memo.sqlite"), Memo(tmp_path / "memo.sqlite")
    one.remember({b"1": b"one"})
    one.keep()
    other.remember({b"2": b"two"})
    other.keep()
    assert {b"1": b"one", b"2": b"two"} == one.recall([b"1", b"2"])
    for memo in (one, other):
        memo.close()
