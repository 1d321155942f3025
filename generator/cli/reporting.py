"""Prints problems in the format that was asked for, and hands the table of them to the forge that runs us."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from generator.alphabets import composed
from generator.problems import Problem
from generator.problems.report.as_github import LIMIT, github_table, needs_table, report_github
from generator.problems.report.as_gitlab import report_gitlab
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import COLUMNS, report_text, summary
from generator.problems.report.help_pages import HelpPages

FORMATS = ("text", "github", "gitlab", "json")
_COLOURS: dict[str, dict[str, Any]] = {
    "place": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "mark": {"fg": "red"},
    "help": {"bold": True},
    "quiet": {"dim": True},
}
_SITE = re.compile(r"^site_url:[ \t]*[\"']?(https?://[^\s\"'#]+)", re.MULTILINE)


def print_problems(
    root: Path,
    problems: Sequence[Problem],
    files: int,
    form: str,
    verdict: str,
    texts: Mapping[str, bytes] | None = None,
) -> None:
    """Print a report: JSON and annotations as they are, text with the lines that are wrong.

    Lines come from the files below `root`, or from `texts` by path where something else was checked.
    """
    pages = help_pages(root)
    if form == "json":
        sys.stdout.write(report_json(problems, files, pages))
    elif form == "gitlab":
        sys.stdout.write(report_gitlab(problems))
    elif form == "github":
        sys.stdout.write(report_github(problems))
        if needs_table(problems):
            sys.stdout.write(github_table(problems, files, pages))
            _summarise(problems, files, pages)
        sys.stdout.write(f"{summary(problems, files)} {verdict}".strip() + "\n")
    else:
        paint = _painted if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else _plain
        text = report_text(problems, _lines(root, texts), files, verdict, pages, _columns(), paint)
        sys.stdout.write(text)
    sys.stdout.flush()


def _summarise(problems: Sequence[Problem], files: int, pages: HelpPages) -> None:
    """Append the table to the step's summary, where GitHub Actions names a file for it and has room left."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    if not named:
        return
    file = Path(named)
    room = LIMIT - (file.stat().st_size if file.exists() else 0) - 1
    if room > 1000:
        with file.open("a", encoding="utf-8") as target:
            target.write(f"{github_table(problems, files, pages, room)}\n")


def help_pages(root: Path) -> HelpPages:
    """Look which pages of problems an archive has, and at which address they are published."""
    folder = root / "content" / "help" / "problems"
    codes = {page.stem for page in folder.glob("[A-Z][0-9][0-9][0-9].md")}
    settings = root / "mkdocs.yml"
    text = ""
    if settings.is_file() and not settings.is_symlink():
        text = settings.read_bytes()[:100_000].decode("utf-8", "replace")
    site = _SITE.search(text)
    command = "make explain CODE=" if (root / "Makefile").is_file() else "calls explain"
    return HelpPages(site[1] if site else "", codes, command)


def _columns() -> int:
    """Give the width of the terminal, or the usual one where the report goes into a file or a pipe."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else COLUMNS


def _painted(part: str, text: str) -> str:
    return click.style(text, **_COLOURS[part])


def _plain(part: str, text: str) -> str:
    return text


def _lines(root: Path, texts: Mapping[str, bytes] | None = None) -> Callable[[str], Sequence[str]]:
    """Give a reader of lines that opens ordinary files only, each once."""
    known: dict[str, list[str]] = {}

    def lines(path: str) -> Sequence[str]:
        if path not in known:
            data = _bytes(root / path) if texts is None else texts.get(path, b"")
            text = data[:300_000].decode("utf-8-sig", "replace")
            known[path] = _as_read(text).split("\n") if text else []
        return known[path]

    return lines


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() and not file.is_symlink() else b""


def _as_read(text: str) -> str:
    """Give a text with the line ends and letters that places are counted in."""
    return composed(text.replace("\r\n", "\n").replace("\r", "\n"))
