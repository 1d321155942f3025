"""The programs that read our podcasts: how each is asked, and what it tells of many files at once."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import find_node, find_partytime, find_readers
from tests.readers.episodes import Episode
from tests.readers.programs import ROOT


@dataclass(frozen=True, slots=True)
class Program:
    """A program that reads podcasts: its name, the mark of tests that need it, and how it is started."""

    name: str
    mark: str
    command: Callable[[], tuple[str, ...]]


def python_program(name: str) -> Program:
    """Give a program of the readers' own environment."""
    return Program(
        name, "readers", lambda: (find_readers() or "", "-m", f"tests.readers.ask_{name}")
    )


def node_program() -> tuple[str, ...]:
    """Give the command that reads with podcast-partytime."""
    script = Path(__file__).with_name("ask_partytime.mjs")
    return (find_node() or "", str(script), find_partytime() or "")


PROGRAMS = (
    python_program("feedparser"),
    python_program("podcastparser"),
    Program("partytime", "partytime", node_program),
)
EACH = [pytest.param(one, id=one.name, marks=getattr(pytest.mark, one.mark)) for one in PROGRAMS]
"""Every program as a parameter of a test, with the mark of what it needs."""


def ask(program: Program, files: Iterable[Path]) -> Mapping[Path, dict[str, Any]]:
    """Let a program read files, in one process; one that does not answer for each of them is a failure."""
    paths = sorted(files)
    done = subprocess.run(
        program.command(),
        input="".join(f"{path}\n" for path in paths),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TZ": "UTC", "PARTYTIME_LOG": "silent"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = {Path(each["path"]): each for each in map(json.loads, done.stdout.splitlines())}
    assert paths == sorted(told), done.stderr
    return told


def differences(wanted: Mapping[Path, Sequence[Episode]], told: Mapping[Path, Any]) -> list[Any]:
    """Give what a program reads otherwise than it should, of all that it tells, or what it says is wrong."""
    found: list[Any] = []
    for path, episodes in wanted.items():
        answer = told[path]
        read = answer["told"].get("episodes", [])
        if answer["fault"] or len(read) != len(episodes):
            found.append((path.name, answer["fault"], len(episodes), len(read)))
            continue
        for episode, one in zip(episodes, read, strict=True):
            right = episode.told()
            wrong = {
                name: (right[name], value) for name, value in one.items() if value != right[name]
            }
            found += [(path.name, episode.guid, wrong)] if wrong else []
    return found
