"""What is written down while one file is read: places of values, and problems."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from generator.load.yaml_comments import comments_of
from generator.load.yaml_tree import Node, Scalar
from generator.problems import Fix, Place, Problem, nearest, problem, replacing

_FIRST_FEW = 200
"""Faults of one file that get a hint; looking for one takes a while, and a file with more has another fault."""

_OF_SHARING = ("share", "basis", "identify", "allowed")
"""Beginnings of names of fields that say what may be seen, and why."""

BAD: Final = object()
"""What a reader gives for a value that cannot be used."""


@dataclass(slots=True)
class Notebook:
    """Collects what is found while one file is read: places of values and of comments, and problems.

    `lines` are those of the file as it is read, for those who look at how a value was written.
    """

    path: str
    problems: list[Problem] = field(default_factory=list)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    lines: Sequence[str] = ()
    comments: list[Place] = field(default_factory=list)

    def note_comments(self, text: str, first_line: int = 1) -> None:
        """Write down where the comments of a YAML text stand."""
        self.comments += [Place(self.path, *at) for at in comments_of(text, first_line)]

    def refuse(self, code: str, node: Node, fix: Fix | None = None, /, **values: str | int) -> Any:
        """Write down what is wrong with a node, and how it is mended where there is one way only."""
        self.problems.append(problem(code, self.place(node), (), fix, **values))
        return BAD

    def instead(self, node: Scalar, text: str) -> Fix | None:
        """Give the fix that puts a text in the place of a value; none for a value over several lines."""
        around = 2 if node.quoted else 0
        is_short = bool(text) and node.length == len(node.text) + around
        return replacing(self.place(node), text) if is_short else None

    def may_mend(self, name: str) -> bool:
        """Tell whether a field's word may be mended: never in the settings, and never what opens or closes a record."""
        return self.path != "mkdocs.yml" and not name.startswith(_OF_SHARING)

    def rest_of_line(self, node: Node) -> str:
        """Give what is written on a node's line from the node on, or an empty string where that is not known."""
        known = 0 < node.line <= len(self.lines)
        return self.lines[node.line - 1][node.column - 1 :].strip() if known else ""

    def rest_before(self, node: Node) -> str:
        """Give what is written on a node's line before the node, or an empty string where that is not known."""
        known = 0 < node.line <= len(self.lines)
        return self.lines[node.line - 1][: node.column - 1] if known else ""

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """Give the hint of `nearest`, and none where this file has too many faults already."""
        return nearest(word, known) if self.is_patient else ""

    @property
    def is_patient(self) -> bool:
        """Tell whether the file has so few faults that each is worth a closer look."""
        return len(self.problems) < _FIRST_FEW

    def place(self, node: Node) -> Place:
        """Give the place of a node."""
        return Place(self.path, node.line, node.column, getattr(node, "length", 1))

    def has(self, name: str) -> bool:
        """Tell whether a field is written, even if its value could not be used."""
        return (self.path, name) in self.places
