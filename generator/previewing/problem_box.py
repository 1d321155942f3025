"""The box of problems at the foot of a page in the preview: what is wrong, where, and how to mend it.

It says what a report in the terminal says and quotes no line of a file. A build never makes it.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator import addresses
from generator.problems import Place, Problem

MOST = 40
"""Problems that a box lists; the rest are counted."""
_BOX = Markup(
    '<details class="preview-problems"{is_open}><summary>{said}</summary>'
    '<p class="preview-about">{about}</p><ol>{rows}</ol>{rest}</details>'
)
_ROW = Markup(
    '<li><p><code class="preview-place">{place}</code> <strong>{severity} {code}</strong> {message}</p>'
    '<p class="preview-help">{help}</p></li>'
)
_ABOUT = "What `check` says of the archive; this box is part of the preview only."


def problem_box(page: str, problems: Sequence[Problem], is_open: bool = False) -> str:
    """Give the box for one page of the site, those of the page's own files first; empty where nothing is wrong.

    It is open on a page that has nothing else to show.
    """
    if not problems:
        return ""
    ordered = sorted(
        problems, key=lambda one: (not _is_of_page(one.place.path, page), not one.is_error)
    )
    rows = Markup("").join(_row(one) for one in ordered[:MOST])
    beyond = len(ordered) - MOST
    rest = Markup("<p>{} more in the terminal.</p>").format(beyond) if beyond > 0 else ""
    opened = Markup(" open" if is_open else "")
    said = counted(problems)
    return str(_BOX.format(is_open=opened, said=said, about=_ABOUT, rows=rows, rest=rest))


def counted(problems: Sequence[Problem]) -> str:
    """Count problems in a few words: `1 error, 2 warnings`."""
    errors = sum(one.is_error for one in problems)
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n)


def _row(problem: Problem) -> Markup:
    severity = "error" if problem.is_error else "warning"
    return _ROW.format(
        place=_where(problem.place),
        severity=severity,
        code=problem.code,
        message=problem.message,
        help=problem.help,
    )


def _where(place: Place) -> str:
    return (
        f"{place.path}:{place.line}:{place.column}"
        if place.length
        else f"{place.path}:{place.line}"
    )


def _is_of_page(path: str, page: str) -> bool:
    """Tell whether a file is what a page is made from: its record, its notes, or its text."""
    return addresses.page_of_source(path) == page
