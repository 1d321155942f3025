"""What stands for the view of a draft in its key: everything it holds, of which what many views hold is hashed once.

An outcome stands in a dozen lists and the lines of an event in as many calendars; whoever hashes each list whole
hashes the same octets over and over.
"""

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, cast

import msgspec

from generator.privacy.public import PublicCall, PublicTranscript
from generator.render.action_states import Action, CarriedOver
from generator.render.decision_rows import Row

SHARED = frozenset({bytes, Action, PublicCall, PublicTranscript, Row})
"""Types of large values that are made once a build and stand in several views; `bytes` are the lines of events."""
_OPENED = frozenset({CarriedOver})
"""Types of values that hold shared ones themselves, and stand in views by their own parts."""
_SIZE = 16
_ENCODER = msgspec.msgpack.Encoder()


class ViewKeys:
    """Gives the parts of keys; remembers what was hashed by which object it was, and keeps those objects alive."""

    def __init__(self) -> None:
        """Begin without anything."""
        self._known: dict[int, bytes] = {}
        self._kept: list[object] = []

    def parts(self, view: object) -> tuple[bytes, ...]:
        """Give octets that are the same for two views of a type only where all that they hold is the same."""
        if not is_dataclass(view):
            return (_ENCODER.encode(view),)
        hashed: list[bytes] = []
        plain: list[object] = []
        for value in _reader(cast(Hashable, type(view)))(view):
            several = value if type(value) is tuple else (value,)
            if several and type(several[0]) in SHARED:
                hashed.append(b"".join(map(self._hash, several)))
                # Where they stood, and how many, or that it stood alone.
                plain.append((len(several), several is value))
            else:
                plain.append(self.parts(value) if type(value) in _OPENED else value)
        return (_ENCODER.encode(plain), *hashed)

    def _hash(self, value: object) -> bytes:
        known = self._known.get(id(value))
        if known is None:
            data = _ENCODER.encode((type(value).__qualname__, value))
            known = self._known[id(value)] = hashlib.blake2b(data, digest_size=_SIZE).digest()
            # No other object may come to lie where this one does.
            self._kept.append(value)
        return known


@cache
def _reader(view: Hashable) -> Callable[[object], tuple[object, ...]]:
    """Give what reads all fields of a type of views."""
    names = [field.name for field in fields(cast(Any, view))]
    one = attrgetter(*names)
    return one if len(names) > 1 else lambda value: (one(value),)
