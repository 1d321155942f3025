"""Puts a finished draft onto the disk, or reports what is wrong with it; never overwrites a file."""

import datetime
import errno
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

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


def refuse_links(root: Path, path: str) -> None:
    """Raise `OSError` where a file or a folder on the way to it is a link, which may lead out of the archive."""
    link = link_on_the_way(root, path)
    if link:
        raise OSError(errno.ELOOP, "no file is written through a link", link)


def link_on_the_way(root: Path, path: str) -> str:
    """Give the file itself, or the folder on the way to it, that is a link; empty where there is none."""
    parts = (PurePosixPath(path), *PurePosixPath(path).parents)
    links = (str(part) for part in parts if part.name and (root / part).is_symlink())
    return next(links, "")


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
