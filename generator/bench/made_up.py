"""Writes a made-up archive of any number of calls to the disk, always the same for the same number.

Also makes the edits whose cost is measured. What the calls are is said in `plan.py`.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.bench import heard, plan, quiet, recurring, world
from generator.bench.notes import notes, spanish_notes
from generator.bench.records import record, withheld

LEAST = 60
"""Fewer calls would not have one of each kind."""
SERIES = len(world.TOPICS)
"""One in each slot of the week."""
MOST_SERIES = SERIES * len(world.PLACES)
_PLAIN = 2
"""The number of a series that goes on without an end and skips no date."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of some files: their new text by path, `None` where a file is deleted."""

    name: str
    files: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What archive is wanted: its number of calls and of series, and whether dates of theirs are expected at all.

    Without `dates` only the habit of each series is known, so that nothing but the calls has to be made.
    So many calls as `withheld` says lie there besides, with all that is kept of them, in a private repository.
    With `heard` recordings have lengths, keepers and answers about their addresses, and some have transcripts.
    Raises `ValueError` for fewer than `LEAST` calls, and where the series cannot share the slots of a week evenly.
    """

    calls: int
    series: int = SERIES
    dates: bool = True
    withheld: int = 0
    heard: bool = False

    def __post_init__(self) -> None:
        if self.calls < LEAST:
            raise ValueError(f"at least {LEAST} calls are needed")
        if self.series not in range(SERIES, MOST_SERIES + 1, SERIES):
            raise ValueError(f"so many series as {SERIES}, or a multiple of it up to {MOST_SERIES}")

    @property
    def turns(self) -> int:
        """Give how many series take turns in each slot of the week."""
        return self.series // SERIES


def write_archive(
    root: Path, wanted: Wanted, each: Callable[[int], None] = lambda done: None
) -> None:
    """Write an archive into an empty folder; `each` is told how many calls are done."""
    folders: set[str] = set()
    whole = {**world.files(not wanted.withheld), **_series_files(wanted), **_quiet_files(wanted)}
    for path, text in whole.items():
        _write(root, path, text, folders)
    answers: dict[str, list[str]] = {}
    for number in range(wanted.calls):
        call = plan.planned(number, wanted.turns)
        for path, text in files_of(call, wanted):
            _write(root, path, text, folders)
        if wanted.heard and (line := heard.answer(call)):
            answers.setdefault(heard.answers_path(call), []).append(line)
        each(number + 1)
    for path, lines in answers.items():
        _write(root, path, "".join(sorted(lines)), folders)


def files_of(call: plan.Planned, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Give the files of one call of an archive: path and text."""
    yield call.path, _record(call, wanted)
    if wanted.heard:
        yield from heard.words_of(call)
    if call.has_notes:
        yield call.notes_path, notes(call, wanted.calls)
        if call.number % 33 == 3:
            yield call.notes_path.removesuffix(".md") + ".es.md", spanish_notes(call)


def _record(call: plan.Planned, wanted: Wanted) -> str:
    return heard.told(call, record(call)) if wanted.heard else record(call)


def edits(wanted: Wanted) -> tuple[Edit, ...]:
    """Give the edits that are measured: of notes, of a title, a call that becomes withheld, and a skipped date."""
    calls, turns = wanted.calls, wanted.turns
    call = plan.noted(calls, turns)
    longer = notes(call, calls) + "- Added later: the ferry runs again.\n"
    renamed = _record(call, wanted).replace("title: ", "title: Renamed ", 1)
    gone = plan.unnamed(calls, turns)
    silent = f"calls/{gone.date.year:04d}/{gone.date}-withheld-2.yaml"
    whole = recurring.series(_PLAIN, calls, turns, wanted.dates)
    return (
        Edit("one edit of notes", ((call.notes_path, longer),)),
        Edit("one edit of a title", ((call.path, renamed),)),
        Edit(
            "one call withheld",
            (
                *((path, None) for path, _ in files_of(gone, wanted)),
                (silent, withheld(gone.date)),
            ),
        ),
        Edit(
            "one date skipped",
            ((_series_path(_PLAIN), recurring.with_skip(whole, _PLAIN, turns)),),
        ),
    )


def _series_files(wanted: Wanted) -> dict[str, str]:
    return {
        _series_path(number): recurring.series(number, wanted.calls, wanted.turns, wanted.dates)
        for number in range(wanted.series)
    }


def _quiet_files(wanted: Wanted) -> dict[str, str]:
    """Give the withheld calls, spread evenly over the weeks in which calls were held."""
    found: dict[str, str] = {}
    for number in range(wanted.withheld):
        near = plan.WEEK + number * (wanted.calls - plan.WEEK) // wanted.withheld
        found.update(quiet.files(number, plan.planned(near).date))
    return found


def _series_path(number: int) -> str:
    return f"calls/series/{world.series_id(number)}.yaml"


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
