"""Names of new files: an id from a date and a title that no other record has and that keeps nothing reserved."""

import itertools
import re
from collections.abc import Collection

from generator.load.likely import likely_id
from generator.load.names import is_reserved
from generator.model.share import is_silent

_WORDS_LIMIT = 60
"""Characters that words may take of an id, so that a date and a number fit beside them."""
_LEADING_DATE = re.compile(r"[0-9]{4}(-|\Z)")


def call_name(date: str, title: str, taken: Collection[str]) -> str:
    """Give a call's id from its date, as far as it is known, and its title; `taken` are ids that are there."""
    words = _words(title) or "call"
    name = f"{date}-{words}"
    if is_reserved(name) or is_silent(name):
        name += "-call"
    return _free(name, taken)


def withheld_name(date: str, taken: Collection[str]) -> str:
    """Give the id of a call whose details are withheld: it tells nothing but the date."""
    tried = (f"{date}-withheld-{number}" for number in itertools.count(1))
    return next(name for name in tried if name not in taken)


def record_name(title: str, taken: Collection[str]) -> str:
    """Give the id of a series, group or hub from its title or name."""
    name = _words(title) or "record"
    if _LEADING_DATE.match(name):
        name = f"the-{name}"
    if is_reserved(name) or name == "index":
        name += "-call"
    return _free(name, taken)


def _words(title: str) -> str:
    name = likely_id(title)
    if len(name) <= _WORDS_LIMIT:
        return name
    whole = name[: _WORDS_LIMIT + 1].rpartition("-")[0]
    return whole or name[:_WORDS_LIMIT]


def _free(name: str, taken: Collection[str]) -> str:
    tried = (f"{name}-{number}" for number in itertools.count(2))
    return name if name not in taken else next(one for one in tried if one not in taken)
