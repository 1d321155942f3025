"""Says how a value of the wrong shape is written in the right one, in the person's own words.

Most of these are lists that a word processor made, and texts with a colon that YAML takes for a field.
Each function gives how it is written, the same in the person's own words (nothing where nobody can tell what was
meant), and the fix where there is one.
"""

import re

from generator.fields import kinds as k
from generator.load.likely import likely_id
from generator.load.notebook import Notebook
from generator.load.yaml_lines import quoted
from generator.load.yaml_mending import mendings
from generator.load.yaml_tree import Mapping, Node, Scalar, Sequence
from generator.problems import Edit, Fix, Place, replacing

Shaped = tuple[str, str, Fix | None]
"""How it is written, the same in a person's own words, and the fix."""

_ADDRESS = re.compile(r"https?://[^\s\"'<>{}]+\Z")
_LIST_SIGN = re.compile(r"\s*(?:-(?=[^\s-])|[•·◦▪‣●○–—*])")


def as_list(book: Notebook, kind: k.ListOf, node: Node) -> Shaped:
    """Say how one value becomes a list, and give the fix where its lines are meant as items already."""
    how = "put each value on its own line, after `- `"
    if isinstance(kind.item, k.Table):
        how = f"write it below, indented: {_rows(kind.item)}"
    if not isinstance(node, Scalar) or not 0 < node.line <= len(book.lines):
        return how, "", None
    line = book.lines[node.line - 1]
    if _LIST_SIGN.match(line):
        return how, *_as_items(book, node)
    if isinstance(kind.item, k.Table):
        return how, "", None
    if isinstance(kind.item, k.Reference):
        return how, *_as_ids(book, node)
    plain = not node.quoted and node.length == len(node.text) and not re.search(r"[,;\[\]{}]", line)
    if plain and re.fullmatch(r"[\w][\w ()'.-]*", node.text):
        fix = replacing(book.place(node), f"[{node.text}]")
        return how, f", or in brackets: `[{node.text}]`", fix
    if plain or node.quoted:
        return how, f", or in brackets: `[{quoted(node.text)}]`", None
    return how, "", None


def _as_ids(book: Notebook, node: Scalar) -> tuple[str, Fix | None]:
    """Write names with commas between them as a list of ids; one that is an id already needs nobody's judgement."""
    ids = [likely_id(part) for part in re.split(r"[,;]", node.text[:400])]
    if not all(ids):
        return "", None
    fix = book.instead(node, f"[{ids[0]}]") if ids == [node.text] else None
    return f", or in brackets: `[{', '.join(ids)}]`", fix


def as_fields(book: Notebook, kind: k.Table, node: Node, name: str) -> Shaped:
    """Say how one value becomes a row with fields; an address needs its field's name and nothing else."""
    if not name.endswith("]"):
        return "write `key: value` lines, indented", "", None
    how = f"write it with its fields: {_rows(kind)}"
    needed = [field.name for field in kind.fields if field.required]
    if not isinstance(node, Scalar) or not _ADDRESS.match(node.text) or needed != ["url"]:
        return how, "", None
    return how, f"; here: `- url: {node.text}`", book.instead(node, f"url: {node.text}")


def _rows(kind: k.Table) -> str:
    """Give an example of the fields that a row of a list must have."""
    first, *more = (f"{field.name}: {field.example}" for field in kind.fields if field.required)
    return f"`- {first}`" + "".join(f" and below it `  {line}`" for line in more)


def as_pairs(book: Notebook, node: Node) -> Shaped:
    """Say how a list becomes lines of names and values: without its hyphens."""
    how = "write `name: value` lines, indented, such as `facilitator: Mill Town`"
    if not isinstance(node, Sequence):
        return how, "", None
    fix = _without_hyphens(book, node)
    return (
        (f"{how}; delete the hyphens before them", "", fix)
        if fix
        else (f"{how}, without hyphens", "", None)
    )


def _without_hyphens(book: Notebook, node: Sequence) -> Fix | None:
    """Take the hyphens from a list of names and values; none where a name comes twice or an item is no such pair."""
    signs = [re.match(r"( *)(-\s+)\Z", book.rest_before(item)) for item in node.items]
    pairs = [item.entries for item in node.items if isinstance(item, Mapping)]
    names = {entries[0].key.text for entries in pairs if len(entries) == 1}
    leads = {sign[1] for sign in signs if sign}
    if len(names) != len(node.items) or None in signs or len(leads) != 1:
        return None
    # At the left edge the names would become fields of the record.
    indent = "" if leads != {""} else "  "
    places = (
        Place(book.path, item.line, sign.start(2) + 1, len(sign[2]))
        for item, sign in zip(node.items, signs, strict=True)
        if sign
    )
    return Fix(tuple(Edit(place, indent) for place in places))


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
