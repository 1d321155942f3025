"""A recurring call."""

import datetime
from dataclasses import dataclass

from generator.model.call import Confidence, Evidence
from generator.model.dates import LooseDate
from generator.model.rhythm import Rhythm
from generator.model.share import CLOSED, Share
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class Skip:
    """A date on which a recurring call does not take place, and why."""

    on: datetime.date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring call; `repeats` is its rhythm in words that can be counted, `rhythm` in free ones.

    `recurrence` is the rhythm as a value, read from `repeats` or `rrule`; nothing where it cannot be counted.
    `platform` and `roles` are those of its calls that name none of their own.
    `length` is in minutes, 0 when unknown; `staffed_calls` is 0 when nothing is said.
    """

    id: str
    path: str
    title: str
    share: Share = CLOSED
    zone: str = ""
    length: int = 0
    groups: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()
    platform: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    purpose: str = ""
    repeats: str = ""
    rhythm: str = ""
    rrule: str = ""
    recurrence: Rhythm | None = None
    since: LooseDate | None = None
    until: LooseDate | None = None
    skip: tuple[Skip, ...] = ()
    staffed_calls: int = 0
    sources: tuple[Source, ...] = ()
    evidence: Evidence = Evidence.UNSTATED
    confidence: Confidence = Confidence.UNSTATED
    date_note: str = ""

    @property
    def skipped_days(self) -> tuple[datetime.date, ...]:
        """Give the dates on which it does not take place."""
        return tuple(skip.on for skip in self.skip)
