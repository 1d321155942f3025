"""The whole way on one screen: files → archive and problems → what may be seen → outputs → the finished site.

Each step is a function of the one before; what is remembered and how work is spread changes nothing of the result.
"""

import datetime
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from generator import finishing, history, loading
from generator.checks import check_archive
from generator.load.archive import assemble
from generator.load.files import read_settings_file, read_tree
from generator.load.settings_file import read_settings
from generator.memo import Memo, open_memo
from generator.model.archive import Archive
from generator.privacy import gate, leaks
from generator.problems import Problem, in_order
from generator.review import review_list
from generator.settings import Settings
from generator.site.publish import Published

Pool = Callable[[], Executor] | None
"""Gives the executor that work is spread over, when there is enough of it; nothing: all work is done here."""


@dataclass(frozen=True, slots=True)
class Examined:
    """An archive as it was read, with everything that is wrong with it; `files` were looked at."""

    settings: Settings | None
    archive: Archive
    problems: tuple[Problem, ...]
    files: int

    @property
    def is_good(self) -> bool:
        """Tell whether the archive can be published."""
        return self.settings is not None and not any(fault.is_error for fault in self.problems)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is empty when nothing was published."""

    problems: tuple[Problem, ...]
    files: int
    published: Published | None = None
    review: tuple[str, ...] = ()


def examine(
    root: Path, today: datetime.date, memo: Memo | None = None, pool: Pool = None
) -> Examined:
    """Read an archive and ask every question of it; never raises for what people wrote."""
    settings_file, problems = read_settings_file(str(root))
    if settings_file is None:
        return Examined(None, Archive(), in_order(problems), 0)
    settings, faults, places = read_settings(settings_file, today)
    sources, names = read_tree(str(root))
    allowed = frozenset(settings.allowed_addresses if settings else ())
    loaded = loading.load(sources, allowed, memo, pool)
    past = history.read_history(str(root))
    refused = frozenset(fault.place.path for fault in names)
    zone = settings.zone if settings else "Etc/UTC"
    archive = assemble(loaded, zone, places, past.stamps, refused)
    found = [*problems, *faults, *names, *(fault for file in loaded for fault in file.problems)]
    if settings is not None:
        found += history.check_history(past, settings)
        found += check_archive(archive, settings)
    return Examined(
        settings, archive, in_order(loading.hushed(found, archive, loaded)), len(sources) + 1
    )


def build(root: Path, out: Path, work: Path, today: datetime.date, pool: Pool = None) -> Built:
    """Build the whole site into `out`; `work` keeps frames, memo and the staged folder.

    Nothing is published while there is an error: the site that is there stays byte for byte as it was.
    """
    with open_memo(work / "cache") as memo:
        examined = examine(root, today, memo, pool)
        if not examined.is_good or examined.settings is None:
            return Built(examined.problems, examined.files)
        public = gate.publish(examined.archive, examined.settings)
        needles = leaks.needles(examined.archive, public, examined.settings)
        site = finishing.Site(root, out, work, examined.settings)
        found, published = finishing.publish_site(site, public, needles, memo, pool)
        memo.finish()
    review = () if examined.settings.indexing else review_list(public)
    return Built(in_order((*examined.problems, *found)), examined.files, published, review)
