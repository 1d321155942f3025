"""Problems as text for a terminal: place, message, the line itself, what to do, and where to read more."""

from collections.abc import Callable, Sequence

from generator.problems.place import Place
from generator.problems.problem import Problem

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a file by its path, or nothing when it cannot be read as text."""


def report_text(problems: Sequence[Problem], lines: Lines, files: int, verdict: str) -> str:
    """Write a report; `files` were looked at, and `verdict` says what became of the build."""
    blocks = [_block(problem, lines) for problem in problems]
    return "\n".join([*blocks, f"{summary(problems, files)} {verdict}".strip(), ""])


def summary(problems: Sequence[Problem], files: int) -> str:
    """Count problems in words: `1 error and 2 warnings in 418 files.`."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    counted = [_plural(errors, "error")] if errors or not warnings else []
    counted += [_plural(warnings, "warning")] if warnings else []
    words = " and ".join(counted) if problems else "No problems"
    return f"{words} in {_plural(files, 'file')}."


def _block(problem: Problem, lines: Lines) -> str:
    place = problem.place
    kind = problem.kind
    head = f"{_where(place)}: {kind.severity.value} {kind.code} {kind.name}: {problem.message}"
    parts = [head]
    if problem.may_show_lines:
        parts += _excerpt(place, lines)
        parts += [f"  note: {_where(second)}: {words}" for second, words in problem.notes]
    parts.append(f"  help: {problem.help}")
    parts.append(
        f"  page: content/help/problems/{kind.code}.md  (or: make explain CODE={kind.code})"
    )
    return "\n".join([*parts, ""])


def _excerpt(place: Place, lines: Lines) -> list[str]:
    text = lines(place.path)
    if not place.length or not 0 < place.line <= len(text):
        return []
    line = text[place.line - 1].replace("\t", " ")
    # A window of the line, so that a line of 60,000 characters does not fill the terminal.
    start = max(0, place.column - 60)
    shown = "".join(c if c.isprintable() else "?" for c in line[start : start + 100])
    number = f"{place.line:>5} | "
    marks = "^" * max(1, min(place.length, 100 - (place.column - 1 - start)))
    return [
        number + shown,
        " " * (len(number) - 2) + "| " + " " * (place.column - 1 - start) + marks,
    ]


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
