"""Reads workflows as a build server does: jobs and steps, values put in for expressions, and what output means."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")

Values = Mapping[str, Any]


def workflow(name: str) -> dict[str, Any]:
    """Give a workflow by the name of its file; `on`, which YAML takes for a truth, is put right."""
    read = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


def jobs(read: Values) -> Iterator[Values]:
    yield from read["jobs"].values()


def steps(read: Values) -> Iterator[Values]:
    for job in jobs(read):
        yield from job["steps"]


def filled(text: str, known: Values) -> str:
    """Put values in for `${{ … }}`: nothing but names of what is known is understood."""
    return EXPRESSION.sub(lambda match: str(looked_up(match[1], known)), str(text))


def looked_up(name: str, known: Values) -> Any:
    """Give a value by its dotted name."""
    value: Any = known
    for part in name.split("."):
        value = value[part]
    return value


def holds(condition: str, known: Values, so_far: bool) -> bool:
    """Tell whether a step runs: `a.b == 'c'` and `!cancelled()`, joined by `&&`; else only after success."""
    text = EXPRESSION.sub(lambda match: match[1], condition)
    parts = [part.strip() for part in text.split("&&")] if text else []
    said = so_far or "!cancelled()" in parts
    for part in parts:
        if part != "!cancelled()":
            name, value = re.fullmatch(r"([\w.]+) == '([^']*)'", part).groups()  # type: ignore[union-attr]
            said = said and looked_up(name, known) == value
    return said


def commands(output: str) -> list[tuple[str, str, str]]:
    """Give the commands that a build server takes from what a step printed: name, properties and message.

    As its runner does: a line that begins with `::name`, after blanks, and the older `##[name]` anywhere in a line.
    Between `::stop-commands::token` and `::token::` nothing is taken.
    """
    found = []
    token = ""
    for line in re.split(r"\r\n|\r|\n", output):
        newer = re.match(r"\s*::([^ :]*)(?: (.*?))?::(.*)", line)
        older = re.search(r"##\[([^\] ]*)(?: ([^\]]*))?\](.*)", line)
        match = newer or older
        if match is None:
            continue
        name, about, words = (part or "" for part in match.groups())
        if token:
            token = "" if name == token else token
        elif name == "stop-commands":
            token = words
        else:
            found.append((name, about, words))
    return found
