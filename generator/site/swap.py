"""Puts a finished tree where the published one is, so that a reader finds the one or the other and nothing between.

On Linux two folders change places in one step.
Where that is not to be had the published name is a link to the tree, and the link is replaced in one step.
A folder that was published before such a system took over is moved aside first; `recover` brings it back should the
build be killed at that moment.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

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
    return out.with_name(f".{out.name}.next")


def recover(out: Path) -> None:
    """Bring `out` back to one whole tree after a build that was killed, and remove what it left; the lock is held."""
    aside = _aside(out)
    if aside.is_dir() and not os.path.lexists(out):
        os.rename(aside, out)
    _new_link(out).unlink(missing_ok=True)
    kept = out.resolve()
    for leftover in (next_tree(out), aside, *_numbered(out)):
        if leftover.is_dir() and leftover != kept:
            shutil.rmtree(leftover)


def swap_in(out: Path, exchange: Exchange = exchange) -> None:
    """Make the tree in `next_tree(out)` the published one and remove the old one.

    Raises `OSError`; then `out` is still the old tree.
    """
    new = next_tree(out)
    if not os.path.lexists(out):
        os.rename(new, out)
    elif not out.is_symlink() and exchange(new, out):
        shutil.rmtree(new)
    else:
        _swap_link(new, out)


def _swap_link(new: Path, out: Path) -> None:
    old = out.resolve()
    tree = next(path for path in _numbered(out) if path != old)
    os.rename(new, tree)
    link = _new_link(out)
    link.unlink(missing_ok=True)
    link.symlink_to(tree.name, target_is_directory=True)
    if not out.is_symlink():
        old = _aside(out)
        os.rename(out, old)
    os.replace(link, out)
    shutil.rmtree(old)


def _numbered(out: Path) -> tuple[Path, Path]:
    return out.with_name(f".{out.name}.tree-1"), out.with_name(f".{out.name}.tree-2")


def _aside(out: Path) -> Path:
    return out.with_name(f".{out.name}.old")


def _new_link(out: Path) -> Path:
    return out.with_name(f".{out.name}.link")
