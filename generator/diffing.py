"""Tells what readers would see change: both states of an archive go the usual way up to the gate, and are compared.

Dates of last changes are left aside, for every commit changes them.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import finishing
from generator.differences.comparison import SITE, Side, compare
from generator.differences.outputs import prints_of
from generator.differences.pairs import State
from generator.differences.sentences import Part, Said, Sentence, counted
from generator.history import History, commits, snapshots
from generator.load.files import Disk
from generator.pipeline import Examined, Read, judge, read_place
from generator.privacy import gate
from generator.problems import Problem
from generator.settings import Settings
from generator.since import Loader
from generator.work import Pool

# Without a field it must have, a day, or a word on what may be shared, a record is not what it was meant to be.
_TORN = frozenset({"F202", "F203", "F204", "F206", "F207", "F215", "F222"})
_FEW = 10
"""So many mistakes are named by their places."""


@dataclass(frozen=True, slots=True)
class Told:
    """Differences in sentences; `is_compared` is false when neither state could be read at all."""

    title: str
    remarks: tuple[Sentence, ...]
    parts: tuple[Part, ...]
    is_compared: bool = True


def tell_differences(root: str, rev: str, to: str, today: datetime.date, pool: Pool = None) -> Told:
    """Compare the point where `rev` and `to` part with `to`, or with the files as they are when that is empty.

    Raises GitRefused.
    """
    tip = commits.named(root, to) if to else commits.head(root)
    base = commits.fork(root, commits.named(root, rev), tip)
    blobs = snapshots.Blobs(root)
    before = read_place(snapshots.in_commit(root, base, blobs), History({}))
    place = snapshots.in_commit(root, tip, blobs) if to else Disk(root)
    after = read_place(place, History({}))
    end = f"commit {tip[:10]}" if to else "the files as they are"
    title = f"What readers would see change from commit {base[:10]} to {end}"
    return tell(title, before, after, today, pool)


def tell(title: str, before: Read, after: Read, today: datetime.date, pool: Pool = None) -> Told:
    """Compare two states as far as they can be read; the settings of one serve for both where one has none."""
    load = Loader()
    old, new = (judge(given, today, None, pool, load) for given in (before, after))
    remarks = [*_of_settings(old, new)]
    if old.settings is None:
        old = judge(_with_settings(before, after), today, None, pool, load)
    if new.settings is None:
        new = judge(_with_settings(after, before), today, None, pool, load)
    remarks += _of_mistakes(old, new)
    if old.settings is None or new.settings is None:
        return Told(title, tuple(remarks), (), is_compared=False)
    parts = compare(_side(old, old.settings), _side(new, new.settings))
    if _unread(old) or _unread(new):
        parts = tuple(part for part in parts if part.heading != SITE)
        remarks.append(("Pages of the site are counted once all files can be read",))
    elif not parts:
        remarks.append(("Readers would see no difference",))
    return Told(title, tuple(remarks), parts)


def _with_settings(given: Read, other: Read) -> Read:
    return dataclasses.replace(given, settings=other.settings)


def _side(examined: Examined, settings: Settings) -> Side:
    public = gate.publish(examined.archive, settings)
    state = State(public, frozenset(map(_key, _unread(examined))))
    return Side(state, settings, prints_of(finishing.draft_all(public, settings)))


def _unread(examined: Examined) -> frozenset[str]:
    """Give the files that could not be read, or not whole: what is missing there is not what was taken away."""
    torn = {
        fault.place.path
        for fault in examined.problems
        if fault.is_error and (fault.code.startswith("Y") or fault.code in _TORN)
    }
    return examined.archive.unread | torn - {"mkdocs.yml"}


def _key(path: str) -> str:
    """Give what stands for a record in comparisons: its folder without the year, and its id."""
    folder, _, name = path.rpartition("/")
    if not folder.startswith(("calls", "minutes")):
        return path
    kind = (
        folder if folder in ("calls/series", "calls/groups", "calls/hubs") else path.split("/")[0]
    )
    return f"{kind}/{name.split('.')[0]}"


def _of_settings(old: Examined, new: Examined) -> Iterator[Sentence]:
    if old.settings is None:
        yield (
            "The earlier state has no settings that can be read, so those of the newer one serve for both",
        )
    if new.settings is None:
        places = _places([fault for fault in new.problems if fault.is_error])
        yield (
            "The settings of the newer state cannot be read, so the earlier ones serve for both: ",
            *places,
        )


def _of_mistakes(old: Examined, new: Examined) -> Iterator[Sentence]:
    """Say what hinders reading: of the newer state with places, of the earlier one only how much."""
    wrong = [fault for fault in new.problems if fault.is_error]
    if wrong:
        number = counted(len(wrong), "mistake")
        yield (
            f"The newer state holds {number}, which the check explains;"
            " a file that cannot be read whole is not compared: ",
            *_places(wrong),
        )
    earlier = sum(fault.is_error for fault in old.problems)
    if earlier:
        yield (f"The earlier state holds {counted(earlier, 'mistake')}",)


def _places(faults: Sequence[Problem]) -> Sentence:
    words: list[str | Said] = []
    for fault in faults[:_FEW]:
        place = Said(f"{fault.place.path}:{fault.place.line}")
        words += [", " if words else "", place, f" {fault.code}"]
    left = len(faults) - _FEW
    return (*words, f" and {left} more" if left > 0 else "")
