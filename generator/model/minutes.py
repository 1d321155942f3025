"""Notes of a call, and the marks in them: what was decided, proposed, counted and taken on."""

import datetime
from dataclasses import dataclass
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked line of the notes.

    `outcome` is a word of the list in `outcomes.py` or empty; `adopted` says whether that word is an adoption.
    `note` is the free text after the outcome word; `items` are the lines of a count.
    `line` counts from 1 in the file; `anchor` is the mark's name in the page.
    """

    kind: MarkKind
    text: str
    anchor: str
    line: int
    outcome: str = ""
    adopted: bool = False
    note: str = ""
    items: tuple[str, ...] = ()


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
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    redactions: int = 0
    series: str = ""
    date: datetime.date | None = None
    share: Share | None = None
    is_written: bool = True
