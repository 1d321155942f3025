"""Splits a Markdown file into its front matter and its body, and keeps the true line numbers of both."""

from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from generator.load.files import Source
from generator.load.notebook import Notebook
from generator.load.text import decode
from generator.load.yaml_tree import Mapping, read_mapping
from generator.problems import Place, problem


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter as a tree (empty where there is none) and the body, whose first line is line `body_line`."""

    front: Mapping
    body: str
    body_line: int


def read_parts(book: Notebook, source: Source) -> Parts | None:
    """Read a Markdown file's two parts; `None` when the front matter cannot be read."""
    text, faults = decode(source.path, source.data)
    book.problems.extend(faults)
    if text is None:
        return None
    book.lines = text.split("\n")
    handler = YAMLHandler()
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
    first = text.count("\n", 0, len(text) - len(body)) + 1
    if not front.strip():
        return Parts(Mapping((), 1, 1), body, first)
    front = front.removeprefix("\n")
    tree, faults = read_mapping(source.path, front, before_front.count("\n") + 2)
    book.problems.extend(faults)
    return None if tree is None else Parts(tree, body, first)
