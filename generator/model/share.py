"""What a record's group allows to be seen, and who decided it."""

import datetime
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
