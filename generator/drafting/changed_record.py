"""Asks every check of a record with something changed in it, before the change is written."""

import dataclasses
from collections import Counter

from generator.drafting.desk import Desk, Draft
from generator.load.files import Source, limit_of, too_large
from generator.pipeline import judge
from generator.problems import Problem


def changed_faults(desk: Desk, draft: Draft) -> tuple[Problem, ...]:
    """Check the archive with a file in its new form, and give what is wrong that was not wrong before.

    Lines move when some are added, so of the file itself a code is news where it is told more often than before.
    """
    source = Source(draft.path, draft.text.encode())
    size, limit = len(source.data), limit_of(draft.path)
    if size > limit:
        return (too_large(draft.path, size, limit),)
    others = (one for one in desk.given.sources if one.path != draft.path)
    sources = sorted((*others, source), key=lambda one: one.path)
    given = dataclasses.replace(desk.given, sources=tuple(sources))
    before = Counter(_told_as(fault, draft.path) for fault in desk.examined.problems)
    after = judge(given, desk.today, desk.memo, None).problems
    now = Counter(_told_as(fault, draft.path) for fault in after)
    return tuple(
        fault
        for fault in after
        if now[_told_as(fault, draft.path)] > before[_told_as(fault, draft.path)]
    )


def _told_as(fault: Problem, path: str) -> tuple[object, ...]:
    return (fault.code, path) if fault.place.path == path else (fault.code, *fault.place)
