"""JSON Schemas for editors, made from the tables of fields: completion, texts on hovering, and the form of values.

They help while a record is written and forgive what an editor cannot know; `check` is the judge.
Draft-07 is the newest draft that yaml-language-server (VS Code, Neovim, Helix, Zed, Emacs) and JetBrains both know
well, and its metaschema lies in both, so nothing is fetched. Every part is written out where it is used, because
in draft-07 a `$ref` silences the description beside it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator import zones
from generator.fields import kinds as k
from generator.fields import schema_patterns as patterns
from generator.fields.tables import CALL, GROUP, HUB, MINUTES, PLATFORM, SERIES, SHARE
from generator.fields.transcript_tables import CORRECTION, MOST_CORRECTIONS
from generator.fields.words import how_written
from generator.model.share import Reason

Schema = dict[str, Any]

# What an editor takes for a number or for yes and no, the loader reads as the words that were written.
_WORDS = ("string", "number", "boolean")
_WORD_OR_NUMBER = ("string", "number")


@dataclass(frozen=True, slots=True)
class RecordSchema:
    """A schema's name, what it describes, its table, and the files it is for as globs below the archive's root."""

    name: str
    about: str
    table: k.Table
    globs: tuple[str, ...]

    @property
    def path(self) -> str:
        """Give the file's path below the archive's root."""
        return f"schemas/{self.name}.schema.json"


SCHEMAS = (
    RecordSchema("call", "One call.", CALL, ("calls/[0-9][0-9][0-9][0-9]/*.yaml",)),
    RecordSchema("series", "A recurring call.", SERIES, ("calls/series/*.yaml",)),
    RecordSchema("group", "A group that holds calls.", GROUP, ("calls/groups/*.yaml",)),
    RecordSchema(
        "hub", "A campaign or gathering that calls served.", HUB, ("calls/hubs/*.yaml",)
    ),
    RecordSchema(
        "platforms", "Conferencing providers by their ids.", PLATFORM, ("calls/platforms.yaml",)
    ),
    RecordSchema("minutes", "The front matter of minutes.", MINUTES, ()),
    RecordSchema(
        "corrections", "The corrections of a transcript.", CORRECTION,
        ("minutes/[0-9][0-9][0-9][0-9]/*.corrections.yaml",),
    ),
)  # fmt: skip


def schema_files() -> tuple[tuple[str, str], ...]:
    """Give every schema as a path below the archive's root and the text of the file."""
    return tuple(
        (one.path, json.dumps(schema_of(one), indent=2, ensure_ascii=False) + "\n")
        for one in SCHEMAS
    )


def schema_of(one: RecordSchema) -> Schema:
    """Give the schema of a kind of record; its identity is a name, so that nothing is ever fetched."""
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:calls-archive:schema:{one.name}",
        "title": one.name.capitalize(),
        "description": one.about,
    }
    if one.table is CORRECTION:
        return head | value_schema(k.ListOf(CORRECTION, MOST_CORRECTIONS))
    return head | (_by_id(one.table) if one.table is PLATFORM else _mapping(one.table))


def _by_id(table: k.Table) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": patterns.ID},
        "additionalProperties": _mapping(table),
    }


def _mapping(table: k.Table) -> Schema:
    excused = _EXCUSED.get(table.record, ())
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in table.fields},
        "required": [f.name for f in table.fields if f.required and f.name not in excused],
        "additionalProperties": False,
        **_CONDITIONS.get(table.record, {}),
    }


def _property(field: k.Field) -> Schema:
    text = f"{field.about} Write {how_written(field.kind)}."
    head: Schema = {
        "title": field.name.replace("_", " ").capitalize(),
        "description": text.replace("`", ""),
    }
    if "`" in text:
        head["markdownDescription"] = text
    example = {"examples": [typed(field.kind, field.example)]} if field.example else {}
    return head | value_schema(field.kind) | example


def value_schema(kind: k.Kind) -> Schema:
    """Give the schema of the values of one kind."""
    match kind:
        case k.Table():
            return _mapping(kind)
        case k.ListOf(item, limit):
            return {"type": "array", "items": value_schema(item), "maxItems": limit}
        case k.Pairs(value, limit):
            return {
                "type": "object",
                "propertyNames": {"pattern": patterns.text(40)},
                "additionalProperties": value_schema(value),
                "maxProperties": limit,
            }
        case k.Sharing():
            reasons = [r.value for r in Reason if r is not Reason.UNSTATED]
            words = ["public", *(f"withheld for {reason}" for reason in reasons)]
            return {"anyOf": [{"enum": words}, _mapping(SHARE)]}
        case _:
            # Editors show these words, where they know the key, instead of the pattern.
            return _scalar(kind) | {"errorMessage": f"write {how_written(kind).replace('`', '')}"}


def _scalar(kind: k.Kind) -> Schema:
    match kind:
        case k.Text(limit, lines):
            return _patterned((patterns.lines if lines else patterns.text)(limit), *_WORDS)
        case k.Choice(words):
            return {"enum": list(words)}
        case k.Zone():
            return {"enum": sorted(zones.names())}
        case k.Switch():
            return {"enum": [True, False, "true", "false"]}
        case k.Whole(least, most):
            return _patterned(patterns.WHOLE, "string", "integer") | _between(least, most)
        case k.Day(loose):
            return _loose_day() if loose else _patterned(patterns.DAY, "string")
        case k.Address(secure):
            return _patterned(patterns.address(secure), "string")
        case _:
            return dict(_ONE_FORM[type(kind)])


def _loose_day() -> Schema:
    """A year alone is a number to an editor."""
    return _patterned(patterns.LOOSE_DAY, "string", "integer") | _between(1800, 2999)


def _patterned(pattern: str, *types: str) -> Schema:
    return {"type": types[0] if len(types) == 1 else list(types), "pattern": pattern}


def _between(least: int, most: int) -> Schema:
    return {"minimum": least, "maximum": most}


def typed(kind: k.Kind, text: str) -> Any:
    """Give an example as an editor sees it: numbers and switches by their kind, all else as text.

    >>> typed(k.Whole(1, 500), "150"), typed(k.ListOf(k.Id()), "[2031]")
    (150, ['2031'])
    """
    if isinstance(kind, k.Whole):
        return int(text)
    if isinstance(kind, k.Switch):
        return text == "true"
    if isinstance(kind, k.ListOf | k.Pairs):
        return yaml.load(text, Loader=yaml.BaseLoader)
    return text


_ONE_FORM: Mapping[type[k.Kind], Schema] = {
    k.Reference: _patterned(patterns.ID, *_WORDS),
    k.Id: _patterned(patterns.ID, *_WORDS),
    k.GroupOrWords: _patterned(patterns.text(k.Text().limit), *_WORDS),
    k.Clock: _patterned(patterns.CLOCK, "string"),
    k.LocalTime: _patterned(patterns.LOCAL_TIME, "string"),
    k.Length: _patterned(patterns.LENGTH, "string"),
    k.Duration: _patterned(patterns.DURATION, "string"),
    k.Participants: _patterned(patterns.PARTICIPANTS, *_WORD_OR_NUMBER) | _between(0, 9_999_999),
    k.Checksum: _patterned(patterns.CHECKSUM, *_WORD_OR_NUMBER),
    k.Days: _patterned(patterns.DAYS, "string"),
    k.Rhythm: _patterned(patterns.rhythm(), "string"),
    k.Rule: _patterned(patterns.rule(), "string"),
}
"""Kinds that have no settings of their own."""

_WITHHELD: Schema = {
    "properties": {
        "share": {
            "type": "object",
            "properties": {"details": {"const": "withheld"}},
            "required": ["details"],
        }
    },
    "required": ["share"],
}
"""A record whose details are withheld."""

_EXCUSED: Mapping[str, tuple[str, ...]] = {CALL.record: ("title", "status")}
"""Required fields that a call may lack when its details are withheld (see `load/records.py`)."""


def _where(field: str, word: str, needs: str) -> Schema:
    """Give the condition that a word in one field needs another field."""
    is_said = {"properties": {field: {"const": word}}, "required": [field]}
    return {"if": is_said, "then": {"required": [needs]}}


_CONDITIONS: Mapping[str, Schema] = {
    CALL.record: {
        "allOf": [
            {"if": _WITHHELD, "else": {"required": list(_EXCUSED[CALL.record])}},
            _where("status", "cancelled", "reason"),
        ]
    },
    SERIES.record: {
        "anyOf": [{"required": [name]} for name in ("repeats", "rhythm", "rrule")],
    },
    MINUTES.record: _where("status", "adopted", "adopted_by"),
}
"""What a record needs besides the fields that are always required, by the word for it."""
