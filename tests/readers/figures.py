"""Prints how many files and events other programs read as the records say: `python -m tests.readers.figures`."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.conftest import TOOLS
from tests.readers.drawn import PARTS, drawn
from tests.readers.feeds import calendars, examined, golden, shown, write
from tests.readers.programs import PROGRAMS, Program, ask
from tests.readers.told import Event
from tests.site_archives import GOOD

Shown = Mapping[Path, tuple[Event, ...]]


def archives(folder: Path) -> Iterator[tuple[str, Shown]]:
    """Give each golden archive, and the parts of the made-up ones, with what each file should show."""
    for name in GOOD:
        files, today = golden(name)
        wanted = shown(files, today)
        places = write(folder / name, calendars(examined(files, today)))
        yield name, {place: wanted.get(path, ()) for path, place in places.items()}
    for part in range(PARTS):
        yield "made up", drawn(folder, part)


def agreeing(program: Program, wanted: Shown) -> tuple[int, int]:
    """Count the files and the events that a program reads as the records say."""
    told = ask(program, wanted)
    files = sum(told[path].events == tuple(sorted(events)) for path, events in wanted.items())
    return files, sum(len(set(told[path].events) & set(events)) for path, events in wanted.items())


def main() -> None:
    """Print a line for each archive and program, the made-up archives as one."""
    here = [program for program in PROGRAMS if TOOLS[program.mark][1]()]
    found: dict[tuple[str, str], list[int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, wanted in archives(Path(folder)):
            for program in here:
                files, events = agreeing(program, wanted)
                figures = found.setdefault((name, program.name), [0, 0, 0, 0])
                added = (files, len(wanted), events, sum(map(len, wanted.values())))
                figures[:] = [old + new for old, new in zip(figures, added, strict=True)]
    for (name, program_name), (files, of_files, events, of_events) in found.items():
        print(
            f"{name:12} {program_name:22} {files:6} of {of_files:6} files"
            f" {events:7} of {of_events:7} events"
        )


if __name__ == "__main__":
    main()
