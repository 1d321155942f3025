"""The one writer of YAML: fields in the order of their table, values as plain as every reader agrees on.

What is written here is read back by `load/` word for word; what the words mean is not asked here.
"""

import re
import textwrap
from collections.abc import Iterable, Mapping

import yaml

from generator.fields import SHARE
from generator.fields import kinds as k
from generator.load.yaml_tree import Scalar, read_mapping

Value = str | tuple["Value", ...] | Mapping[str, "Value"]
"""A value before it has a meaning: words, a list, or a mapping. An empty one is left out."""

WIDTH = 100
"""Characters of a line; longer words are folded."""

_TYPED = (
    k.Day | k.Clock | k.LocalTime | k.Length | k.Duration | k.Participants | k.Whole | k.Days | k.Switch
    | k.Checksum
)  # fmt: skip
"""Kinds whose values people write without quotes, though other readers take some of them for numbers or dates."""
_FIRST_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`=~<")
_LIKE_NUMBER = re.compile(r"[-+]?\.?[0-9][0-9_.,:eE+-]*\Z|0[xXobB][0-9A-Fa-f_]+\Z")
_WORDS = frozenset("y n yes no on off true false null nan inf .nan .inf +.inf".split())
"""Words that one version of YAML or another takes for something else."""


def write_record(table: k.Table, values: Mapping[str, Value], schema: str = "") -> str:
    """Write a record; `schema` is the address of its schema for editors, relative to its folder.

    A field that is not in the table is a fault of the caller and raises `KeyError`.
    """
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    return "\n".join([*head, *_fields(table, values, 0), ""])


def write_notes(table: k.Table, values: Mapping[str, Value], body: str) -> str:
    """Write notes: their front matter between two lines of `---`, and the body."""
    return "\n".join(["---", *_fields(table, values, 0), "---", f"{body.strip(chr(10))}\n"])


def lines_of_fields(text: str) -> dict[int, str]:
    """Give the field that each line of a written record or front matter belongs to, by the line's number."""
    found: dict[int, str] = {}
    name = ""
    for number, line in enumerate(text.split("\n"), 1):
        if line == "---" and number > 1:
            break
        named = re.match(r"([a-z_]+):", line)
        name = named[1] if named else name
        if name and line:
            found[number] = name
    return found


def _fields(table: k.Table, values: Mapping[str, Value], indent: int) -> Iterable[str]:
    known = {field.name: field.kind for field in table.fields}
    for name in values:
        known[name]
    for name, kind in known.items():
        if values.get(name):
            yield from _entry(name, kind, values[name], indent)


def _entry(name: str, kind: k.Kind, value: Value, indent: int) -> Iterable[str]:
    pad = " " * indent
    if isinstance(value, str):
        return _scalar_lines(f"{pad}{name}: ", kind, value, indent + 2)
    if isinstance(value, tuple):
        item = kind.item if isinstance(kind, k.ListOf) else k.Text()
        return [f"{pad}{name}:", *(line for one in value for line in _item(item, one, indent + 2))]
    return [f"{pad}{name}:", *_mapping(kind, value, indent + 2)]


def _item(kind: k.Kind, value: Value, indent: int) -> Iterable[str]:
    pad = " " * indent
    if isinstance(value, str):
        return _scalar_lines(f"{pad}- ", kind, value, indent + 2)
    if isinstance(value, tuple):
        raise TypeError("no table has a list in a list")
    first, *rest = _mapping(kind, value, indent + 2)
    return [f"{pad}- {first.lstrip()}", *rest]


def _mapping(kind: k.Kind, value: Mapping[str, Value], indent: int) -> Iterable[str]:
    if isinstance(kind, k.Sharing):
        return _fields(SHARE, value, indent)
    if isinstance(kind, k.Table):
        return _fields(kind, value, indent)
    inner = kind.value if isinstance(kind, k.Pairs) else k.Text()
    pairs = ((_scalar(k.Text(), key), one) for key, one in value.items())
    return [line for key, one in pairs for line in _entry(key, inner, one, indent)]


def _scalar_lines(lead: str, kind: k.Kind, text: str, indent: int) -> list[str]:
    words = " ".join(text.split())
    line = lead + _scalar(kind, words)
    if len(line) <= WIDTH or " " not in words:
        return [line]
    pad = " " * indent
    folded = textwrap.wrap(words, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return [f"{lead}>-", *(pad + part for part in folded)]


def _scalar(kind: k.Kind, words: str) -> str:
    if _reads_back(words) and (isinstance(kind, _TYPED) or _is_text_everywhere(words)):
        return words
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def _reads_back(words: str) -> bool:
    """Tell whether the program's own reader gives these words for themselves, without quotes."""
    tree, faults = read_mapping("", f"key: {words}\n")
    if tree is None or faults or len(tree.entries) != 1:
        return False
    value = tree.entries[0].value
    return isinstance(value, Scalar) and value.text == words and not value.quoted


def _is_text_everywhere(words: str) -> bool:
    """Tell whether readers of either version of YAML take these words for text."""
    if words[:1] in _FIRST_SIGNS or words.lower() in _WORDS or _LIKE_NUMBER.match(words):
        return False
    guesses = yaml.SafeLoader.yaml_implicit_resolvers
    likely = (*guesses.get(words[:1], ()), *guesses.get(None, ()))
    return not any(pattern.match(words) for _, pattern in likely)
