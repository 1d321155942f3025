"""Reads the git history once: when each file last changed, and which versions of it there were."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.history.git import (
    GitRefused,
    ask,
    has_commits,
    has_grafts,
    is_shallow,
    text,
    understood,
)
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_LOG = (
    "log", "-c", "--topo-order", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv",
    "--format=%x00%ct", "--raw", "--no-abbrev", "-z", "--", "calls", "minutes",
)  # fmt: skip

MADE = ("build", ".venv")
"""Folders that are made on each machine: what a build remembers, and the programs that it runs."""
_OUTSIDE = "this folder is not in a git repository, or has no commit yet"


NO_FILE = ""
"""Stands for the blob of a file that is not there."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a commit made of a file: the blob it had before (of a merge in its first parent), and the one it got.

    `number` is larger than that of each commit before it and is negative; `second` is that of Unix time.
    """

    number: int
    second: int
    before: str
    blob: str


@dataclass(frozen=True, slots=True)
class History:
    """Second of the last commit (Unix time) that changed a file, by path; `why_not` says why it is not whole.

    Where clocks disagreed it is the latest second of all commits that changed the file, so that it never goes back.
    `versions` are all that there were of a file, the newest first; `digest` stands for the whole of what git said.
    """

    stamps: Mapping[str, int]
    why_not: str = ""
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    digest: str = ""


def read_history(root: str) -> History:
    """Read when each record and each file of notes was last changed by a commit."""
    try:
        why = _why_not(root)
        return History({}, why) if why else _history(ask(root, *_LOG))
    except GitRefused as refused:
        return History({}, str(refused))


def _why_not(root: str) -> str:
    """Say why git would tell something else than what was, or nothing; raises GitRefused."""
    if is_shallow(root):
        return "only the newest commits were fetched"
    if has_grafts(root):
        return "a file `info/grafts` of this repository changes which commits follow each other"
    return "" if has_commits(root) else _OUTSIDE


def check_history(history: History, settings: Settings) -> tuple[Problem, ...]:
    """Say that history is missing: an error where the settings require it, for publishing."""
    if not history.why_not:
        return ()
    code = "S705" if settings.history == "required" else "S706"
    return (problem(code, Place("mkdocs.yml"), why=history.why_not),)


def check_made(root: str, folders: Iterable[str] = MADE) -> tuple[Problem, ...]:
    """Refuse folders of made things, or links in their place, that lie in git: what is found there is believed."""
    wanted = tuple(folders)
    try:
        held = text(ask(root, "ls-files", "-z", "--", *wanted)).split("\0")
    except GitRefused:
        return ()
    return tuple(
        problem("S713", Place(folder), folder=folder)
        for folder in wanted
        if any(f"{path}/".startswith(f"{folder}/") for path in held)
    )


@understood()
def _history(log: bytes) -> History:
    versions: dict[str, list[Version]] = {}
    for path, version in _versions(text(log)):
        versions.setdefault(path, []).append(version)
    return History(
        stamps={path: max(one.second for one in found) for path, found in versions.items()},
        versions={path: tuple(found) for path, found in versions.items()},
        digest=hashlib.sha256(log).hexdigest(),
    )


def _versions(log: str) -> Iterator[tuple[str, Version]]:
    """Read the log: for each commit its second, then a line of modes and blobs before the name of each file."""
    number = second = 0
    parts = iter(log.split("\x00"))
    for part in parts:
        line = part.lstrip("\n")
        if line.isdigit():
            second = int(line)
            number -= 1
        elif line.startswith(":"):
            yield next(parts, ""), Version(number, second, *_blobs(line))


def _blobs(line: str) -> tuple[str, str]:
    """Read the blob before and the blob after; with more parents there is a mode and a blob for each of them."""
    parents = len(line) - len(line.lstrip(":"))
    words = line.lstrip(":").split(" ")
    modes, blobs = words[: parents + 1], words[parents + 1 : 2 * parents + 2]
    kept = [
        blob if mode.startswith("100") else NO_FILE for mode, blob in zip(modes, blobs, strict=True)
    ]
    return kept[0], kept[-1]
