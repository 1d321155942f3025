"""Puts finished files onto the disk, each whole or not at all, or reports what is wrong with a draft.

A draft never overwrites a file; what the program itself keeps is put in its place in one step.
"""

import contextlib
import datetime
import errno
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.cli.links_below import link_on_the_way
from generator.cli.reporting import help_pages
from generator.drafting.desk import Desk, Draft, open_desk
from generator.drafts.tidying import lines_of
from generator.problems import Problem
from generator.problems.report.as_text import report_text

INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells have it."""


def write_new(root: Path, draft: Draft) -> Path:
    """Write a draft below a root; raises `FileExistsError` when a file of that name is there."""
    refuse_links(root, draft.path)
    path = root / draft.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(draft.text)
        except BaseException:
            path.unlink()
            raise
    return path


def put_in_place(root: Path, path: str, data: bytes) -> None:
    """Put a file below a root in its place in one step, or take it away where it is to hold nothing; raises `OSError`.

    Whatever interrupts it, the file that was there is whole, or the new one is.
    """
    refuse_links(root, path)
    file = root / path
    if not data:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    rights = file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_mask()
    swap_in(file, data, rights)


def swap_in(file: Path, data: bytes, rights: int) -> None:
    """Put new bytes in the place of a file, or of nothing, in one step; raises `OSError`."""
    handle, new = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(data)
        os.chmod(new, rights)
        os.replace(new, file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise


def _mask() -> int:
    """Give the rights that new files do not get here; the system tells them only when they are set."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def refuse_links(root: Path, path: str) -> None:
    """Raise `OSError` where a file or a folder on the way to it is a link, which may lead out of the archive."""
    link = link_on_the_way(root, path)
    if link:
        raise OSError(errno.ELOOP, "no file is written through a link", link)


def report_lines(
    root: Path, problems: Sequence[Problem], path: str, text: str, verdict: str = ""
) -> None:
    """Print what is wrong with a text that lies nowhere below the root, with its lines and the pages to read there."""
    own = lines_of(text)
    said = report_text(
        problems, lambda wanted: own if wanted == path else (), 1, verdict, help_pages(root)
    )
    print(said, end="", file=sys.stderr)


def open_archive(root: Path, today: datetime.date) -> Desk:
    """Open the archive below a root, or end where its settings cannot be used."""
    desk = open_desk(root, today)
    if desk.examined.settings is None:
        print("`mkdocs.yml` cannot be used here; `calls check` says why.", file=sys.stderr)
        sys.exit(1)
    return desk
