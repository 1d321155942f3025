"""What a record's group allows to be seen, and who decided it."""

import dataclasses
import datetime
import re
from dataclasses import dataclass
from enum import Enum


class Reason(Enum):
    """The class of reasons for withholding; the reason itself is nobody's business."""

    SAFETY = "safety"
    INTEGRITY = "integrity"
    CONSENT = "consent"
    LEGAL = "legal"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Share:
    """What may be seen of a record. Every part is closed unless it is said to be open.

    `decided_by` is the id of a group or empty, dates are those of the decision and of its review.
    """

    minutes: bool = False
    recording: bool = False
    details: bool = False
    identify: bool = False
    reason: Reason = Reason.UNSTATED
    decided_by: str = ""
    decided_on: datetime.date | None = None
    review_on: datetime.date | None = None

    @property
    def is_full(self) -> bool:
        """Tell whether everything may be seen."""
        return self.minutes and self.recording and self.details


CLOSED = Share()
"""Nothing may be seen: what a missing or misspelt `share` means."""

PUBLIC = Share(minutes=True, recording=True, details=True)
"""Everything may be seen."""

_SILENT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?-withheld-[1-9][0-9]{0,3}\Z")


def is_silent(call_id: str) -> bool:
    """Tell whether a call's id says nothing but its date: `2031-03-05-withheld-1`."""
    return bool(_SILENT.match(call_id))


def narrower(one: Share, other: Share) -> Share:
    """Give what two statements about one call both allow; who decided and why comes from the first that closes."""
    first = other if one.is_full else one
    if one.is_full or other.is_full:
        return first
    return dataclasses.replace(
        first,
        minutes=one.minutes and other.minutes,
        recording=one.recording and other.recording,
        details=one.details and other.details,
        identify=one.identify and other.identify,
    )
