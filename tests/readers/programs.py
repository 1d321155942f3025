"""The calendar programs that read our feeds: how each is asked, and what it tells of many files at once."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import find_icaljs, find_node, find_readers
from tests.readers.told import Event

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program told of a file: its events in order, or the fault that it found."""

    events: tuple[Event, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """A calendar program: its name, the mark of tests that need it, and how it is started."""

    name: str
    mark: str
    command: Callable[[], tuple[str, ...]]


def python_program(name: str) -> Program:
    """Give a program of the readers' own environment."""
    module = f"tests.readers.ask_{name.replace('-', '_')}"
    return Program(name, "readers", lambda: (find_readers() or "", "-m", module))


def node_program() -> tuple[str, ...]:
    """Give the command that reads with ical.js."""
    script = Path(__file__).with_name("ask_icaljs.mjs")
    return (find_node() or "", str(script), find_icaljs() or "")


PROGRAMS = (
    python_program("recurring-ical-events"),
    python_program("khal"),
    python_program("ical"),
    Program("ical.js", "icaljs", node_program),
)
EACH = [pytest.param(one, id=one.name, marks=getattr(pytest.mark, one.mark)) for one in PROGRAMS]
"""Every program as a parameter of a test, with the mark of what it needs."""


def ask(program: Program, files: Iterable[Path]) -> Mapping[Path, Answer]:
    """Let a program read files, in one process; a program that does not answer for each of them is a failure."""
    paths = sorted(files)
    # Without it Python's own zones come from the machine before they come from the locked package.
    zones = {"PYTHONTZPATH": "", "PYTHONPATH": str(ROOT), "TZ": "UTC"}
    done = subprocess.run(
        program.command(),
        input="".join(f"{path}\n" for path in paths),
        cwd=ROOT,
        env={**os.environ, **zones},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = {Path(each["path"]): each for each in map(json.loads, done.stdout.splitlines())}
    assert paths == sorted(told), done.stderr
    return {
        path: Answer(tuple(sorted(map(_event, each["events"]))), each["fault"])
        for path, each in told.items()
    }


def _event(told: list) -> Event:
    uid, start, end, cancelled = told
    return uid, start, end, cancelled
