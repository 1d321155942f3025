"""Goes through the folders that people write in, on the disk or wherever else they lie, and reads what may be read.

What names may be is said in `names.py`, and what stands in the files is left to others.
This is the only part of loading that touches the disk.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.load.names import (
    ANSWERS,
    CORRECTIONS,
    FOLDERS,
    TRANSCRIPT,
    Entry,
    Kind,
    fault_of_file,
    fault_of_folder,
    fault_of_top,
    folder_for_file,
    is_passed_over,
    shown,
    twins,
)
from generator.problems import Place, Problem, problem

RECORD_LIMIT = 64_000
NOTES_LIMIT = 256_000
TRANSCRIPT_LIMIT = 1_000_000
ANSWERS_LIMIT = 4_000_000
LARGEST = max(NOTES_LIMIT, TRANSCRIPT_LIMIT, ANSWERS_LIMIT)
"""No file of an archive is read that has more bytes than this."""
_KINDS = {
    RECORD_LIMIT: "a record",
    TRANSCRIPT_LIMIT: "a transcript",
    ANSWERS_LIMIT: "answers about addresses",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it lies there; `path` is relative to the root, with `/` between folders."""

    path: str
    data: bytes


class Folders(Protocol):
    """Where an archive lies: a folder of the disk, a commit, or what is about to be committed.

    Paths are relative to the archive's root; all methods raise OSError for what cannot be read.
    """

    def kind(self, path: str) -> Kind:
        """Tell what lies under a path."""
        ...

    def entries(self, folder: str) -> Sequence[Entry]:
        """Give what lies in a folder, sorted by name."""
        ...

    def read(self, path: str, limit: int) -> tuple[int, bytes]:
        """Give the size of a file in bytes, and its bytes when they are not more than `limit`."""
        ...


def read_tree(root: str) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Read `calls/`, `minutes/` and `content/` below a root, sorted by path, with what is wrong about names."""
    return read_folders(Disk(root))


def read_settings_file(root: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Read `mkdocs.yml`, the file of the settings."""
    return read_settings_in(Disk(root))


def read_folders(place: Folders) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Read the three folders of an archive, sorted by path, with what is wrong about names."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for top in FOLDERS:
        kind = place.kind(top)
        fault = fault_of_top(top, kind)
        if fault is not None:
            problems.append(fault)
        elif kind is Kind.FOLDER:
            sources.extend(_walk(place, top, problems))
    return tuple(sorted(sources, key=lambda source: source.path)), tuple(problems)


def read_settings_in(place: Folders) -> tuple[Source | None, tuple[Problem, ...]]:
    """Read the file of the settings, wherever the archive lies."""
    path = "mkdocs.yml"
    kind = place.kind(path)
    if kind is Kind.LINK:
        return None, (problem("Y104", Place(path), name=path),)
    if kind is Kind.FOLDER:
        return None, (folder_for_file(path),)
    if kind is not Kind.FILE:
        return None, (problem("S701", Place(path)),)
    problems: list[Problem] = []
    return _read(place, path, RECORD_LIMIT, problems), tuple(problems)


@dataclass(frozen=True, slots=True)
class Disk:
    """An archive in a folder of the disk; no link is ever followed."""

    root: str

    def kind(self, path: str) -> Kind:
        """Tell what lies under a path."""
        full = os.path.join(self.root, path)
        if os.path.islink(full):
            return Kind.LINK
        if os.path.isdir(full):
            return Kind.FOLDER
        if os.path.isfile(full):
            return Kind.FILE
        return Kind.OTHER if os.path.lexists(full) else Kind.NOTHING

    def entries(self, folder: str) -> Sequence[Entry]:
        """Give what lies in a folder, sorted by name."""
        with os.scandir(self._full(folder)) as listed:
            found = [Entry(entry.name, _kind(entry)) for entry in listed]
        return sorted(found, key=lambda entry: entry.name)

    def read(self, path: str, limit: int) -> tuple[int, bytes]:
        """Give the size of a file in bytes, and its bytes when they are not more than `limit`."""
        # Without waiting, should a pipe have taken the file's place since the folder was listed.
        handle = os.open(self._full(path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(0, "it is not an ordinary file")
            # The buffer is made before it is read into: one of the limit's size costs more than the reading.
            some = min(status.st_size + 1, limit)
            return status.st_size, b"" if status.st_size > limit else os.read(handle, some)
        finally:
            os.close(handle)

    def _full(self, path: str) -> str:
        return os.path.join(self.root, path)


def _kind(entry: os.DirEntry[str]) -> Kind:
    if entry.is_symlink():
        return Kind.LINK
    if entry.is_dir(follow_symlinks=False):
        return Kind.FOLDER
    return Kind.FILE if entry.is_file(follow_symlinks=False) else Kind.OTHER


def _walk(place: Folders, folder: str, problems: list[Problem]) -> Iterator[Source]:
    try:
        entries = place.entries(folder)
    except OSError as error:
        problems.append(problem("Y116", Place(folder), why=_why(error)))
        return
    same = twins(name for name, _ in entries)
    for name, kind in entries:
        path = f"{folder}/{name}"
        fault = _fault(path, name, kind, same)
        if fault is not None:
            problems.append(fault)
        elif kind is Kind.FOLDER:
            yield from _walk(place, path, problems)
        elif not is_passed_over(path):
            source = _read(place, path, limit_of(path), problems)
            yield from () if source is None else (source,)


def _fault(path: str, name: str, kind: Kind, same: dict[str, str]) -> Problem | None:
    if kind is Kind.LINK:
        return problem("Y104", Place(shown(path)), name=name)
    if name in same:
        return problem("Y107", Place(shown(path)), name=name, other=same[name])
    if kind is Kind.FOLDER:
        return fault_of_folder(path)
    return None if is_passed_over(path) else fault_of_file(path, kind)


def limit_of(path: str) -> int:
    """Give how many bytes a file may have."""
    if path.startswith("minutes/") and path.endswith(TRANSCRIPT):
        return TRANSCRIPT_LIMIT
    if path.startswith(ANSWERS):
        return ANSWERS_LIMIT
    is_record = path.startswith("calls/") or path.endswith(CORRECTIONS)
    return RECORD_LIMIT if is_record else NOTES_LIMIT


def too_large(path: str, size: int, limit: int) -> Problem:
    """Say that a file has more bytes than it may have."""
    what = _KINDS.get(limit, "notes and pages")
    return problem("Y108", Place(path), size=size, what=what, limit=limit)


def _read(place: Folders, path: str, limit: int, problems: list[Problem]) -> Source | None:
    try:
        size, data = place.read(path, limit)
    except OSError as error:
        problems.append(problem("Y116", Place(path), why=_why(error)))
        return None
    if size > limit:
        problems.append(too_large(path, size, limit))
        return None
    return Source(path, data)


def _why(error: OSError) -> str:
    return error.strerror or "the system does not say why"
