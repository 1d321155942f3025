"""What a value looks like: text, a day, one of a few words, the id of another record.

How each kind is read is `load/scalars.py` and `load/values.py`.
"""

from dataclasses import dataclass

from generator.model import ids

ID_LIMIT = ids.ID_LIMIT
"""Characters of an id, and of a file's name without its ending."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line, or on several where `lines` says so; at most `limit` characters."""

    limit: int = 300
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another record: `series`, `group`, `hub`, `platform` or `call`."""

    target: str


@dataclass(frozen=True, slots=True)
class GroupOrWords:
    """The id of a group, or words where there is no record of one."""


@dataclass(frozen=True, slots=True)
class Id:
    """An id that need not exist, such as an earlier name of a call."""


@dataclass(frozen=True, slots=True)
class Day:
    """An exact day; where `loose`, a month or a year will do."""

    loose: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall-clock time, HH:MM."""


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A day and a wall-clock time."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, read as minutes."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length on the clock of a recording, H:MM:SS or MM:SS, read as seconds."""


@dataclass(frozen=True, slots=True)
class Zone:
    """An IANA time zone."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address; `secure` ones must be https."""

    secure: bool = False


@dataclass(frozen=True, slots=True)
class Participants:
    """A number of people: 150, 150+, 90-200 or about 20."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Checksum:
    """A SHA-256 in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days, as in `120 days`."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A rhythm in words that can be counted."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule of RFC 5545; at most `limit` characters."""

    limit: int = 300


@dataclass(frozen=True, slots=True)
class Sharing:
    """What may be shared: `public`, `withheld for safety`, or a mapping."""


@dataclass(frozen=True, slots=True)
class Switch:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping of short names to values of one kind."""

    value: "Kind"
    limit: int = 40


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one kind."""

    item: "Kind"
    limit: int = 500


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with fields of its own; `record` is the word for it in messages."""

    record: str
    fields: tuple["Field", ...]


Kind = (
    Text | Choice | Reference | GroupOrWords | Id | Day | Clock | LocalTime | Length | Duration | Zone | Address
    | Participants | Whole | Checksum | Days | Rhythm | Rule | Sharing | Switch | Pairs | ListOf | Table
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, its kind, one sentence for people, an example, and whether it must be there."""

    name: str
    kind: Kind
    about: str
    example: str
    required: bool = False
