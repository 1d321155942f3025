"""Keeps what each file gave by its path and the hash of its bytes, so that only a changed file is read and searched.

It holds the files of the last round and no more, and only in memory: what is not fully shared never leaves it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator import loading
from generator.load.archive import Loaded
from generator.load.files import Source
from generator.memo import Memo
from generator.work import Pool


class Kept(NamedTuple):
    """What a file gave, and the hash of the bytes that gave it."""

    digest: bytes
    loaded: Loaded


class KeptFiles:
    """The files of the last round; `known` is replaced as a whole, so that another thread may read on in it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.known: Mapping[str, Kept] = {}
        self._allowed: frozenset[str] = frozenset()

    def load(
        self, sources: Sequence[Source], allowed: frozenset[str], memo: Memo | None, pool: Pool
    ) -> tuple[Loaded, ...]:
        """Load files in the order given; only those that are not known are read.

        The memo is asked and told when nothing is known yet, so that it does not grow with every edit.
        """
        known = self.known if allowed == self._allowed else {}
        digests = {source.path: digest(source.data) for source in sources}
        fresh = [one for one in sources if not _is_known(known, one.path, digests[one.path])]
        found = {
            file.path: Kept(digests[file.path], file)
            for file in loading.load(fresh, allowed, None if known else memo, pool)
        }
        if memo is not None:
            memo.keep()
        self.known = {path: found.get(path) or known[path] for path in digests}
        self._allowed = allowed
        return tuple(kept.loaded for kept in self.known.values())


def digest(data: bytes) -> bytes:
    """Give the hash of a file's bytes."""
    return hashlib.blake2b(data, digest_size=20).digest()


def _is_known(known: Mapping[str, Kept], path: str, found: bytes) -> bool:
    kept = known.get(path)
    return kept is not None and kept.digest == found
