"""Notes of a call, and the marks in them: what was decided, proposed, counted and taken on."""

import datetime
from dataclasses import dataclass
from enum import Enum

from generator.model.call import Count
from generator.model.dates import LooseDate
from generator.model.share import Share


class Origin(Enum):
    """How notes came to be; a summary was written later from sources and is not minutes."""

    NOTES = "notes"
    SUMMARY = "summary"
    TRANSCRIPT = "transcript"
    IMPORTED = "imported"
    MACHINE_DRAFT = "machine-draft"


class Adoption(Enum):
    """What the group made of its minutes; `UNSTATED`: the file does not say."""

    DRAFT = "draft"
    UNDER_REVIEW = "under-review"
    ADOPTED = "adopted"
    UNSTATED = ""


class MarkKind(Enum):
    """The kinds of marks in notes, by their label."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    OUTCOME = "outcome"
    POLL = "straw poll"
    COUNT = "count"
    TEMPERATURE = "temperature check"
    ACTION = "action"


class JoinKind(Enum):
    """How a mark refers to another one, by the word that people write."""

    SUPERSEDES = "supersedes"
    CLOSES = "closes"


@dataclass(frozen=True, slots=True)
class Join:
    """What a mark says of another one, as in `supersedes #gathering-date`.

    `name` is that of the other mark; `call` is the id of its call, where the writer gave it (`2031-03-05-river#name`).
    `line` and `column` (from 1) are where the name stands in the file.
    """

    kind: JoinKind
    name: str
    call: str
    line: int
    column: int


class Side(Enum):
    """What an answer says to the question, where its word is one that everybody uses; `OTHER`: anything else."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a poll or count; `count` is how many gave it, or nothing where no exact number is told.

    `told` is how many as the notes have it, where that is no number of people: `about 60%`, `40+`.
    """

    text: str
    count: int | None
    told: str = ""
    side: Side = Side.OTHER


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted: answers in the order of the notes, and numbers that stand apart; nothing: not told.

    `total` (of those who answered), `present` (of those who could have) and `quorum` are what the notes themselves say.
    `question` is the mark's text before its answers, empty where none were read.
    `taken` is false for a poll that was called and not taken.
    """

    answers: tuple[Answer, ...] = ()
    blocks: int | None = None
    stand_asides: int | None = None
    total: int | None = None
    quorum: int | None = None
    taken: bool = True
    question: str = ""
    present: int | None = None

    @property
    def counted(self) -> int:
        """Give how many answered in all, as far as the answers tell it in numbers."""
        return sum(answer.count or 0 for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked line of the notes.

    `outcome` is a word of the list in `outcomes.py` or empty; `adopted` says whether that word is an adoption.
    `note` is the free text after the outcome word; `items` are the lines of a count.
    `line` counts from 1 in the file; `anchor` is the mark's name in the page, given by hand where `is_named`.
    `owner` (a role or a group) and `due` belong to actions, and so does `done`: the line itself tells of it as done.
    """

    kind: MarkKind
    text: str
    anchor: str
    line: int
    outcome: str = ""
    adopted: bool = False
    note: str = ""
    items: tuple[str, ...] = ()
    is_named: bool = False
    joins: tuple[Join, ...] = ()
    owner: str = ""
    due: LooseDate | None = None
    tally: Tally | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Breakout:
    """A smaller group that a call parted into, as the notes name it.

    `people` is how many took part, or nothing; `moment` the second of the recording at which it stands, or nothing.
    `line` and `report_line` (0: the notes hold no report-back) count from 1 in the file.
    `anchor` and `report_anchor` are the names of those lines in the page.
    """

    name: str
    anchor: str
    line: int
    people: Count | None = None
    moment: int | None = None
    report_line: int = 0
    report_anchor: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A relative link in a text, with its place."""

    target: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Minutes:
    """Notes of one call in one language.

    `body` is Markdown; its first line is line `body_line` of the file.
    `series` and `date` are set only where the notes stand in for a record that is not there.
    `share` is what the file itself says, or nothing; one that cannot be read is closed.
    `reviewed_by` is a role that went through the notes.
    `is_written` is false for headings with nothing under them, which count as no notes.
    """

    call: str
    path: str
    language: str
    origin: Origin
    body: str
    body_line: int
    adoption: Adoption = Adoption.UNSTATED
    adopted_by: str = ""
    taken_by: str = ""
    reviewed_by: str = ""
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    redactions: int = 0
    removals: int = 0
    breakouts: tuple[Breakout, ...] = ()
    series: str = ""
    date: datetime.date | None = None
    share: Share | None = None
    is_written: bool = True
