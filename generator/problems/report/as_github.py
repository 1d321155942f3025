"""Problems as annotations of GitHub Actions, which stand beside the lines of a pull request.

GitHub shows only ten errors and ten warnings of a step, so past that a table of all of them is to follow.
"""

import html
import re
from collections.abc import Sequence

from generator.problems.problem import Problem
from generator.problems.report.as_text import summary, where
from generator.problems.report.help_pages import NO_PAGES, HelpPages
from generator.problems.report.listed import listed

SHOWN = 10
"""Annotations of each kind that GitHub shows for a step."""
LIMIT = 1024 * 1024
"""Bytes that GitHub takes as the summary of a step."""
_HEAD = "| place | what is wrong | what to do | page |\n| --- | --- | --- | --- |\n"
# Everything but letters, digits and signs that Markdown, HTML and the forge give no meaning to.
_SIGNS = re.compile(r"[^\w\s.,;/()'?=+-]|_|(?<=www)\.", re.IGNORECASE)


def report_github(problems: Sequence[Problem]) -> str:
    """Write one workflow command a problem; nothing a person wrote can begin another command."""
    shown, _ = listed(problems)
    return "".join(_annotation(problem) for problem in shown)


def needs_table(problems: Sequence[Problem]) -> bool:
    """Tell whether there are more errors or more warnings than GitHub shows."""
    errors = sum(problem.is_error for problem in problems)
    return errors > SHOWN or len(problems) - errors > SHOWN


def github_table(
    problems: Sequence[Problem], files: int, pages: HelpPages = NO_PAGES, limit: int = LIMIT
) -> str:
    """Write all problems as a table in Markdown of at most `limit` bytes, which says how many more there are."""
    head = f"{summary(problems, files)}\n\n{_HEAD}"
    shown, _ = listed(problems)
    rows = [_row(problem, pages) for problem in shown]
    # The longest line that may be needed at the end is kept free.
    room = limit - len(head.encode()) - 120
    kept = 0
    for row in rows:
        room -= len(row.encode())
        if room < 0:
            break
        kept += 1
    left = len(problems) - kept
    more = f"\n{left} more: run `make check` to see them.\n" if left else ""
    return head + "".join(rows[:kept]) + more


def plain_markdown(text: str) -> str:
    """Give a text as Markdown that shows it and does nothing else: no markup, no table cell, no mention, no command."""
    shown = (c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))
    return _SIGNS.sub(_entity, "".join(shown))


def _entity(match: re.Match[str]) -> str:
    # The forge looks for mentions and numbers of issues after entities are read; a sign without width keeps them apart.
    apart = "&#8203;" if match[0] in "@#" else ""
    return f"&#{ord(match[0])};{apart}"


def _row(problem: Problem, pages: HelpPages) -> str:
    kind = problem.kind
    words = f"{kind.severity.value}: {problem.message}"
    cells = (where(problem.place), words, problem.help)
    link = pages.link(kind.code)
    page = f'<a href="{html.escape(link)}">{kind.code}</a>' if link else kind.code
    return f"| {' | '.join(map(plain_markdown, cells))} | {page} |\n"


def _annotation(problem: Problem) -> str:
    place = problem.place
    kind = problem.kind
    end = place.column + max(place.length, 1) - 1
    at = f"file={_property(place.path)},line={place.line},col={place.column},endColumn={end}"
    title = _property(f"{kind.code} {kind.name}")
    words = _message(f"{problem.message}\n{problem.help}")
    return f"::{kind.severity.value} {at},title={title}::{words}\n"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
