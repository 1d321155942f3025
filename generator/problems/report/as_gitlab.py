"""Problems as GitLab's report on code quality, which its merge requests show beside the lines.

The form is GitLab's own: a list of objects with description, check_name, fingerprint, severity and location.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from generator.problems.problem import Problem


def report_gitlab(problems: Sequence[Problem]) -> str:
    """Write a JSON list; a fingerprint holds no line, so that a problem that only moved is not a new one."""
    seen: Counter[str] = Counter()
    rows = []
    for problem in problems:
        same = json.dumps([problem.place.path, problem.code, problem.values])
        seen[same] += 1
        rows.append(_row(problem, f"{same} {seen[same]}"))
    return json.dumps(rows, indent=2) + "\n"


def _row(problem: Problem, identity: str) -> dict[str, object]:
    kind = problem.kind
    return {
        "description": f"{problem.message}. {problem.help}",
        "check_name": f"{kind.code} {kind.name}",
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": "major" if problem.is_error else "minor",
        "location": {"path": problem.place.path, "lines": {"begin": problem.place.line}},
    }
