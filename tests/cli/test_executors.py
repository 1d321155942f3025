"""Work may be done by any executor: threads, processes, or the machines of a cluster; the site is the same."""

import contextlib
import functools
import gc
import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.bench import made_up
from generator.bench.world import TODAY
from generator.cli.executors import OtherCode, run_same_code, workers

PROJECT = Path(__file__).parents[2]
CALLS = 100
"""So many that their outputs are worth handing out."""


def build(root: Path, out: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Build an archive from nothing, as a person would."""
    line = [sys.executable, "-m", "generator", "build", "--root", str(root), "--out", str(out)]
    line += ["--today", TODAY.isoformat(), *words]
    return subprocess.run(
        line, cwd=PROJECT, capture_output=True, text=True, check=False, env=os.environ | more
    )


def digest(site: Path) -> str:
    """Give the checksum of the manifest, which has those of all files."""
    return hashlib.sha256((site / "manifest.json").read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    root: Path = tmp_path_factory.mktemp("archive")
    made_up.write_archive(root, made_up.Wanted(CALLS))
    return root


@pytest.fixture(scope="module")
def alone(archive, tmp_path_factory) -> str:
    """Give the checksum of the site that one process makes."""
    site = tmp_path_factory.mktemp("alone") / "site"
    assert 0 == build(archive, site, "--jobs", "1").returncode
    return digest(site)


@pytest.fixture
def fresh(archive: Path) -> Path:
    """Give the archive as if nothing had ever been built of it."""
    for path in sorted((archive / "build" / "cache").glob("*.sqlite")):
        path.unlink()
    return archive


@pytest.mark.parametrize("kind", ["ThreadPoolExecutor", "ProcessPoolExecutor"])
def test_any_executor_gives_the_same_site(kind, fresh, alone, tmp_path):
    """A factory out of Python's own library gives byte for byte what one process gives."""
    done = build(fresh, tmp_path / "site", "--executor", f"concurrent.futures:{kind}")
    assert (0, "") == (done.returncode, done.stderr)
    assert alone == digest(tmp_path / "site")


@contextlib.contextmanager
def running(*words: str, said: str) -> Iterator[str]:
    """Start a program of Dask, and give what stands behind some words of its log."""
    line = [sys.executable, "-m", "dask", *words]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        try:
            for row in program.stderr:
                if found := re.search(rf"{said}:?\s+(\S+)", row):
                    yield found[1]
                    break
        finally:
            program.kill()


def test_a_cluster_gives_the_same_site(fresh, alone, tmp_path):
    """Two workers of a scheduler on this machine do the work, and the site is byte for byte the same."""
    from distributed import Client

    listen = ("--host", "127.0.0.1", "--no-dashboard")
    worker = ("worker", "--nthreads", "1", "--local-directory", str(tmp_path / "work"), *listen)
    with (
        running("scheduler", "--port", "0", *listen, said="Scheduler at") as address,
        running(*worker, address, said="Registered to"),
        running(*worker, address, said="Registered to"),
    ):
        done = build(
            fresh,
            tmp_path / "site",
            "--executor",
            "generator.cli.dask_cluster:executor",
            DASK_SCHEDULER_ADDRESS=address,
        )
        with Client(address, set_as_default=False) as client:
            drawn = client.run(_has_drawn)
    assert (0, "") == (done.returncode, done.stderr)
    assert alone == digest(tmp_path / "site")
    assert [True, True] == list(drawn.values())


def _has_drawn() -> bool:
    """Tell whether this process has made pages."""
    found = sys.modules.get("generator.render.call_pages")
    return found is not None


def _collects() -> tuple[bool, int]:
    """Tell whether this process looks for dead values, and after how many new ones."""
    return gc.isenabled(), gc.get_threshold()[0]


def test_only_processes_that_make_outputs_look_for_dead_values():
    """Whoever reads an archive once leaves hardly any, and everything is as before when the work is done."""
    before = _collects()
    with workers(2, None) as pool:
        assert not gc.isenabled()
        assert pool is not None
        assert (True, 200_000) == pool().submit(_collects).result()
    assert before == _collects()
    with workers(0, functools.partial(ThreadPoolExecutor, 1)):
        assert not gc.isenabled()
    assert before == _collects()


def test_another_program_is_refused():
    """A machine whose program differs does no work, because its bytes could differ too."""
    with pytest.raises(OtherCode, match="another version"):
        run_same_code(b"another", time.sleep, 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--executor cluster", "`--executor`: Write the module and the function as `cluster:executor`."),
        ("--executor no.such:thing", "`--executor`: `no.such:thing` cannot be loaded: No module named 'no'."),
        ("--executor os:fspath", "The factory failed: TypeError: fspath() missing required argument 'path' (pos 1)."),
        ("--executor os:name", "`--executor`: `os:name` is no function."),
        ("--executor os:getcwd --jobs 2", "An executor knows its own number of processes; leave `--jobs` out."),
        ("--executor os:getcwd", "The factory gave a str, which is no concurrent.futures.Executor."),
        (
            "--executor generator.cli.dask_cluster:executor",
            "Name the scheduler in DASK_SCHEDULER_ADDRESS, for example tcp://127.0.0.1:8786.",
        ),
    ],
)  # fmt: skip
def test_a_wrong_executor_is_said_in_plain_words(words, said, archive, tmp_path):
    """What cannot be used is told in one line, and nothing is published."""
    done = build(archive, tmp_path / "site", *words.split(), DASK_SCHEDULER_ADDRESS="")
    assert (2, said) == (done.returncode, done.stderr.splitlines()[0])
    assert not (tmp_path / "site").exists()
