"""A lock that two builds of one folder share, so that they come one after the other."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PAUSE = 0.1
"""Seconds between two attempts."""


class Locked(Exception):
    """Another build holds the lock and did not finish in time."""

    def __init__(self, path: Path, wait: float) -> None:
        """Say which lock, and for how many seconds it was waited."""
        super().__init__(f"another build holds {path} for more than {wait:g} seconds")


@contextmanager
def locked(path: Path, wait: float = 60.0) -> Iterator[None]:
    """Hold the lock on `path`, waiting up to `wait` seconds for another holder.

    The file stays: removing it would let a third build lock another file of the same name.
    The system lets go of the lock when its process ends, however it ends.
    A file that may only be read does: it may belong to somebody else who builds here too.
    Raises `Locked` when the time is up and `OSError` when the file cannot be opened.
    """
    descriptor = _opened(path)
    try:
        for attempt in range(int(wait / PAUSE) + 1):
            if attempt:
                time.sleep(PAUSE)
            if _taken(descriptor):
                break
        else:
            raise Locked(path, wait)
        yield
    finally:
        # What was done under the lock is done; the system lets go of it all the same.
        with suppress(OSError):
            # Processes that were begun meanwhile hold the file too, and the lock would last as long as they do.
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        with suppress(OSError):
            os.close(descriptor)


def _opened(path: Path) -> int:
    flags = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o644)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        try:
            return os.open(path, os.O_RDONLY | flags)
        except FileNotFoundError:
            raise error from None


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EAGAIN, errno.EACCES):
            raise
        return False
    return True
