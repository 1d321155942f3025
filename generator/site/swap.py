"""Puts a finished tree where the published one is, so that a reader finds the one or the other and nothing between.

On Linux two folders change places in one step.
Where that is not to be had the published name is from the beginning a link to the tree, which is replaced in one step.
Only a folder that was published elsewhere, before such a system took over, is moved aside first; `recover` brings it
back should the build be killed at that moment.
"""

import contextlib
import ctypes
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from generator import own_files

AT_FDCWD = -100
RENAME_EXCHANGE = 2
NOT_HERE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
"""What a system or file system says that cannot exchange two folders."""

Exchange = Callable[[Path, Path], bool]


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; `False` where the system cannot.

    Raises `OSError` for anything else that goes wrong.
    """
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    if renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def next_tree(out: Path) -> Path:
    """Give the folder in which the next tree for `out` is built: beside it, on the same file system."""
    return _beside(out, "next")


def spool_of(out: Path) -> Path:
    """Give the folder in which processes put down files for the next tree: on the same file system too."""
    return _beside(out, "spool")


def real_place(out: Path) -> Path:
    """Give where a site goes: where a link leads that somebody else has made, which is not to be replaced by ours."""
    return out.resolve() if out.is_symlink() and out.resolve() not in _numbered(out) else out


def recover(out: Path) -> None:
    """Bring `out` back to one whole tree after a build that was killed, and remove what it left; the lock is held."""
    aside = _aside(out)
    if aside.is_dir() and not os.path.lexists(out):
        os.rename(aside, out)
    for leftover in leftovers(out):
        own_files.remove(leftover)


def leftovers(out: Path) -> tuple[Path, ...]:
    """Give what lies beside a site of builds that could not end, or are at work."""
    kept = out.resolve()
    places = (_new_link(out), next_tree(out), spool_of(out), _aside(out), *_numbered(out))
    return tuple(path for path in places if path != kept and os.path.lexists(path))


def swap_in(out: Path, exchange: Exchange = exchange) -> None:
    """Make the tree in `next_tree(out)` the published one, and take the old one away.

    All data is on the disk before, and the change of names before anything is taken away, as power may fail.
    Raises `OSError`; then `out` is still the old tree. What cannot be taken away is left to the next `recover`.
    """
    new = next_tree(out)
    _make_last(new)
    old = _put(new, out, exchange)
    with contextlib.suppress(OSError):
        _name_lasts(out.parent)
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)


def _put(new: Path, out: Path, exchange: Exchange) -> Path | None:
    """Put a tree into place in one step, and give where the old one is then."""
    if os.path.lexists(out):
        return new if not out.is_symlink() and exchange(new, out) else _swap_link(new, out)
    if not _can_exchange(out, exchange):
        return _swap_link(new, out)
    os.rename(new, out)
    return None


def _can_exchange(out: Path, exchange: Exchange) -> bool:
    """Try it with two empty folders."""
    one, other = _numbered(out)
    for folder in (one, other):
        folder.mkdir()
    try:
        return exchange(one, other)
    finally:
        for folder in (one, other):
            folder.rmdir()


def _swap_link(new: Path, out: Path) -> Path | None:
    old = out.resolve() if os.path.lexists(out) else None
    tree = next(path for path in _numbered(out) if path != old)
    os.rename(new, tree)
    link = _new_link(out)
    link.unlink(missing_ok=True)
    link.symlink_to(tree.name, target_is_directory=True)
    if old is None or out.is_symlink():
        os.replace(link, out)
        return old
    os.rename(out, _aside(out))
    try:
        os.replace(link, out)
    except OSError:
        os.rename(_aside(out), out)
        raise
    return _aside(out)


def _make_last(tree: Path) -> None:
    """Wait until everything in the file system of a tree is on the disk, where the system can be asked for that.

    Else a swap could outlive the data after a power cut: names are written before contents.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    descriptor = os.open(tree, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        if syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(tree))
    finally:
        os.close(descriptor)


def _name_lasts(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _numbered(out: Path) -> tuple[Path, Path]:
    return _beside(out, "tree-1"), _beside(out, "tree-2")


def _aside(out: Path) -> Path:
    return _beside(out, "old")


def _new_link(out: Path) -> Path:
    return _beside(out, "link")


def _beside(out: Path, ending: str) -> Path:
    """Give a place beside the site; without links in it, because it is compared with where a link leads."""
    return out.parent.resolve() / f".{out.name}.{ending}"
