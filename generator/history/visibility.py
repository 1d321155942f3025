"""What could be seen of each call in earlier commits: which versions of its files are its past, and what these shared.

How it works. A version of a file names the blob it was made from, so the past of a file is followed from what lies
there now backwards, blob by blob; what a merge did not take is no part of it. The files of a call are its record and
its notes, under its own id and its earlier ones. After each commit that touched one of them it is asked what
could be seen then, and only changes are kept. Most calls were always open: their versions are told by a look at one
line, and the blobs that are known to be open are remembered, but none of a call of which anything is or was withheld.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator import memo as memory
from generator.history.git import GitRefused
from generator.history.log import NO_FILE, History, Version
from generator.history.snapshots import Blobs
from generator.history.statements import (
    Statement,
    id_of,
    is_plainly_open,
    stated_together,
    statement_of,
)
from generator.load.files import Source, limit_of
from generator.load.names import CORRECTIONS, TRANSCRIPT
from generator.memo import Memo
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.past import Step
from generator.model.share import Share, is_silent

_BATCH = 1000
"""So many blobs are held at once."""

Lives = Mapping[str, tuple[Version, ...]]
"""The versions that are the past of a call's files, the oldest first, by path."""
_Now = Mapping[str, str]
"""The blobs that lie there now, by path."""


def with_past(
    archive: Archive, history: History, root: str, sources: Iterable[Source], memo: Memo | None
) -> Archive:
    """Give an archive with what could be seen of its calls in earlier commits; without a whole history as it was."""
    if not history.digest:
        return archive
    now = {
        source.path: _blob_of(source.data, history.versions[source.path][0])
        for source in sources
        if source.path in history.versions
    }
    paths = _paths_by_id(history.versions)
    lives = {call.id: _lives(call, paths, history, now) for call in archive.calls}
    try:
        asked = _not_always_open(archive.calls, lives, root, now, memo)
        past = _pasts(asked, lives, root)
    except GitRefused:
        return archive
    return replace(archive, past=past, knows_past=True)


def _blob_of(data: bytes, like: Version) -> str:
    """Give the name that git has for a file; its length is that of the repository's other names."""
    digest = hashlib.sha1 if len(like.blob or like.before) == 40 else hashlib.sha256
    return digest(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _paths_by_id(versions: Iterable[str]) -> dict[str, list[str]]:
    """Give the paths of records and notes that there ever were by the call's id, which is their name.

    Transcripts and their corrections say nothing of what may be shared.
    """
    found: dict[str, list[str]] = {}
    for path in versions:
        folder, _, name = path.rpartition("/")
        if folder[-4:].isdigit() and not path.endswith((TRANSCRIPT, CORRECTIONS)):
            found.setdefault(name.partition(".")[0], []).append(path)
    return found


def _ids(call: Call) -> tuple[str, ...]:
    """Give the names under which a call's past is looked for; the earlier ones of a withheld one are withheld too."""
    return (call.id, *call.aliases) if call.share.details else (call.id,)


def _lives(call: Call, paths: Mapping[str, Sequence[str]], history: History, now: _Now) -> Lives:
    """Follow the files of a call back. What once had a name that only counts may have been another call."""
    found = {}
    for name in _ids(call):
        is_whole = name == call.id and not is_silent(name)
        for path in paths.get(name, ()):
            versions = history.versions[path]
            found[path] = _line(versions, _end(path, versions, now), is_whole)
    return found


def _end(path: str, versions: Sequence[Version], now: _Now) -> str:
    """Give the blob that a file's past ends with: what lies there, or its newest one where that is not committed."""
    blob = now.get(path, NO_FILE)
    return blob if any(one.blob == blob for one in versions) else versions[0].blob


def _line(versions: Sequence[Version], end: str, is_whole: bool) -> tuple[Version, ...]:
    """Follow a file back from one blob to the one before; unless it is whole no further than to when it was added."""
    wanted, found = end, []
    for one in versions:
        if one.blob == wanted:
            found.append(one)
            wanted = one.before
            if wanted == NO_FILE and not is_whole:
                break
    return tuple(reversed(found))


def _not_always_open(
    calls: Iterable[Call], lives: Mapping[str, Lives], root: str, now: _Now, memo: Memo | None
) -> tuple[Call, ...]:
    """Give the calls of which something is or was withheld, or that were gone for a time; remember the others' blobs.

    Raises GitRefused.
    """
    key = memory.key(memory.code_key(), b"open versions")
    known = frozenset(memo.recall([key]).get(key, b"").decode().split()) if memo else frozenset()
    likely = [c for c in calls if c.share.is_full and not _was_gone(c, lives[c.id])]
    older = {call.id: frozenset(_older_blobs(lives[call.id], now)) for call in likely}
    fresh = sorted(frozenset().union(*older.values()) - known)
    opened = known | {
        name for name, folder, data in _read(fresh, root) if is_plainly_open(folder, data)
    }
    plain = {name for name, found in older.items() if found <= opened}
    if memo:
        kept = sorted(frozenset().union(*(older[name] for name in plain)))
        memo.remember({key: "\n".join(kept).encode()})
    return tuple(call for call in calls if call.id not in plain)


def _was_gone(call: Call, lives: Lives) -> bool:
    """Tell whether one of a call's own files was deleted in between."""
    own = (found for path, found in lives.items() if id_of(path) == call.id)
    return any(one.blob == NO_FILE for found in own for one in found)


def _older_blobs(lives: Lives, now: _Now) -> Iterator[str]:
    """Name the blobs of a call's files but those that lie there now, which are known to be open."""
    for path, found in lives.items():
        for one in found:
            if one.blob not in (NO_FILE, now.get(path)):
                yield _named(path, one)


def _named(path: str, one: Version) -> str:
    """Name a blob with a letter in front for how it is read: of notes, or of records."""
    return f"{path[0]}{one.blob}"


def _read(names: Sequence[str], root: str) -> Iterator[tuple[str, str, bytes]]:
    """Give what such names stand for, some at a time, with the folder they are from; of what is too large nothing.

    Raises GitRefused.
    """
    for start in range(0, len(names), _BATCH):
        some = names[start : start + _BATCH]
        blobs = Blobs(root)
        blobs.fetch(name[1:] for name in some)
        for name in some:
            folder = "minutes/" if name.startswith("m") else "calls/"
            size, data = blobs[name[1:]]
            yield name, folder, data if size <= limit_of(folder) else b""


def _pasts(
    calls: Sequence[Call], lives: Mapping[str, Lives], root: str
) -> dict[str, tuple[Step, ...]]:
    """Give the past of calls, those left out whose every state was open. Raises GitRefused."""
    wanted = {
        _named(path, one): path
        for call in calls
        for path, found in lives[call.id].items()
        for one in found
        if one.blob != NO_FILE
    }
    known: dict[bytes, Share] = {}
    stated = {
        name: statement_of(wanted[name], data, known)
        for name, _, data in _read(sorted(wanted), root)
    }
    found = {call.id: _past(call, lives[call.id], stated) for call in calls}
    return {
        name: steps
        for name, steps in found.items()
        if any(step.share is None or not step.share.is_full for step in steps)
    }


def _past(call: Call, lives: Lives, stated: Mapping[str, Statement]) -> tuple[Step, ...]:
    """Give what could be seen of a call after each commit that changed it, and now."""
    steps: list[Step] = []
    there: dict[str, Statement] = {}
    second = 0
    events = sorted((one.number, path, one) for path, found in lives.items() for one in found)
    for _, together in groupby(events, key=lambda event: event[0]):
        for _, path, one in together:
            second = max(second, one.second)
            there.pop(path, None)
            if one.blob != NO_FILE:
                there[path] = stated[_named(path, one)]
        _add(steps, Step(second, stated_together(_ids(call), there)))
    _add(steps, Step(None, call.share))
    return tuple(steps)


def _add(steps: list[Step], step: Step) -> None:
    """Add a step unless it changes nothing that may be seen; before the first of them there was nothing."""
    if _seen(step.share) != _seen(steps[-1].share if steps else None):
        steps.append(step)


def _seen(share: Share | None) -> object:
    if share is None or share.is_full:
        return share and True
    return share.minutes, share.recording, share.details, share.reason
