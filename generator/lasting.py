"""Finds what stays in the history although a later commit takes it out: personal data, and text that is withheld.

Each commit of a change is looked at with what the newest state of the archive says may be seen.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from generator.checks import withheld_in_public
from generator.load.names import shown
from generator.load.text import as_read
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.group import Group, Hub
from generator.model.series import Series
from generator.model.share import Reason, Share, is_silent, narrower
from generator.personal_data import check_text
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_WHAT = {
    "P501": "an e-mail address",
    "P502": "a telephone number",
    "P503": "a PIN, passcode or access code",
    "P504": "a link with a password or a private key",
    "P511": "a street address",
    "P505": "text that is withheld",
    "P506": "a name that tells what a withheld call was",
    "P520": "a comment in a record of which something is withheld",
    "F222": "a record that never said what may be shared",
    "Y108": "more than is searched for what must not be public",
}
_PERSONAL = ("P501", "P502", "P503", "P504", "P511")
_EXPOSED = ("P505", "P506", "P520")
# Nobody dials a number out of the message of a commit, and hashes and versions look like one.
_IN_MESSAGES = ("P501", "P503", "P504", "P511")
_TRAILER = re.compile(r"^[ \t]*[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+:.*$", re.MULTILINE)

R = TypeVar("R", Call, Series, Group, Hub)


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of a change, or the files as they are now; `name` is the beginning of the commit's id.

    `texts` are the files it touches, by path, that are not as they were before the change.
    `archive` is empty where no record is touched. `unsearched` are paths of files that are too large to be read.
    """

    name: str
    texts: Mapping[str, bytes]
    archive: Archive
    message: str = ""
    unsearched: tuple[str, ...] = ()


class Find(NamedTuple):
    """Something that must not be public; `line` is 0 for a whole file.

    `key` tells whether two finds are one, and holds text.
    """

    path: str
    line: int
    what: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A change as a whole: the archive before it, the files now, the settings now, and where it begins.

    `known` are the keys of what the history held before the change already.
    """

    before: Archive
    now: Step
    settings: Settings
    point: str
    known: frozenset[tuple[str, ...]] = frozenset()


def find_lasting(change: Change, steps: Iterable[Step]) -> tuple[tuple[Problem, ...], bool]:
    """Say what only the history holds, each once; and tell whether the history holds what the files still hold.

    Problems quote nothing: they name file, line and commit.
    """
    standing = {find.key for find in _finds(change, change.now)}
    said: set[tuple[str, ...]] = set()
    found: list[Problem] = []
    for step in steps:
        for find in _finds(change, step):
            if find.key not in said | standing | change.known:
                found.append(_told(find, step, change))
            said.add(find.key)
        found += _in_message(step, change)
    return tuple(found), not said.isdisjoint(standing - change.known)


def keys_of(problems: Iterable[Problem], texts: Mapping[str, bytes]) -> frozenset[tuple[str, ...]]:
    """Give the keys of problems that were found in an archive made of some files."""
    return frozenset(
        _find(fault.code, path, fault.place.line, _readable(texts[path])).key
        for fault in problems
        if fault.code in _WHAT and (path := fault.place.path) in texts
    )


def _finds(change: Change, step: Step) -> Iterator[Find]:
    personal = tuple(_personal(step, frozenset(change.settings.allowed_addresses)))
    yield from personal
    yield from _withheld(change, step)
    # What nobody looked at may hold anything.
    yield from (Find(path, 0, _WHAT["Y108"], ("Y108", path)) for path in step.unsearched)
    if change.settings.repository_is_public:
        told = {find.path for find in personal}
        silent = _never_told(change, step)
        yield from (find for find in silent if find.key[0] != "F222" or find.path not in told)


def _personal(step: Step, allowed: frozenset[str]) -> Iterator[Find]:
    for path, data in step.texts.items():
        if path != "mkdocs.yml":
            text = _readable(data)
            for fault in check_text(path, text, allowed):
                yield _find(fault.code, path, fault.place.line, text)


def _withheld(change: Change, step: Step) -> Iterator[Find]:
    """Ask of every record whether it holds what is withheld now."""
    narrowed = _narrowed(change, step.archive)
    for fault in withheld_in_public.check(narrowed, change.settings):
        path = fault.place.path
        if path in step.texts and fault.code in _EXPOSED:
            yield _find(fault.code, path, fault.place.line, _readable(step.texts[path]))


def _never_told(change: Change, step: Step) -> Iterator[Find]:
    """Give records that nobody can read and that are closed now, and those that went without saying anything."""
    now = change.now.archive
    closed = {one.id for one in _records(now) if not one.share.is_full}
    known = {one.id for one in _records(now)} | set(now.unread)
    open_lines = _lines_in_the_open(change.now)
    here = now.unread.union(_paths(now), _paths(change.before))
    for path in sorted(step.archive.unread & step.texts.keys()):
        # Capitals in a name are refused, and it is the same name on many computers.
        name = path.rsplit("/", 1)[-1].split(".")[0].lower()
        if name in closed and path not in now.unread:
            yield Find(path, 1, _WHAT["P505"], ("P505", path))
        elif path not in here and not _mostly_in(step.texts[path], open_lines):
            yield Find(path, 1, _WHAT["F222"], ("F222", path))
    for one in _records(step.archive):
        silent = one.share.reason is Reason.UNSTATED and not one.share.is_full
        is_gone = silent and known.isdisjoint((one.id, one.path))
        text = step.texts.get(one.path)
        if is_gone and text is not None and not _mostly_in(text, open_lines):
            yield Find(one.path, 1, _WHAT["F222"], ("F222", one.path))


def _records(archive: Archive) -> Iterator[Call | Series | Group | Hub]:
    yield from archive.calls
    yield from archive.series
    yield from archive.groups
    yield from archive.hubs


def _paths(archive: Archive) -> frozenset[str]:
    """Give the files of everything that could be read."""
    paths = {one.path for one in (*_records(archive), *archive.minutes, *archive.pages)}
    return frozenset(paths | {one.path for one in archive.files_of_words()})


def _narrowed(change: Change, archive: Archive) -> Archive:
    """Give an archive in which nothing may be seen that is withheld now."""
    if archive is change.now.archive:
        return archive
    now = change.now.archive
    days = _days_closed_anew(change)
    old = {call.id for call in (*now.calls, *change.before.calls)}
    calls = tuple(
        dataclasses.replace(call, share=narrower(days[str(call.date)], call.share))
        if call.id not in old and str(call.date) in days
        else call
        for call in _with_shares(archive.calls, now.calls)
    )
    return dataclasses.replace(
        archive,
        calls=calls,
        series=_with_shares(archive.series, now.series),
        groups=_with_shares(archive.groups, now.groups),
        hubs=_with_shares(archive.hubs, now.hubs),
    )


def _with_shares(records: tuple[R, ...], now: tuple[R, ...]) -> tuple[R, ...]:
    shares = {one.id: one.share for one in now if not one.share.is_full}
    return tuple(
        dataclasses.replace(one, share=narrower(shares[one.id], one.share))
        if one.id in shares
        else one
        for one in records
    )


def _days_closed_anew(change: Change) -> dict[str, Share]:
    """Give the days of calls that this change adds as withheld ones: another name on that day may be theirs."""
    old = {call.id for call in change.before.calls}
    return {
        str(call.date): call.share
        for call in change.now.archive.calls
        if not call.share.details and is_silent(call.id) and call.id not in old
    }


def _lines_in_the_open(now: Step) -> frozenset[bytes]:
    open_paths = {one.path for one in _records(now.archive) if one.share.is_full}
    open_calls = {call.id for call in now.archive.calls if call.share.minutes}
    open_paths |= {notes.path for notes in now.archive.minutes if notes.call in open_calls}
    fully = {call.id for call in now.archive.calls if call.share.is_full}
    open_paths |= {one.path for one in now.archive.files_of_words() if one.call in fully}
    return frozenset(
        line.strip() for path in open_paths & now.texts.keys() for line in _filled(now.texts[path])
    )


def _mostly_in(data: bytes, lines: frozenset[bytes]) -> bool:
    """Tell whether at least half of a text's lines are among some others: then it was only renamed."""
    own = _filled(data)
    return 2 * sum(line.strip() in lines for line in own) >= len(own)


def _filled(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if line.strip()]


def _readable(data: bytes) -> str:
    """Give a file's text even where no record may be written like that: it stands in the history all the same."""
    try:
        return as_read(data)
    except UnicodeDecodeError:
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        return data.decode("utf-16" if wide else "latin-1", "replace")


def _find(code: str, path: str, line: int, text: str) -> Find:
    """Make a find; the same line of personal data is the same one wherever it stands."""
    lines = text.split("\n")
    where = "" if code in _PERSONAL else path
    words = lines[line - 1].strip() if line <= len(lines) else ""
    return Find(path, line, _WHAT[code], (code, where, words))


def _in_message(step: Step, change: Change) -> Iterator[Problem]:
    """Search the message of a commit that touches the archive."""
    if step.texts:
        where = f"the message of commit `{step.name}`"
        allowed = frozenset(change.settings.allowed_addresses)
        yield from find_in_message(step.message, where, allowed, _anew(change.point))


def find_in_message(
    message: str, where: str, allowed: frozenset[str], how: str
) -> Iterator[Problem]:
    """Search a message of git for personal data, but for lines that name people on purpose; `how` says the way out."""
    codes = {fault.code for fault in check_text("", _TRAILER.sub("", message), allowed)}
    for code in sorted(codes & set(_IN_MESSAGES)):
        at = Place("mkdocs.yml")
        yield problem("P510", at, where=where, what=_WHAT[code], how=how).hush()


def told_in_message(commit: str, point: str) -> Problem:
    """Tell that the message of a commit says what its change withholds."""
    where, what = f"the message of commit `{commit}`", "words that this change withholds"
    return problem("P510", Place("mkdocs.yml"), where=where, what=what, how=_anew(point)).hush()


def _anew(point: str) -> str:
    """Say how commits are made anew; without a point where they begin these are all there are."""
    back = f"git reset --soft {point}" if point else "git update-ref -d HEAD"
    return (
        f"make one new commit of the whole change, for example with `{back}` and `git commit`,"
        " and send that one; whoever merges must not take in the old commits"
    )


def _told(find: Find, step: Step, change: Change) -> Problem:
    """Tell a find at its file as a whole: the line is one of the commit, and not of the file as it is now."""
    part = f"line {find.line} of this file" if find.line else "this file"
    where = f"{part} in commit `{step.name}`"
    # A name in the history was never refused by anybody.
    place = Place(shown(find.path))
    return problem("P510", place, where=where, what=find.what, how=_anew(change.point)).hush()
