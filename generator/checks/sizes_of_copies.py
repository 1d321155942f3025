"""The size of a copy is too small for any sound of its length, or too large for any recording of a call."""

from collections.abc import Iterator

from generator.checks.open_copies import OpenCopy, open_copies
from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings

LEAST = 1000
"""Bytes of a minute of sound: about 130 bits a second, where the poorest voice on a telephone has 700."""
MOST = 10_000_000_000
"""Bytes above which a recording of a call is a slip: more than a day of good video."""


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the size of every copy that may be heard with how long it runs, else with its call's length."""
    for copy in open_copies(archive):
        why = _odd(copy)
        if why:
            yield problem("M609", copy.place("bytes"), size=copy.copy.bytes, why=why)


def _odd(one: OpenCopy) -> str:
    size = one.copy.bytes
    minutes = one.copy.duration / 60 or one.call.length or 1
    if size > MOST:
        return "more than a recording of a call has"
    if size and size < LEAST * min(minutes, 60):
        return "fewer than sound of that length can have"
    return ""
