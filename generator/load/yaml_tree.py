"""YAML as text with places: every scalar stays the text that was written, and nothing is guessed.

The tree is built from the parser's events and not by its composer, because the composer dies with a signal on 60 kB
of `[`, and because depth, anchors, tags and double keys are seen here before anything is built from them.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from generator.problems import Place, Problem, problem

DEPTH_LIMIT = 8


class Scalar(NamedTuple):
    """A piece of text as it was written; `quoted` says that quotes or a block mark stood around it."""

    text: str
    line: int
    column: int
    length: int
    quoted: bool


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """Keys with values in the order of the file."""

    entries: tuple[Entry, ...]
    line: int
    column: int


class Sequence(NamedTuple):
    """Values in the order of the file."""

    items: tuple["Node", ...]
    line: int
    column: int


Node = Scalar | Mapping | Sequence


class _Fault(Exception):
    """Stops the reading of a file at the first thing that makes the rest meaningless."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_mapping(
    path: str, text: str, first_line: int = 1
) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Read one YAML document that must be a mapping; `first_line` is the file's line the text begins on."""
    reader = _Reader(path, text, first_line)
    try:
        node = reader.document()
    except _Fault as fault:
        return None, (*reader.problems, fault.problem)
    except yaml.MarkedYAMLError as error:
        return None, (*reader.problems, reader.syntax(error))
    except yaml.reader.ReaderError as error:
        place = Place(path, first_line + text.count("\n", 0, error.position))
        return None, (
            *reader.problems,
            problem("Y111", place, point=f"{ord(text[error.position]):04X}"),
        )
    if not isinstance(node, Mapping):
        return None, (*reader.problems, problem("Y126", Place(path, first_line)))
    return node, tuple(reader.problems)


class _Reader:
    """Walks the events of one document. It lives for one call of `read_mapping`."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.shift = first_line
        self.problems: list[Problem] = []
        self.lines = text.split("\n")
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.CLoader)

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise _Fault(problem("Y124", self.place(event, 3)))
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, 1)
        return node

    def node(self, event: Any, depth: int) -> Node:
        if type(event) is yaml.ScalarEvent:
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.problems.append(problem("Y122", self.place(event), text=f"*{event.anchor}"))
            return Scalar("", *self.at(event), 1, True)
        if depth > DEPTH_LIMIT:
            raise _Fault(problem("Y125", self.place(event), limit=DEPTH_LIMIT))
        self.refuse_marks(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth)
        items = []
        for item in self.events:
            if type(item) is yaml.SequenceEndEvent:
                break
            items.append(self.node(item, depth + 1))
        return Sequence(tuple(items), *self.at(event))

    def mapping(self, event: Any, depth: int) -> Mapping:
        entries: list[Entry] = []
        seen: dict[str, Scalar] = {}
        for key_event in self.events:
            if type(key_event) is yaml.MappingEndEvent:
                break
            key = self.node(key_event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if self.key_is_good(key, seen):
                assert isinstance(key, Scalar)
                entries.append(Entry(key, value))
        return Mapping(tuple(entries), *self.at(event))

    def key_is_good(self, key: Node, seen: dict[str, Scalar]) -> bool:
        place = Place(self.path, key.line, key.column, getattr(key, "length", 1))
        if not isinstance(key, Scalar):
            self.problems.append(problem("Y120", place, why="a key must be a word"))
            return False
        if key.text == "<<" and not key.quoted:
            self.problems.append(problem("Y122", place, text="<<"))
            return False
        first = seen.setdefault(key.text, key)
        if first is not key:
            note = (Place(self.path, first.line, first.column, first.length), "first written here")
            self.problems.append(problem("Y121", place, (note,), key=key.text))
            return False
        return True

    def scalar(self, event: Any) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self.refuse_marks(event)
        start, end = event.start_mark, event.end_mark
        one_line = start.line == end.line
        length = (
            end.column - start.column
            if one_line
            else len(self.lines[start.line].rstrip()) - start.column
        )
        return Scalar(
            event.value,
            start.line + self.shift,
            start.column + 1,
            max(length, 1),
            event.style is not None,
        )

    def refuse_marks(self, event: Any) -> None:
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if anchor is not None:
            self.problems.append(problem("Y122", self.place(event), text=f"&{anchor}"))
        if tag is not None:
            self.problems.append(problem("Y123", self.place(event), text=tag))

    def syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        column = mark.column if mark else 0
        why = _plain_words(str(error.problem or error.context or "something is not closed"))
        found = self.lines[line] if line < len(self.lines) else ""
        if "\t" in found[: len(found) - len(found.lstrip())] or "cannot start any token" in why:
            why = "a tab stands where spaces should be" if "\t" in found else why
        return problem("Y120", Place(self.path, line + self.shift, column + 1), why=why)

    def place(self, event: Any, length: int = 1) -> Place:
        return Place(self.path, *self.at(event), length)

    def at(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + self.shift, event.start_mark.column + 1


_PLAIN = (
    ("mapping values are not allowed", "a second colon stands in this line, or the indent is off"),
    ("could not find expected ':'", "a line has no colon after its field's name"),
    ("did not find expected key", "this line does not fit the lines around it"),
    ("did not find expected '-' indicator", "this line does not fit the list above it"),
    ("did not find expected node content", "a value is expected here"),
    ("did not find expected ',' or ']'", "a `[` is not closed"),
    ("did not find expected ',' or '}'", "a `{` is not closed"),
    ("unexpected end of stream", "a quote is not closed"),
    (
        "found character that cannot start any token",
        "this sign cannot begin a value without quotes",
    ),
    ("found unknown escape character", "a backslash in double quotes needs another backslash"),
    ("did not find expected <document start>", "this text cannot be read as `key: value` lines"),
    ("block sequence entries are not allowed", "a list cannot begin here"),
    ("did not find expected alphabetic", "this sign cannot begin a value without quotes"),
)


def _plain_words(why: str) -> str:
    return next((plain for theirs, plain in _PLAIN if theirs in why), why)
