"""Prints how many files and events other programs read as the records say: `python -m tests.readers.figures [PARTS]`.

Of the twenty parts of the made-up archives as many are read as are asked for, all unless a number is given.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.conftest import TOOLS
from tests.readers.drawn import EACH, PARTS, drawn
from tests.readers.feeds import calendars, examined, golden, shown, write
from tests.readers.programs import PROGRAMS, Program, ask
from tests.readers.told import Event
from tests.site_archives import GOOD

Shown = Mapping[Path, tuple[Event, ...]]


def golden_files(folder: Path, name: str) -> Shown:
    """Write the files of a golden archive, and give what each should show."""
    files, today = golden(name)
    wanted = shown(files, today)
    places = write(folder / name, calendars(examined(files, today)))
    return {place: wanted.get(path, ()) for path, place in places.items()}


def line(name: str, program: Program, parts: Iterable[Shown]) -> str:
    """Say how many files and events a program reads as the records say."""
    counts = [0, 0, 0, 0]
    for wanted in parts:
        told = ask(program, wanted)
        right = [path for path, events in wanted.items() if told[path].events == events]
        read = sum(len(set(told[path].events) & set(events)) for path, events in wanted.items())
        added = (len(right), len(wanted), read, sum(map(len, wanted.values())))
        counts = [old + new for old, new in zip(counts, added, strict=True)]
    files, of_files, events, of_events = counts
    return (
        f"{name:22} {program.name:22} {files} of {of_files} files, {events} of {of_events} events"
    )


def lines(folder: Path, parts: int) -> Iterator[str]:
    """Give a line for each archive and program that is here, the made-up archives as one."""
    here = [program for program in PROGRAMS if TOOLS[program.mark][1]()]
    for name in GOOD:
        wanted = golden_files(folder, name)
        yield from (line(name, program, [wanted]) for program in here)
    made_up = [drawn(folder, part) for part in range(parts)]
    if made_up:
        yield from (line(f"{parts * EACH} made up", program, made_up) for program in here)


def main(words: Sequence[str]) -> None:
    """Print each line as soon as it is known."""
    with tempfile.TemporaryDirectory() as folder:
        for each in lines(Path(folder), int(words[0]) if words else PARTS):
            print(each, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
