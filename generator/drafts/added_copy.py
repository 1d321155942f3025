"""Puts one more copy into the text of a record: every line that is there stays as it is, comments and order too."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.drafts.yaml_text import write_record
from generator.fields import CALL
from generator.fields.kinds import Table
from generator.load.yaml_tree import Entry, Scalar, read_mapping
from generator.load.yaml_tree import Mapping as Tree
from generator.load.yaml_tree import Sequence as Items

_ORDER = {field.name: number for number, field in enumerate(CALL.fields)}


class Added(NamedTuple):
    """A record with one more copy; `taken_out` is the line that said why there was no recording, or nothing."""

    text: str
    taken_out: str = ""


def copy_lines(values: Mapping[str, str], indent: int = 2) -> tuple[str, ...]:
    """Give the lines of a copy as they stand below `recordings:`."""
    table = Table("", (next(one for one in CALL.fields if one.name == "recordings"),))
    lines = write_record(table, {"recordings": (dict(values),)}).split("\n")[1:-1]
    return tuple(" " * indent + line.removeprefix("  ") for line in lines)


def with_copy(text: str, values: Mapping[str, str]) -> Added | None:
    """Add a copy to a record's text; nothing where the list is not written a line a field, or cannot be read."""
    tree, faults = read_mapping("", text)
    if tree is None or faults:
        return None
    lines = text.rstrip("\n").split("\n")
    listed = next((one for one in tree.entries if one.key.text == "recordings"), None)
    if listed is None:
        return _with_new_list(lines, tree, values)
    items = listed.value
    if not isinstance(items, Items) or not items.items:
        return None
    first = items.items[0]
    if not isinstance(first, Tree) or not _begins_item(lines, first):
        return None
    indent = len(lines[first.line - 1]) - len(lines[first.line - 1].lstrip(" "))
    end = _end_of(lines, tree.entries, listed)
    return Added(_joined(lines, end, copy_lines(values, indent)))


def _begins_item(lines: Sequence[str], item: Tree) -> bool:
    """Tell whether a row of the list begins after a hyphen, and its list is not written in brackets."""
    line = lines[item.line - 1]
    return line.lstrip(" ").startswith("- ") and line[item.column - 1] not in "{["


def _with_new_list(lines: list[str], tree: Tree, values: Mapping[str, str]) -> Added:
    """Begin the list where the table of fields has it, and take out the line that says why there is none."""
    absent = next((one for one in tree.entries if one.key.text == "recording"), None)
    before = [one for one in tree.entries if _ORDER.get(one.key.text, 0) < _ORDER["recordings"]]
    end = _end_of(lines, tree.entries, before[-1]) if before else 0
    made = ("recordings:", *copy_lines(values))
    if absent is None or not isinstance(absent.value, Scalar):
        return Added(_joined(lines, end, made))
    number = absent.key.line - 1
    taken = lines[number]
    rest = [*lines[:number], *lines[number + 1 :]]
    return Added(_joined(rest, end - (number < end), made), taken.strip())


def _end_of(lines: Sequence[str], entries: Sequence[Entry], entry: Entry) -> int:
    """Give the number of lines up to the end of an entry; comments and empty lines before the next one are its own."""
    later = [one.key.line for one in entries if one.key.line > entry.key.line]
    end = min(later) - 1 if later else len(lines)
    while end > entry.key.line and lines[end - 1].lstrip()[:1] in ("", "#"):
        end -= 1
    return end


def _joined(lines: Sequence[str], at: int, more: Sequence[str]) -> str:
    return "\n".join([*lines[:at], *more, *lines[at:], ""])
