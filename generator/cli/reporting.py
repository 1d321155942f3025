"""Prints problems in the format that was asked for."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.problems import Problem
from generator.problems.report.as_github import report_github
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text, summary

FORMATS = ("text", "github", "json")


def print_problems(
    root: Path, problems: Sequence[Problem], files: int, form: str, verdict: str
) -> None:
    """Print a report: JSON and annotations as they are, text with the lines that are wrong."""
    if form == "json":
        sys.stdout.write(report_json(problems, files))
    elif form == "github":
        sys.stdout.write(report_github(problems))
        sys.stdout.write(f"{summary(problems, files)} {verdict}".strip() + "\n")
    else:
        sys.stdout.write(report_text(problems, _lines(root), files, verdict))
    sys.stdout.flush()


def _lines(root: Path) -> Callable[[str], Sequence[str]]:
    """Give a reader of lines that opens ordinary files only, each once."""
    known: dict[str, list[str]] = {}

    def lines(path: str) -> Sequence[str]:
        if path not in known:
            file = root / path
            text = ""
            if file.is_file() and not file.is_symlink():
                text = file.read_bytes()[:300_000].decode("utf-8-sig", "replace")
            known[path] = text.replace("\r\n", "\n").split("\n") if text else []
        return known[path]

    return lines
