"""Contributions as tired volunteers write them, each a file beside this one, and the typing that a report asks for.

A contribution has a story, the files that are sent, the codes that each round of `check` reports, and steps. A step
says which problem names it, in which words, and what the volunteer then types: other words in a file (`old`, `new`),
another name for it (`name`, with `text` where its words are copied), its deletion, or another coding.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Step:
    """What a volunteer types after a round; only one of the ways to change a file is there."""

    round: int
    code: str
    says: str
    file: str
    old: str = ""
    new: str = ""
    name: str = ""
    text: str = ""
    coding: str = ""
    delete: bool = False


@dataclass(frozen=True, slots=True)
class Contribution:
    """Files as they were sent, by path, the codes of each round, and the steps in their order."""

    story: str
    sent: dict[str, bytes]
    rounds: tuple[tuple[str, ...], ...]
    steps: tuple[Step, ...]
    by_fix: bool


def contributions() -> dict[str, Contribution]:
    """Read all contributions, by name."""
    return {path.stem: _contribution(path) for path in sorted(FOLDER.glob("*.toml"))}


def _contribution(path: Path) -> Contribution:
    written: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    codings = written.get("codings", {})
    sent = {name: text.encode(codings.get(name, "utf-8")) for name, text in written["sent"].items()}
    steps = tuple(Step(**step) for step in written["step"])
    rounds = tuple(tuple(codes) for codes in written["rounds"])
    return Contribution(written["story"], sent, rounds, steps, written["by_fix"])


def send(root: Path, files: dict[str, bytes]) -> None:
    """Put the files of a contribution into an archive."""
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def type_in(root: Path, step: Step) -> None:
    """Do what a step says; words that are to be replaced must be there."""
    path = root / step.file
    if step.delete:
        path.unlink()
    elif step.name:
        (root / step.name).parent.mkdir(parents=True, exist_ok=True)
        path.rename(root / step.name)
        if step.text:
            (root / step.name).write_text(step.text, encoding="utf-8")
    elif step.coding:
        path.write_bytes(path.read_bytes().decode("cp1252").encode(step.coding))
    else:
        text = path.read_bytes().decode()
        assert step.old in text, f"{step.old!r} is not in {step.file} any more"
        path.write_bytes(text.replace(step.old, step.new).encode())
