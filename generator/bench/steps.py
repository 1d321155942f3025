"""Measures a cold build by steps: a light clock around functions of the generator, put there by name from outside.

Each step gets its own CPU seconds, without those of steps inside it. The generator knows nothing of it, so a function
that is renamed has to be renamed here; a test asks for every name.
"""

import functools
import importlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from generator.bench import world
from generator.bench.measure import measure
from generator.bench.results import Step

START, REST = "starting Python and importing", "everything else"
_PAGES = "making pages"
_KINDS = (
    (".html", _PAGES), (".ics", "making calendars"), (".xml", "making feeds"), (".json", "making open data"),
    ("", "making other files"),
)  # fmt: skip
_SEARCH = "making the search index"

NAMES: tuple[tuple[str, str], ...] = (
    ("reading files", "generator.building:read"),
    ("loading: keys, memo and order", "generator.loading:load"),
    ("loading: records and notes", "generator.loading:read_file"),
    ("loading: searching for personal data", "generator.loading:search_file"),
    ("joining what was loaded", "generator.pipeline:assemble"),
    ("checks", "generator.pipeline:check_archive"),
    ("checks", "generator.loading:check_personal"),
    ("gate", "generator.privacy.gate:publish"),
    ("last look", "generator.privacy.leaks:needles"),
    ("last look", "generator.privacy.leaks:find"),
    ("theme", "generator.finishing:theme_of"),
    ("stamping into frames", "generator.site.frames:stamped"),
    (_SEARCH, "generator.site.search_index:index_bytes"),
    ("links", "generator.site.verify:read_links"),
    ("links", "generator.site.verify:broken_links"),
    ("writing and swapping", "generator.site.publish:_publish"),
    ("memo", "generator.memo:Memo.recall"),
    ("memo", "generator.memo:Memo.remember"),
    ("memo", "generator.memo:Memo.finish"),
)
"""Each step with a function that does it: its module as it is called through, and its name in there."""
DRAFTS = "generator.finishing:draft_all"
MAKE = "generator.finishing:finish_one"
"""Drafts are drawn up while they are asked for; an output is made as what its address says."""


class Clock:
    """Gives the CPU time that passes to the innermost step that is running."""

    def __init__(self, now: Callable[[], float] = time.process_time) -> None:
        self.seconds: dict[str, float] = {START: now()}
        self._now = now
        self._since = self.seconds[START]
        self._running = [REST]

    def enter(self, step: str) -> None:
        """Begin a step inside the one that is running."""
        self._count()
        self._running.append(step)

    def leave(self) -> None:
        """End the innermost step."""
        self._count()
        self._running.pop()

    def finished(self) -> tuple[Step, ...]:
        """Give what each step took until now."""
        self._count()
        return tuple(Step(name, seconds) for name, seconds in self.seconds.items())

    def _count(self) -> None:
        now = self._now()
        step = self._running[-1]
        self.seconds[step] = self.seconds.get(step, 0.0) + now - self._since
        self._since = now


def profile(root: Path, result: Path) -> tuple[Step, ...]:
    """Build an archive anew in a process of its own, and give what each step took; `result` is written meanwhile."""
    code = "import sys; from generator.bench.steps import run; run(*sys.argv[1:])"
    measure([sys.executable, "-c", code, str(root), str(result)], Path(__file__).parents[2])
    return msgspec.json.decode(result.read_bytes(), type=tuple[Step, ...])


def run(root: str, result: str) -> None:
    """Build an archive in this process with a clock around each step, and write what they took."""
    pipeline = importlib.import_module("generator.pipeline")
    clock = Clock()
    put_around(clock)
    work = Path(root) / "build"
    pipeline.build(Path(root), work / "site", work, world.TODAY, None)
    Path(result).write_bytes(msgspec.json.encode(clock.finished()))


def put_around(clock: Clock) -> None:
    """Put the clock around every function; for the rest of the process."""
    for step, name in NAMES:
        _replace(name, functools.partial(_timed, clock, functools.partial(_always, step)))
    _replace(DRAFTS, functools.partial(_timed_items, clock, "drawing up drafts"))
    _replace(MAKE, functools.partial(_timed, clock, _kind_made))


def kind_of(path: str) -> str:
    """Give the step that makes an output of some address."""
    if path.startswith("search/") and not path.endswith(".html"):
        return _SEARCH
    return next(step for ending, step in _KINDS if path.endswith(ending))


def named(name: str) -> tuple[Any, str]:
    """Give what holds a function, and its name in there; raises where there is none of this name."""
    module, _, inner = name.partition(":")
    holder: Any = importlib.import_module(module)
    *outer, last = inner.split(".")
    for part in outer:
        holder = getattr(holder, part)
    if not callable(getattr(holder, last)):
        raise TypeError(f"{name} cannot be called")
    return holder, last


def _replace(name: str, around: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    holder, last = named(name)
    setattr(holder, last, around(getattr(holder, last)))


def _always(step: str, *given: Any) -> str:
    return step


def _kind_made(context: Any, draft: Any) -> str:
    return kind_of(draft.path)


def _timed(
    clock: Clock, step_of: Callable[..., str], made: Callable[..., Any]
) -> Callable[..., Any]:
    @functools.wraps(made)
    def timed(*given: Any, **more: Any) -> Any:
        clock.enter(step_of(*given))
        try:
            return made(*given, **more)
        finally:
            clock.leave()

    return timed


def _timed_items(clock: Clock, step: str, made: Callable[..., Any]) -> Callable[..., Iterator[Any]]:
    @functools.wraps(made)
    def timed(*given: Any, **more: Any) -> Iterator[Any]:
        items = made(*given, **more)
        while True:
            clock.enter(step)
            try:
                item = next(items, None)
            finally:
                clock.leave()
            if item is None:
                return
            yield item

    return timed
