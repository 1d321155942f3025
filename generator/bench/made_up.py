"""Writes a made-up archive of any number of calls to the disk, always the same for the same number.

Also makes the edits whose cost is measured. What the calls are is said in `plan.py`.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.bench import plan, world
from generator.bench.notes import notes, spanish_notes
from generator.bench.records import record, withheld

LEAST = 60
"""Fewer calls would not have one of each kind."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of some files: their new text by path, `None` where a file is deleted."""

    name: str
    files: tuple[tuple[str, str | None], ...]


def write_archive(root: Path, calls: int, each: Callable[[int], None] = lambda done: None) -> None:
    """Write an archive of so many calls into an empty folder; `each` is told how many are done.

    Raises `ValueError` for fewer than `LEAST` calls.
    """
    if calls < LEAST:
        raise ValueError(f"at least {LEAST} calls are needed")
    folders: set[str] = set()
    first = plan.monday_of(calls - 1)
    for path, text in world.files(first).items():
        _write(root, path, text, folders)
    for number in range(calls):
        for path, text in files_of(plan.planned(number), calls):
            _write(root, path, text, folders)
        each(number + 1)


def files_of(call: plan.Planned, calls: int) -> Iterator[tuple[str, str]]:
    """Give the files of one call of an archive of so many: path and text."""
    yield call.path, record(call)
    if call.has_notes:
        yield call.notes_path, notes(call, calls)
        if call.number % 33 == 3:
            yield call.notes_path.removesuffix(".md") + ".es.md", spanish_notes(call)


def edits(calls: int) -> tuple[Edit, ...]:
    """Give the edits that are measured: of notes, of a title, and a call that becomes withheld."""
    call = plan.noted(calls)
    longer = notes(call, calls) + "- Added later: the ferry runs again.\n"
    renamed = record(call).replace("title: ", "title: Renamed ", 1)
    gone = plan.unnamed(calls)
    silent = f"calls/{gone.date.year:04d}/{gone.date}-withheld-2.yaml"
    return (
        Edit("one edit of notes", ((call.notes_path, longer),)),
        Edit("one edit of a title", ((call.path, renamed),)),
        Edit(
            "one call withheld",
            (
                *((path, None) for path, _ in files_of(gone, calls)),
                (silent, withheld(gone.date)),
            ),
        ),
    )


def apply(root: Path, edit: Edit) -> Edit:
    """Make an edit, and give the one that undoes it."""
    before = tuple((path, _text(root / path)) for path, _ in edit.files)
    for path, text in edit.files:
        if text is None:
            (root / path).unlink()
        else:
            (root / path).write_bytes(text.encode())
    return Edit(f"undo {edit.name}", before)


def _text(path: Path) -> str | None:
    return path.read_bytes().decode() if path.is_file() else None


def _write(root: Path, path: str, text: str, folders: set[str]) -> None:
    folder = os.path.dirname(path)
    if folder not in folders:
        os.makedirs(root / folder, exist_ok=True)
        folders.add(folder)
    with open(f"{root}/{path}", "xb", buffering=0) as file:
        file.write(text.encode())
