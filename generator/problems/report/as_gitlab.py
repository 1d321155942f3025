"""Problems as GitLab's report on code quality, which its merge requests show beside the lines.

The form is GitLab's own: a list of objects with description, check_name, fingerprint, severity and location.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from generator.problems.place import Place
from generator.problems.problem import Problem
from generator.problems.report.listed import listed


def report_gitlab(problems: Sequence[Problem]) -> str:
    """Write a JSON list; a fingerprint holds no line, so that a problem that only moved is not a new one."""
    seen: Counter[str] = Counter()
    rows = []
    shown, rests = listed(problems)
    for problem in shown:
        same = json.dumps([problem.place.path, problem.code, problem.values])
        seen[same] += 1
        words = f"{problem.message}. {problem.help}"
        rows.append(_row(problem, problem.place, words, f"{same} {seen[same]}"))
    for rest in rests:
        same = json.dumps([rest.place.path, rest.first.code, "more"])
        rows.append(_row(rest.first, rest.place, rest.words, same))
    return json.dumps(rows, indent=2) + "\n"


def _row(problem: Problem, place: Place, words: str, identity: str) -> dict[str, object]:
    kind = problem.kind
    return {
        "description": words,
        "check_name": f"{kind.code} {kind.name}",
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": "major" if problem.is_error else "minor",
        "location": {"path": place.path, "lines": {"begin": place.line}},
    }
