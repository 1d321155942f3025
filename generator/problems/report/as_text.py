"""Problems as text for a terminal: place, message, the line itself, what to do, and where to read more."""

from collections.abc import Callable, Sequence

from generator.problems.place import Place
from generator.problems.problem import Problem
from generator.problems.report.help_pages import NO_PAGES, HelpPages
from generator.problems.report.listed import listed
from generator.problems.report.widths import width, window

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a file by its path, or nothing when it cannot be read as text."""
Paint = Callable[[str, str], str]
"""Gives a text in the colour of its part: `place`, `error`, `warning`, `mark`, `help` or `quiet`."""
COLUMNS = 100
"""Columns of a line of a file that are shown where the width of the terminal is not known."""


def report_text(
    problems: Sequence[Problem],
    lines: Lines,
    files: int,
    verdict: str,
    pages: HelpPages = NO_PAGES,
    columns: int = COLUMNS,
    paint: Paint = lambda part, text: text,
) -> str:
    """Write a report; `files` were looked at, and `verdict` says what became of the build.

    `columns` are those of the terminal, into which the excerpts are cut.
    Where the same is wrong with one line after another of a file that is not quoted, what to do is said once.
    What is beyond the number that is listed of one kind in one file is counted.
    """
    shown, rests = listed(problems)
    followers = (*shown[1:], None)
    blocks = [
        _head(problem, paint)
        if follower and _is_same_matter(problem, follower)
        else _block(problem, lines, pages, columns, paint)
        for problem, follower in zip(shown, followers, strict=False)
    ]
    blocks += [f"{paint('place', where(rest.place))}: {rest.words}" for rest in rests]
    return "\n".join([*blocks, f"{summary(problems, files)} {verdict}".strip(), ""])


def summary(problems: Sequence[Problem], files: int) -> str:
    """Count problems in words: `1 error and 2 warnings in 418 files.`."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    counted = [_plural(errors, "error")] if errors or not warnings else []
    counted += [_plural(warnings, "warning")] if warnings else []
    words = " and ".join(counted) if problems else "No problems"
    return f"{words} in {_plural(files, 'file')}."


def _is_same_matter(one: Problem, other: Problem) -> bool:
    """Tell whether two problems differ by their lines alone."""
    if one.may_show_lines or other.may_show_lines:
        return False
    return (one.code, one.place.path, one.help) == (other.code, other.place.path, other.help)


def _head(problem: Problem, paint: Paint) -> str:
    kind = problem.kind
    name = paint(kind.severity.value, f"{kind.severity.value} {kind.code}")
    return f"{paint('place', where(problem.place))}: {name} {kind.name}: {problem.message}"


def _block(problem: Problem, lines: Lines, pages: HelpPages, columns: int, paint: Paint) -> str:
    parts = [_head(problem, paint)]
    if problem.may_show_lines:
        parts += _excerpt(problem.place, lines, columns, paint)
        for second, words in problem.notes:
            parts.append(f"  {paint('help', 'note:')} {where(second)}: {words}")
            parts += _excerpt(second, lines, columns, paint)
    parts.append(f"  {paint('help', 'help:')} {problem.help}")
    parts.append(f"  {paint('help', 'page:')} {paint('quiet', _page(problem.code, pages))}")
    return "\n".join([*parts, ""])


def _page(code: str, pages: HelpPages) -> str:
    address = pages.address(code)
    command = f"{pages.command}{code}" if pages.command.endswith("=") else f"{pages.command} {code}"
    return f"{address}   (or: {command})" if address else command


def _excerpt(place: Place, lines: Lines, columns: int, paint: Paint) -> list[str]:
    text = lines(place.path)
    if not place.length or not 0 < place.line <= len(text):
        return []
    gutter = f"  {place.line} | "
    # A window of the line, so that a line of 60,000 characters does not fill the terminal.
    room = max(columns - len(gutter), 20)
    cut, first = window(text[place.line - 1].replace("\t", " "), place.column - 1, room)
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)
    start = place.column - 1 - first
    before, marked = shown[:start], shown[start : start + place.length]
    marks = "^" * max(1, width(marked))
    bar = " " * (len(gutter) - 2) + "| "
    return [
        paint("quiet", gutter) + shown,
        paint("quiet", bar) + " " * (width(before) + start - len(before)) + paint("mark", marks),
    ]


def where(place: Place) -> str:
    """Write a place as editors and forges understand it: `path:line:column`."""
    return f"{place.path}:{place.line}:{place.column}"


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
