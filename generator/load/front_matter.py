"""Splits a Markdown file into its front matter and its body, and keeps the true line numbers of both."""

from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from generator.load.files import Source
from generator.load.text import decode
from generator.load.values import Notebook
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
    handler = YAMLHandler()
    if not handler.detect(text):
        return Parts(Mapping((), 1, 1), text, 1)
    try:
        front, body = handler.split(text)
    except ValueError:
        book.problems.append(problem("Y127", Place(book.path)))
        return None
    before = text[: len(text) - len(body)]
    # The boundary's own line end is left at the head of the body, or was taken with the boundary.
    skipped = 1 if body.startswith("\n") else 0
    first = before.count("\n") + 1 + skipped
    if not front.strip():
        return Parts(Mapping((), 1, 1), body[skipped:], first)
    tree, faults = read_mapping(source.path, front.removeprefix("\n"), first_line=2)
    book.problems.extend(faults)
    return None if tree is None else Parts(tree, body[skipped:], first)
