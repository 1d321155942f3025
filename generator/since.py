"""Checks a change instead of a whole archive: what it touches, what it brings about elsewhere, and its every commit.

The archive before and after is read and judged on the same way as always; here the problems are only sifted.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator import loading
from generator.checks import withheld_in_public
from generator.history import History, commits, snapshots
from generator.lasting import Change, Step, find_lasting, keys_of, told_in_message
from generator.load.archive import Loaded, assemble
from generator.load.files import Disk, Source, read_folders
from generator.lost_addresses import find_lost
from generator.memo import Memo
from generator.model.archive import Archive
from generator.pipeline import Examined, Load, Read, judge, read_place, refuse_made
from generator.problems import Place, Problem, in_order
from generator.said_again import commits_that_say, find_left_open, find_said_again
from generator.settings import Settings
from generator.unsaid_moves import find_unsaid
from generator.work import Pool

_RECORDS = ("calls/", "minutes/")
_UNASKED = History({})
"""Whether the history is whole is no question of a change."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is wrong with a change; `texts` are the files it was read from, `files` of which it touches.

    `is_committed` says that commits of the change hold what must not be public and still stands in the files.
    """

    problems: tuple[Problem, ...]
    files: int
    texts: Mapping[str, bytes]
    is_committed: bool = False

    @property
    def is_good(self) -> bool:
        """Tell whether the change can be taken in."""
        return not any(fault.is_error for fault in self.problems)


class Loader:
    """Loads each file once in a process, however many commits hold it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[tuple[Source, frozenset[str]], Loaded] = {}

    def __call__(
        self, sources: Sequence[Source], allowed: frozenset[str], memo: Memo | None, pool: Pool
    ) -> tuple[Loaded, ...]:
        """Give what each file holds, in order."""
        fresh = {one.path: one for one in sources if (one, allowed) not in self._known}
        for file in loading.load(list(fresh.values()), allowed, memo, pool):
            self._known[fresh[file.path], allowed] = file
        return tuple(self._known[one, allowed] for one in sources)


def check_since(root: str, rev: str, today: datetime.date, pool: Pool = None) -> Sifted:
    """Check what the files hold more than the point where they parted from `rev`; raises GitRefused.

    The commits since then are searched for what stays in the history although the files no longer hold it.
    """
    tip = commits.head(root)
    base = commits.fork(root, commits.named(root, rev), tip)
    now = refuse_made(read_place(Disk(root), _UNASKED), root)
    chain = commits.commits_between(root, (base,), tip)
    return check_chain(root, base, chain, now, today, pool)


def check_chain(
    root: str,
    base: str,
    chain: Sequence[commits.Commit],
    now: Read,
    today: datetime.date,
    pool: Pool = None,
) -> Sifted:
    """Check what files hold more than a commit, and every commit of a chain that leads to them; raises GitRefused."""
    blobs, load = snapshots.Blobs(root), Loader()
    old = snapshots.in_commit(root, base, blobs)
    sides = _sides(read_place(old, _UNASKED), now, today, pool, load)
    earlier, examined, texts = sides.earlier, sides.examined, _texts(now)
    if examined.settings is None:
        return Sifted(sides.problems, len(sides.touched), texts)
    settings = sides.settings(examined.settings)
    held = {path: texts[path] for path in sorted(sides.touched & texts.keys())}
    step = Step("", held, examined.archive)
    known = keys_of(earlier.problems, _texts(sides.before))
    change = Change(earlier.archive, step, settings, base[:10], known)
    reader = _Reader(root, old, _by_record(old, chain), load, settings, pool)
    past = map(reader.step, chain)
    told, is_committed = find_lasting(change, past)
    if earlier.settings is not None:
        states = (earlier.settings, examined.settings)
        told += tuple(find_lost(earlier.archive, examined.archive, states, sides.touched))
        told += tuple(find_unsaid(earlier.archive, examined.archive, states, sides.touched))
        messages = {commit.short: commit.message for commit in chain}
        saying = commits_that_say(earlier.archive, examined.archive, messages)
        told += tuple(told_in_message(name, base[:10]) for name in saying)
    problems = in_order((*sides.problems, *told))
    return Sifted(problems, len(sides.touched), texts, is_committed)


def check_staged(root: str, today: datetime.date, pool: Pool = None) -> Sifted:
    """Check what the next commit would change; raises GitRefused."""
    blobs, load = snapshots.Blobs(root), Loader()
    before = read_place(snapshots.in_commit(root, commits.head(root), blobs), _UNASKED)
    now = refuse_made(read_place(snapshots.about_to_be_committed(root, blobs), _UNASKED), root)
    if not _touched(before, now) and before.problems == now.problems:
        return Sifted((), 0, {})
    sides = _sides(before, now, today, pool, load)
    return Sifted(sides.problems, len(sides.touched), _texts(now))


@dataclass(frozen=True, slots=True)
class _Sides:
    """An archive before and after a change, judged alike; `problems` are those of the change."""

    before: Read
    earlier: Examined
    examined: Examined
    touched: frozenset[str]
    problems: tuple[Problem, ...]

    def settings(self, now: Settings) -> Settings:
        """Give the settings of now, in which a repository is public that was so before the change.

        Who closes a repository has done so before something that needs it is put in, for others read it until then.
        """
        was = self.earlier.settings
        is_public = now.repository_is_public or (was is not None and was.repository_is_public)
        return dataclasses.replace(now, repository_is_public=is_public)


def _sides(before: Read, now: Read, today: datetime.date, pool: Pool, load: Load) -> _Sides:
    """Judge both sides of a change; withheld text is looked for as long as one of them is public."""
    earlier = judge(before, today, None, pool, load)
    examined = judge(now, today, None, pool, load)
    touched = _touched(before, now)
    found = sift(examined.problems, earlier.problems, touched)
    if earlier.settings is not None and examined.settings is not None:
        archives = (earlier.archive, examined.archive)
        said = find_said_again(*archives, examined.settings, _texts(now), touched)
        # What was left in a record by oversight is told as that; nobody moved it there.
        left = {fault.place.path for fault in found if fault.code == "P505"}
        said_elsewhere = (one for one in said if not _is_of_own_record(one, left))
        found = in_order((*found, *said_elsewhere, *find_left_open(*archives)))
    sides = _Sides(before, earlier, examined, touched, found)
    if examined.settings is None or sides.settings(examined.settings) == examined.settings:
        return sides
    exposed = withheld_in_public.check(examined.archive, sides.settings(examined.settings))
    hushed = (fault.hush() for fault in exposed if fault.place.path in touched)
    return dataclasses.replace(sides, problems=in_order({*found, *hushed}))


def _is_of_own_record(fault: Problem, paths: Set[str]) -> bool:
    return fault.place.path in paths and ("record", fault.place.path) in fault.values


def sift(
    now: Sequence[Problem], before: Sequence[Problem], touched: frozenset[str]
) -> tuple[Problem, ...]:
    """Keep problems of files that are touched, by either place, and those that were not there before."""
    old = {_key(fault) for fault in before}
    return in_order(
        fault for fault in now if not touched.isdisjoint(_paths(fault)) or _key(fault) not in old
    )


def _paths(fault: Problem) -> Iterator[str]:
    yield fault.place.path
    yield from (place.path for place, _ in fault.notes)


def _key(fault: Problem) -> tuple[str, Place]:
    """Tell faults apart by kind and line: hints may change by what lies elsewhere, and it is still the same fault."""
    path, line, *_ = fault.place
    return fault.code, Place(path, line)


def _touched(before: Read, now: Read) -> frozenset[str]:
    """Give the paths of files that differ; ends of lines do not count, for git may change them on its way."""
    old, new = _texts(before), _texts(now)
    return frozenset(
        path for path in old.keys() | new.keys() if _plain(old.get(path)) != _plain(new.get(path))
    )


def _plain(data: bytes | None) -> bytes | None:
    return None if data is None else data.replace(b"\r\n", b"\n")


def _texts(given: Read) -> dict[str, bytes]:
    files = (given.settings, *given.sources) if given.settings else given.sources
    return {file.path: file.data for file in files}


def _by_record(
    old: snapshots.Snapshot, chain: Sequence[commits.Commit]
) -> dict[str, tuple[str, ...]]:
    """Give the files of each record and its notes, by the id, that there ever were in a change."""
    paths = {*old.files, *(path for commit in chain for path, _ in commit.touched)}
    found: dict[str, list[str]] = {}
    for path in sorted(paths):
        if path.startswith(_RECORDS):
            found.setdefault(_id(path), []).append(path)
    return {name: tuple(same) for name, same in found.items()}


def _id(path: str) -> str:
    return path.rsplit("/", 1)[-1].split(".")[0]


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the commits of a change are read with: the archive before it, and the settings of now."""

    root: str
    old: snapshots.Snapshot
    by_record: Mapping[str, tuple[str, ...]]
    load: Loader
    settings: Settings
    pool: Pool

    def step(self, commit: commits.Commit) -> Step:
        """Read what a commit touches, with all that says what of it may be seen."""
        fresh = {path: blob for path, blob in commit.touched if self.old.blob(path) != blob}
        blobs = self.old.blobs
        blobs.fetch(fresh.values())
        texts = {path: blobs[blob][1] for path, blob in sorted(fresh.items())}
        large = tuple(path for path, data in texts.items() if blobs[fresh[path]][0] > len(data))
        names = {_id(path) for path in fresh if path.startswith(_RECORDS)}
        archive = self._archive(commit, names) if names else Archive()
        return Step(commit.short, texts, archive, commit.message, large)

    def _archive(self, commit: commits.Commit, names: Set[str]) -> Archive:
        """Put together the records of some names, and the series, which notes without a record stand in for."""
        files = {path for name in names for path in self.by_record.get(name, ())}
        places = (*sorted(files), "calls/series")
        snapshot = snapshots.in_commit(self.root, commit.id, self.old.blobs, places)
        sources, faults = read_folders(snapshot)
        allowed = frozenset(self.settings.allowed_addresses)
        loaded = self.load(sources, allowed, None, self.pool)
        refused = frozenset(fault.place.path for fault in faults)
        return assemble(loaded, self.settings.zone, {}, {}, refused)
