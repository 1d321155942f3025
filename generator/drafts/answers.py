"""Turns what somebody typed, as an answer or as an option, into a value, and says what is wrong in a problem's words.

The readers are those of the files, so an answer that is taken here is taken there.
"""

from collections.abc import Sequence

from generator.drafts.tidying import tidy_words
from generator.drafts.yaml_text import Value
from generator.fields import SHARE
from generator.fields import kinds as k
from generator.load.notebook import Notebook
from generator.load.text import decode
from generator.load.values import read_value
from generator.load.yaml_tree import Entry, Mapping, Node, Scalar
from generator.load.yaml_tree import Sequence as Items
from generator.problems import Problem

BETWEEN = " | "
"""Stands between the fields of a value that has fields of its own: `title: minutes | url: https://…`."""


class Unclear(ValueError):
    """Says in plain words why a typed value cannot even be taken apart."""


def faults_of(field: k.Field, value: Value) -> tuple[Problem, ...]:
    """Read a value as the field of a record, and give what is wrong with it; empty when nothing is."""
    _, hidden = decode("", words_in(value).encode("utf-8", "surrogateescape") or b" ")
    if hidden:
        return hidden
    book = Notebook("")
    read_value(book, field.kind, _node(value), field.name)
    return tuple(book.problems)


def is_id(text: str) -> bool:
    """Tell whether a text is written as ids are."""
    return not faults_of(k.Field("id", k.Id(), "", ""), text)


def value_of(kind: k.Kind, typed: Sequence[str]) -> Value:
    """Give the value of a field from what was typed for it, once or, for a list, several times.

    Raises `Unclear` when a value with fields of its own is not written as `field: value | field: value`.
    """
    if isinstance(kind, k.ListOf):
        return tuple(value_of(kind.item, [one]) for one in typed if one.strip())
    if isinstance(kind, k.Pairs):
        return {key: words for one in typed for key, words in _parts(one).items()}
    last = typed[-1] if typed else ""
    is_mapping = isinstance(kind, k.Table) or (isinstance(kind, k.Sharing) and ": " in last)
    return dict(_parts(last)) if is_mapping else tidy_words(last)


def example_of(kind: k.Kind, example: str) -> str:
    """Give the example of a field the way it is typed: one value of a list, and `field: value` of a table."""
    if isinstance(kind, k.ListOf) and isinstance(kind.item, k.Table):
        rows = [row for row in kind.item.fields if row.required or row.name in ("url", "publisher")]
        return BETWEEN.join(f"{row.name}: {row.example}" for row in rows)
    if isinstance(kind, k.ListOf):
        return example.strip("[]")
    return example


def is_repeated(kind: k.Kind) -> bool:
    """Tell whether a field takes several values."""
    return isinstance(kind, k.ListOf | k.Pairs)


def words_for(kind: k.Kind) -> tuple[str, ...]:
    """Give the words that a field allows, where it allows only a few."""
    if isinstance(kind, k.Choice):
        return kind.words
    return ("true", "false") if isinstance(kind, k.Switch) else ()


def references(field: k.Field, value: Value) -> tuple[tuple[str, str], ...]:
    """Give the records that a value names, each as its kind and id; a host that is words names none."""
    if isinstance(value, tuple):
        item = field.kind.item if isinstance(field.kind, k.ListOf) else field.kind
        inner = k.Field(field.name, item, "", "")
        return tuple(named for one in value for named in references(inner, one))
    if isinstance(value, str):
        return _reference(field.kind, value)
    rows = _rows(field.kind)
    return tuple(
        named for row in rows if row.name in value for named in references(row, value[row.name])
    )


def _reference(kind: k.Kind, value: str) -> tuple[tuple[str, str], ...]:
    if isinstance(kind, k.Reference):
        return ((kind.target, value),)
    is_id = isinstance(kind, k.GroupOrWords) and " " not in value and value == value.lower()
    return (("group", value),) if is_id else ()


def _rows(kind: k.Kind) -> tuple[k.Field, ...]:
    if isinstance(kind, k.Sharing):
        return SHARE.fields
    return kind.fields if isinstance(kind, k.Table) else ()


def _parts(typed: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in typed.split(BETWEEN):
        key, colon, words = part.partition(":")
        if not colon or not key.strip():
            raise Unclear(f"`{part.strip()}` should be `name: words`, with `|` between several")
        found[tidy_words(key)] = tidy_words(words)
    return found


def words_in(value: Value) -> str:
    """Give all that a value says on one line, the names of its parts included."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " ".join(words_in(one) for one in value)
    return " ".join(f"{key} {words_in(one)}" for key, one in value.items())


def _node(value: Value) -> Node:
    if isinstance(value, str):
        return Scalar(value, 1, 1, len(value), False)
    if isinstance(value, tuple):
        return Items(tuple(_node(one) for one in value), 1, 1)
    entries = (Entry(Scalar(key, 1, 1, len(key), False), _node(one)) for key, one in value.items())
    return Mapping(tuple(entries), 1, 1)
