"""Reads every byte that goes into a build: settings, records, notes, pages, and what git knows of them.

What stands in the files is left to others.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import history
from generator.load.files import Disk, Folders, Source, read_folders, read_settings_in
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Read:
    """Every byte that goes into a build, with what is wrong about the files themselves."""

    settings: Source | None
    sources: tuple[Source, ...]
    past: history.History
    problems: tuple[Problem, ...]


def read(root: Path, made: Sequence[str] = history.MADE) -> Read:
    """Read the files and the history of an archive; without settings nothing else is looked at.

    `made` are folders that no commit may hold.
    """
    found = read_place(Disk(str(root)), history.read_history(str(root)))
    return refuse_made(found, str(root), made)


def refuse_made(given: Read, root: str, made: Sequence[str] = history.MADE) -> Read:
    """Add to what was read that git holds folders which are made on each machine."""
    return dataclasses.replace(given, problems=given.problems + history.check_made(root, made))


def may_remember(given: Read) -> bool:
    """Tell whether what is remembered on this machine was made here, and did not come with a commit."""
    return all(fault.code != "S713" for fault in given.problems)


def read_place(place: Folders, past: history.History) -> Read:
    """Read the files of an archive wherever it lies: on the disk, in a commit, or about to be committed."""
    settings, problems = read_settings_in(place)
    if settings is None:
        return Read(None, (), history.History({}), problems)
    sources, names = read_folders(place)
    return Read(settings, sources, past, problems + names)
