"""Problems as annotations of GitHub Actions, which stand beside the lines of a pull request.

Only ten errors of a step are shown there, so a summary of all of them follows.
"""

from collections.abc import Sequence

from generator.problems.problem import Problem


def report_github(problems: Sequence[Problem]) -> str:
    """Write one workflow command a problem; nothing a person wrote can begin another command."""
    return "".join(_annotation(problem) for problem in problems)


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
