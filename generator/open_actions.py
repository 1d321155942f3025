"""Which actions of earlier calls are still open: taken on in a call of a series, and closed by no later one of it.

A mark closes an action by naming it, as in `closes #action-write-the-explainer`; a register is another matter.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import islice
from typing import Protocol

MOST = 20
"""Actions that are carried over; of more than these, only the latest."""

MARK_NAME = "[a-z0-9][a-z0-9-]{0,79}"
"""Pattern of a mark's name, as another mark writes it behind a number sign."""
_CLOSES = re.compile(rf"\bcloses\s+#({MARK_NAME})", re.IGNORECASE)
_ACTION = "action"


class Marked(Protocol):
    """What is asked of a marked line in notes."""

    @property
    def kind(self) -> Enum:
        """Give its kind; that of an action has the value `action`."""

    @property
    def text(self) -> str:
        """Give its words."""

    @property
    def note(self) -> str:
        """Give what stands behind its outcome."""

    @property
    def anchor(self) -> str:
        """Give its name in the page."""


Told = tuple[str, str, Iterable[Marked]]
"""What a call tells of actions: its series (empty: none), its day in words, and its marks."""


def open_before(calls: Iterable[Told]) -> Iterator[tuple[str, ...]]:
    """Give for each call, in the order of their days, the actions of its series that were open before it.

    Each says what is to be done, when it was taken on, and its name; the oldest comes first. Linear in the marks.
    """
    by_series: dict[str, dict[str, str]] = {}
    for series, day, marks in calls:
        still = by_series.setdefault(series, {}) if series else {}
        yield tuple(islice(reversed(still.values()), MOST))[::-1]
        for mark in marks:
            for name in _CLOSES.findall(f"{mark.text} {mark.note}"):
                still.pop(name.lower(), None)
            if mark.kind.value == _ACTION:
                still[mark.anchor] = f"{mark.text} (taken on {day}, #{mark.anchor})"
