"""Where a fact comes from."""

from dataclasses import dataclass
from enum import Enum

from generator.model.dates import LooseDate


class Use(Enum):
    """How a source is shown: as text, or as a link once a person has looked at it."""

    CITE = "cite"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Source:
    """A page or paper that a record rests on."""

    title: str
    publisher: str = ""
    published: LooseDate | None = None
    url: str = ""
    use: Use = Use.CITE
