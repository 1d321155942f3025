"""YAML as text with places: every scalar stays the text that was written, and nothing is guessed.

The tree is built from the parser's events and not by its composer, because the composer dies with a signal on 60 kB
of `[`, and because depth, anchors, tags and double keys are seen here before anything is built from them.
"""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent

from generator.alphabets import MOST_ACCENTS, composed, heap_of_accents
from generator.load.text import hidden_characters
from generator.load.yaml_faults import Diagnosis, diagnose, without_spaces
from generator.problems import Place, Problem, problem

DEPTH_LIMIT = 8
_MOST_FAULTS = 20
"""So many lines of one file that are not YAML are told at once."""


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


class Refused(NamedTuple):
    """A value that was refused already, so that no second problem is made of it."""

    line: int
    column: int


Node = Scalar | Mapping | Sequence | Refused


class _Fault(Exception):
    """Stops the reading of a file at the first thing that makes the rest meaningless."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_mapping(
    path: str, text: str, first_line: int = 1
) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Read one YAML document that must be a mapping; `first_line` is the file's line the text begins on.

    The text is one that `decode` gave. Of a key that is written twice neither value is used, nor a value of a line
    that is not YAML; the lines around it are read as if that line were mended, so that one run tells all faults.
    """
    written = lines = text.split("\n")
    told: list[Problem] = []
    touched: frozenset[int] = frozenset()
    while True:
        reader = _Reader(path, lines, first_line, touched, written)
        found = reader.read()
        if not isinstance(found, Diagnosis):
            return found, (*told, *reader.problems)
        if found.problem.place.line - first_line in touched:
            return None, tuple(told)
        told.append(found.problem)
        if found.mended is None or len(told) > _MOST_FAULTS:
            return None, (*told, *reader.problems)
        lines, touched = found.mended, touched | found.touched


class _Reader:
    """Walks the events of one document, once; values that begin on a line of `touched` are not believed.

    `written` are the lines of the file, `lines` those with mendings in them.
    """

    def __init__(
        self,
        path: str,
        lines: list[str],
        first_line: int,
        touched: frozenset[int],
        written: list[str],
    ) -> None:
        self.path = path
        self.shift = first_line
        self.problems: list[Problem] = []
        self.lines = lines
        self.touched = touched
        self.written = written
        self.last = len(written) - 1
        # At its end the parser gives nothing, again and again. `yaml.parse` would ask for each event twice.
        self.events: Iterator[Any] = iter(CParser("\n".join(lines)).get_event, None)

    def read(self) -> Mapping | Diagnosis | None:
        """Give the mapping, or nothing where there is none, or what stopped the parser."""
        try:
            node = self.document()
        except _Fault as fault:
            self.problems.append(fault.problem)
            return None
        except yaml.MarkedYAMLError as error:
            return diagnose(self.path, self.lines, self.shift, error)
        if isinstance(node, Mapping):
            return node
        if isinstance(node, Scalar):
            spaceless = without_spaces(self.path, self.lines, self.shift)
            if spaceless is not None:
                return spaceless
        if not isinstance(node, Refused):
            at = (node.line, node.column) if node else (self.shift, 1)
            self.problems.append(problem("Y126", Place(self.path, *at)))
        return None

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise _Fault(problem("Y124", self.place(event, 3 if event.explicit else 1)))
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, 1)
        return node

    def node(self, event: Any, depth: int) -> Node:
        is_marked = self.refuse_marks(event)
        if type(event) is ScalarEvent and not (is_marked or self.touched):
            return self.scalar(event)
        if type(event) is ScalarEvent:
            is_mended = self.at(event)[0] - self.shift in self.touched
            return Refused(*self.at(event)) if is_marked or is_mended else self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.refuse_sign("Y122", event, f"*{event.anchor}")
            return Refused(*self.at(event))
        if depth > DEPTH_LIMIT:
            raise _Fault(problem("Y125", self.place(event), limit=DEPTH_LIMIT))
        if isinstance(event, yaml.MappingStartEvent):
            node: Node = self.mapping(event, depth)
        else:
            node = self.sequence(event, depth)
        is_mended = event.flow_style and self.at(event)[0] - self.shift in self.touched
        return Refused(*self.at(event)) if is_marked or is_mended else node

    def sequence(self, event: Any, depth: int) -> Sequence:
        items = []
        for item in self.events:
            if type(item) is SequenceEndEvent:
                break
            items.append(self.node(item, depth + 1))
        return Sequence(tuple(items), *self.at(event))

    def mapping(self, event: Any, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for key_event in self.events:
            if type(key_event) is MappingEndEvent:
                break
            key = self.key(key_event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if type(key) is Scalar and self.key_is_good(key, value):
                if key.text in entries:
                    self.refuse_second(entries, key)
                else:
                    entries[key.text] = Entry(key, value)
        return Mapping(tuple(entries.values()), *self.at(event))

    def key(self, event: Any, depth: int) -> Node:
        if type(event) is ScalarEvent:
            self.refuse_marks(event)
            return self.as_written(self.scalar(event)) if self.touched else self.scalar(event)
        key = self.node(event, depth)
        if not isinstance(key, Refused):
            self.problems.append(
                problem(
                    "Y120",
                    self.place(event),
                    why="a key must be a word",
                    how="put the text in quotes",
                    hint="",
                )
            )
        return key

    def as_written(self, key: Scalar) -> Scalar:
        """Give a key of a mended line the column that it has in the file."""
        number = key.line - self.shift
        if number not in self.touched:
            return key
        at = self.written[number].find(key.text)
        return key._replace(column=at + 1) if at >= 0 else key

    def key_is_good(self, key: Scalar, value: Node) -> bool:
        if key.text != "<<" or key.quoted:
            return True
        if not isinstance(value, Refused):
            place = Place(self.path, key.line, key.column, key.length)
            self.problems.append(problem("Y122", place, text="<<"))
        return False

    def refuse_second(self, entries: dict[str, Entry], key: Scalar) -> None:
        """Refuse a key that comes twice: neither value is believed, above all not of `share`."""
        first = entries[key.text].key
        note = (Place(self.path, first.line, first.column, first.length), "first written here")
        place = Place(self.path, key.line, key.column, key.length)
        self.problems.append(problem("Y121", place, (note,), key=key.text))
        entries[key.text] = Entry(first, Refused(first.line, first.column))

    def scalar(self, event: Any) -> Scalar:
        line, column = self.at(event)
        start, end = event.start_mark, event.end_mark
        last = end.column if start.line == end.line else len(self.lines[start.line].rstrip())
        length = max(last - start.column, 1)
        text: str = event.value
        if event.style == '"':
            text = self.written_out(text, Place(self.path, line, column, length))
        # The C parser gives an empty style to text without quotes.
        return Scalar(text, line, column, length, bool(event.style))

    def written_out(self, text: str, place: Place) -> str:
        """Refuse what may not stand in a file when an escape such as `\\u202e` brings it in."""
        for fault in hidden_characters(self.path, text)[:1]:
            self.problems.append(dataclasses.replace(fault, place=place))
        size = heap_of_accents(text)[1]
        if size:
            self.problems.append(problem("Y130", place, size=size, limit=MOST_ACCENTS))
        return composed(text)

    def refuse_marks(self, event: Any) -> bool:
        """Refuse an anchor or a tag on a value; an alias has its own anchor and is refused as a value."""
        if type(event) is yaml.AliasEvent or (event.anchor is None and event.tag is None):
            return False
        if event.anchor is not None:
            self.refuse_sign("Y122", event, f"&{event.anchor}")
        if event.tag is not None:
            self.refuse_sign("Y123", event, "!")
        return event.anchor is not None or event.tag is not None

    def refuse_sign(self, code: str, event: Any, sign: str) -> None:
        """Refuse a word that begins with a sign, and quote it as it was written."""
        line, column = self.at(event)
        text = self.written[event.start_mark.line]
        at = max(text.find(sign, column - 1), column - 1)
        word = re.split(r"[\s,\[\]{}]", text[at:], maxsplit=1)[0]
        self.problems.append(
            problem(code, Place(self.path, line, at + 1, len(word) or 1), text=word)
        )

    def place(self, event: Any, length: int = 1) -> Place:
        return Place(self.path, *self.at(event), length)

    def at(self, event: Any) -> tuple[int, int]:
        """Give line and column; on a line that is read with a mending in it the column is one that the file has."""
        number, column = event.start_mark.line, event.start_mark.column
        # The parser puts the value of a `?` that ends a file on a line behind its last one.
        if number > self.last:
            number, column = self.last, len(self.written[self.last])
        if number in self.touched:
            column = min(column, len(self.written[number]))
        return number + self.shift, column + 1
