"""Reads YAML as editors do, by the core schema of YAML 1.2, and asks a schema what an editor would say."""

import math
import re
from typing import Any

import jsonschema
import yaml

from generator.fields.schema import SCHEMAS, schema_of

SCHEMA_OF = {one.name: schema_of(one) for one in SCHEMAS}
_FOLDERS = {"series": "series", "groups": "group", "hubs": "hub", "platforms.yaml": "platforms"}


class CoreLoader(yaml.SafeLoader):
    """Gives numbers, truth values and nulls only where section 10.3.2 of YAML 1.2.2 does; keys stay text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Give a mapping with its keys as they are written."""
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


def _whole(loader: CoreLoader, node: yaml.ScalarNode) -> int:
    text = str(node.value)
    bases = {"0x": 16, "0o": 8}
    return int(text, bases.get(text[:2], 10))


def _real(_loader: CoreLoader, node: yaml.ScalarNode) -> float:
    text = str(node.value).lower()
    if text.endswith((".inf", ".nan")):
        return math.nan if "nan" in text else math.copysign(math.inf, -1 if text[0] == "-" else 1)
    return float(text)


for _tag, _pattern in (
    ("null", r"null|Null|NULL|~|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), None
    )
CoreLoader.add_constructor("tag:yaml.org,2002:int", _whole)
CoreLoader.add_constructor("tag:yaml.org,2002:float", _real)
CoreLoader.add_constructor("tag:yaml.org,2002:map", CoreLoader.construct_mapping)


def as_editors_see(text: str) -> Any:
    """Give what an editor makes of a YAML text."""
    return yaml.load(text, Loader=CoreLoader)


def schema_for(path: str) -> dict[str, Any]:
    """Give the schema for a file of an archive, by its path below the root."""
    top, inner = path.split("/")[:2]
    if path.endswith(".corrections.yaml"):
        return SCHEMA_OF["corrections"]
    return SCHEMA_OF["minutes" if top == "minutes" else _FOLDERS.get(inner, "call")]


def faults(path: str, text: str) -> list[str]:
    """Give what an editor would mark in a record, or in the front matter of minutes."""
    if path.endswith(".md"):
        text = text.split("---\n")[1]
    validator = jsonschema.Draft7Validator(schema_for(path))
    return [
        f"{fault.json_path}: {fault.message}"
        for fault in validator.iter_errors(as_editors_see(text))
    ]


def fits(schema: dict[str, Any], value: Any) -> bool:
    """Tell whether a value fits a schema."""
    return jsonschema.Draft7Validator(schema).is_valid(value)
