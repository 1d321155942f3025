"""A thousand made-up archives in parts, each part made once for all tests and processes that read it."""

import fcntl
import json
from collections.abc import Mapping
from pathlib import Path

from tests.readers.feeds import calendars, examined, shown, write
from tests.readers.random_archives import random_archive
from tests.readers.told import Event

ARCHIVES = 1000
PARTS = 20
EACH = ARCHIVES // PARTS
FLOOR = 2500
"""So many events are in the files of a part at the least; each is read there, in about eight feeds and a file."""


def numbers(part: int) -> range:
    """Give the numbers of the archives of a part; with one of them an archive can be drawn again."""
    return range(part * EACH, (part + 1) * EACH)


def drawn(folder: Path, part: int) -> Mapping[Path, tuple[Event, ...]]:
    """Give the calendar files of a part, and what each should show; they are written by whoever asks first."""
    own = folder / f"part-{part}"
    own.mkdir(parents=True, exist_ok=True)
    with (own / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (own / "shown.json").exists():
            made = {path: told for number in numbers(part) for path, told in _write(own, number)}
            (own / "shown.json").write_text(json.dumps(made), encoding="utf-8")
    told = json.loads((own / "shown.json").read_text(encoding="utf-8"))
    return {Path(path): tuple(tuple(one) for one in events) for path, events in told.items()}


def _write(folder: Path, number: int) -> list[tuple[str, tuple[Event, ...]]]:
    files, today = random_archive(number)
    wanted = shown(files, today)
    places = write(folder / str(number), calendars(examined(files, today)))
    missing = set(wanted) - set(places)
    assert not missing, f"archive {number} has no {sorted(missing)}"
    return [(str(place), wanted.get(path, ())) for path, place in places.items()]
