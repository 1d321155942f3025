"""Which paths may be written: relative, plain, and never mistaken for one another."""

import re
import unicodedata
from dataclasses import dataclass, field

SEGMENT_BYTES = 255
PLAIN = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?:/[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)*\Z")
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


class UnsafePath(ValueError):
    """A path that would leave the tree or clash with another one."""


@dataclass(slots=True)
class PathSet:
    """The paths of one tree so far; `add` refuses what cannot stand beside them."""

    files: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)

    def add(self, path: str) -> None:
        """Take in the path of a file.

        Raises `UnsafePath` for a path that is absolute, leaves the tree or has odd signs, and for one that clashes
        with an earlier one: the same, the same but for case or Unicode form, or a file where a folder is.
        """
        check_path(path)
        key = _fold(path)
        if key in self.files:
            raise UnsafePath(f"{path!r} and {self.files[key]!r} are the same file")
        if key in self.folders:
            raise UnsafePath(f"{path!r} is a file and a folder")
        self.files[key] = path
        self._add_folder(path.rpartition("/")[0])

    def _add_folder(self, folder: str) -> None:
        while folder and self.folders.get(folder) != folder:
            key = _fold(folder)
            if key in self.files:
                raise UnsafePath(f"{folder!r} is a file and a folder")
            if self.folders.setdefault(key, folder) != folder:
                raise UnsafePath(f"{folder!r} and {self.folders[key]!r} are the same folder")
            folder = folder.rpartition("/")[0]


def check_path(path: str) -> None:
    """Look at one path by itself.

    Raises `UnsafePath` when it is absolute, leaves the tree, or has a part that some file system cannot hold.
    """
    if PLAIN.match(path) and len(path) <= SEGMENT_BYTES:
        return
    if not path or path.startswith("/") or FORBIDDEN.search(path):
        raise UnsafePath(f"{path!r} is not a plain relative path")
    for part in path.split("/"):
        if part in ("", ".", "..") or part != part.strip(" ") or part.endswith("."):
            raise UnsafePath(f"{path!r} has the part {part!r}")
        if len(part.encode()) > SEGMENT_BYTES:
            raise UnsafePath(f"{path!r} has a part of more than {SEGMENT_BYTES} bytes")


def _fold(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
