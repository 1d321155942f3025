"""The calendar files that are made of an archive, and which events each of them should show by the records."""

import dataclasses
import datetime
import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from generator import render
from generator.history import History
from generator.load.files import Source
from generator.pipeline import Examined, Read, judge
from generator.privacy import gate
from generator.privacy.public import PublicArchive
from generator.render.output import Draft, File
from generator.settings import Settings
from tests.readers.deadlines import deadlines
from tests.readers.records import Archive, Expected, expected, read_archive
from tests.readers.told import Event
from tests.site_archives import GOOD, SITES

SISTERS = ("", "-quiet", "-remind-8h")


def golden(name: str) -> tuple[dict[str, str], datetime.date]:
    """Give the files of a golden archive by path, and the day that it is built for."""
    root = SITES / name / "archive"
    kept = (".yaml", ".yml", ".md", ".svg", ".vtt", ".jsonl")
    paths = [path for path in root.rglob("*") if path.suffix in kept]
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths
    }, GOOD[name]


def examined(files: Mapping[str, str], today: datetime.date) -> Examined:
    """Load files from memory and ask every question of them, as a build does."""
    sources = {path: Source(path, text.encode()) for path, text in sorted(files.items())}
    settings = sources.pop("mkdocs.yml")
    return judge(Read(settings, tuple(sources.values()), History({}), ()), today, None, None)


def calendars(found: Examined) -> dict[str, bytes]:
    """Give the bytes of every calendar file of an archive by its path; one with errors has none."""
    assert found.settings is not None
    assert found.is_good, found.problems
    public = gate.publish(found.archive, found.settings)
    timeless = dataclasses.replace(found.settings, today=datetime.date.min)
    drafts = (draft for make in makers() for draft in make(public, found.settings))
    made = [draft.make(draft.view, timeless) for draft in drafts]
    return {one.path: one.data for one in made if isinstance(one, File)}


@functools.cache
def makers() -> tuple[Callable[[PublicArchive, Settings], Iterable[Draft]], ...]:
    """Give the functions that make calendar files, by the names of their modules."""
    names = sorted(module.name for module in pkgutil.iter_modules(render.__path__))
    calendars = [name for name in names if name.startswith(("ics_", "feed_"))]
    modules = [importlib.import_module(f"{render.__name__}.{name}") for name in calendars]
    return tuple(module.render for module in modules if hasattr(module, "render"))


def shown(files: Mapping[str, str], today: datetime.date) -> dict[str, tuple[Event, ...]]:
    """Give the events that each calendar file should show, by its path and in order."""
    archive = read_archive(files)
    events = expected(archive, today)
    days = tuple(sorted(deadlines(files, archive, today)))
    return {
        path: tuple(sorted(one.event for one in some))
        for path, some in (*_feeds(archive, events), *_years(events), *_files(events))
    } | {"calendar/deadlines.ics": days, "calendar/deadlines-remind-8h.ics": days}


def _feeds(
    archive: Archive, events: Sequence[Expected]
) -> Iterable[tuple[str, Sequence[Expected]]]:
    """Give the feeds with sisters: of all, of each series, group and hub that may be seen."""
    named = {"all": events}
    for name, record in archive.series.items():
        if record["share"] == "public":
            named[f"series-{name}"] = [one for one in events if one.series == name]
    for name, record in archive.groups.items():
        if record["share"] == "public":
            named[f"group-{name}"] = [one for one in events if name in one.groups]
    for name, record in archive.hubs.items():
        if record["share"] == "public":
            named[f"hub-{name}"] = [one for one in events if name in one.hubs]
    for name, some in named.items():
        for sister in SISTERS:
            quiet = [one for one in some if not one.is_cancelled]
            yield f"calendar/{name}{sister}.ics", quiet if sister == "-quiet" else some


def _years(events: Sequence[Expected]) -> Iterable[tuple[str, Sequence[Expected]]]:
    """Give the feeds of years by the clock of each call."""
    for year in sorted({one.day.year for one in events}):
        yield (
            f"calendar/year-{year:04d}.ics",
            [one for one in events if one.day.year == year],
        )


def _files(events: Sequence[Expected]) -> Iterable[tuple[str, Sequence[Expected]]]:
    """Give the files of single calls, and of dates that calls stand for."""
    return ((f"calls/{name}.ics", [one]) for one in events for name in one.files)


def write(folder: Path, made: Mapping[str, bytes]) -> dict[str, Path]:
    """Write calendar files below a folder, and give the place of each by its path."""
    places = {path: folder / path for path in made}
    for path, data in made.items():
        places[path].parent.mkdir(parents=True, exist_ok=True)
        places[path].write_bytes(data)
    return places
