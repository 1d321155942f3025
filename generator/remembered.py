"""Remembers what the outputs of the site that stands were made from, so that those made from the same are kept."""

from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec

from generator import memo as memory
from generator.memo import Memo
from generator.render.output import Draft
from generator.site import made_before, manifest, publish, verify
from generator.view_keys import ViewKeys


class Remembered:
    """What is remembered of the outputs of the site that stands, and what is to be remembered of the next one's."""

    def __init__(self, made_with: bytes | None, out: Path, memo: Memo) -> None:
        """Begin with what stands for all that every output is made with; nothing of it: nothing is remembered."""
        self._out = out
        self._memo = memo
        self._made_with = made_with
        self._place = memory.key(memory.code_key(), b"outputs")
        self._views = ViewKeys()
        self._keys: dict[str, bytes] = {}
        self._fresh: dict[str, tuple[bytes, made_before.Span]] = {}
        self._kept: dict[str, tuple[bytes, made_before.Span]] = {}

    def begin(self, old: manifest.OldTree) -> None:
        """Learn what the site was made from that stands."""
        recorded = self._memo.recall([self._place] if self._made_with else [])
        self._old = made_before.MadeBefore(self._out, old, recorded.get(self._place))

    def known(self, draft: Draft) -> publish.Finished | None:
        """Give an output that was made from the same, and whose file stands as it was written."""
        if not (draft.remember and self._made_with):
            return None
        key = self._key(self._made_with, draft)
        if not self._old.is_same(draft.path, key):
            self._keys[draft.path] = key
            return None
        self._kept[draft.path] = key, self._old.span(draft.path)
        return publish.Finished(draft.path, self._old.sha256(draft.path), bytes)

    def _key(self, made_with: bytes, draft: Draft) -> bytes:
        made_by = draft.make.__module__, draft.make.__qualname__
        told = msgspec.msgpack.encode((draft.path, *made_by, self._views.parts(draft.view)))
        return memory.key(made_with, told)

    def note(self, path: str, body: made_before.Span) -> None:
        """Note what was made anew, and where its body lies if it is a page.

        What may not be kept has a key that nothing has; where its body lies is told, so that its names are known.
        """
        self._fresh[path] = self._keys.pop(path, made_before.NO_KEY), body

    def in_doubt(
        self, files: Collection[str], fresh: made_before.Fresh
    ) -> Iterator[verify.PageLinks]:
        """Give the links of pages that stay as they are and may lead to what does not."""
        return self._old.in_doubt(self._kept, files, fresh)

    def links(self, path: str) -> verify.PageLinks | None:
        """Give the links of a page that stays as it is."""
        return self._old.links(path) if path in self._kept else None

    def keep(self, published: publish.Published) -> None:
        """Remember what the site was made from that stands now."""
        if self._made_with:
            outputs = self._kept | self._fresh
            row = made_before.record_bytes(published.manifest, published.files, outputs)
            self._memo.remember({self._place: row})
