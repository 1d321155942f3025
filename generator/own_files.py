"""The files that a build keeps for itself: read only where they are ordinary files, and made room for where not.

Whatever came into the place of one (a folder, a link, a pipe) costs time and nothing else: nothing is read through a
link, no pipe is waited for, and nothing outside the cache is written.
"""

import os
import shutil
import stat
from pathlib import Path


def read_own(path: Path) -> bytes:
    """Give the bytes of an ordinary file that may be read, and nothing for anything else."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return b""
    try:
        return _whole(descriptor) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def _whole(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        return file.read()


def write_own(path: Path, data: bytes) -> None:
    """Put a file in its place in one step; raises `OSError`."""
    make_room(path)
    new = path.with_suffix(".new")
    remove(new)
    try:
        new.write_bytes(data)
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def make_room(path: Path) -> None:
    """Take away what lies in the place of a file and is no ordinary file; raises `OSError`."""
    if path.is_symlink() or not path.is_file():
        remove(path)


def remove(path: Path) -> None:
    """Take away whatever lies there, if anything does; raises `OSError`."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder where there is none, in place of whatever else lies there; raises `OSError`.

    A link to a folder may stay: somebody gave the cache another disk.
    """
    if os.path.lexists(path) and not path.is_dir():
        path.unlink()
    path.mkdir(parents=True, exist_ok=True)
