"""What the site that stands was made from: of each output its key, and where the body lies in a page.

An output whose key and file are as before need not be made again. Its links need not be followed either: they led
somewhere when the site was published, so that only those can be broken which lead to what is not there any more.
What a page offers and asks for is read from the page itself when it is asked.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from generator.site import verify
from generator.site.manifest import OldTree

Span = tuple[int, int]
"""Where the body of a page lies in its file, in octets; both are 0 in what is no page."""
NO_PAGE = (0, 0)
NO_KEY = b""
"""The key of an output that is made anew each time, whatever it is made from."""
_Row = tuple[bytes, int, int]


@dataclass(frozen=True, slots=True)
class Record:
    """The outputs of a site by address, each with its key and body.

    `manifest` is the hash of its manifest, which lists so many files.
    """

    manifest: str
    files: int
    outputs: Mapping[str, _Row]


_NOTHING = Record("", 0, {})


@dataclass(frozen=True, slots=True)
class Fresh:
    """The pages that were made anew: what they offer and ask for, and the checksum of each."""

    book: verify.LinkBook = field(default_factory=verify.LinkBook)
    pages: dict[str, str] = field(default_factory=dict)


def record_bytes(manifest: str, files: int, outputs: Mapping[str, tuple[bytes, Span]]) -> bytes:
    """Give the record of a site as it was published."""
    rows = {path: (key, *span) for path, (key, span) in outputs.items()}
    return msgspec.msgpack.encode(Record(manifest, files, rows))


class MadeBefore:
    """The outputs of the site that stands, as far as its record tells of them."""

    def __init__(self, out: Path, old: OldTree, recorded: bytes | None) -> None:
        """Believe a record only of this very site."""
        found = msgspec.msgpack.decode(recorded, type=Record) if recorded else _NOTHING
        is_this = found.manifest == hashlib.sha256(old.manifest).hexdigest()
        self._out = out
        self._old = old.files
        self._outputs = found.outputs if is_this else {}
        self._is_whole = is_this and found.files == len(old.files) and not old.strange

    def is_same(self, path: str, key: bytes) -> bool:
        """Tell whether an output was made from the same, and its file stands as it was written."""
        row = self._outputs.get(path)
        return row is not None and row[0] == key and path in self._old

    def sha256(self, path: str) -> str:
        """Give the checksum of a file that stands."""
        return self._old[path].sha256

    def span(self, path: str) -> Span:
        """Give where the body lies in the page at an address."""
        _key, start, end = self._outputs[path]
        return start, end

    def links(self, path: str) -> verify.PageLinks | None:
        """Give what a page of this site offers and asks for; nothing of what is no page, or not recorded."""
        row = self._outputs.get(path)
        if row is None or row[1:] == NO_PAGE:
            return None
        return verify.read_links(path, self._body(path).decode(errors="replace"))

    def _body(self, path: str) -> bytes:
        start, end = self.span(path)
        return (self._out / path).read_bytes()[start:end]

    def in_doubt(
        self, kept: Iterable[str], files: Collection[str], fresh: Fresh
    ) -> Iterator[verify.PageLinks]:
        """Give the links of those pages among `kept` that may lead to what is not there any more.

        `kept` stand as they were; `files` are all that there are to be, and `fresh` the pages made anew among them.
        """
        asks = self._asking(files, fresh)
        if asks is None:
            return
        for path in kept:
            links = self.links(path) if asks(self._body(path)) else None
            if links is not None:
                yield links

    def _asking(self, files: Collection[str], fresh: Fresh) -> Callable[[bytes], bool] | None:
        """Give what tells whether a page may lead to what is gone, or nothing where nothing is gone."""
        if not self._is_whole:
            return lambda body: True
        gone = {path: names for path, names in self._gone(files, fresh) if names != set()}
        return verify.asking_for(gone) if gone else None

    def _gone(self, files: Collection[str], fresh: Fresh) -> Iterator[tuple[str, Set[str] | None]]:
        """Give files that are gone, and of pages that are others now the names that they offer no more."""
        for path, entry in self._old.items():
            if path not in files:
                yield path, None
            elif fresh.pages.get(path, entry.sha256) != entry.sha256:
                before = self.links(path)
                yield path, fresh.book.without(path, before.anchors) if before else None
