"""Problems as JSON for programs: versioned, and keys stay."""

import json
from collections.abc import Sequence

from generator.problems.place import Place
from generator.problems.problem import Problem

VERSION = 1


def report_json(problems: Sequence[Problem], files: int) -> str:
    """Write problems as one JSON object."""
    rows = [_row(problem) for problem in problems]
    errors = sum(problem.is_error for problem in problems)
    counts = {"files": files, "errors": errors, "warnings": len(problems) - errors}
    return json.dumps({"version": VERSION, **counts, "problems": rows}, indent=2) + "\n"


def _row(problem: Problem) -> dict[str, object]:
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
    }


def _place(place: Place) -> dict[str, object]:
    return {"file": place.path, "line": place.line, "column": place.column, "length": place.length}
