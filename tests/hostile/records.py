"""Whole records made from the tables of fields, in which every text is a given one; so no field can be forgotten.

What a field holds that is no text is its own example. Fields that rule each other out stand in records of their own.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from generator.fields import CALL, GROUP, HUB, MINUTES, PAGE, PLATFORM, SERIES, SETTINGS
from generator.fields import kinds as k

Say = Callable[[str], str]
"""Gives the text of a field by its name, such as `call.sources.title`."""

WAYS: Mapping[str, tuple[k.Table, frozenset[str]]] = {
    "held": (
        CALL,
        frozenset(
            {
                "reason",
                "end",
                "extra",
                "occurrence",
                "restored",
                "recording",
                "aliases",
                "moved_from",
            }
        ),
    ),
    "cancelled": (
        CALL,
        frozenset(
            {
                "length",
                "extra",
                "occurrence",
                "restored",
                "recordings",
                "recording",
                "minutes",
                "aliases",
            }
        ),
    ),
    "series": (SERIES, frozenset({"rhythm", "rrule"})),
    "vague": (SERIES, frozenset({"repeats", "rrule", "skip", "part_of"})),
    "group": (GROUP, frozenset({"part_of", "approved_by"})),
    "hub": (HUB, frozenset()),
    "platform": (PLATFORM, frozenset()),
}
"""The kinds of records, and the fields that each leaves out because another one stands there or nothing is named."""
_SAID = {
    "held": {"status": "held", "minutes": "missing"},
    "cancelled": {"status": "cancelled", "start": "21:00", "end": "22:40"},
}
RULED = frozenset({"call.recordings.type"})
"""Texts of which a check asks that they have a grammar of their own, so that they are not free."""
TABLES: Mapping[str, k.Table] = {
    "call": CALL,
    "series": SERIES,
    "group": GROUP,
    "hub": HUB,
    "platform": PLATFORM,
    "minutes": MINUTES,
    "page": PAGE,
    "settings": SETTINGS,
}


def text_fields(table: k.Table, name: str) -> Iterator[tuple[str, int]]:
    """Give every field of a table that holds free text, by its name, with the characters it may have."""
    for field in table.fields:
        yield from _texts(field.kind, f"{name}.{field.name}")


def _texts(kind: k.Kind, name: str) -> Iterator[tuple[str, int]]:
    match kind:
        case k.Text(limit=limit) if name not in RULED:
            yield name, limit
        case k.GroupOrWords():
            yield name, k.Text().limit
        case k.Pairs(value=value):
            yield f"{name}:", 40
            yield from _texts(value, name)
        case k.ListOf(item=item):
            yield from _texts(item, name)
        case k.Table() as table:
            yield from text_fields(table, name)
        case _:
            pass


def other_fields(table: k.Table, name: str) -> Iterator[tuple[str, k.Kind]]:
    """Give every field of a table that holds one value which is no free text, with its kind."""
    for field in table.fields:
        yield from _others(field.kind, f"{name}.{field.name}")


def _others(kind: k.Kind, name: str) -> Iterator[tuple[str, k.Kind]]:
    match kind:
        case k.Text() | k.GroupOrWords():
            pass
        case k.Pairs(value=inner) | k.ListOf(item=inner):
            yield from _others(inner, name)
        case k.Table() as table:
            yield from other_fields(table, name)
        case _:
            yield name, kind


def record(way: str, say: Say, ids: Mapping[str, str]) -> dict[str, Any]:
    """Give a record of a kind with every field it may have; `ids` are those of the records it names, by their kind."""
    table, without = WAYS[way]
    return _filled(table, table.record, say, ids, without) | _SAID.get(way, {})


def filled(table: k.Table, name: str, say: Say, ids: Mapping[str, str]) -> dict[str, Any]:
    """Give every field of a table, all texts as they are said."""
    return _filled(table, name, say, ids, frozenset())


def _filled(
    table: k.Table, name: str, say: Say, ids: Mapping[str, str], without: frozenset[str]
) -> dict[str, Any]:
    values = {
        field.name: _value(field, f"{name}.{field.name}", say, ids)
        for field in table.fields
        if field.name not in without
    }
    return {key: value for key, value in values.items() if value is not None}


def _value(field: k.Field, name: str, say: Say, ids: Mapping[str, str]) -> Any:
    match field.kind:
        case k.ListOf(item=k.Table() as table):
            return [_filled(table, name, say, ids, frozenset())]
        case k.ListOf(item=item):
            inner = k.Field(field.name, item, field.about, field.example.strip("[]"))
            return [_value(inner, name, say, ids)]
        case k.Table() as table:
            return _filled(table, name, say, ids, frozenset())
        case k.Text() if name not in RULED:
            return say(name)
        case k.GroupOrWords():
            # One word alone would be read as an id.
            return f"friends of {say(name)}"
        case k.Pairs(value=k.Text()):
            return {say(f"{name}:"): say(name)}
        case k.Reference(target=target):
            return ids.get(target)
        case k.Sharing():
            return "public"
        case _:
            return yaml.load(field.example.split(", ")[0], Loader=yaml.BaseLoader)


def as_yaml(record: Mapping[str, Any]) -> str:
    """Write a record, each field on a line of its own; every text in quotes and with escapes where it needs them."""
    return "".join(f"{_quoted(key)}: {_quoted(value)}\n" for key, value in record.items())


def _quoted(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    # What may stand in no file comes in through an escape, as somebody who means harm would write it.
    return "".join(c if " " <= c <= "~" else _escape(c) for c in written)


def _escape(character: str) -> str:
    return f"\\U{ord(character):08X}"
