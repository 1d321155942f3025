"""Lets values that were just read share the words they have alike: names of groups, items of agendas, outcomes.

Each file is read by itself, so that each has its own copy of every word; in a large archive those are a third of all
that is held.
"""

import dataclasses
from collections.abc import Callable, Hashable
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_OWN = frozenset({"path", "url", "body", "target", "fingerprint"})
"""Fields whose words stand once in an archive, or nearly."""

_WORDS = (str, bytes)


class _Fields(NamedTuple):
    """The fields of a type that hold words: their names, and what reads all of them."""

    names: tuple[str, ...]
    read: Callable[[Any], tuple[Any, ...]]


class SharedWords:
    """Knows every word that it was shown, and gives the first one of those that are alike."""

    def __init__(self) -> None:
        """Know no word."""
        self._known: dict[Any, Any] = {}

    def share(self, value: T) -> T:
        """Put known words into a value that nobody else has seen yet, and give it: what it says stays the same."""
        words, deeper = _fields_of(cast(Hashable, type(value)))
        known = self._known.setdefault
        for name, old in zip(words.names, words.read(value), strict=True):
            if old and (new := known(old, old)) is not old:
                # The value was just made, and is frozen for all who get it.
                object.__setattr__(value, name, new)
        for held in deeper.read(value):
            if type(held) is tuple:
                for one in held:
                    self.share(one)
            elif held is not None:
                self.share(held)
        return value


@cache
def _fields_of(kind: Hashable) -> tuple[_Fields, _Fields]:
    """Give the fields of a type that hold words or rows of words, and those that hold values with such fields."""
    types = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(cast(Any, kind)) if field.name not in _OWN]
    words = [name for name in names if _is_of_words(types[name])]
    return _reading(words), _reading([name for name in names if _holds_values(types[name])])


def _reading(names: list[str]) -> _Fields:
    if len(names) > 1:
        return _Fields(tuple(names), attrgetter(*names))
    one = attrgetter(*names) if names else None
    return _Fields(tuple(names), (lambda value: (one(value),)) if one else (lambda value: ()))


def _is_of_words(kind: Any) -> bool:
    """Tell whether a type is words and nothing else: a kind of text would be equal to a word and is none."""
    if get_origin(kind) is tuple:
        return all(part is ... or _is_of_words(part) for part in get_args(kind))
    return kind in _WORDS


def _holds_values(kind: Any) -> bool:
    """Tell whether a type is a value with words, several of one such type in a row, or either of them or nothing."""
    if get_origin(kind) is tuple:
        first, *rest = get_args(kind)
        return _has_words(first) and rest == [...]
    parts = [part for part in get_args(kind) or (kind,) if part is not type(None)]
    return all(map(_has_words, parts))


def _has_words(kind: Any) -> bool:
    return dataclasses.is_dataclass(kind) and any(
        fields.names for fields in _fields_of(cast(Hashable, kind))
    )
