"""What a calendar program told of a file, as one line of JSON, so that programs of any language can be compared.

The programs run in an environment of their own, so this module asks for nothing but Python.
"""

import datetime
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

Event: TypeAlias = tuple[str, str, str, bool]
"""UID, start, end, and whether it is cancelled; instants in UTC, or the first day and the day after a whole day."""


def moment(value: datetime.date) -> str:
    """Write an instant in UTC, or a whole day; a time without a zone is written as it is, and is never right.

    >>> moment(datetime.date(2031, 3, 5))
    '2031-03-05'
    """
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.isoformat()
    return value.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def answer(read: Callable[[str], Iterable[Event]]) -> None:
    """Read every file whose path comes in, a line each, and tell its events or what the program says is wrong."""
    for path in asked():
        try:
            tell(path, read(path))
        except Exception as fault:  # noqa: BLE001 -- whatever a program says of a file is its answer
            tell(path, (), f"{type(fault).__name__}: {fault}")


def asked() -> Iterator[str]:
    """Give the paths that come in."""
    return (line.rstrip("\n") for line in sys.stdin)


def tell(path: str, events: Iterable[Event], fault: str = "") -> None:
    """Tell what was read of one file."""
    print(json.dumps({"path": path, "events": sorted(events), "fault": fault}))
