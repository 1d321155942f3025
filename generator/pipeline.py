"""The whole way on one screen: files → archive and problems → what may be seen → outputs → the finished site.

Each step is a function of the one before; what is remembered and how work is spread changes nothing of the result.
"""

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import finishing, history, kept_out, loading, standing
from generator.building import Built, Wanted, build
from generator.checks import check_archive
from generator.history import visibility
from generator.load.archive import Loaded, assemble
from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.memo import Memo
from generator.model.archive import Archive
from generator.privacy import gate, leaks
from generator.problems import Problem, in_order
from generator.reading import Read, may_remember, read, read_place, refuse_made
from generator.render.own_words import own_words
from generator.review import review_list
from generator.settings import Settings
from generator.work import Pool

__all__ = [
    "Built",
    "Examined",
    "Load",
    "Read",
    "build",
    "examine",
    "judge",
    "make",
    "may_remember",
    "read",
    "read_place",
    "refuse",
    "refuse_made",
    "with_past",
]

_UNREADABLE = "git did not give what earlier versions of the records held"

Load = Callable[[Sequence[Source], frozenset[str], Memo | None, Pool], tuple[Loaded, ...]]
"""Loads files, given the addresses that may appear in them."""


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


def examine(
    root: Path, today: datetime.date, memo: Memo | None = None, pool: Pool = None
) -> Examined:
    """Read an archive with its past and ask every question of it; never raises for what people wrote."""
    given = read(root)
    return with_past(judge(given, today, memo, pool), given, root, memo)


def with_past(examined: Examined, given: Read, root: Path, memo: Memo | None) -> Examined:
    """Add what could be seen of calls in earlier commits, which only whoever shows an archive needs to know."""
    archive = visibility.with_past(examined.archive, given.past, str(root), given.sources, memo)
    if not given.past.digest or archive.knows_past or examined.settings is None:
        return dataclasses.replace(examined, archive=archive)
    faults = history.check_history(history.History({}, _UNREADABLE), examined.settings)
    problems = in_order((*examined.problems, *faults))
    return dataclasses.replace(examined, archive=archive, problems=problems)


def judge(
    given: Read, today: datetime.date, memo: Memo | None, pool: Pool, load: Load | None = None
) -> Examined:
    """Make an archive of what was read, and ask every question of it; `load` may know files from before."""
    if given.settings is None:
        return Examined(None, Archive(), in_order(given.problems), 0)
    settings, faults, places = read_settings(given.settings, today)
    allowed = frozenset(settings.allowed_addresses if settings else ())
    loaded = (load or loading.load)(given.sources, allowed, memo, pool)
    refused = frozenset(fault.place.path for fault in given.problems)
    zone = settings.zone if settings else "Etc/UTC"
    archive = assemble(loaded, zone, places, given.past.stamps, refused)
    if settings is not None:
        settings = dataclasses.replace(settings, mark=next((f.mark for f in loaded if f.mark), ""))
    found = [*given.problems, *faults, *(fault for file in loaded for fault in file.problems)]
    if settings is not None:
        found += history.check_history(given.past, settings)
        found += check_archive(archive, settings)
        found += loading.check_personal(loaded, archive, settings, given.settings, places)
        files = (given.settings, *given.sources)
        found += kept_out.check(files, settings, places, kept_out.key_given())
    problems = in_order(loading.hushed(found, archive, loaded))
    return Examined(settings, archive, problems, len(given.sources) + 1)


def refuse(given: Read, today: datetime.date, pool: Pool) -> Built:
    """Say what is wrong with an archive, and make nothing of it."""
    examined = _for_everybody(judge(given, today, None, pool))
    return Built(examined.problems, examined.files)


def make(wanted: Wanted, given: Read, memo: Memo, key: bytes, pool: Pool) -> Built:
    """Make the site of what was read and publish it, and remember under the key what was said of it."""
    root, out = wanted.root, wanted.out
    finishing.renderers()
    examined = _for_everybody(judge(given, wanted.today, memo, pool))
    if examined.is_good:
        examined = with_past(examined, given, root, memo)
    if not examined.is_good or examined.settings is None:
        return Built(examined.problems, examined.files)
    memo.keep()
    settings, problems, files = examined.settings, examined.problems, examined.files
    told = examined.archive.knows_past or not given.past.digest
    public = gate.publish(examined.archive, settings)
    needles = leaks.needles(examined.archive, public, settings, own_words(settings.language))
    # From here on only what may be seen is at hand, and the room of all else is free for the outputs.
    del examined, given
    site = finishing.Site(root, out, wanted.work, settings)
    found, published = finishing.publish_site(site, public, needles, memo, pool)
    problems = in_order((*problems, *found))
    review = () if settings.indexing else review_list(public)
    if published and told and finishing.may_trust(needles, settings):
        said = standing.Said(problems, files, review)
        standing.remember(memo, key, published, said)
    memo.finish()
    return Built(problems, files, published, review)


def _for_everybody(examined: Examined) -> Examined:
    """Say of names that are kept out only whether there are any: logs of builds are read by everybody."""
    places, settings = examined.archive.places, examined.settings
    problems = kept_out.as_a_whole(examined.problems, places)
    if settings is not None:
        problems += kept_out.not_asked(settings, places, kept_out.key_given())
    return dataclasses.replace(examined, problems=in_order(problems))
