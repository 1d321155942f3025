"""Damages what a build keeps for itself, byte by byte or as a whole, and says whether the next build made it good."""

import itertools
import os
import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.publishing.trials import Trial
from tests.publishing.workshop import Workshop

OUTSIDE = b"not ours to write"


def turned(data: bytes, position: int) -> bytes:
    """Turn all bits of a byte."""
    return data[:position] + bytes([data[position] ^ 0xFF]) + data[position + 1 :]


def one_bit(data: bytes, position: int) -> bytes:
    """Turn the lowest bit of a byte."""
    return data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :]


def zeroed(data: bytes, position: int) -> bytes:
    """Put zeros from a byte to the end of its block of 512."""
    end = min(len(data), (position // 512 + 1) * 512)
    return data[:position] + bytes(end - position) + data[end:]


def cut(data: bytes, position: int) -> bytes:
    """Leave out everything from a byte on."""
    return data[:position]


WAYS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "turned": turned,
    "one bit": one_bit,
    "zeroed": zeroed,
    "cut": cut,
}


def _as_folder(path: Path, outside: Path) -> None:
    path.mkdir()
    (path / "inside").write_text("x", encoding="utf-8")


def _unreadable(path: Path, outside: Path) -> None:
    path.write_bytes(b"x")
    path.chmod(0)


KINDS: Mapping[str, Callable[[Path, Path], object]] = {
    "a folder": _as_folder,
    "a link": lambda path, outside: path.symlink_to(outside),
    "a link to nothing": lambda path, outside: path.symlink_to("nowhere"),
    "a pipe": lambda path, outside: os.mkfifo(path),
    "empty": lambda path, outside: path.write_bytes(b""),
    "of another program": lambda path, outside: path.write_bytes(b"SQLite format 9\0" * 40),
    "missing": lambda path, outside: None,
    "unreadable": _unreadable,
}


def damage(workshop: Workshop, count: int, seed: int = 3) -> Iterator[Trial]:
    """Put every kind of thing in the place of each file, then damage `count` bytes drawn over all files by a seed."""
    yield from replaced(workshop)
    chance = random.Random(seed)
    files = _files(workshop)
    for number in range(count):
        path = files[number % len(files)]
        way = chance.choice(sorted(WAYS))
        workshop.restore("update")
        data = path.read_bytes()
        if data:
            path.write_bytes(WAYS[way](data, chance.randrange(len(data))))
            yield _trial(workshop, way, path)


def replaced(workshop: Workshop, every: int = 1) -> Iterator[Trial]:
    """Put a folder, a link, a pipe and so on in the place of each file, of its journal, and of the folders.

    Only `every` so manieth of these trials is made.
    """
    cache = workshop.place / "archive/build/cache"
    files = _files(workshop)
    places = [*files, cache / "memo.sqlite-journal", cache / "memo.sqlite-wal"]
    places += [path.with_suffix(".new") for path in files if path.suffix != ".sqlite"]
    outside = workshop.folder / "outside"
    for path, kind in [*itertools.product(places, KINDS)][::every]:
        workshop.restore("update")
        outside.write_bytes(OUTSIDE)
        path.unlink(missing_ok=True)
        KINDS[kind](path, outside)
        trial = _trial(workshop, kind, path)
        if outside.read_bytes() != OUTSIDE:
            trial = Trial(kind, "update", trial.step, "", "something outside was written")
        yield trial
    for folder in (cache, cache / "frames", cache.parent / "stage"):
        workshop.restore("update")
        shutil.rmtree(folder, ignore_errors=True)
        folder.write_bytes(b"no folder")
        yield _trial(workshop, "no folder", folder)


def _trial(workshop: Workshop, kind: str, path: Path) -> Trial:
    wrong = workshop.mended("update")
    what = "frames" if path.suffix == ".json" else path.name.split("-")[0]
    return Trial(kind, "update", f"{what}: {kind}", "mended" if not wrong else "WRONG", wrong)


def _files(workshop: Workshop) -> list[Path]:
    workshop.restore("update")
    cache = workshop.place / "archive/build/cache"
    return sorted(path for path in cache.rglob("*") if path.is_file())
