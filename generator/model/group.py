"""Those who hold calls and what calls serve: groups, hubs and conferencing platforms."""

from dataclasses import dataclass
from enum import Enum

from generator.model.call import Confidence, Evidence
from generator.model.dates import LooseDate
from generator.model.share import CLOSED, Share
from generator.model.source import Source


class GroupKind(Enum):
    """What a group is."""

    ASSEMBLY = "assembly"
    WORKING_GROUP = "working-group"
    SUBGROUP = "subgroup"
    COMMITTEE_OF_CORRESPONDENCE = "committee-of-correspondence"
    NETWORK = "network"


class HubKind(Enum):
    """What a hub is."""

    ACTION = "action"
    GATHERING = "gathering"
    RELIEF = "relief"
    CAMPAIGN = "campaign"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Group:
    """A group; `part_of` and `approved_by` are ids of groups, or empty."""

    id: str
    path: str
    name: str
    kind: GroupKind
    share: Share = CLOSED
    part_of: str = ""
    place: str = ""
    approved_by: str = ""
    approved_on: LooseDate | None = None
    approval_note: str = ""
    work: str = ""
    calls_at_once: int = 0
    since: LooseDate | None = None
    until: LooseDate | None = None
    sources: tuple[Source, ...] = ()
    evidence: Evidence = Evidence.UNSTATED
    confidence: Confidence = Confidence.UNSTATED


@dataclass(frozen=True, slots=True)
class Hub:
    """A campaign, gathering or relief effort that calls served."""

    id: str
    path: str
    name: str
    kind: HubKind
    share: Share = CLOSED
    place: str = ""
    about: str = ""
    since: LooseDate | None = None
    until: LooseDate | None = None
    sources: tuple[Source, ...] = ()
    evidence: Evidence = Evidence.UNSTATED
    confidence: Confidence = Confidence.UNSTATED


@dataclass(frozen=True, slots=True)
class Platform:
    """A conferencing provider; `keeps_recordings` is in days, 0 when it keeps them for ever or nothing is known.

    `lines` is how many calls it holds at the same time, 0 when nothing is said.
    """

    id: str
    name: str
    capacity: int = 0
    lines: int = 0
    keeps_recordings: int = 0
    reminder: int = 0
    keys: tuple[tuple[str, str], ...] = ()
    sources: tuple[Source, ...] = ()
