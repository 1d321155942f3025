"""Remembers results of pure functions under the hash of what went in.

Values are checksummed bytes, never code; a damaged entry is a miss and a damaged file is begun anew.
Entries nobody asked for are dropped, and what is dropped is overwritten on the disk.
A disk that cannot keep anything, and another build that is at the file for too long, cost time and nothing else.
Whoever calls decides what may be remembered: nothing about a record that is not fully shared comes here.
"""

import contextlib
import functools
import hashlib
import importlib.metadata
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator import own_files

T = TypeVar("T")

_CHECKSUM = 8
_BATCH = 500
_PATIENCE = 60
"""Seconds that another build may be at the file."""
_TABLE = "CREATE TABLE memo (key BLOB PRIMARY KEY, value BLOB)"
"""Entries lie in the order in which they came, which is that in which they are asked for again.

In the order of their keys each one that is asked for would lie in another page.
"""
_PAGE = 16_384
"""Bytes of a page, of which most entries need a part only."""
_INSERT = "INSERT OR REPLACE INTO memo VALUES (?, ?)"
_FAULTS = (sqlite3.Error, OSError, MemoryError, UnicodeDecodeError, OverflowError)
"""What a file may lead to that is damaged, or that the system does not let us read or write."""
_SOUND = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL)
"""What is answered of a file that is whole: another build is at it, or the disk is full."""
_NEVER_OURS = ("-wal", "-shm")
_ENDINGS = ("", "-journal", *_NEVER_OURS)
IN_MEMORY = ":memory:"


class Memo:
    """A store of results for one run; every method takes and gives keys as bytes, and none raises for the disk."""

    def __init__(self, path: Path) -> None:
        """Open the store in a file; use `open_memo`."""
        self._path = path
        self._asked: set[bytes] = set()
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = _connect(path)
        except _FAULTS as error:
            self._begin_anew(error)

    def recall(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Give the remembered values of those keys that have one."""
        wanted = list(dict.fromkeys(keys))
        self._asked.update(wanted)
        found: dict[bytes, bytes] = {}
        for start in range(0, len(wanted), _BATCH):
            part = wanted[start : start + _BATCH]
            marks = ",".join("?" * len(part))
            query = f"SELECT key, value FROM memo WHERE key IN ({marks})"
            none: list[tuple[bytes, bytes]] = []
            rows = self._asked_of(partial(_rows, query, part), none)
            found.update((key, value[_CHECKSUM:]) for key, value in rows if _is_whole(key, value))
        return found

    def remember(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys."""
        rows = [(key, _checksum(key, value) + value) for key, value in values.items()]
        self._asked_of(lambda file: file.executemany(_INSERT, rows), None)

    def keep(self) -> None:
        """Make what was remembered last, and let other builds at the file: nobody may wait for another while at it."""
        self._asked_of(lambda file: file.commit(), None)

    def finish(self) -> None:
        """Drop what nobody asked for in this run, and make the rest last."""
        self._asked_of(self._finish, None)

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            with contextlib.suppress(*_FAULTS):
                self._connection.close()
        self._connection = None

    def _finish(self, file: sqlite3.Connection) -> None:
        stored = [key for (key,) in file.execute("SELECT key FROM memo")]
        unused = [(key,) for key in stored if key not in self._asked]
        file.executemany("DELETE FROM memo WHERE key = ?", unused)
        file.commit()
        if unused:
            # What is deleted is overwritten, but not the copies that stay where an entry was moved from in its page.
            file.execute("VACUUM")

    def _asked_of(self, ask: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Ask something of the file; where that fails, begin anew and go on as if nothing had been remembered."""
        if self._connection is None:
            return otherwise
        try:
            return ask(self._connection)
        except _FAULTS as error:
            self._begin_anew(error)
            return otherwise

    def _begin_anew(self, error: BaseException) -> None:
        """Go on with an empty store in place of a damaged one, or with none where there cannot be one.

        A store that is whole stays as it is.
        """
        self.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _SOUND:
            return
        with contextlib.suppress(*_FAULTS):
            self._connection = _connect_anew(self._path)


@contextlib.contextmanager
def open_memo(folder: Path) -> Iterator[Memo]:
    """Open the store in a folder; a store that cannot be read is replaced by an empty one."""
    with contextlib.suppress(OSError):
        own_files.make_folder(folder)
    memo = Memo(folder / "memo.sqlite")
    try:
        yield memo
    finally:
        memo.close()


def passing_memo() -> Memo:
    """Open a store that ends with the process, for whoever reads one archive several times over."""
    return Memo(Path(IN_MEMORY))


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
    parts = [
        part
        for path in sorted(_files_below(str(package)))
        for part in (os.fsencode(path[len(str(package)) :]), _bytes_of(path))
    ]
    lock = package.parent / "requirements.lock"
    parts.append(lock.read_bytes() if lock.is_file() else b"")
    parts += [sys.version.encode(), importlib.metadata.version("tzdata").encode()]
    return key(*parts)


def _files_below(folder: str) -> Iterator[str]:
    """Give the files of a folder and of those in it; Python's own beside the sources say nothing new."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        paths = (f"{place}{os.sep}{name}" for name in names if not name.endswith(".pyc"))
        yield from filter(os.path.isfile, paths)


def _bytes_of(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


def _rows(query: str, values: list[bytes], file: sqlite3.Connection) -> list[tuple[bytes, bytes]]:
    return file.execute(query, values).fetchall()


def _connect_anew(path: Path) -> sqlite3.Connection:
    for ending in _ENDINGS:
        own_files.remove(path.with_name(f"{path.name}{ending}"))
    return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    if str(path) != IN_MEMORY:
        for ending in _ENDINGS:
            beside = path.with_name(f"{path.name}{ending}")
            (own_files.remove if ending in _NEVER_OURS else own_files.make_room)(beside)
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        # What is deleted must not be found in the file afterwards.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = OFF")
        # Whatever is put in order stays in this file and in memory, and never goes through a folder for all.
        connection.execute("PRAGMA temp_store = MEMORY")
        # One turned bit in its head makes a file keep its changes in another way, and beside itself.
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        _make_table(connection)
        connection.execute("SELECT count(*) FROM memo").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _make_table(connection: sqlite3.Connection) -> None:
    """Make the table where there is none; a file with another one is of another program, and as good as damaged."""
    connection.execute(_TABLE.replace("TABLE", "TABLE IF NOT EXISTS", 1))
    found = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'memo'").fetchone()
    if found != (_TABLE,):
        raise sqlite3.DatabaseError("another table")


def _checksum(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_CHECKSUM, key=key).digest()


def _is_whole(key: object, value: object) -> bool:
    if not isinstance(key, bytes) or not isinstance(value, bytes):
        return False
    return value[:_CHECKSUM] == _checksum(key, value[_CHECKSUM:])
