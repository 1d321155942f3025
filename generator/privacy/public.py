"""What may be seen, as types. Renderers know these and nothing else.

A value of these types is made in `gate.py` and nowhere else. Every field that may be closed has an empty default,
so that a field the gate does not pass on is simply not there.
"""

import datetime
from dataclasses import dataclass, field
from enum import Enum

from generator.model.answer import Found
from generator.model.call import Basis, Confidence, Count, Evidence, Mode, Status
from generator.model.dates import LooseDate
from generator.model.group import GroupKind, HubKind
from generator.model.minutes import (
    Adoption,
    Answer,
    Breakout,
    Join,
    JoinKind,
    MarkKind,
    Origin,
    Side,
    Tally,
)
from generator.model.retention import CopyState, is_in_danger
from generator.model.rhythm import Frequency, Rhythm, Weekday
from generator.model.share import Reason
from generator.model.source import Use

__all__ = [
    "Adoption",
    "Answer",
    "AnyCall",
    "Basis",
    "Breakout",
    "Change",
    "Confidence",
    "CopyState",
    "Count",
    "Evidence",
    "Found",
    "Frequency",
    "GroupKind",
    "HubKind",
    "Join",
    "JoinKind",
    "LooseDate",
    "MarkKind",
    "Mode",
    "NotesState",
    "Origin",
    "PublicAnswer",
    "PublicArchive",
    "PublicCall",
    "PublicChange",
    "PublicClosed",
    "PublicCorrection",
    "PublicCue",
    "PublicGroup",
    "PublicHub",
    "PublicLostCopy",
    "PublicMark",
    "PublicNotes",
    "PublicPage",
    "PublicPlatform",
    "PublicRecording",
    "PublicSeries",
    "PublicSource",
    "PublicTranscript",
    "Reason",
    "RecordingState",
    "Rhythm",
    "Side",
    "Status",
    "Tally",
    "Use",
    "Weekday",
    "WithheldCall",
    "Withholding",
]


class NotesState(Enum):
    """What there is of a call's notes. The kinds of absence are never confused."""

    MINUTES = "minutes"
    DRAFT = "draft"
    SUMMARY = "summary"
    WITHHELD = "withheld"
    NONE_TAKEN = "none-taken"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_YET = "not-yet"
    NOT_EXPECTED = "not-expected"


class RecordingState(Enum):
    """What there is of a call's recording. The kinds of absence are never confused."""

    RECORDING = "recording"
    WITHHELD = "withheld"
    EXPIRED = "expired"
    GONE = "gone"
    NEVER_MADE = "never-made"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_YET = "not-yet"
    NOT_EXPECTED = "not-expected"


class Change(Enum):
    """How what may be seen of a call changed; `eased` opened something and leaves something else withheld."""

    ENTERED = "entered"
    WITHHELD = "withheld"
    EASED = "eased"
    REASON = "reason"
    PUBLISHED = "published"
    PUBLISHED_AGAIN = "published-again"
    TAKEN_OUT = "taken-out"
    ENTERED_AGAIN = "entered-again"


@dataclass(frozen=True, slots=True)
class Withholding:
    """What is withheld of a call and the public facts about it; `decided_by` is a group's id or empty."""

    minutes: bool
    recording: bool
    details: bool
    reason: Reason
    decided_by: str = ""
    decided_on: datetime.date | None = None
    review_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """The last answer about a public address; its fields are those of `model.answer.Answer`."""

    asked_on: datetime.date
    found: Found
    status: int = 0
    type: str = ""
    bytes: int = 0
    sha256: str = ""
    moved_to: str = ""
    there_on: datetime.date | None = None
    since: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class PublicSource:
    """A source; its address is a link only when `use` says so, and only then there may be an `answer` about it."""

    title: str
    publisher: str
    published: LooseDate | None
    url: str
    use: Use
    answer: PublicAnswer | None = None


@dataclass(frozen=True, slots=True)
class PublicRecording:
    """One copy of a recording that may be heard, for all that is known of it on the day of the build.

    `bytes` and `duration` (seconds) are 0 and texts are empty when not known. `kept_by` is the id of the platform
    that deletes it, and `copy_before` the day on which it does; a lasting copy has neither, and may have a `keeper`.
    `deleted_by` is the last day that may be it: another one where the day of the call is not known.
    """

    url: str
    type: str
    bytes: int
    sha256: str
    kept_by: str
    duration: int = 0
    keeper: str = ""
    seen: datetime.date | None = None
    state: CopyState = CopyState.LASTING
    copy_before: datetime.date | None = None
    deleted_by: datetime.date | None = None
    answer: PublicAnswer | None = None


@dataclass(frozen=True, slots=True)
class PublicLostCopy:
    """A copy that is no more: `EXPIRED` by its platform's rule, or `GONE` when it was asked for, from `since` on.

    Its address is told of one that is gone, so that people can look for it in archives of the web. Of the `answer`
    about one that has expired only the day and what was found are told. `asked_at` is the address of either, at which
    `check-links` asks whether it is there after all, with the type, bytes and checksum that it had; no page links it.
    """

    state: CopyState
    since: datetime.date
    kept_by: str = ""
    keeper: str = ""
    url: str = ""
    answer: PublicAnswer | None = None
    asked_at: str = ""
    type: str = ""
    bytes: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class PublicCue:
    """A piece of a transcript, corrected: `start` and `end` in milliseconds."""

    start: int
    end: int
    text: str
    voice: str = ""


@dataclass(frozen=True, slots=True)
class PublicCorrection:
    """What a correction put in, at which cue (milliseconds), and why; what stood there before is told nowhere."""

    start: int
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublicTranscript:
    """The words of a call's recording in one language; only of calls whose minutes and recording are both open."""

    call: str
    path: str
    language: str
    origin: Origin
    cues: tuple[PublicCue, ...]
    corrections: tuple[PublicCorrection, ...] = ()
    taken_by: str = ""
    reviewed_by: str = ""
    redactions: int = 0


@dataclass(frozen=True, slots=True)
class PublicMark:
    """A decision, proposal, poll or action in the notes; `anchor` names it in the call's page.

    Its fields are those of `model.minutes.Mark`; joins to calls that may not be seen are left out.
    """

    kind: MarkKind
    text: str
    anchor: str
    line: int
    outcome: str
    adopted: bool
    note: str
    items: tuple[str, ...]
    is_named: bool = False
    joins: tuple[Join, ...] = ()
    owner: str = ""
    due: LooseDate | None = None
    tally: Tally | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class PublicNotes:
    """Notes in one language. `body` is Markdown whose first line is line `body_line` of the file at `path`.

    `is_draft` says that nothing in them is the group's own word yet, by the rule of `model.adoption`.
    """

    path: str
    language: str
    origin: Origin
    adoption: Adoption
    adopted_by: str
    taken_by: str
    body: str
    body_line: int
    marks: tuple[PublicMark, ...]
    redactions: int
    removals: int = 0
    reviewed_by: str = ""
    breakouts: tuple[Breakout, ...] = ()
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class PublicCall:
    """A call whose details may be seen.

    `hosts` are pairs of a group's id (or an empty string) and its name.
    `starts_at` is the instant in UTC, only for an exact day with a known hour; `length` is in minutes, 0 unknown.
    `notes` are empty unless they may be read; `notes_state` says why.
    `notes_begun` is a file of notes that nobody has written yet.
    `absence` is what would be said of the minutes if there were no summary.
    `recordings` are the copies that are there, `lost` those that are not any more.
    `ends_on` is the day on which the last copy that is there will be deleted, nothing where one has no rule.
    `provider_deletes_on` is the day on which the provider of the line deletes what it recorded, where no copy is known.
    `transcribed` are the languages of its transcripts, empty for the archive's own.
    `coarse` says that places were made less exact because few people took part.
    `agenda_minutes` are the minutes allotted to each item of the agenda, 0 where it has none.
    `changed_at` is the second of the last change (Unix time), or nothing when history does not tell; `recorded_at` is
    the same of the record alone, without its notes.
    """

    id: str
    path: str
    date: LooseDate
    zone: str
    notes_state: NotesState
    absence: NotesState
    recording_state: RecordingState
    title: str = ""
    status: Status = Status.ANNOUNCED
    series: str = ""
    start: datetime.time | None = None
    starts_at: datetime.datetime | None = None
    length: int = 0
    reason: str = ""
    mode: Mode = Mode.UNKNOWN
    mode_note: str = ""
    moved_from: tuple[datetime.datetime, ...] = ()
    occurrence: datetime.date | None = None
    extra: bool = False
    restored: int = 0
    aliases: tuple[str, ...] = ()
    hosts: tuple[tuple[str, str], ...] = ()
    groups: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()
    platform: str = ""
    purpose: str = ""
    join: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    participants: Count | None = None
    participants_note: str = ""
    places: tuple[str, ...] = ()
    coarse: bool = False
    agenda: tuple[str, ...] = ()
    agenda_minutes: tuple[int, ...] = ()
    recordings: tuple[PublicRecording, ...] = ()
    lost: tuple[PublicLostCopy, ...] = ()
    ends_on: datetime.date | None = None
    provider_deletes_on: datetime.date | None = None
    transcribed: tuple[str, ...] = ()
    recording_note: str = ""
    minutes_note: str = ""
    notes: tuple[PublicNotes, ...] = ()
    notes_begun: str = ""
    sources: tuple[PublicSource, ...] = ()
    evidence: Evidence = Evidence.UNSTATED
    confidence: Confidence = Confidence.UNSTATED
    date_note: str = ""
    context: str = ""
    basis: Basis = Basis.UNSTATED
    withholding: Withholding | None = None
    changed_at: int | None = None
    recorded_at: int | None = None

    @property
    def is_in_danger(self) -> bool:
        """Tell whether its recording can be heard, and will be lost within a month unless somebody copies it."""
        return is_in_danger(self.ends_on, (copy.state for copy in self.recordings))


@dataclass(frozen=True, slots=True)
class WithheldCall:
    """A call whose details are withheld: its date and the public facts about the withholding, nothing else.

    `series` and `groups` are empty unless the group chose to be named.
    """

    id: str
    date: LooseDate
    withholding: Withholding
    series: str = ""
    groups: tuple[str, ...] = ()
    changed_at: int | None = None


AnyCall = PublicCall | WithheldCall


@dataclass(frozen=True, slots=True)
class PublicChange:
    """A change of what may be seen of a call, from the history of the repository.

    `number` counts the changes of one call from 1. `changed_at` is the day of the commit (Unix time of its first
    second in UTC), or nothing where none was made yet. What was withheld after it is `minutes`, `recording` and
    `details`, and its class of reason; of a call that is withheld wholly now no reason of its past is told.
    Unless it `tells_parts`, what was withheld of a published call is not known.
    """

    call: str
    number: int
    change: Change
    changed_at: int | None
    minutes: bool
    recording: bool
    details: bool
    reason: Reason
    tells_parts: bool = True


@dataclass(frozen=True, slots=True)
class PublicClosed:
    """How many series, groups and hubs are withheld; which, is told nowhere."""

    series: int = 0
    groups: int = 0
    hubs: int = 0


@dataclass(frozen=True, slots=True)
class PublicSeries:
    """A recurring call; `rhythm` are its own words for how often, `length` in minutes, 0 unknown.

    `recurrence` is the rhythm as a value, nothing where it cannot be counted.
    `changed_at` is the second of the last change of its file (Unix time), or nothing when history does not tell.
    `platform` and `roles` are those of its calls that name none of their own.
    """

    id: str
    path: str
    title: str
    zone: str
    length: int
    groups: tuple[str, ...]
    hubs: tuple[str, ...]
    purpose: str
    rhythm: str
    since: LooseDate | None
    until: LooseDate | None
    skipped: tuple[tuple[datetime.date, str], ...]
    staffed_calls: int
    sources: tuple[PublicSource, ...]
    evidence: Evidence
    confidence: Confidence
    date_note: str
    recurrence: Rhythm | None = None
    changed_at: int | None = None
    platform: str = ""
    roles: tuple[tuple[str, str], ...] = ()

    @property
    def skipped_days(self) -> tuple[datetime.date, ...]:
        """Give the dates on which it does not take place."""
        return tuple(day for day, _ in self.skipped)


@dataclass(frozen=True, slots=True)
class PublicGroup:
    """A group; `part_of` and `approved_by` are ids of groups that may be seen, or empty."""

    id: str
    path: str
    name: str
    kind: GroupKind
    part_of: str
    place: str
    approved_by: str
    approved_on: LooseDate | None
    approval_note: str
    work: str
    since: LooseDate | None
    until: LooseDate | None
    sources: tuple[PublicSource, ...]
    evidence: Evidence
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class PublicHub:
    """A campaign, gathering or relief effort."""

    id: str
    path: str
    name: str
    kind: HubKind
    place: str
    about: str
    since: LooseDate | None
    until: LooseDate | None
    sources: tuple[PublicSource, ...]
    evidence: Evidence
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class PublicPlatform:
    """A conferencing provider; `keeps_recordings` in days and `reminder` in minutes, 0 when not known.

    `lines` is how many calls it holds at the same time, 0 when nothing is said.
    """

    id: str
    name: str
    capacity: int
    keeps_recordings: int
    reminder: int
    keys: tuple[tuple[str, str], ...]
    sources: tuple[PublicSource, ...]
    lines: int = 0


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A hand-written page; `body` is Markdown whose first line is line `body_line` of the file at `path`.

    `listings` are lines of the file with a listing's name and the most rows it shows (0: all).
    """

    path: str
    title: str
    description: str
    body: str
    body_line: int
    listings: tuple[tuple[int, str, int], ...]


@dataclass(frozen=True, slots=True)
class PublicArchive:
    """All that may be seen, each tuple in the order of `model.archive`: calls by date, the rest by id.

    `changes` are those of what may be seen, of each call in their order; without `knows_changes` they are not known.
    `worked_out` is for `render.once` alone: what follows from the rest, by the function that gives it.
    """

    calls: tuple[AnyCall, ...] = ()
    series: tuple[PublicSeries, ...] = ()
    groups: tuple[PublicGroup, ...] = ()
    hubs: tuple[PublicHub, ...] = ()
    platforms: tuple[PublicPlatform, ...] = ()
    pages: tuple[PublicPage, ...] = ()
    transcripts: tuple[PublicTranscript, ...] = ()
    changes: tuple[PublicChange, ...] = ()
    knows_changes: bool = False
    closed: PublicClosed = field(default_factory=PublicClosed)
    worked_out: dict[object, object] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
