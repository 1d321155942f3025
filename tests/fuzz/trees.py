"""Fuzz target for YAML: what our reader takes means what PyYAML's own safe loader reads with every scalar as text."""

from typing import Any

import yaml

from generator.load.text import decode
from generator.load.yaml_tree import Mapping, Node, Refused, Scalar, read_mapping
from generator.problems import Problem

PATH = "calls/2031/2031-01-08-river-open-call.yaml"


class _TextLoader(yaml.SafeLoader):
    """Reads as PyYAML does, and takes no scalar for anything but text."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Leave merge keys as they are."""


_TextLoader.yaml_implicit_resolvers = {}


def tree(data: bytes) -> None:
    """Read bytes with both; where ours finds nothing to say, PyYAML reads the same keys and texts."""
    text, problems = decode(PATH, data)
    if text is None:
        assert problems
        return
    found, faults = read_mapping(PATH, text)
    for fault in faults:
        look_at_place(fault, text)
    if found is None:
        assert faults
        return
    look_at_tree(found, text)
    if not faults:
        assert ours(found) == theirs(text)


def look_at_place(fault: Problem, text: str) -> None:
    """Look whether a fault stands in the text."""
    lines = text.split("\n")
    assert 1 <= fault.place.line <= len(lines), fault
    assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1, fault


def look_at_tree(node: Node, text: str) -> None:
    """Look whether every value stands in the text."""
    lines = text.split("\n")
    waiting = [node]
    while waiting:
        one = waiting.pop()
        assert 1 <= one.line <= len(lines), one
        # Of a refused value no place is ever shown: its line may be read with mendings in it.
        width = len(lines[one.line - 1])
        assert isinstance(one, Refused) or 1 <= one.column <= width + 1, one
        if isinstance(one, Mapping):
            waiting += [part for entry in one.entries for part in entry]
        elif not isinstance(one, Scalar | Refused):
            waiting += one.items


def ours(node: Node) -> Any:
    """Give our tree as plain values."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: ours(value) for key, value in node.entries}
    assert not isinstance(node, Refused), "refused without a word"
    return [ours(item) for item in node.items]


def theirs(text: str) -> Any:
    """Give what PyYAML reads."""
    return composed(yaml.load(text, Loader=_TextLoader))


def composed(value: Any) -> Any:
    """Compose the letters of every text, as `decode` does before any escape is read."""
    import unicodedata

    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {composed(key): composed(one) for key, one in value.items()}
    return [composed(one) for one in value]
