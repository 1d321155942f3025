"""Which problems a report lists one by one, and how many more of a kind there are in a file where it has too many."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.problems.place import Place
from generator.problems.problem import Problem

MOST = 500
"""Problems of one code in one file that are listed: nobody reads more, and each takes a while to be told."""


class Rest(NamedTuple):
    """What is only counted: problems of one code in one file, from a line on."""

    first: Problem
    number: int

    @property
    def place(self) -> Place:
        """Give the line at which what is only counted begins."""
        return Place(self.first.place.path, self.first.place.line)

    @property
    def words(self) -> str:
        """Say how many more there are."""
        kind = self.first.kind
        return f"{self.number} more of {kind.code} {kind.name} in this file, from this line on"


def listed(problems: Sequence[Problem]) -> tuple[tuple[Problem, ...], tuple[Rest, ...]]:
    """Part problems into those that are listed and the rests that are counted, both in the order given."""
    seen: Counter[tuple[str, str]] = Counter()
    shown: list[Problem] = []
    first: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        key = (problem.place.path, problem.code)
        seen[key] += 1
        if seen[key] <= MOST:
            shown.append(problem)
        else:
            first.setdefault(key, problem)
    return tuple(shown), tuple(Rest(one, seen[key] - MOST) for key, one in first.items())
