"""Puts values into bytes, of which `pickle.loads` makes the same values in another process.

They are ordinary pickles of what could be pickled before; only the way to them is shorter for frozen dataclasses with
slots, which Python takes apart and puts together by looking up their fields anew for each single value.
"""

import copyreg
import dataclasses
import pickle
from collections.abc import Callable
from operator import attrgetter, methodcaller
from typing import Any

_Way = Callable[[Any], Any]
"""Gives what pickle is to keep of a value: what to call, and with what."""

_USUAL: _Way = methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)

_OF_ANY = (
    "__new__",
    "__reduce__",
    "__reduce_ex__",
    "__getnewargs__",
    "__getnewargs_ex__",
    "__post_init__",
)
"""Names under which a class has what any object has, or nothing, unless it does something of its own there."""


class Packer:
    """Puts values into bytes; what it finds out about their classes it keeps for the next value."""

    def __init__(self) -> None:
        """Know no class yet."""
        self._ways = _Ways()

    def pack(self, value: object) -> bytes:
        """Give the bytes of a value; what stands in it twice stands in them once."""
        parts = _Parts()
        pickler = pickle.Pickler(parts, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = self._ways
        pickler.dump(value)
        return b"".join(parts)


class _Parts(list[bytes]):
    """Takes what is written to it, as a file does."""

    write = list.append


class _Ways(dict[type, _Way]):
    """How values of each class are taken apart, found out when the first one is met."""

    def __missing__(self, cls: type) -> _Way:
        if issubclass(cls, type):
            # Classes themselves are written by name, which pickle does when it finds no way here.
            raise KeyError(cls)
        names = _names_given(cls)
        usual = copyreg.dispatch_table.get(cls, _USUAL)
        self[cls] = _by_names(cls, names) if names else usual
        return self[cls]


def _by_names(cls: type, names: tuple[str, ...]) -> _Way:
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda one: (cls, (values(one),))
    return lambda one: (cls, values(one))


def _names_given(cls: type) -> tuple[str, ...]:
    """Give the names of the values that a class is called with, where calling it with them gives an equal value.

    That is so of a frozen dataclass with slots all of whose fields are given in order, if everything that makes, takes
    apart and puts together its values was written by Python. Of any other class nothing is given.
    """
    if type(cls) is not type or "__dataclass_fields__" not in cls.__dict__:
        return ()
    if cls in copyreg.dispatch_table or not _is_by_python(cls):
        return ()
    names = tuple(field.name for field in dataclasses.fields(cls))
    made_by = cls.__dict__["__init__"].__code__
    given = made_by.co_varnames[1 : made_by.co_argcount + made_by.co_kwonlyargcount]
    return names if names == given and not made_by.co_kwonlyargcount else ()


def _is_by_python(cls: type) -> bool:
    own = cls.__dict__
    states = (own.get("__getstate__"), own.get("__setstate__"))
    made_by = getattr(own.get("__init__"), "__code__", None)
    return (
        all(getattr(state, "__module__", "") == dataclasses.__name__ for state in states)
        # Python writes the function as text, so that it lies in no file.
        and getattr(made_by, "co_filename", "") == "<string>"
        and all(getattr(cls, name, None) is getattr(object, name, None) for name in _OF_ANY)
    )
