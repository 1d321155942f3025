"""Gives a tree of text its meaning by the tables of fields: mappings, lists and what may be shared.

Every reader returns a value, or `BAD` after it has written down what is wrong and how to mend it.
"""

from collections.abc import Collection
from typing import Any

from generator.fields import MINUTES, SHARE
from generator.fields import kinds as k
from generator.load.notebook import BAD, Notebook
from generator.load.own_words import Meant, field_meant, how_to_share
from generator.load.scalars import READERS, read_text
from generator.load.shapes import as_fields, as_list, as_pairs, as_text
from generator.load.yaml_tree import Entry, Mapping, Node, Refused, Scalar, Sequence
from generator.model.share import CLOSED, PUBLIC, Reason, Share
from generator.problems import Fix, Place, nearest, problem, surely

_FEW = 12
"""So many fields fit into a help line."""
_LIKELY = frozenset(
    "title name kind date start zone length repeats from until status purpose work about roles participants"
    " places agenda recordings sources share".split()
)
"""Fields that people look for most, where there are too many to name all."""


def read_table(book: Notebook, table: k.Table, node: Mapping, prefix: str = "") -> dict[str, Any]:
    """Read a mapping by its table; the result holds only the fields that are there and good."""
    known = {entry.name: entry for entry in table.fields}
    values: dict[str, Any] = {}
    written: set[str] = set()
    for key, value in node.entries:
        row = known.get(key.text)
        if row is None:
            if book.is_patient:
                keys = {other.text for other, _ in node.entries}
                _unknown(book, table, Entry(key, value), written, keys)
            continue
        written.add(row.name)
        name = prefix + row.name
        book.places[(book.path, name)] = book.place(value)
        read = read_value(book, row.kind, value, name)
        if read is not BAD:
            values[row.name] = read
    for row in table.fields:
        if row.required and row.name not in written:
            _missing(book, table, row, node)
    return values


def read_value(book: Notebook, kind: k.Kind, node: Node, name: str) -> Any:
    """Read one value by its kind; a value that was refused when the tree was built is not spoken of again."""
    if isinstance(node, Refused):
        return BAD
    if isinstance(kind, k.Table):
        if not isinstance(node, Mapping):
            return _shape(book, node, name, "a mapping", *as_fields(book, kind, node, name))
        return read_table(book, kind, node, f"{name}.")
    if isinstance(kind, k.ListOf):
        return _list(book, kind, node, name)
    if isinstance(kind, k.Pairs):
        return _pairs(book, kind, node, name)
    if isinstance(kind, k.Sharing):
        return _share(book, node, name)
    if not isinstance(node, Scalar):
        how = "write the value after the colon, on the same line"
        hint, fix = as_text(book, node) if _is_text(kind) else ("", None)
        return _shape(book, node, name, "one value", how, hint, fix)
    return READERS[type(kind)](book, kind, node, name)


def _is_text(kind: k.Kind) -> bool:
    return isinstance(kind, k.Text | k.GroupOrWords)


def _unknown(
    book: Notebook, table: k.Table, entry: Entry, written: set[str], keys: set[str]
) -> None:
    """Refuse a field that is not known, and take the one that is meant as written: one slip, one problem.

    `keys` are all of the mapping: a slip for a field that is there as well cannot be mended by renaming it.
    """
    key = entry.key
    known = {field.name: field for field in table.fields}
    meant = _meant(key.text, table, known, keys, book.path)
    hint = f"; did you mean `{meant.name}`" if meant else book.nearest(key.text, known)
    how = meant.how if meant else _some_of(list(known))
    better = meant.name if meant and meant.is_plain and meant.name not in keys else ""
    may_mend = bool(better) and table is not SHARE and book.may_mend(better)
    fix = book.instead(key, better) if may_mend else None
    words = {"word": key.text, "record": table.record, "nearest": hint, "how": how}
    book.refuse("F201", key, fix, **words)
    if hint:
        written.add(hint.split("`")[1])
    if may_mend:
        _read_aside(book, known[better], entry.value)


def _meant(
    word: str, table: k.Table, known: Collection[str], keys: set[str], path: str
) -> Meant | None:
    """Give the field that a word is a slip for or is used for, with what to do when both are there."""
    sure = surely(word, known)
    meant = Meant(sure, f"write `{sure}:` in its place", True) if sure else None
    if not meant and table is not SHARE:
        meant = field_meant(word, known, path)
    if meant and meant.name in keys:
        how = f"`{meant.name}:` is there as well, so keep one of the two lines"
        return meant._replace(how=how)
    return meant


def _some_of(known: list[str]) -> str:
    """Name the fields of a record, or the first of many and where all of them are listed."""
    if len(known) <= _FEW:
        return f"use one of: {', '.join(f'`{name}`' for name in known)}"
    first = ", ".join(f"`{name}`" for name in known if name in _LIKELY)
    return f"use one of: {first} and others; `calls/README.md` lists all of them"


def _read_aside(book: Notebook, row: k.Field, value: Node) -> None:
    """Tell what is wrong with a value under another name as well, so that one run tells all; the value is not used."""
    aside = Notebook(book.path, lines=book.lines)
    read_value(aside, row.kind, value, row.name)
    book.problems.extend(aside.problems)


def _missing(book: Notebook, table: k.Table, row: k.Field, node: Mapping) -> None:
    place = Place(book.path, node.line, node.column)
    if isinstance(row.kind, k.Sharing):
        book.problems.append(problem("F222", place, record=table.record))
        return
    how = f"add a line such as `{row.name}: {row.example}`"
    if table is MINUTES and not node.entries:
        how = f"put three lines at the very top: `---`, `{row.name}: {row.example}` and `---`"
    book.problems.append(problem("F202", place, field=row.name, record=table.record, how=how))


def _shape(
    book: Notebook,
    node: Node,
    name: str,
    wanted: str,
    how: str,
    hint: str = "",
    fix: Fix | None = None,
) -> Any:
    found = {Mapping: "a mapping", Sequence: "a list", Scalar: "one value"}[type(node)]
    words = {"field": name, "found": found, "wanted": wanted, "how": how, "hint": hint}
    return book.refuse("F209", node, fix, **words)


def _too_many(book: Notebook, node: Node, name: str, size: int, limit: int) -> Any:
    words = {"field": name, "what": "values", "how": f"keep to {limit} values"}
    return book.refuse("F210", node, **words, size=size, limit=limit)


def _list(book: Notebook, kind: k.ListOf, node: Node, name: str) -> Any:
    if not isinstance(node, Sequence):
        return _shape(book, node, name, "a list", *as_list(book, kind, node))
    if len(node.items) > kind.limit:
        return _too_many(book, node, name, len(node.items), kind.limit)
    values: list[Any] = []
    for number, item in enumerate(node.items):
        read = read_value(book, kind.item, item, f"{name}[{number}]")
        if read is not BAD:
            # The place is found by the value's number among those that are kept.
            book.places[(book.path, f"{name}[{len(values)}]")] = book.place(item)
            values.append(read)
    return tuple(values)


def _pairs(book: Notebook, kind: k.Pairs, node: Node, name: str) -> Any:
    if not isinstance(node, Mapping):
        return _shape(book, node, name, "a mapping", *as_pairs(book, node))
    if len(node.entries) > kind.limit:
        return _too_many(book, node, name, len(node.entries), kind.limit)
    pairs = []
    for key, value in node.entries:
        label = read_text(book, k.Text(40), key, name)
        inner = f"{name}.{key.text}"
        book.places[(book.path, inner)] = book.place(value)
        read = read_value(book, kind.value, value, name)
        if label is not BAD and read is not BAD:
            pairs.append((label, read))
    return tuple(pairs)


def _share(book: Notebook, node: Node, name: str) -> Any:
    """Read what may be shared. Anything that is not understood leaves everything closed."""
    if isinstance(node, Mapping):
        before = len(book.problems)
        values = read_table(book, SHARE, node, f"{name}.")
        is_whole = (
            len(book.problems) == before
            and {"minutes", "recording", "details", "reason"} <= values.keys()
        )
        return _share_of(values) if is_whole else CLOSED
    if not isinstance(node, Scalar):
        return _shape(book, node, name, "one value or a mapping", "write `share: public`")
    if node.text == "public":
        return PUBLIC
    reasons = {
        f"withheld for {reason.value}": reason for reason in Reason if reason is not Reason.UNSTATED
    }
    if node.text in reasons:
        return Share(details=True, reason=reasons[node.text])
    # A bare `withheld` is closest to some reason by chance, and a reason is not ours to propose.
    known = ("public", *reasons) if " for " in node.text else ("public",)
    how = how_to_share(node.text, book.path)
    return book.refuse("F215", node, value=node.text, nearest=nearest(node.text, known), how=how)


def _share_of(values: dict[str, Any]) -> Share:
    """Notes and recording of a call whose details are withheld are closed whatever else is written."""
    details = values.get("details") == "public"
    return Share(
        minutes=details and values.get("minutes") == "public",
        recording=details and values.get("recording") == "public",
        details=details,
        identify=values.get("identify", False),
        reason=Reason(values["reason"]),
        decided_by=values.get("decided_by", ""),
        decided_on=values.get("decided_on"),
        review_on=values.get("review_on"),
    )
