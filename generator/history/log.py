"""Reads the git history once: when each file last changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.history.git import GitRefused, ask, is_shallow, text
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_LOG = (
    "log", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv",
    "--format=%x00%ct", "--name-only", "-z", "--", "calls", "minutes",
)  # fmt: skip

MADE = ("build", ".venv")
"""Folders that are made on each machine: what a build remembers, and the programs that it runs."""
_OUTSIDE = "this folder is not in a git repository, or has no commit yet"


@dataclass(frozen=True, slots=True)
class History:
    """Second of the last commit (Unix time) that changed a file, by path; `why_not` says why it is not whole."""

    stamps: Mapping[str, int]
    why_not: str = ""


def read_history(root: str) -> History:
    """Read when each record and each file of notes was last changed by a commit."""
    try:
        if is_shallow(root):
            return History({}, "only the newest commits were fetched")
        answer = ask(root, *_LOG)
    except GitRefused as refused:
        why = str(refused)
        return History({}, _OUTSIDE if why.startswith("git could not") else why)
    return History(_stamps(text(answer)))


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


def _stamps(log: str) -> dict[str, int]:
    """Read the log: for each commit its second, then the names it changed; the newest comes first."""
    stamps: dict[str, int] = {}
    second = 0
    for part in log.split("\x00"):
        name = part.lstrip("\n")
        if name.isdigit():
            second = int(name)
        elif name:
            stamps.setdefault(name, second)
    return stamps
