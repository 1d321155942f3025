"""Builds the site, or finds that the one that stands is what a build would give.

Whatever draws pages is loaded only when something changed: that alone takes longer than to see that nothing did.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from generator import history, standing
from generator.memo import open_memo
from generator.problems import Problem
from generator.reading import may_remember, read
from generator.site.publish import Published
from generator.site.swap import real_place
from generator.work import Pool


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is empty when nothing was published."""

    problems: tuple[Problem, ...]
    files: int
    published: Published | None = None
    review: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A site: the archive it is made of, where it goes, what is kept for the next build, and the day it tells."""

    root: Path
    out: Path
    work: Path
    today: datetime.date


def build(root: Path, out: Path, work: Path, today: datetime.date, pool: Pool = None) -> Built:
    """Build the whole site into `out`; `work` keeps frames, memo and the staged folder.

    Nothing is published while there is an error: the site that is there stays byte for byte as it was.
    """
    wanted = Wanted(root, real_place(out), work, today)
    given = read(root, (*history.MADE, *_inside(root, wanted.out)))
    if not may_remember(given):
        from generator import pipeline  # noqa: PLC0415

        return pipeline.refuse(given, today, pool)
    with open_memo(work / "cache") as memo:
        key = standing.key_of(given.settings, given.sources, given.past, given.problems, today)
        known = standing.recall(memo, key, wanted.out, work / "cache")
        if known is not None:
            said = known.said
            published = Published(0, known.outputs, 0)
            return Built(said.problems, said.files, published, said.review)
        from generator import pipeline  # noqa: PLC0415

        # Handed on and not kept, so that nobody holds what was read once it is no longer needed.
        handed = [given]
        del given
        return pipeline.make(wanted, handed.pop(), memo, key, pool)


def _inside(root: Path, out: Path) -> tuple[str, ...]:
    """Give the folder that a site goes to as a path in the archive, or nothing where it lies elsewhere or is known."""
    whole, site = root.resolve(), out.resolve()
    if not site.is_relative_to(whole) or site == whole:
        return ()
    place = site.relative_to(whole)
    return () if place.parts[0] in history.MADE else (place.as_posix(),)
