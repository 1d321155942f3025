"""Splits a Markdown file into its front matter and its body, and keeps the true line numbers of both."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from frontmatter.default_handlers import YAMLHandler

from generator.load.files import Source
from generator.load.notebook import Notebook
from generator.load.text import decode
from generator.load.yaml_tree import Mapping, read_mapping
from generator.problems import Place, problem, surely

_END = re.compile(r"-{3,}\s*\Z")
_OF_HEAD = re.compile(r"(?P<key>[\w-]{1,40}):(?:\s|\Z)|\s|#|- |\Z")
_LINES_OF_A_HEAD = 20


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter as a tree (empty where there is none) and the body, whose first line is line `body_line`."""

    front: Mapping
    body: str
    body_line: int


def read_parts(book: Notebook, source: Source, known: Collection[str] = ()) -> Parts | None:
    """Read a Markdown file's two parts; `None` when the front matter cannot be read.

    Where fields are `known`, front matter without its first `---` is told, and read as what it is meant to be.
    """
    text, faults = decode(source.path, source.data)
    book.problems.extend(faults)
    if text is None:
        return None
    book.lines = text.split("\n")
    handler = YAMLHandler()
    opening = handler.FM_BOUNDARY.match(text)
    added = 0
    if opening is None and _is_unopened(book.lines, known):
        _tell_unopened(book)
        text, added = f"---\n{text}", 1
        opening = handler.FM_BOUNDARY.match(text)
    if opening is None:
        return Parts(Mapping((), 1, 1), text, 1)
    try:
        front, body = handler.split(text)
    except ValueError:
        book.problems.append(problem("Y127", Place(book.path, 1, 1, 3)))
        return None
    # The marks take blank lines after them along, so lines are counted in what stands before each part.
    before_front = text[: text.index(front, opening.end())]
    body = body.removeprefix("\n")
    first = text.count("\n", 0, len(text) - len(body)) + 1 - added
    if not front.strip():
        return Parts(Mapping((), 1, 1), body, first)
    front = front.removeprefix("\n")
    front_line = before_front.count("\n") + 2 - added
    book.note_comments(front, front_line)
    tree, faults = read_mapping(source.path, front, front_line)
    book.problems.extend(faults)
    return None if tree is None else Parts(tree, body, first)


def _is_unopened(lines: Sequence[str], known: Collection[str]) -> bool:
    """Tell whether a text begins with fields, one of them known, and has the `---` that ends them."""
    head = list(takewhile(lambda line: not _END.match(line), lines[: _LINES_OF_A_HEAD + 1]))
    parts = [_OF_HEAD.match(line) for line in head]
    if not known or len(head) in (len(lines), _LINES_OF_A_HEAD + 1) or not all(parts):
        return False
    return any(part and part["key"] and surely(part["key"], known) for part in parts)


def _tell_unopened(book: Notebook) -> None:
    how = "put a line `---` above line 1, and leave the other lines as they are"
    words = {"field": "---", "record": "front matter of minutes", "how": how}
    book.problems.append(problem("F202", Place(book.path, 1, 1), **words))
