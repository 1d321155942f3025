"""Reads the git history once: when each file last changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.history.git import GitRefused, ask, has_commits, has_grafts, is_shallow, text
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_LOG = (
    "log", "-c", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv",
    "--format=%x00%ct", "--name-only", "-z", "--", "calls", "minutes",
)  # fmt: skip

MADE = ("build", ".venv")
"""Folders that are made on each machine: what a build remembers, and the programs that it runs."""
_OUTSIDE = "this folder is not in a git repository, or has no commit yet"


@dataclass(frozen=True, slots=True)
class History:
    """Second of the last commit (Unix time) that changed a file, by path; `why_not` says why it is not whole.

    Where clocks disagreed it is the latest second of all commits that changed the file, so that it never goes back.
    """

    stamps: Mapping[str, int]
    why_not: str = ""


def read_history(root: str) -> History:
    """Read when each record and each file of notes was last changed by a commit."""
    try:
        why = _why_not(root)
        return History({}, why) if why else History(_stamps(text(ask(root, *_LOG))))
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


def _stamps(log: str) -> dict[str, int]:
    """Read the log: for each commit its second, then the names it changed."""
    stamps: dict[str, int] = {}
    second = 0
    for part in log.split("\x00"):
        name = part.lstrip("\n")
        if name.isdigit():
            second = int(name)
        elif name:
            stamps[name] = max(second, stamps.get(name, second))
    return stamps
