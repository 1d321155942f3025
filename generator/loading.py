"""Loads all files of an archive: each one is read and searched for personal data, or remembered from before."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from generator import memo as memory
from generator.load.archive import Loaded, read_file
from generator.load.files import Source
from generator.load.names import ANSWERS
from generator.load.sharing_lines import mentions_share, says_public
from generator.load.text import decode
from generator.memo import Memo
from generator.model.archive import Archive, Places
from generator.personal_data import search, search_file
from generator.personal_data.whole_archive import Searched, check
from generator.problems import Place, Problem
from generator.settings import Settings
from generator.shared_words import SharedWords
from generator.work import Pool, spread

_BATCH = 250
"""So many results are handed to the memo at once, or asked of it."""

_LOADED = msgspec.msgpack.Decoder(Loaded)

_FROM_NAMES = frozenset({"R306", "M623", "M630"})
"""Codes that quote nothing but the names of files."""

_PERSONAL = frozenset({"P501", "P502", "P503", "P504", "P511", "P512"})
"""Problems whose line holds what no report may quote."""


def load(
    sources: Sequence[Source], allowed: frozenset[str], memo: Memo | None, pool: Pool
) -> tuple[Loaded, ...]:
    """Load files in the order given.

    Notes and transcripts are remembered only when the record of their call says that all of it may be seen and
    they say nothing of that themselves.
    """
    records = [source for source in sources if not source.path.startswith("minutes/")]
    notes = [source for source in sources if source.path.startswith("minutes/")]
    words = SharedWords()
    every = {source.path for source in records}
    first = list(_load(records, every, words, allowed, memo, pool))
    calls = [file.call for file in first if file.call]
    closed = {call.id for call in calls if not call.share.is_full}
    closed |= {_call_of(source.path) for source in notes if mentions_share(source.data)}
    public = {call.id for call in calls} - closed
    shared = {source.path for source in notes if _call_of(source.path) in public}
    return (*first, *_load(notes, shared, words, allowed, memo, pool))


def hushed(
    problems: Iterable[Problem], archive: Archive, loaded: Iterable[Loaded]
) -> tuple[Problem, ...]:
    """Make problems hold nothing of a record that is not fully shared, or that nobody can read.

    A problem between two records is told at the one that is not shared; no hint names such a record.
    A line with personal data in it is quoted by no other problem either.
    """
    found = tuple(problems)
    personal = {fault.place[:2] for fault in found if fault.code in _PERSONAL}
    paths = closed_paths(archive, loaded)
    names = {_call_of(path) for path in paths}
    return tuple(_hushed(_without_personal(fault, personal), paths, names) for fault in found)


def closed_paths(archive: Archive, loaded: Iterable[Loaded]) -> set[str]:
    """Give the files of records that are not fully shared, and notes of which nobody knows whether they are."""
    closed = {call.id for call in archive.calls if not call.share.is_full}
    known = {call.id for call in archive.calls}
    return {file.path for file in loaded if _is_closed(file, closed, known)}


def check_personal(
    loaded: Sequence[Loaded], archive: Archive, settings: Settings, source: Source, places: Places
) -> tuple[Problem, ...]:
    """Ask what the search of single files leaves open: names, entries that allow nothing, the settings' own text."""
    closed = closed_paths(archive, loaded)
    files = [
        Searched(file.path, file.names, file.allowed, file.path not in closed) for file in loaded
    ]
    text, _ = decode(source.path, source.data)
    own = search(source.path, text or "", (*settings.allowed_addresses, settings.contact))
    return (*own.problems, *check(files, archive, settings, places))


def _without_personal(fault: Problem, personal: set[tuple[str, int]]) -> Problem:
    """Hush a problem of another kind on a line with personal data, and show no such line as a second place."""
    if fault.code in _PERSONAL:
        return fault
    if fault.place[:2] in personal:
        return fault.hush()
    notes = tuple((_whole(at) if at[:2] in personal else at, words) for at, words in fault.notes)
    return fault if notes == fault.notes else dataclasses.replace(fault, notes=notes)


def _whole(place: Place) -> Place:
    return Place(place.path, place.line)


def _hushed(fault: Problem, paths: set[str], names: set[str]) -> Problem:
    if fault.place.path in paths and fault.code not in _FROM_NAMES:
        return fault.hush()
    for place, _ in fault.notes:
        if place.path in paths:
            return fault.hush(place)
    values = tuple((n, "" if n == "nearest" and _names(v, names) else v) for n, v in fault.values)
    return fault if values == fault.values else dataclasses.replace(fault, values=values, fix=None)


def _names(hint: str, names: set[str]) -> bool:
    """Tell whether a hint such as "; did you mean `river-planning.yaml`" names one of some records."""
    return any(_call_of(f"/{word}") in names for word in hint.split("`")[1::2])


def _is_closed(file: Loaded, closed: set[str], known: set[str]) -> bool:
    if file.path.startswith("minutes/"):
        call = _call_of(file.path)
        return call in closed or call not in known
    record = file.call or file.series or file.group or file.hub
    return record is not None and (record.id in closed or not record.share.is_full)


def _call_of(path: str) -> str:
    return path.rsplit("/", 1)[1].split(".")[0]


def _load(
    sources: Sequence[Source],
    may_remember: set[str],
    words: SharedWords,
    allowed: frozenset[str],
    memo: Memo | None,
    pool: Pool,
) -> Iterator[Loaded]:
    keys = _keys(sources, may_remember, allowed) if memo else {}
    known = dict(_known(keys, words, memo)) if memo else {}
    fresh = [source for source in sources if source.path not in known]
    made = spread(_load_one, allowed, fresh, pool)
    kept: dict[bytes, bytes] = {}
    for source in sources:
        if source.path in known:
            yield known.pop(source.path)
            continue
        data = next(made)
        file = words.share(_LOADED.decode(data))
        if source.path in keys and _may_keep(file):
            kept[keys[source.path]] = data
        yield file
        if memo and len(kept) >= _BATCH:
            memo.remember(kept)
            kept = {}
    if memo:
        memo.remember(kept)


def _known(keys: dict[str, bytes], words: SharedWords, memo: Memo) -> Iterator[tuple[str, Loaded]]:
    """Give what is remembered, by path: some at a time, for all bytes beside all values would double the memory."""
    paths = iter(keys)
    while batch := list(islice(paths, _BATCH)):
        rows = memo.recall(keys[path] for path in batch)
        for path in batch:
            data = rows.pop(keys[path], None)
            if data is not None:
                yield path, words.share(_LOADED.decode(data))


def _may_keep(file: Loaded) -> bool:
    if file.transcript is not None or file.corrections is not None:
        return True
    if file.minutes is not None:
        return file.minutes.share is None
    return file.is_fully_shared


def _keys(
    sources: Sequence[Source], may_remember: set[str], allowed: frozenset[str]
) -> dict[str, bytes]:
    salt = memory.key(memory.code_key(), b"load", *(word.encode() for word in sorted(allowed)))
    return {
        source.path: memory.key(salt, source.path.encode(), source.data)
        for source in sources
        if source.path in may_remember
    }


def _load_one(allowed: frozenset[str], source: Source) -> bytes:
    """Read and search one file, as bytes that any process can hand over and the memo can keep.

    Of a file that cannot be read nothing is quoted unless it says `share: public` in so many words.
    """
    file = read_file(source)
    text, _ = decode(source.path, source.data)
    if text is not None and source.path.startswith(ANSWERS):
        found = search(source.path, text, allowed)
        file = dataclasses.replace(file, problems=file.problems + found.problems)
    elif text is not None:
        found, names = search_file(source.path, text, allowed)
        file = dataclasses.replace(
            file,
            problems=_told_once(file.problems, found.problems),
            names=names,
            allowed=found.allowed,
        )
    if _is_unread(file) and not says_public(source.path, source.data):
        file = dataclasses.replace(file, problems=tuple(fault.hush() for fault in file.problems))
    return msgspec.msgpack.encode(file)


def _told_once(problems: tuple[Problem, ...], personal: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out that an address cannot be used where the password in it is told: that is the same fault."""
    private = [fault.place for fault in personal if fault.code == "P504"]
    kept = (one for one in problems if one.code != "F211" or not _holds_one(one.place, private))
    return (*kept, *personal)


def _holds_one(place: Place, others: Iterable[Place]) -> bool:
    end = place.column + place.length
    return any(place[:2] == one[:2] and place.column <= one.column < end for one in others)


def _is_unread(file: Loaded) -> bool:
    if file.path.startswith("minutes/"):
        return not (file.minutes or file.transcript or file.corrections)
    if file.path.startswith(ANSWERS):
        return False
    in_records = file.path.startswith("calls/") and file.path != "calls/platforms.yaml"
    return in_records and not (file.call or file.series or file.group or file.hub)
