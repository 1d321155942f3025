"""Writes the finished files as one tree and swaps it into place; unchanged files are linked, not written.

How the swap is made is `swap.py`'s business; which paths may be written is said in `paths.py`, and which files of the
old tree may be linked in `manifest.py`.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import own_files
from generator.site.lock import locked
from generator.site.manifest import (
    FILE_MODE,
    FOLDER_MODE,
    MANIFEST,
    Entry,
    OldTree,
    manifest_bytes,
    old_tree,
    write_seal,
)
from generator.site.paths import PathSet
from generator.site.swap import Exchange, exchange, next_tree, recover, spool_of, swap_in


@dataclass(frozen=True, slots=True)
class Finished:
    """A file to be published: its checksum, and how to get its bytes, which is asked only when it has to be written.

    `sha256` is the hexadecimal digest of the bytes.
    `lies` is where the file has been put down already, with `size` bytes; it is moved then, and nothing is read.
    """

    path: str
    sha256: str
    read: Callable[[], bytes]
    lies: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Spool:
    """A folder beside the site, for files that processes of one build finish before it is known whether they may stand.

    `mark` keeps what a killed build's processes may still write apart from what this one's do.
    """

    folder: str
    mark: str

    def open(self) -> None:
        """Make the folder."""
        os.makedirs(self.folder, exist_ok=True)
        os.chmod(self.folder, FOLDER_MODE)

    def put(self, path: str, data: bytes) -> str:
        """Put down the file that is to stand at `path`, and give where it lies.

        It lies nowhere when there is no folder: the build does its work by itself then.
        """
        place = f"{self.folder}/{self.mark}-{hashlib.sha256(path.encode()).hexdigest()}"
        try:
            write_file(place, data)
        except FileNotFoundError:
            return ""
        return place


Making = Callable[[OldTree, Spool], Iterable[Finished]]
"""Gives the files of a site, given the old tree, whose files may be linked, and where files may be put down."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did, in numbers of files; when nothing changed, nothing was touched."""

    written: int
    kept: int
    removed: int
    manifest: str = field(default="", compare=False)
    """The SHA-256 of the manifest of the tree that stands then."""
    files: int = field(default=0, compare=False)
    """How many files that manifest lists."""

    @property
    def changed(self) -> bool:
        """Whether there is a new tree."""
        return bool(self.written or self.removed)


@dataclass(slots=True)
class _NextTree:
    """The tree in the making; it exists on disk only from the first file that has to be written."""

    old: Path
    new: Path
    linkable: Mapping[str, Entry]
    entries: dict[str, Entry] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    started: bool = False
    written: int = 0

    def add(self, file: Finished) -> None:
        """Take in a file: linked when it is unchanged, else written."""
        known = self.linkable.get(file.path)
        if known is not None and known.sha256 == file.sha256:
            self.entries[file.path] = known
            if self.started:
                self._link(file.path)
            else:
                self.waiting.append(file.path)
            return
        self.start()
        self._write(file)

    def start(self) -> None:
        """Begin the tree on disk, with links for everything that was the same so far."""
        if self.started:
            return
        self.started = True
        self.new.mkdir()
        self.new.chmod(FOLDER_MODE)
        for path in self.waiting:
            self._link(path)
        self.waiting.clear()

    def _link(self, path: str) -> None:
        old, new = f"{self.old}/{path}", self._place(path)
        try:
            os.link(old, new, follow_symlinks=False)
        except OSError:
            # Too many links already, or a file system without them.
            write_file(new, Path(old).read_bytes())

    def _write(self, file: Finished) -> None:
        self.written += 1
        if file.lies:
            os.rename(file.lies, self._place(file.path))
            self.entries[file.path] = Entry(file.sha256, file.size)
            return
        data = file.read()
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise ValueError(f"{file.path}: the bytes do not have the announced checksum")
        write_file(self._place(file.path), data)
        self.entries[file.path] = Entry(file.sha256, len(data))

    def _place(self, path: str) -> str:
        """Give where a file goes, with its folders made."""
        folder = path.rpartition("/")[0]
        if folder and folder not in self.folders:
            made = self.new
            for part in folder.split("/"):
                made /= part
                if not made.exists():
                    made.mkdir()
                    made.chmod(FOLDER_MODE)
            self.folders.add(folder)
        return f"{self.new}/{path}"


def finished(path: str, data: bytes) -> Finished:
    """Give a finished file whose bytes are at hand."""
    return Finished(path, hashlib.sha256(data).hexdigest(), lambda: data)


def publish_made(
    making: Making,
    out: Path,
    cache: Path,
    about: Mapping[str, str] | None = None,
    *,
    wait: float = 60.0,
    exchange: Exchange = exchange,
) -> Published:
    """Make `out` hold exactly the files that `making` gives, and their manifest, which also says `about`.

    They may come from a generator: one file's bytes are held at a time.
    `cache` keeps the checksum of the manifest; `out` and its parent folder lie on one file system.
    Raises `UnsafePath`, `Locked` or `OSError`; whatever is raised, `out` is still the old tree.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    own_files.make_folder(cache)
    with locked(out.with_name(f".{out.name}.lock"), wait):
        recover(out)
        old = old_tree(out, cache)
        tree = _NextTree(out, next_tree(out), old.files)
        spool = Spool(str(spool_of(out)), str(os.getpid()))
        try:
            with _ended(making(old, spool)) as files:
                return _publish(files, tree, old, about or {}, out, cache, exchange)
        except BaseException:
            shutil.rmtree(tree.new, ignore_errors=True)
            raise
        finally:
            shutil.rmtree(spool.folder, ignore_errors=True)


@contextlib.contextmanager
def _ended(files: Iterable[Finished]) -> Iterator[Iterable[Finished]]:
    """Give files, and end at once what makes them when no more are taken: before their spool is removed."""
    try:
        yield files
    finally:
        if isinstance(files, Generator):
            files.close()


def _publish(
    files: Iterable[Finished],
    tree: _NextTree,
    old: OldTree,
    about: Mapping[str, str],
    out: Path,
    cache: Path,
    exchange: Exchange,
) -> Published:
    paths = PathSet()
    paths.add(MANIFEST)
    for file in files:
        paths.add(file.path)
        tree.add(file)
    manifest = manifest_bytes(tree.entries, about)
    stands = hashlib.sha256(manifest).hexdigest(), len(tree.entries)
    removed = len(old.present - tree.entries.keys() - {MANIFEST})
    if old.manifest == manifest and not tree.started and not removed and not old.strange:
        return Published(0, len(tree.entries), 0, *stands)
    tree.start()
    # Written last and never linked: a file younger than its manifest is one that somebody touched.
    write_file(f"{tree.new}/{MANIFEST}", manifest)
    swap_in(out, exchange)
    # The site is published. Without its seal the next build believes nothing of it and writes it anew.
    with contextlib.suppress(OSError):
        write_seal(out, cache, manifest)
    return Published(tree.written + 1, len(tree.entries) - tree.written, removed, *stands)


def write_file(path: str, data: bytes) -> None:
    """Write a new file with the same rights under any umask."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE)
    try:
        os.fchmod(descriptor, FILE_MODE)
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
    finally:
        os.close(descriptor)
