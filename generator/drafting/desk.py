"""An archive, opened to put a file beside it: what is there, and what the checks say of one file more.

Only ids of records that are fully shared are ever offered or suggested.
"""

import dataclasses
import datetime
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.checks.unknown_record import CODES
from generator.drafts.answers import faults_of, references, words_in
from generator.drafts.yaml_text import Value, write_record
from generator.fields.kinds import Field, Table
from generator.load.files import Source, limit_of, too_large
from generator.load.names import Kind as EntryKind
from generator.load.names import fault_of_file
from generator.memo import Memo, passing_memo
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.group import Group, Hub
from generator.model.series import Series
from generator.personal_data import check_text
from generator.pipeline import Examined, Read, judge, read
from generator.problems import Place, Problem, nearest, problem

FOLDERS: Final[Mapping[str, str]] = {
    "series": "calls/series",
    "group": "calls/groups",
    "hub": "calls/hubs",
}
"""Where records lie that have no date."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is not written yet; `path` is relative to the root of the archive."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Desk:
    """An archive as it lies there, opened to put a file beside it."""

    given: Read
    examined: Examined
    today: datetime.date
    memo: Memo
    """What is fully shared is read once, however often a draft is laid beside it."""

    @property
    def archive(self) -> Archive:
        """Give the archive that was read."""
        return self.examined.archive

    @property
    def zone(self) -> str:
        """Give the zone of calls that name none."""
        return self.examined.settings.zone if self.examined.settings else ""

    @property
    def is_public(self) -> bool:
        """Tell whether strangers can read the repository, which is taken for granted unless the settings deny it."""
        settings = self.examined.settings
        return settings is None or settings.repository_is_public


def open_desk(root: Path, today: datetime.date) -> Desk:
    """Read the archive below a root."""
    given = read(root)
    memo = passing_memo()
    return Desk(given, judge(given, today, memo, None), today, memo)


def offered(desk: Desk, target: str) -> tuple[str, ...]:
    """Give the ids of fully shared records of a kind: `series`, `group`, `hub`, `platform` or `call`."""
    if target == "platform":
        return tuple(one.id for one in desk.archive.platforms)
    return tuple(one.id for one in _records(desk.archive, target) if one.share.is_full)


def answer_faults(desk: Desk, field: Field, value: Value) -> tuple[Problem, ...]:
    """Say what is wrong with the value of one field: its form, a record that is not there, personal data.

    A value with personal data in it is quoted by no problem.
    """
    allowed = frozenset(desk.examined.settings.allowed_addresses if desk.examined.settings else ())
    faults = faults_of(field, value)
    # What its field cannot hold cannot be written either, and is searched as it was typed.
    text = words_in(value) if faults else write_record(Table("", (field,)), {field.name: value})
    personal = tuple(check_text("", text, allowed))
    faults = faults or tuple(_unknown(desk, field, value))
    return (*(fault.hush() if personal else fault for fault in faults), *personal)


def _unknown(desk: Desk, field: Field, value: Value) -> Iterator[Problem]:
    folders = {"call": "calls/", **{kind: f"{folder}/" for kind, folder in FOLDERS.items()}}
    for kind, name in references(field, value):
        is_there = name in _all_ids(desk.archive, kind)
        if not is_there and not desk.archive.lies_unread(folders.get(kind, "calls/"), name):
            hint = nearest(name, offered(desk, kind))
            yield problem(CODES[kind], Place(""), id=name, nearest=hint)


def _all_ids(archive: Archive, kind: str) -> set[str]:
    if kind == "platform":
        return {one.id for one in archive.platforms}
    return {one.id for one in _records(archive, kind)}


def _records(archive: Archive, kind: str) -> tuple[Call | Series | Group | Hub, ...]:
    if kind == "call":
        return archive.calls
    if kind == "series":
        return archive.series
    return archive.groups if kind == "group" else archive.hubs


def stems(desk: Desk, folder: str) -> set[str]:
    """Give the names, without endings, of all files below a folder, whether they can be read or not."""
    paths = [source.path for source in desk.given.sources]
    paths += [fault.place.path for fault in desk.given.problems]
    inside = (path for path in paths if path.startswith(f"{folder}/"))
    return {path.rsplit("/", 1)[1].split(".")[0] for path in inside}


def lies_there(desk: Desk, path: str) -> bool:
    """Tell whether a file of that name is there already."""
    stem = path.rsplit("/", 1)[1].split(".")[0]
    return stem in stems(desk, path.rsplit("/", 1)[0])


def draft_faults(desk: Desk, draft: Draft) -> tuple[Problem, ...]:
    """Check the archive with the draft in it, and give what is wrong that was not wrong before."""
    misnamed = fault_of_file(draft.path, EntryKind.FILE)
    if misnamed is not None:
        return (misnamed,)
    source = Source(draft.path, draft.text.encode())
    size, limit = len(source.data), limit_of(draft.path)
    if size > limit:
        return (too_large(draft.path, size, limit),)
    sources = sorted((*desk.given.sources, source), key=lambda one: one.path)
    given = dataclasses.replace(desk.given, sources=tuple(sources))
    before = {(fault.code, fault.place) for fault in desk.examined.problems}
    after = judge(given, desk.today, desk.memo, None).problems
    return tuple(fault for fault in after if (fault.code, fault.place) not in before)


def find_call(desk: Desk, name: str) -> Call | None:
    """Give the call of an id."""
    return next((call for call in desk.archive.calls if call.id == name), None)


def find_series(desk: Desk, name: str) -> Series | None:
    """Give the series of an id."""
    return next((one for one in desk.archive.series if one.id == name), None)


def days_of(call: Call) -> tuple[str, ...]:
    """Give every day a call was known by: its own, its series' one, and those it was moved from."""
    moved = [time.date().isoformat() for time in call.moved_from]
    own = [call.occurrence.isoformat()] if call.occurrence else []
    return tuple(dict.fromkeys([str(call.date), *own, *moved]))


def near(desk: Desk, name: str) -> tuple[str, ...]:
    """Give up to three ids of fully shared calls that are like a word, the likest first."""
    return tuple(difflib.get_close_matches(name.lower()[:80], offered(desk, "call"), 3, 0.5))
