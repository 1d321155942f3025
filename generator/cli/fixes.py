"""Writes the files of an archive that were mended, or prints what would change."""

import datetime
import difflib
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.cli.writing import swap_in
from generator.mending import Mended, mend
from generator.pipeline import read
from generator.problems import Problem
from generator.problems.report.as_text import where
from generator.work import Pool


def mend_archive(root: Path, today: datetime.date, pool: Pool, form: str) -> None:
    """Mend and write what can be, and say so; with another format than text on the channel for errors."""
    done = mend(read(root), today, pool)
    written = {path for path in done.changed if _write(root / path, done, path)}
    target = sys.stdout if form == "text" else sys.stderr
    for fault in done.faults:
        if fault.place.path in written:
            print(f"mended {where(fault.place)}: {_words(fault)}", file=target)
    for path in sorted(set(done.changed) - written):
        print(f"{path} was not mended: it is a link, or it changed meanwhile.", file=target)
    if done.changed:
        files = "1 file" if len(written) == 1 else f"{len(written)} files"
        print(f"{files} mended. Look at the difference before you commit.\n", file=target)


def print_difference(root: Path, today: datetime.date, pool: Pool) -> bool:
    """Print what `mend_archive` would change as a unified difference; tells whether it would change anything."""
    done = mend(read(root), today, pool)
    for path in done.changed:
        if path in done.silent:
            print(
                f"{path}: its changes are not shown, because of what else is in it", file=sys.stderr
            )
        else:
            sys.stdout.writelines(_difference(path, done.before[path], done.after[path]))
    return bool(done.changed)


def _write(path: Path, done: Mended, name: str) -> bool:
    """Put a file's new bytes into its place at once, with its rights; not through a link, nor over other bytes."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or path.read_bytes() != done.before[name]:
        return False
    swap_in(path, done.after[name], stat.S_IMODE(status.st_mode))
    return True


def _words(fault: Problem) -> str:
    return f"{fault.kind.code} {fault.kind.name}: {fault.message}"


def _difference(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (_split(data.decode("utf-8", "replace")) for data in (before, after))
    for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _split(text: str) -> list[str]:
    """Give the lines of a text with their ends, as `diff` counts them."""
    lines = [f"{line}\n" for line in text.split("\n")]
    return [*lines[:-1], text.rsplit("\n", 1)[-1]] if not text.endswith("\n") else lines[:-1]
