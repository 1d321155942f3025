"""YAML as text with places: every scalar stays the text that was written, and nothing is guessed.

The tree is built from the parser's events and not by its composer, because the composer dies with a signal on 60 kB
of `[`, and because depth, anchors, tags and double keys are seen here before anything is built from them.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from generator.load.text import hidden_characters
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

    The text is one that `decode` gave. Of a key that is written twice neither value is used.
    """
    reader = _Reader(path, text, first_line)
    try:
        node = reader.document()
    except _Fault as fault:
        return None, (*reader.problems, fault.problem)
    except yaml.MarkedYAMLError as error:
        return None, (*reader.problems, reader.syntax(error))
    if isinstance(node, Mapping):
        return node, tuple(reader.problems)
    if node is None:
        return None, (*reader.problems, problem("Y126", Place(path, first_line)))
    if not isinstance(node, Refused):
        reader.problems.append(problem("Y126", Place(path, node.line, node.column)))
    return None, tuple(reader.problems)


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
                    raise _Fault(problem("Y124", self.place(event, 3 if event.explicit else 1)))
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, 1)
        return node

    def node(self, event: Any, depth: int) -> Node:
        is_marked = self.refuse_marks(event)
        if type(event) is yaml.ScalarEvent:
            return Refused(*self.at(event)) if is_marked else self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.refuse_sign("Y122", event, f"*{event.anchor}")
            return Refused(*self.at(event))
        if depth > DEPTH_LIMIT:
            raise _Fault(problem("Y125", self.place(event), limit=DEPTH_LIMIT))
        if isinstance(event, yaml.MappingStartEvent):
            node: Node = self.mapping(event, depth)
        else:
            node = self.sequence(event, depth)
        return Refused(*self.at(event)) if is_marked else node

    def sequence(self, event: Any, depth: int) -> Sequence:
        items = []
        for item in self.events:
            if type(item) is yaml.SequenceEndEvent:
                break
            items.append(self.node(item, depth + 1))
        return Sequence(tuple(items), *self.at(event))

    def mapping(self, event: Any, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for key_event in self.events:
            if type(key_event) is yaml.MappingEndEvent:
                break
            key = self.key(key_event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if isinstance(key, Scalar) and self.key_is_good(key, value):
                self.enter(entries, key, value)
        return Mapping(tuple(entries.values()), *self.at(event))

    def key(self, event: Any, depth: int) -> Node:
        if type(event) is yaml.ScalarEvent:
            self.refuse_marks(event)
            return self.scalar(event)
        key = self.node(event, depth)
        if not isinstance(key, Refused):
            self.problems.append(problem("Y120", self.place(event), why="a key must be a word"))
        return key

    def key_is_good(self, key: Scalar, value: Node) -> bool:
        is_merge = key.text == "<<" and not key.quoted
        if is_merge and not isinstance(value, Refused):
            place = Place(self.path, key.line, key.column, key.length)
            self.problems.append(problem("Y122", place, text="<<"))
        return not is_merge

    def enter(self, entries: dict[str, Entry], key: Scalar, value: Node) -> None:
        """Take an entry; of a key that comes twice neither value is believed, above all not of `share`."""
        first = entries.setdefault(key.text, Entry(key, value)).key
        if first is key:
            return
        note = (Place(self.path, first.line, first.column, first.length), "first written here")
        place = Place(self.path, key.line, key.column, key.length)
        self.problems.append(problem("Y121", place, (note,), key=key.text))
        entries[key.text] = Entry(first, Refused(first.line, first.column))

    def scalar(self, event: Any) -> Scalar:
        line, column = self.at(event)
        start, end = event.start_mark, event.end_mark
        last = end.column if start.line == end.line else len(self.lines[start.line].rstrip())
        length = max(last - start.column, 1)
        place = Place(self.path, line, column, length)
        text = self.written_out(event.value, place) if event.style == '"' else event.value
        # The C parser gives an empty style to text without quotes.
        return Scalar(text, line, column, length, bool(event.style))

    def written_out(self, text: str, place: Place) -> str:
        """Refuse what may not stand in a file when an escape such as `\\u202e` brings it in."""
        for fault in hidden_characters(self.path, text)[:1]:
            self.problems.append(dataclasses.replace(fault, place=place))
        return unicodedata.normalize("NFC", text)

    def refuse_marks(self, event: Any) -> bool:
        """Refuse an anchor or a tag on a value; an alias has its own anchor and is refused as a value."""
        if isinstance(event, yaml.AliasEvent):
            return False
        if event.anchor is not None:
            self.refuse_sign("Y122", event, f"&{event.anchor}")
        if event.tag is not None:
            self.refuse_sign("Y123", event, "!")
        return event.anchor is not None or event.tag is not None

    def refuse_sign(self, code: str, event: Any, sign: str) -> None:
        """Refuse a word that begins with a sign, and quote it as it was written."""
        line, column = self.at(event)
        text = self.lines[event.start_mark.line]
        at = max(text.find(sign, column - 1), column - 1)
        word = re.split(r"[\s,\[\]{}]", text[at:], maxsplit=1)[0]
        self.problems.append(
            problem(code, Place(self.path, line, at + 1, len(word) or 1), text=word)
        )

    def syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        """Say what the parser found, at the place where a person would look for it."""
        theirs = str(error.problem or error.context or "something is not closed")
        is_open = any(words in theirs for words in _OPENED)
        mark = (error.context_mark if is_open else None) or error.problem_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if not any(rest.strip() for rest in self.lines[line:]):
            line, column = self.end()
        found = self.lines[line]
        length = len(found[column:].rstrip()) if "expected ':'" in theirs else 1
        why = (
            "a tab stands where spaces should be" if found[column:][:1] == "\t" else _plain(theirs)
        )
        return problem(
            "Y120", Place(self.path, line + self.shift, column + 1, max(length, 1)), why=why
        )

    def end(self) -> tuple[int, int]:
        """Give line and column, from 0, of the last sign: where something should follow and nothing does."""
        lines = [number for number, line in enumerate(self.lines) if line.strip()]
        last = lines[-1] if lines else 0
        return last, max(len(self.lines[last].rstrip()) - 1, 0)

    def place(self, event: Any, length: int = 1) -> Place:
        return Place(self.path, *self.at(event), length)

    def at(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + self.shift, event.start_mark.column + 1


# Faults that the parser notices at the end, and a person mends where the text begins.
_OPENED = (
    "unexpected end of stream",
    "unexpected document indicator",
    "expected ',' or",
    "expected ':'",
)
_PLAIN = (
    ("mapping values are not allowed", "a second colon stands in this line, or the indent is off"),
    ("could not find expected ':'", "a line has no colon after its field's name"),
    ("did not find expected key", "this line does not fit the lines around it"),
    ("did not find expected '-' indicator", "this line does not fit the list above it"),
    ("did not find expected node content", "a value is expected here"),
    ("did not find expected ',' or ']'", "a `[` is not closed"),
    ("did not find expected ',' or '}'", "a `{` is not closed"),
    ("unexpected end of stream", "a quote is not closed"),
    ("unexpected document indicator", "a quote is not closed"),
    (
        "found character that cannot start any token",
        "this sign cannot begin a value without quotes",
    ),
    ("found unknown escape character", "a backslash in double quotes needs another backslash"),
    ("did not find expected <document start>", "this text cannot be read as `key: value` lines"),
    ("block sequence entries are not allowed", "a list cannot begin here"),
    ("did not find expected alphabetic", "this sign cannot begin a value without quotes"),
)


def _plain(why: str) -> str:
    return next((plain for theirs, plain in _PLAIN if theirs in why), why)
