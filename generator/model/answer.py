"""What the outside world answered when it was asked for an address: dated, and kept as data."""

import datetime
from dataclasses import dataclass
from enum import Enum


class Found(Enum):
    """What was found at an address.

    `refused`: the host wants a password or does not let programs ask; `silent`: nobody answered, or with a fault.
    """

    THERE = "there"
    GONE = "gone"
    REFUSED = "refused"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Answer:
    """The last answer about one address, from a line of a file in `calls/links/`.

    `status` is that of HTTP (RFC 9110), 0 where no answer came. `type`, `bytes` and `sha256` are what was sent, empty
    and 0 where it was not said or not measured. `moved_to` is where it led, empty where it stayed.
    `there_on` is the last day on which it was found, and `since` the first of the days, without a break, on which it
    was not.
    """

    path: str
    line: int
    address: str
    asked_on: datetime.date
    found: Found
    status: int = 0
    type: str = ""
    bytes: int = 0
    sha256: str = ""
    moved_to: str = ""
    there_on: datetime.date | None = None
    since: datetime.date | None = None
