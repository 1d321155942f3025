"""Problems as JSON for programs: versioned, and keys stay."""

import json
from collections.abc import Sequence

from generator.problems.fix import WHOLE_LINE, Fix
from generator.problems.place import Place
from generator.problems.problem import Problem
from generator.problems.report.help_pages import NO_PAGES, HelpPages
from generator.problems.report.listed import Rest, listed

VERSION = 1


def report_json(problems: Sequence[Problem], files: int, pages: HelpPages = NO_PAGES) -> str:
    """Write problems as one JSON object; `more` counts those of one kind in one file that are not listed."""
    shown, rests = listed(problems)
    rows = [_row(problem, pages) for problem in shown]
    more = [_rest(rest) for rest in rests]
    errors = sum(problem.is_error for problem in problems)
    counts = {"files": files, "errors": errors, "warnings": len(problems) - errors}
    said = {"version": VERSION, **counts, "problems": rows, "more": more}
    return json.dumps(said, indent=2) + "\n"


def _rest(rest: Rest) -> dict[str, object]:
    kind = rest.first.kind
    counted = {"code": kind.code, "name": kind.name, "severity": kind.severity.value}
    return {**counted, "file": rest.place.path, "line": rest.place.line, "count": rest.number}


def _row(problem: Problem, pages: HelpPages) -> dict[str, object]:
    kind = problem.kind
    notes = [{**_place(at), "message": words} for at, words in problem.notes]
    return {
        "code": kind.code,
        "name": kind.name,
        "severity": kind.severity.value,
        **_place(problem.place),
        "message": problem.message,
        "help": problem.help,
        "notes": notes,
        "page": pages.address(kind.code) or None,
        "fix": _fix(problem.fix),
        "can_be_fixed": problem.fix is not None,
    }


def _fix(fix: Fix | None) -> dict[str, object] | None:
    """Give the edit of a fix that is a single one; others, and whole lines, are left to `check --fix`."""
    if fix is None or len(fix.edits) != 1:
        return None
    ((place, replacement),) = fix.edits
    if place.length == WHOLE_LINE:
        return None
    return {**_place(place), "replacement": replacement}


def _place(place: Place) -> dict[str, object]:
    return {"file": place.path, "line": place.line, "column": place.column, "length": place.length}
