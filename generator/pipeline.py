"""The whole way on one screen: files → archive and problems → what may be seen → outputs → the finished site.

Each step is a function of the one before; what is remembered and how work is spread changes nothing of the result.
"""

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import finishing, history, kept_out, loading, standing
from generator.checks import check_archive
from generator.history import visibility
from generator.load.archive import Loaded, assemble
from generator.load.files import Disk, Folders, Source, read_folders, read_settings_in
from generator.load.settings_file import read_settings
from generator.memo import Memo, open_memo
from generator.model.archive import Archive
from generator.privacy import gate, leaks
from generator.problems import Problem, in_order
from generator.render.own_words import own_words
from generator.review import review_list
from generator.settings import Settings
from generator.site.publish import Published
from generator.site.swap import real_place
from generator.work import Pool

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


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is empty when nothing was published."""

    problems: tuple[Problem, ...]
    files: int
    published: Published | None = None
    review: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """Every byte that goes into a build, with what is wrong about the files themselves."""

    settings: Source | None
    sources: tuple[Source, ...]
    past: history.History
    problems: tuple[Problem, ...]


def read(root: Path, made: Sequence[str] = history.MADE) -> Read:
    """Read the files and the history of an archive; without settings nothing else is looked at.

    `made` are folders that no commit may hold.
    """
    found = read_place(Disk(str(root)), history.read_history(str(root)))
    return refuse_made(found, str(root), made)


def refuse_made(given: Read, root: str, made: Sequence[str] = history.MADE) -> Read:
    """Add to what was read that git holds folders which are made on each machine."""
    return dataclasses.replace(given, problems=given.problems + history.check_made(root, made))


def may_remember(given: Read) -> bool:
    """Tell whether what is remembered on this machine was made here, and did not come with a commit."""
    return all(fault.code != "S713" for fault in given.problems)


def read_place(place: Folders, past: history.History) -> Read:
    """Read the files of an archive wherever it lies: on the disk, in a commit, or about to be committed."""
    settings, problems = read_settings_in(place)
    if settings is None:
        return Read(None, (), history.History({}), problems)
    sources, names = read_folders(place)
    return Read(settings, sources, past, problems + names)


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


def build(root: Path, out: Path, work: Path, today: datetime.date, pool: Pool = None) -> Built:
    """Build the whole site into `out`; `work` keeps frames, memo and the staged folder.

    Nothing is published while there is an error: the site that is there stays byte for byte as it was.
    """
    out = real_place(out)
    given = read(root, (*history.MADE, *_inside(root, out)))
    if not may_remember(given):
        examined = _for_everybody(judge(given, today, None, pool))
        return Built(examined.problems, examined.files)
    with open_memo(work / "cache") as memo:
        key = standing.key_of(given.settings, given.sources, given.past, today)
        known = standing.recall(memo, key, out, work / "cache")
        if known is not None:
            return _built(known.said, Published(0, known.outputs, 0))
        examined = _for_everybody(judge(given, today, memo, pool))
        if examined.is_good:
            examined = with_past(examined, given, root, memo)
        if not examined.is_good or examined.settings is None:
            return Built(examined.problems, examined.files)
        memo.keep()
        public = gate.publish(examined.archive, examined.settings)
        ours = own_words(examined.settings.language)
        needles = leaks.needles(examined.archive, public, examined.settings, ours)
        site = finishing.Site(root, out, work, examined.settings)
        found, published = finishing.publish_site(site, public, needles, memo, pool)
        problems = in_order((*examined.problems, *found))
        review = () if examined.settings.indexing else review_list(public)
        said = standing.Said(problems, examined.files, review)
        told = examined.archive.knows_past or not given.past.digest
        if published and told and finishing.may_trust(needles, examined.settings):
            standing.remember(memo, key, published, said)
        memo.finish()
    return _built(said, published)


def _for_everybody(examined: Examined) -> Examined:
    """Say of names that are kept out only whether there are any: logs of builds are read by everybody."""
    places, settings = examined.archive.places, examined.settings
    problems = kept_out.as_a_whole(examined.problems, places)
    if settings is not None:
        problems += kept_out.not_asked(settings, places, kept_out.key_given())
    return dataclasses.replace(examined, problems=in_order(problems))


def _inside(root: Path, out: Path) -> tuple[str, ...]:
    """Give the folder that a site goes to as a path in the archive, or nothing where it lies elsewhere or is known."""
    whole, site = root.resolve(), out.resolve()
    if not site.is_relative_to(whole) or site == whole:
        return ()
    place = site.relative_to(whole)
    return () if place.parts[0] in history.MADE else (place.as_posix(),)


def _built(said: standing.Said, published: Published | None) -> Built:
    return Built(said.problems, said.files, published, said.review)
