"""Builds one archive in many surroundings and gives one hash for each site: they must all be the same.

`python -m tests.publishing.surroundings` prints them.
"""

import dataclasses
import hashlib
import os
import random
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import find_faketime
from tests.site_archives import GOOD, commit, copied

PROJECT = Path(__file__).parents[2]
SHUFFLED = """
import os, random, runpy, sys
chance, scan, names = random.Random(5), os.scandir, os.listdir
class Shuffled:
    def __init__(self, found): self.found = iter(found)
    def __iter__(self): return self
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *error): pass
    def close(self): pass
def shuffled(found):
    chance.shuffle(found)
    return found
def scandir(*where):
    with scan(*where) as found:
        return Shuffled(shuffled(list(found)))
os.scandir, os.listdir = scandir, lambda *where: shuffled(names(*where))
runpy.run_module("generator", run_name="__main__", alter_sys=True)
"""
"""A program that finds the files of every folder in another order than the disk gives them."""
RESTLESS = """
import os, runpy, time
time.sleep = lambda seconds: os.sched_yield()
runpy.run_module("generator", run_name="__main__", alter_sys=True)
"""
"""A program that does not sleep while it waits for git: libfaketime refuses to sleep until a moment of a real clock."""


def same(root: Path) -> None:
    """Leave an archive as it is."""


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What is otherwise about a build."""

    name: str
    place: str = "archive"
    environment: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    jobs: str = "1"
    python: tuple[str, ...] = ("-m", "generator")
    before: Callable[[Path], object] = same
    times: int = 1


def _git(root: Path, *words: str) -> None:
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ("git", *words), cwd=root, env=os.environ | quiet, check=True, capture_output=True
    )


def turned_round(root: Path) -> None:
    """Write all files of an archive anew in a drawn order, with other times, so that a folder lists them otherwise."""
    files = [path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts]
    random.Random(9).shuffle(files)
    held = [(path, path.read_bytes()) for path in files]
    for path, _ in held:
        path.unlink()
    for number, (path, data) in enumerate(held):
        path.write_bytes(data)
        os.utime(path, (number, number))


def cloned(root: Path) -> None:
    """Put a clone in place of an archive; what is not committed comes from the archive."""
    first = root.with_name("first")
    root.rename(first)
    _git(first.parent, "clone", "-q", str(first), str(root))
    for path in first.iterdir():
        if not (root / path.name).exists():
            path.rename(root / path.name)
    shutil.rmtree(first)


def packed(root: Path) -> None:
    """Pack all objects of a repository, and what is known of its commits."""
    _git(root, "gc", "-q", "--aggressive", "--prune=now")
    _git(root, "commit-graph", "write", "--reachable", "--changed-paths")


def turned_and_packed(root: Path) -> None:
    """Do both."""
    turned_round(root)
    packed(root)


def _clock(when: str) -> dict[str, str]:
    return {
        "LD_PRELOAD": find_faketime() or "",
        "FAKETIME": f"@{when}",
        # How long git takes to answer is measured by this clock; versions differ in how they call it.
        "DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


ODD = {
    "TZ": "Pacific/Chatham",
    "PYTHONHASHSEED": "4711",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "LANGUAGE": "ar",
    "PYTHONUTF8": "0",
    "NO_COLOR": "1",
}
PLAIN = Surrounding(
    "as ever", environment={"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
)
ONE_BY_ONE = (
    PLAIN,
    Surrounding("another folder", place="another place/with  spaces/é/deeper"),
    *(Surrounding(f"zone {zone}", environment={"TZ": zone})
      for zone in ("Pacific/Chatham", "America/New_York", "Asia/Kathmandu", "posix/none")),
    *(Surrounding(f"language {words}", environment={"LC_ALL": words, "LANG": words, "LANGUAGE": words})
      for words in ("C", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.ISO-8859-1")),
    *(Surrounding(f"umask {mask:03o}", umask=mask) for mask in (0o000, 0o027, 0o077)),
    *(Surrounding(f"hash seed {seed}", environment={"PYTHONHASHSEED": seed})
      for seed in ("0", "1", "4711", "random")),
    Surrounding("folders listed in a drawn order", python=("-c", SHUFFLED)),
    Surrounding("files written in a drawn order, with other times", before=turned_round),
    Surrounding("two processes", jobs="2"),
    Surrounding("five processes", jobs="5"),
    Surrounding("a warm cache", times=2),
    Surrounding("python -O", python=("-O", "-m", "generator")),
    Surrounding("python -OO", python=("-OO", "-m", "generator")),
    Surrounding("compiled files are written", environment={"PYTHONDONTWRITEBYTECODE": ""}),
    Surrounding("a clone", before=cloned),
    Surrounding("packed objects", before=packed),
)  # fmt: skip
CLOCKS = tuple(
    Surrounding(f"clock {when}", environment=_clock(f"{when} 12:00:00"), python=("-c", RESTLESS))
    for when in ("1971-01-02", "1979-12-31", "2026-03-08", "2038-01-20", "2099-12-31")
)
ALL_AT_ONCE = dataclasses.replace(
    PLAIN, name="everything odd at once", place="odd  ones/é", environment=ODD, umask=0o077, jobs="2",
    python=("-O", "-c", SHUFFLED), before=turned_and_packed,
)  # fmt: skip


def site_hash(around: Surrounding, folder: Path) -> str:
    """Build the living archive in a surrounding and hash paths, rights and bytes of its site."""
    place = folder / around.place
    place.parent.mkdir(parents=True, exist_ok=True)
    root = copied("river", folder / "new").rename(place)
    commit(root)
    around.before(root)
    for _ in range(around.times):
        _build(root, around)
    if around.times > 1:
        # Once more with another day in between, so that what is remembered is used and not only found to stand.
        _build(root, around, "2031-04-11")
        _build(root, around)
    digest = hashlib.sha256()
    for path in sorted((root / "build/site").rglob("*")):
        status = path.lstat()
        digest.update(
            f"{path.relative_to(root).as_posix()} {stat.S_IMODE(status.st_mode):o}\n".encode()
        )
        digest.update(hashlib.sha256(path.read_bytes() if path.is_file() else b"").digest())
    return digest.hexdigest()


def _build(root: Path, around: Surrounding, day: str = str(GOOD["river"])) -> None:
    words = ("build", "--root", ".", "--today", day, "--jobs", around.jobs)
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"}
    plain["HOME"] = str(root.parent / "nobody")
    done = subprocess.run(
        (sys.executable, *around.python, *words),
        cwd=root,
        env={name: value for name, value in (plain | dict(around.environment)).items() if value},
        umask=around.umask,
        capture_output=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        raise RuntimeError(f"{around.name}: {done.stderr.decode()}")


def main() -> None:
    """Print the hash of the site in every surrounding."""
    hashes = []
    for around in (*ONE_BY_ONE, *(CLOCKS if find_faketime() else ()), ALL_AT_ONCE):
        with tempfile.TemporaryDirectory() as made:
            hashes.append(site_hash(around, Path(made)))
        print(f"{hashes[-1][:16]}  {around.name}", flush=True)
    print(f"{len(hashes)} surroundings, different hashes: {len(set(hashes))}")


if __name__ == "__main__":
    main()
