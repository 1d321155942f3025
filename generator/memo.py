"""Remembers results of pure functions under the hash of what went in.

Values are checksummed bytes, never code; a damaged entry is a miss and a damaged file is begun anew.
Entries nobody asked for are dropped, and what is dropped is overwritten on the disk.
Whoever calls decides what may be remembered: nothing about a record that is not fully shared comes here.
"""

import contextlib
import functools
import hashlib
import importlib.metadata
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_CHECKSUM = 8
_BATCH = 500
_INSERT = "INSERT OR REPLACE INTO memo VALUES (?, ?)"


class Memo:
    """A store of results for one run; every method takes and gives keys as bytes."""

    def __init__(self, path: Path) -> None:
        """Open the store in a file; use `open_memo`."""
        self._path = path
        self._asked: set[bytes] = set()
        try:
            self._connection = _connect(path)
        except sqlite3.DatabaseError:
            self._connection = _connect_anew(path)

    def recall(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Give the remembered values of those keys that have one."""
        wanted = list(dict.fromkeys(keys))
        self._asked.update(wanted)
        found: dict[bytes, bytes] = {}
        for start in range(0, len(wanted), _BATCH):
            part = wanted[start : start + _BATCH]
            marks = ",".join("?" * len(part))
            query = f"SELECT key, value FROM memo WHERE key IN ({marks})"
            try:
                rows = self._connection.execute(query, part).fetchall()
            except sqlite3.DatabaseError:
                self._begin_anew()
                return {}
            found.update((key, value[_CHECKSUM:]) for key, value in rows if _is_whole(value))
        return found

    def remember(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys."""
        rows = [(key, _checksum(value) + value) for key, value in values.items()]
        try:
            self._connection.executemany(_INSERT, rows)
        except sqlite3.DatabaseError:
            self._begin_anew()
            self._connection.executemany(_INSERT, rows)

    def finish(self) -> None:
        """Drop what nobody asked for in this run, and make the rest last."""
        try:
            self._finish()
        except sqlite3.DatabaseError:
            self._begin_anew()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _finish(self) -> None:
        stored = [key for (key,) in self._connection.execute("SELECT key FROM memo")]
        unused = [(key,) for key in stored if key not in self._asked]
        self._connection.executemany("DELETE FROM memo WHERE key = ?", unused)
        self._connection.commit()

    def _begin_anew(self) -> None:
        """Go on with an empty store, because the file turned out to be damaged when it was read."""
        self._connection.close()
        self._connection = _connect_anew(self._path)


@contextlib.contextmanager
def open_memo(folder: Path) -> Iterator[Memo]:
    """Open the store in a folder; a store that cannot be read is replaced by an empty one."""
    folder.mkdir(parents=True, exist_ok=True)
    memo = Memo(folder / "memo.sqlite")
    try:
        yield memo
    finally:
        memo.close()


def passing_memo() -> Memo:
    """Open a store that ends with the process, for whoever reads one archive several times over."""
    return Memo(Path(":memory:"))


def key(*parts: bytes) -> bytes:
    """Hash what goes into a function; parts cannot run into each other."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


@functools.cache
def code_key() -> bytes:
    """Hash everything that makes the functions what they are: our code, the lock, Python and tzdata.

    A process runs the code it was started with, so this is worked out once.
    """
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    parts = [
        part
        for path in files
        for part in (os.fsencode(path.relative_to(package)), path.read_bytes())
    ]
    lock = package.parent / "requirements.lock"
    parts.append(lock.read_bytes() if lock.is_file() else b"")
    parts += [sys.version.encode(), importlib.metadata.version("tzdata").encode()]
    return key(*parts)


def _connect_anew(path: Path) -> sqlite3.Connection:
    for leftover in (path, path.with_name(f"{path.name}-journal")):
        leftover.unlink(missing_ok=True)
    return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=60)
    try:
        # What is deleted must not be found in the file afterwards.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS memo (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID"
        )
        connection.execute("SELECT count(*) FROM memo").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _checksum(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_CHECKSUM).digest()


def _is_whole(value: object) -> bool:
    return isinstance(value, bytes) and value[:_CHECKSUM] == _checksum(value[_CHECKSUM:])
