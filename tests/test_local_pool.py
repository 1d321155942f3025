"""Processes of this machine put finished files down beside the site; other executors give the bytes back."""

import contextlib
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from generator import finishing
from generator.local_pool import begin_anew, local_pool, shares_disk
from generator.pipeline import build
from generator.site import publish
from generator.site.manifest import damaged_files
from generator.site.paths import UnsafePath
from generator.site.swap import leftovers, spool_of
from generator.work import Pool, spread
from tests.site_archives import copied

DAY = date(2031, 6, 1)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even a small archive be handed to others."""
    monkeypatch.setattr("generator.work._FEW", 2)


@contextlib.contextmanager
def threads(number: int) -> Iterator[Pool]:
    """Give an executor of which nobody knows what it writes to."""
    with ThreadPoolExecutor(number) as made:

        def pool() -> Executor:
            return made

        yield pool


@pytest.mark.usefixtures("few")
def test_files_of_all_workers_are_those_of_one_process(tmp_path: Path) -> None:
    """One process, processes of this machine and another executor give the same bytes, and leave nothing beside."""
    root = copied("empty", tmp_path)
    trees = []
    for number, (begin, count) in enumerate(((local_pool, 1), (local_pool, 2), (threads, 2))):
        out = tmp_path / f"site-{number}"
        with begin(count) as pool:
            assert build(root, out, tmp_path / "work" / str(number), DAY, pool).published
        assert () == leftovers(out)
        trees.append({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert [trees[0], trees[0]] == trees[1:]


def _put(spool: publish.Spool, number: int) -> str:
    return spool.put(f"d/{number}.html", b"x" * 2000)


def test_nothing_is_put_down_after_a_file_was_refused(tmp_path: Path) -> None:
    """Processes end before their spool is removed, whoever it was that failed."""
    out = tmp_path / "site"

    def making(old: object, spool: publish.Spool) -> Iterator[publish.Finished]:
        def workers() -> Executor:
            assert pool is not None
            spool.open()
            return pool()

        try:
            for number, lies in enumerate(spread(_put, spool, iter(range(6000)), workers)):
                path = "../bad" if number == 5 else f"d/{number}.html"
                yield publish.Finished(path, "0" * 64, lambda: b"", lies, 2000)
        finally:
            begin_anew(pool)

    with local_pool(3) as pool, pytest.raises(UnsafePath):
        publish.publish_made(making, out, tmp_path / "cache")
    assert (False, ()) == (spool_of(out).exists(), leftovers(out))


@pytest.mark.usefixtures("few")
def test_only_processes_of_this_machine_put_files_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cluster may share no disk, so what it makes comes back as bytes."""
    opened = []
    monkeypatch.setattr(publish.Spool, "open", lambda spool: opened.append(spool.folder))
    root, out = copied("empty", tmp_path), tmp_path / "site"
    with threads(2) as pool:
        build(root, out, tmp_path / "work", DAY, pool)
        assert not shares_disk(pool)
    assert [] == opened
    with local_pool(2) as pool:
        build(root, tmp_path / "other", tmp_path / "else", DAY, pool)
    assert [str(spool_of(tmp_path / "other"))] == opened


@pytest.mark.usefixtures("few")
def test_a_build_that_fails_half_way_leaves_the_old_site_and_no_files_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What processes have put down is taken away with the tree that it was meant for."""
    root, out = copied("empty", tmp_path), tmp_path / "site"
    with local_pool(2) as pool:
        build(root, out, tmp_path / "work", DAY, pool)
    old = (out / "manifest.json").read_bytes()

    def fail(findings: object, made: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(finishing._Findings, "take", fail)
    with local_pool(2) as pool, pytest.raises(OSError, match="no room"):
        build(root, out, tmp_path / "fresh", date(2031, 7, 2), pool)
    assert old == (out / "manifest.json").read_bytes()
    assert [] == damaged_files(out)
    assert () == leftovers(out)


def test_what_a_killed_build_left_is_swept_by_the_next(tmp_path: Path) -> None:
    """Files that lie in the folder for processes are of no use to another build."""
    root, out = copied("empty", tmp_path), tmp_path / "site"
    left = spool_of(out)
    left.mkdir()
    (left / "1-file").write_bytes(b"half a pa")
    assert build(root, out, tmp_path / "work", DAY).published
    assert not os.path.lexists(left)
