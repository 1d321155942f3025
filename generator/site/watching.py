"""Notices files that are saved while a preview runs: the system tells of one at once, and a slow look finds the rest.

A burst of events, such as an editor that writes a second file and renames it, counts as one change.
"""

import os
import queue
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

QUIET, LONGEST = 0.02, 0.2
"""Seconds without an event that end a burst, and seconds after which it ends in any case."""
LOOK, LOOK_ALONE = 10.0, 0.5
"""Seconds between two looks at every file: beside the system's events, and where it gives none."""
_KINDS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Not that a file was opened or read: a preview reads all of them itself."""
_ALL = ""
"""Stands for every file, where an event is about a folder."""

Signature = tuple[int, int, int, int]
"""Times of the last change of a file's bytes and of what the system knows of it, its size and its number."""


def watch(
    root: Path,
    names: Iterable[str],
    on_change: Callable[[frozenset[str]], None],
    stop: Event,
    look: float = LOOK,
    begun: Event | None = None,
) -> None:
    """Call `on_change` with the files that came, went or changed, until `stop` is set.

    `names` are folders and files below `root`, which may be missing; paths are relative to it, with `/`.
    `look` are seconds between two looks at every file. Whatever changes after `begun` was set is told.
    """
    watched = _Watched(root, tuple(names))
    known = signatures(root, watched.names)
    if begun is not None:
        begun.set()
    told, end = {_ALL}, 0.0
    try:
        watched.begin()
        while not stop.is_set():
            if _ALL in told:
                # Before the look: what is saved between the two is told by the system.
                watched.follow()
            changed = _differences(root, watched.names, known, told)
            if changed:
                on_change(frozenset(changed))
            if _ALL in told:
                end = time.monotonic() + (look if watched.is_whole() else min(look, LOOK_ALONE))
            told = _burst(watched.told, stop, end)
    finally:
        watched.end()


class _Watched(FileSystemEventHandler):
    """The folders that the system tells of, and the paths that it told."""

    def __init__(self, root: Path, names: tuple[str, ...]) -> None:
        self.names = names
        self.told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._replaced: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._root = root
        self._observer: BaseObserver | None = None
        self._folders: dict[str, tuple[ObservedWatch | None, int]] = {}

    def dispatch(self, event: FileSystemEvent) -> None:
        """Note the paths of an event; of a folder that all files have to be looked at."""
        for path in (event.src_path, event.dest_path):
            name = self._named(os.fsdecode(path)) if path else ""
            if name and event.is_directory:
                self._replaced.put(name)
            if name:
                self.told.put(_ALL if event.is_directory else name)

    def begin(self) -> None:
        """Ask the system to tell, where it can."""
        try:
            observer = Observer()
            observer.schedule(self, str(self._root), recursive=False, event_filter=_KINDS)
            observer.start()
        except OSError:
            return
        self._observer = observer

    def follow(self) -> None:
        """Follow the folders that are there now: one that was deleted and made again is another one."""
        observer = self._observer
        if observer is None:
            return
        # A folder that is made again may get the number of the one that was deleted.
        replaced = {self._replaced.get() for _ in range(self._replaced.qsize())}
        for name in self.names:
            number = _number_of(self._root / name)
            watch, followed = self._folders.get(name, (None, 0))
            if number == followed and name not in replaced:
                continue
            if watch is not None:
                observer.unschedule(watch)
            self._folders[name] = (self._watch(observer, name) if number else None, number)

    def is_whole(self) -> bool:
        """Tell whether the system tells of every folder that is there."""
        there = (name for name in self.names if (self._root / name).is_dir())
        return self._observer is not None and all(
            self._folders.get(name, (None, 0))[0] is not None for name in there
        )

    def end(self) -> None:
        """Ask for nothing any more."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()

    def _watch(self, observer: BaseObserver, name: str) -> ObservedWatch | None:
        """Follow one folder; nothing where the system refuses, which is asked again for another folder only."""
        try:
            return observer.schedule(
                self, str(self._root / name), recursive=True, event_filter=_KINDS
            )
        except OSError:
            return None

    def _named(self, path: str) -> str:
        return Path(os.path.relpath(path, self._root)).as_posix()


def _number_of(path: Path) -> int:
    """Give the number of a folder on its disk; 0 for what is no folder."""
    try:
        return path.stat().st_ino if path.is_dir() and not path.is_symlink() else 0
    except OSError:
        return 0


def _burst(told: queue.SimpleQueue[str], stop: Event, end: float) -> set[str]:
    """Wait for an event, and give what the burst that it begins tells; from the second `end` of the clock on, all."""
    found: set[str] = set()
    while not found and not stop.is_set():
        left = end - time.monotonic()
        if left <= 0:
            return {_ALL}
        found.update(_next(told, min(left, 0.25)))
    last = time.monotonic() + LONGEST
    while time.monotonic() < last:
        more = _next(told, QUIET)
        if not more:
            break
        found.update(more)
    return found if time.monotonic() < end else found | {_ALL}


def _next(told: queue.SimpleQueue[str], seconds: float) -> tuple[str, ...]:
    try:
        return (told.get(timeout=seconds),)
    except queue.Empty:
        return ()


def _differences(
    root: Path, names: tuple[str, ...], known: dict[str, Signature], told: set[str]
) -> set[str]:
    """Give the paths whose signatures are not those that were known, and know them from now on."""
    if _ALL in told:
        found = signatures(root, names)
        changed = {path for path, _ in known.items() ^ found.items()}
        known.clear()
        known.update(found)
        return changed
    changed = set()
    for path in told:
        if not _belongs(path, names):
            continue
        signature = _signature(root / path)
        if signature != known.get(path):
            changed.add(path)
        if signature is None:
            known.pop(path, None)
        else:
            known[path] = signature
    return changed


def _belongs(path: str, names: tuple[str, ...]) -> bool:
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return not is_hidden and any(path == name or path.startswith(f"{name}/") for name in names)


def _signature(path: Path) -> Signature | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    # It may have become a folder since it was looked at.
    return None if stat.S_ISDIR(status.st_mode) else _of(status)


def _of(status: os.stat_result) -> Signature:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def signatures(root: Path, names: Iterable[str]) -> dict[str, Signature]:
    """Give the signature of every file below some names of a folder, hidden ones left out."""
    found: dict[str, Signature] = {}
    for name in names:
        if (root / name).is_dir():
            found.update(_below(str(root / name), name))
        else:
            signature = _signature(root / name)
            if signature is not None:
                found[name] = signature
    return found


def _below(folder: str, name: str) -> Iterator[tuple[str, Signature]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = f"{name}/{entry.name}"
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, path)
            else:
                yield path, _of(entry.stat(follow_symlinks=False))
        except OSError:
            continue
