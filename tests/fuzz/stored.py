"""Fuzz targets for what the program reads back: answers of git, the file of the memo, and the published manifest."""

import contextlib
import hashlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar
from unittest import mock

from generator.history import commits, log, snapshots
from generator.history.git import GitRefused
from generator.memo import open_memo
from generator.site import manifest

T = TypeVar("T")
_OUTPUT = b"<h1>River</h1>\n"
_ENTRY = manifest.Entry(hashlib.sha256(_OUTPUT).hexdigest(), len(_OUTPUT))


def history(data: bytes) -> None:
    """Take any bytes for what git answers to every question: a history, or words that say why there is none."""
    with _answering(data):
        found = log.read_history("")
        assert all(isinstance(second, int) for second in found.stamps.values())
        for commit in _unless_refused(lambda: commits.commits_between("", "1", "2")):
            assert len(commit.id) in (40, 64)
            assert all(isinstance(path, str) for path, _ in commit.touched)
        _unless_refused(lambda: (snapshots.in_commit("", "1" * 40, snapshots.Blobs("")),))


@contextlib.contextmanager
def _answering(data: bytes) -> Iterator[None]:
    """Let git say the same to whatever it is asked, in a repository that is whole."""
    said = [
        *((module, "ask", data) for module in (log, commits, snapshots)),
        *((module, "is_shallow", False) for module in (log, commits)),
        (log, "has_grafts", False),
        (log, "has_commits", True),
    ]
    with contextlib.ExitStack() as changed:
        for module, name, value in said:
            changed.enter_context(mock.patch.object(module, name, _saying(value)))
        yield


def _saying(value: object) -> Callable[..., object]:
    return lambda *words, **more: value


def _unless_refused(read: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
    try:
        return read()
    except GitRefused:
        return ()


def memo(data: bytes) -> None:
    """Use a store whose file holds any bytes: it gives nothing that was not put in, and is whole after two runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "memo.sqlite").write_bytes(data)
        for _ in range(2):
            with open_memo(folder) as store:
                found = store.recall([b"river", b"mill"])
                assert set(found.values()) <= {b"bank"}
                store.remember({b"river": b"bank"})
                store.finish()
        with open_memo(folder) as store:
            assert {b"river": b"bank"} == store.recall([b"river"])


def good_memo() -> bytes:
    """Give the file of a store with one value."""
    with tempfile.TemporaryDirectory() as name:
        with open_memo(Path(name)) as store:
            store.recall([b"river"])
            store.remember({b"river": b"bank"})
            store.finish()
        return (Path(name) / "memo.sqlite").read_bytes()


def published(data: bytes) -> None:
    """Put any bytes in the place of the manifest: nothing of them is believed unless they are those recorded."""
    with tempfile.TemporaryDirectory() as name:
        out, cache = Path(name) / "site", Path(name) / "cache"
        out.mkdir()
        cache.mkdir()
        (out / "index.html").write_bytes(_OUTPUT)
        manifest.write_seal(out, cache, good_manifest())
        (out / manifest.MANIFEST).write_bytes(data)
        tree = manifest.old_tree(out, cache)
        assert tree.manifest in (b"", good_manifest())
        if data != good_manifest():
            assert {} == tree.files


def good_manifest() -> bytes:
    """Give the manifest of a site of one page."""
    return manifest.manifest_bytes({"index.html": _ENTRY}, {"tzdata": "2031.1"})


def seal(data: bytes) -> None:
    """Put any bytes in the place of the manifest's recorded checksum: only the right one is believed."""
    with tempfile.TemporaryDirectory() as name:
        out, cache = Path(name) / "site", Path(name) / "cache"
        out.mkdir()
        cache.mkdir()
        (out / manifest.MANIFEST).write_bytes(good_manifest())
        manifest.write_seal(out, cache, good_manifest())
        (path,) = cache.iterdir()
        is_right = data == path.read_bytes()
        path.write_bytes(data)
        assert is_right == bool(manifest.old_tree(out, cache).manifest)


def good_seal() -> bytes:
    """Give the checksum that is recorded of the good manifest."""
    return hashlib.sha256(good_manifest()).hexdigest().encode()


def good_history() -> list[bytes]:
    """Give answers as git gives them: logs of names and of versions, a merge, a list of files, and their contents."""
    one, other = b"1" * 40, b"2" * 40
    names = b"\0001930000000\n\0calls/2031/a.yaml\0minutes/2031/a.md\0\0001920000000\n\0calls/2031/a.yaml\0"
    change = b":100644 100644 " + one + b" " + other + b" M\0calls/2031/a.yaml\0"
    merge = b"::100644 100644 100644 " + b" ".join((one, other, one)) + b" MM\0mkdocs.yml\0"
    files = b"100644 blob " + one + b"\tcalls/2031/a.yaml\0120000 blob " + other + b"\tmkdocs.yml\0"
    sizes = one + b" blob 5\n"
    return [
        names,
        b"\0001930000000\n\0" + change + b"\0001920000000\n\0" + merge,
        one + b"\0\n" + change + other + b"\0\n" + merge,
        one + b"\nWhy it was done\0" + other + b"\n\0",
        files,
        sizes + b"River",
        sizes,
    ]
