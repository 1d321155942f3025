"""Builds on a small disk of its own that is full at every step in turn: `python -m tests.publishing.full_disk 40`.

It runs in a name space in which it may mount one, which `mounting.py` begins.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.publishing.figures import table
from tests.publishing.trials import Trial, outcome
from tests.publishing.workshop import After, Workshop, quietly, refusing

ROOM, FILES = 200 * 1024, 100_000


def full_disks(folder: Path, count: int) -> Iterator[Trial]:
    """Build with ever more room, from none to more than enough, and with ever more files that may be made."""
    _mount(folder, ROOM)
    workshop = Workshop(folder / "on it")
    for state in ("first", "update"):
        workshop.restore(state)
        before = _used(folder), _files(folder)
        workshop.build()
        needed = [
            after - was for after, was in zip((_used(folder), _files(folder)), before, strict=True)
        ]
        for step in range(count):
            # The last one has all there is: what is needed in between is more than what stays.
            room = ROOM if step == count - 1 else needed[0] * step // count + 4 * (step % 3)
            yield _trial(workshop, folder, state, room, None)
        for step in range(max(count // 3, 2)):
            yield _trial(workshop, folder, state, ROOM, needed[1] * step * 3 // count)


def _trial(workshop: Workshop, folder: Path, state: str, room: int, files: int | None) -> Trial:
    _mount(folder, ROOM, again=True)
    workshop.restore(state)
    most = FILES if files is None else _files(folder) + max(files, 1)
    _mount(folder, min(_used(folder) + room, ROOM) or 4, most, again=True)
    ended = workshop.build(refusing(state)(quietly))
    stands = workshop.stands()
    _mount(folder, ROOM, again=True)
    after = After(ended, stands, workshop.mended(state))
    what = "few files" if files is not None else "little room"
    return Trial(what, state, f"{state}, {what}", outcome(after), _wrong(state, after))


def _wrong(state: str, after: After) -> str:
    said, before = after.ended.said, "old" if state == "update" else "nothing"
    if after.ended.status == 0:
        return after.mended or ("" if after.stands == "new" else f"ended well: {after.stands}")
    if after.ended.status != 3 or "The disk is full. Make room on it" not in said:
        return f"ended with {after.ended.status}: {said}"
    return after.mended or ("" if after.stands == before else f"stands: {after.stands}")


def _mount(folder: Path, room: int, files: int = FILES, *, again: bool = False) -> None:
    how = f"{'remount,' if again else ''}size={room}k,nr_inodes={files}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", how, "tmpfs", folder], check=True)


def _used(folder: Path) -> int:
    status = os.statvfs(folder)
    return (status.f_blocks - status.f_bfree) * status.f_frsize // 1024


def _files(folder: Path) -> int:
    status = os.statvfs(folder)
    return status.f_files - status.f_ffree


if __name__ == "__main__":
    for line in table(full_disks(Path(sys.argv[2]), int(sys.argv[1]))):
        print(line, flush=True)
