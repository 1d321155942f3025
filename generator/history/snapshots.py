"""How an archive lies in a commit, or in what is about to be committed; the files on the disk are not looked at."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.history.git import GitRefused, ask, text, understood
from generator.load.files import LARGEST
from generator.load.names import FOLDERS, Entry, Kind

_PLACES = (*FOLDERS, "mkdocs.yml")
_MANY = 500
"""Above this number files are not named one by one, for a command may only be so long."""


class Blobs:
    """The contents of files by the names git gives them, each fetched once."""

    def __init__(self, root: str) -> None:
        """Begin with nothing; `root` is a folder of the repository."""
        self._root = root
        self._known: dict[str, tuple[int, bytes]] = {}

    @understood()
    def fetch(self, names: Iterable[str]) -> None:
        """Fetch what is not known yet; of what no record may be as large as, only the size. Raises GitRefused."""
        fresh = sorted(set(names) - self._known.keys())
        if not fresh:
            return
        sizes = _sizes(ask(self._root, "cat-file", "--batch-check", given=_lines(fresh)))
        if sizes.keys() != set(fresh):
            raise GitRefused("files of the history were not fetched; `git fetch` may bring them")
        small = [name for name in fresh if sizes[name] <= LARGEST]
        data = _contents(ask(self._root, "cat-file", "--batch", given=_lines(small)))
        self._known |= {name: (sizes[name], data.get(name, b"")) for name in fresh}

    def __getitem__(self, name: str) -> tuple[int, bytes]:
        """Give size and bytes of one that was fetched; the bytes are empty where it is too large."""
        return self._known[name]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An archive as git holds it: the blob of each file, and what lies in each folder."""

    files: Mapping[str, tuple[Kind, str]]
    folders: Mapping[str, tuple[Entry, ...]]
    blobs: Blobs = field(compare=False)

    def kind(self, path: str) -> Kind:
        """Tell what lies under a path."""
        if path in self.folders:
            return Kind.FOLDER
        return self.files[path][0] if path in self.files else Kind.NOTHING

    def entries(self, folder: str) -> Sequence[Entry]:
        """Give what lies in a folder, sorted by name."""
        return self.folders[folder]

    def blob(self, path: str) -> str:
        """Give git's name of what a file holds, or an empty string where there is no file."""
        kind, name = self.files.get(path, (Kind.NOTHING, ""))
        return name if kind is Kind.FILE else ""

    def read(self, path: str, limit: int) -> tuple[int, bytes]:
        """Give the size of a file in bytes, and its bytes when they are not more than `limit`."""
        size, data = self.blobs[self.files[path][1]]
        return size, data if size <= limit else b""


@understood()
def in_commit(root: str, commit: str, blobs: Blobs, places: Sequence[str] = _PLACES) -> Snapshot:
    """Give an archive as it lies in a commit (an id, or nothing for an empty one); raises GitRefused.

    With `places` only these files and folders are given, and more only where they are too many to be named.
    """
    if not commit:
        return _snapshot((), blobs)
    wanted = places if len(places) <= _MANY else _PLACES
    listed = text(ask(root, "ls-tree", "-r", "-z", commit, "--", *wanted))
    rows = (entry.partition("\t") for entry in listed.split("\0") if entry)
    return _snapshot([(*_mode_and_blob(words, 2), path) for words, _, path in rows], blobs)


@understood()
def about_to_be_committed(root: str, blobs: Blobs) -> Snapshot:
    """Give an archive as the next commit would hold it; raises GitRefused, also while a merge is unfinished."""
    listed = text(ask(root, "ls-files", "--stage", "-z", "--", *_PLACES, more=_index_in_use(root)))
    rows = [entry.partition("\t") for entry in listed.split("\0") if entry]
    if any(not words.endswith(" 0") for words, _, _ in rows):
        raise GitRefused("a merge is not finished: some files still hold two versions")
    return _snapshot([(*_mode_and_blob(words, 1), path) for words, _, path in rows], blobs)


def _index_in_use(root: str) -> dict[str, str]:
    """Keep the list of files that `git commit -a` has made for a hook, if it lies in this very repository."""
    named = os.environ.get("GIT_INDEX_FILE")
    if not named:
        return {}
    full = os.path.realpath(named)
    own = os.path.realpath(text(ask(root, "rev-parse", "--absolute-git-dir")).rstrip("\n"))
    return {"GIT_INDEX_FILE": full} if full.startswith(f"{own}{os.sep}") else {}


def _mode_and_blob(words: str, at: int) -> tuple[str, str]:
    parts = words.split(" ")
    return parts[0], parts[at]


def _snapshot(rows: Iterable[tuple[str, str, str]], blobs: Blobs) -> Snapshot:
    files = {path: (_kind(mode), blob) for mode, blob, path in rows}
    blobs.fetch(blob for kind, blob in files.values() if kind is Kind.FILE)
    return Snapshot(files, _folders(files), blobs)


def _kind(mode: str) -> Kind:
    if mode.startswith("100"):
        return Kind.FILE
    return Kind.LINK if mode == "120000" else Kind.OTHER


def _folders(files: Mapping[str, tuple[Kind, str]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[str, Kind]] = {}
    for path, (kind, _) in files.items():
        folder, _, name = path.rpartition("/")
        found.setdefault(folder, {})[name] = kind
        while folder:
            above, _, name = folder.rpartition("/")
            found.setdefault(above, {})[name] = Kind.FOLDER
            folder = above
    return {
        folder: tuple(Entry(name, names[name]) for name in sorted(names))
        for folder, names in found.items()
    }


def _lines(names: Sequence[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _sizes(answer: bytes) -> dict[str, int]:
    rows = (line.split(" ") for line in text(answer).splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[1] == "blob"}


def _contents(answer: bytes) -> dict[str, bytes]:
    """Read blobs one behind the other: a line with name, kind and size, then that many bytes and a line's end."""
    found: dict[str, bytes] = {}
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        name, _, size = answer[at:end].split(b" ")
        found[name.decode()] = answer[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found
