"""One call, as its record tells it."""

import datetime
from dataclasses import dataclass
from enum import Enum

from generator.model.dates import LooseDate
from generator.model.share import CLOSED, Share
from generator.model.source import Source


class Status(Enum):
    """Whether a call took place. `announced`: a notice is all that is known."""

    SCHEDULED = "scheduled"
    HELD = "held"
    CANCELLED = "cancelled"
    ANNOUNCED = "announced"


class Mode(Enum):
    """How people met; `voice` is voice over the internet without a telephone line."""

    PHONE = "phone"
    VOICE = "voice"
    IN_PERSON = "in-person"
    MIXED = "mixed"
    TEXT = "text"
    UNKNOWN = "unknown"


class Evidence(Enum):
    """How much of the sources was seen."""

    COMPLETE = "complete"
    OPENING_ONLY = "opening-only"
    NOTICE_ONLY = "notice-only"
    MENTION_ONLY = "mention-only"
    PATTERN_ONLY = "pattern-only"
    UNSTATED = "unstated"


class Confidence(Enum):
    """How sure a record is of its facts."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNSTATED = "unstated"


class Basis(Enum):
    """Why a record may be public."""

    GROUP_AGREED = "group-agreed"
    ALREADY_PUBLIC = "already-public"
    UNSTATED = "unstated"


class NotesAbsence(Enum):
    """Why there are no minutes, as the record says; `UNSAID` leaves it to be derived."""

    NONE_TAKEN = "none-taken"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    UNKNOWN = "unknown"
    UNSAID = ""


class RecordingAbsence(Enum):
    """Why there is no recording, as the record says; `UNSAID` leaves it to be derived."""

    NEVER_MADE = "never-made"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    UNKNOWN = "unknown"
    UNSAID = ""


FEW = 10
"""Below this number of people, places and roles are shown less exactly."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people: `least` at least, `most` at most (0: no upper bound), `about` when it is a guess."""

    least: int
    most: int = 0
    about: bool = False

    @property
    def is_few(self) -> bool:
        """Tell whether so few people took part that a place or a role may point to one of them."""
        return 0 < self.most < FEW


@dataclass(frozen=True, slots=True)
class Recording:
    """One copy of a recording; `kept_by` is the platform whose retention applies, empty for a lasting copy.

    `bytes` and `duration` (seconds) are 0 when not known. `keeper` are words for who keeps a lasting copy, and `seen`
    is the last day on which a person found it there.
    """

    url: str
    type: str = ""
    bytes: int = 0
    sha256: str = ""
    kept_by: str = ""
    duration: int = 0
    keeper: str = ""
    seen: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call. Empty text, empty tuples and `None` mean: not known.

    `date` is the claimed local date in `zone`; `start` its wall time there.
    `length` is in minutes, 0 when unknown.
    `moved_from` lists earlier local times, oldest first; `occurrence` is the series' own date where it differs.
    `extra` says that it belongs to its series and its date is none of the series' rhythm.
    `restored` counts how often it was cancelled and then announced again.
    `hosts` are ids of groups, or words where there is no record of one.
    `agenda_minutes` are the minutes allotted to each item of `agenda`, 0 where it has none.
    """

    id: str
    path: str
    title: str
    date: LooseDate
    zone: str
    status: Status
    share: Share = CLOSED
    series: str = ""
    start: datetime.time | None = None
    length: int = 0
    reason: str = ""
    mode: Mode = Mode.UNKNOWN
    mode_note: str = ""
    moved_from: tuple[datetime.datetime, ...] = ()
    occurrence: datetime.date | None = None
    extra: bool = False
    restored: int = 0
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()
    platform: str = ""
    purpose: str = ""
    join: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    participants: Count | None = None
    participants_note: str = ""
    places: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    agenda_minutes: tuple[int, ...] = ()
    recordings: tuple[Recording, ...] = ()
    recording: RecordingAbsence = RecordingAbsence.UNSAID
    recording_note: str = ""
    minutes: NotesAbsence = NotesAbsence.UNSAID
    minutes_note: str = ""
    sources: tuple[Source, ...] = ()
    evidence: Evidence = Evidence.UNSTATED
    confidence: Confidence = Confidence.UNSTATED
    date_note: str = ""
    context: str = ""
    basis: Basis = Basis.UNSTATED
