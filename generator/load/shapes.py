"""Says how a value of the wrong shape is written in the right one, in the person's own words.

Most of these are lists that a word processor made, and texts with a colon that YAML takes for a field.
Both functions give what follows the help of a problem, which is nothing where nobody can tell what was meant.
"""

import re

from generator.load.notebook import Notebook
from generator.load.yaml_lines import quoted
from generator.load.yaml_mending import mendings
from generator.load.yaml_tree import Mapping, Node, Scalar
from generator.problems import Edit, Fix, Place, replacing

_LIST_SIGN = re.compile(r"\s*(?:-(?=[^\s-])|[•·◦▪‣●○–—*])")


def as_list(book: Notebook, node: Node) -> tuple[str, Fix | None]:
    """Say how one value becomes a list, and give the fix where its lines are meant as items already."""
    if not isinstance(node, Scalar) or not 0 < node.line <= len(book.lines):
        return "", None
    line = book.lines[node.line - 1]
    if _LIST_SIGN.match(line):
        return _as_items(book, node)
    plain = not node.quoted and node.length == len(node.text) and not re.search(r"[,;\[\]{}]", line)
    if plain and re.fullmatch(r"[\w][\w ()'.-]*", node.text):
        return f", or in brackets: `[{node.text}]`", replacing(book.place(node), f"[{node.text}]")
    if plain or node.quoted:
        return f", or in brackets: `[{quoted(node.text)}]`", None
    return "", None


def _as_items(book: Notebook, node: Scalar) -> tuple[str, Fix | None]:
    lines = list(book.lines)
    meant = (m for m in mendings(lines, node.line - 1) if "hyphen" in m.why)
    found = next(meant, None)
    if found is None:
        return "", None
    edits = tuple(
        Edit(Place(book.path, line + 1, column + 1, length), text)
        for line, column, length, text in found.changes
    )
    # Lines that begin with a proper hyphen already stay as they are.
    return f", such as {found.shown}", Fix(edits)


def as_text(book: Notebook, node: Node) -> tuple[str, Fix | None]:
    """Say how words that YAML took for a field become a text, and give the fix where they stand on one line."""
    written = book.rest_of_line(node)
    if not isinstance(node, Mapping) or len(node.entries) != 1 or written[:1] in "{[\"'&*!":
        return "", None
    ((key, value),) = node.entries
    is_on_one_line = isinstance(value, Scalar) and value.line == key.line and " #" not in written
    if not isinstance(value, Scalar) or not is_on_one_line or not written.endswith(value.text):
        return "", None
    place = Place(book.path, node.line, node.column, len(written))
    return f", in quotes: `{quoted(written)}`", replacing(place, quoted(written))
