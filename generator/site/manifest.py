"""What is published now, by its manifest: the list of every file with its size and checksum.

The manifest is believed only when its own checksum in the cache agrees, and each file only when its size and rights
are the recorded ones and it was not written after the manifest; what is not believed is written anew by `publish.py`.
`damaged_files` reads everything and is for whoever wants to be certain.
"""

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator import own_files

MANIFEST = "manifest.json"
FILE_MODE, FOLDER_MODE = 0o644, 0o755


@dataclass(frozen=True, slots=True)
class Entry:
    """Checksum, in hexadecimal digits, and size in bytes of a published file."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class OldTree:
    """What is published now: the files that may be linked, all that is there, and whether any of it is strange."""

    manifest: bytes
    files: Mapping[str, Entry]
    present: frozenset[str]
    strange: bool


def old_tree(out: Path, cache: Path) -> OldTree:
    """Look at what is published; files that are not as they were recorded are not among the ones to link."""
    sealed = _sealed(out, cache)
    found = _walk(out)
    if not sealed:
        return OldTree(b"", {}, frozenset(found), bool(found))
    if MANIFEST not in found:
        return OldTree(b"", {}, frozenset(found), bool(found))
    newest = found[MANIFEST].st_mtime_ns
    files = {}
    for row in msgspec.json.decode(sealed)["files"]:
        status = found.get(row["path"])
        if status is not None and _as_recorded(status, row["size"], newest):
            files[row["path"]] = Entry(row["sha256"], row["size"])
    strange = len(files) + 1 != len(found)
    return OldTree(sealed, files, frozenset(found), strange)


def _as_recorded(status: os.stat_result, size: int, newest: int) -> bool:
    return (
        stat.S_ISREG(status.st_mode)
        and stat.S_IMODE(status.st_mode) == FILE_MODE
        and status.st_size == size
        and status.st_mtime_ns <= newest
    )


def _walk(folder: Path) -> dict[str, os.stat_result]:
    """Give the status of every file below a folder; links are not followed, and a missing folder is empty.

    What goes while it is looked at, because another build swaps its tree in, is not there.
    """
    found: dict[str, os.stat_result] = {}
    waiting = [(os.fspath(folder), "")]
    while waiting:
        place, prefix = waiting.pop()
        try:
            entries = os.scandir(place)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                    continue
                # Not `contextlib.suppress`: there are tens of thousands of files, and it takes longer than they do.
                try:  # noqa: SIM105
                    found[f"{prefix}{entry.name}"] = entry.stat(follow_symlinks=False)
                except FileNotFoundError:
                    pass
    return found


def _sealed(out: Path, cache: Path) -> bytes:
    """Give the published manifest if it is the one that was recorded, else nothing."""
    manifest = own_files.read_own(out / MANIFEST)
    recorded = own_files.read_own(_seal_path(out, cache))
    return manifest if recorded == hashlib.sha256(manifest).hexdigest().encode() else b""


def write_seal(out: Path, cache: Path, manifest: bytes) -> None:
    """Record the manifest that was published, so that the next build may believe it."""
    own_files.write_own(_seal_path(out, cache), hashlib.sha256(manifest).hexdigest().encode())


def _seal_path(out: Path, cache: Path) -> Path:
    place = hashlib.sha256(os.fsencode(out.absolute())).hexdigest()[:16]
    return cache / f"manifest-{place}.sha256"


def _read_manifest(path: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(path.read_bytes())["files"]
    return rows


def _json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def manifest_bytes(files: Mapping[str, Entry], about: Mapping[str, str]) -> bytes:
    """Give `manifest.json`: what it is `about`, then every file with checksum and size, one a line, sorted by path."""
    head = "".join(f"{_json(key)}: {_json(value)},\n" for key, value in sorted(about.items()))
    lines = ",\n".join(
        f'{{"path": {_json(path)}, "sha256": "{entry.sha256}", "size": {entry.size}}}'
        for path, entry in sorted(files.items())
    )
    return f'{{\n{head}"files": [\n{lines}\n]\n}}\n'.encode()


def damaged_files(out: Path) -> list[str]:
    """Read the whole tree and give every path that is not as its manifest says: changed, missing or not listed."""
    listed = {file["path"]: file["sha256"] for file in _read_manifest(out / MANIFEST)}
    damaged = _walk(out).keys() - listed.keys() - {MANIFEST}
    for path, sha256 in listed.items():
        try:
            data = (out / path).read_bytes()
        except OSError:
            damaged.add(path)
            continue
        if hashlib.sha256(data).hexdigest() != sha256:
            damaged.add(path)
    return sorted(damaged)
