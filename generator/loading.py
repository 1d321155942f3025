"""Loads all files of an archive: each one is read and searched for personal data, or remembered from before."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor

import msgspec

from generator import memo as memory
from generator.checks.personal_data import check_text
from generator.load.archive import Loaded, read_file
from generator.load.files import Source
from generator.load.text import decode
from generator.memo import Memo
from generator.model.archive import Archive
from generator.problems import Problem
from generator.work import spread

Pool = Callable[[], Executor] | None


def load(
    sources: Sequence[Source], allowed: frozenset[str], memo: Memo | None, pool: Pool
) -> tuple[Loaded, ...]:
    """Load files in the order given.

    Notes are remembered only when the record of their call says that all of it may be seen.
    """
    records = [source for source in sources if not source.path.startswith("minutes/")]
    notes = [source for source in sources if source.path.startswith("minutes/")]
    first = list(_load(records, {source.path for source in records}, allowed, memo, pool))
    public = {file.call.id for file in first if file.call and file.call.share.is_full}
    shared = {source.path for source in notes if _call_of(source.path) in public}
    return (*first, *_load(notes, shared, allowed, memo, pool))


def hushed(
    problems: Iterable[Problem], archive: Archive, loaded: Iterable[Loaded]
) -> tuple[Problem, ...]:
    """Make problems quote nothing where the record they are about is not fully shared, or cannot be read."""
    closed = {call.id for call in archive.calls if not call.share.is_full}
    paths = {file.path for file in loaded if _is_closed(file, closed)}
    return tuple(
        dataclasses.replace(fault, hushed=True) if fault.place.path in paths else fault
        for fault in problems
    )


def _is_closed(file: Loaded, closed: set[str]) -> bool:
    if file.path.startswith("minutes/"):
        return _call_of(file.path) in closed
    return file.path.startswith("calls/") and not file.is_fully_shared and not _is_empty(file)


def _is_empty(file: Loaded) -> bool:
    """Tell a file that gave no record: what is said of it comes from its form and not from its words."""
    return not (file.call or file.series or file.group or file.hub)


def _call_of(path: str) -> str:
    return path.rsplit("/", 1)[1].split(".")[0]


def _load(
    sources: Sequence[Source],
    may_remember: set[str],
    allowed: frozenset[str],
    memo: Memo | None,
    pool: Pool,
) -> list[Loaded]:
    decoder = msgspec.msgpack.Decoder(Loaded)
    keys = _keys(sources, may_remember, allowed) if memo else {}
    known = memo.recall(keys.values()) if memo else {}
    fresh = [source for source in sources if keys.get(source.path) not in known]
    made = dict(zip((s.path for s in fresh), spread(_load_one, allowed, fresh, pool), strict=True))
    loaded = [decoder.decode(made.get(s.path) or known[keys[s.path]]) for s in sources]
    if memo:
        shared = {file.path for file in loaded if file.path in made and _may_keep(file)}
        memo.remember({keys[path]: made[path] for path in sorted(shared & keys.keys())})
    return loaded


def _may_keep(file: Loaded) -> bool:
    return file.minutes is not None or file.is_fully_shared


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
    """Read and search one file, as bytes that any process can hand over and the memo can keep."""
    file = read_file(source)
    text, _ = decode(source.path, source.data)
    if text is not None:
        found = tuple(check_text(source.path, text, allowed))
        file = dataclasses.replace(file, problems=file.problems + found)
    return msgspec.msgpack.encode(file)
