"""Which part of a call each field belongs to. A field without a line here is not shown.

The parts are those that a group can withhold: the notes, the recording, or the details.
"""

import functools
from enum import Enum

from generator.model.share import Share


class Part(Enum):
    """A part of a call that is open or closed as a whole."""

    ALWAYS = "always"
    DETAILS = "details"
    MINUTES = "minutes"
    RECORDING = "recording"


CALL = {
    "id": Part.ALWAYS,
    "date": Part.ALWAYS,
    "path": Part.DETAILS,
    "title": Part.DETAILS,
    "series": Part.DETAILS,
    "zone": Part.DETAILS,
    "start": Part.DETAILS,
    "length": Part.DETAILS,
    "status": Part.DETAILS,
    "reason": Part.DETAILS,
    "mode": Part.DETAILS,
    "mode_note": Part.DETAILS,
    "moved_from": Part.DETAILS,
    "occurrence": Part.DETAILS,
    "extra": Part.DETAILS,
    "restored": Part.DETAILS,
    "aliases": Part.DETAILS,
    "hosts": Part.DETAILS,
    "groups": Part.DETAILS,
    "hubs": Part.DETAILS,
    "platform": Part.DETAILS,
    "purpose": Part.DETAILS,
    "join": Part.DETAILS,
    "roles": Part.DETAILS,
    "participants": Part.DETAILS,
    "participants_note": Part.DETAILS,
    "places": Part.DETAILS,
    "agenda": Part.DETAILS,
    "agenda_minutes": Part.DETAILS,
    "recordings": Part.RECORDING,
    "recording": Part.RECORDING,
    "recording_note": Part.RECORDING,
    "minutes": Part.MINUTES,
    "minutes_note": Part.MINUTES,
    "sources": Part.DETAILS,
    "evidence": Part.DETAILS,
    "confidence": Part.DETAILS,
    "date_note": Part.DETAILS,
    "context": Part.DETAILS,
    "basis": Part.DETAILS,
    "share": Part.ALWAYS,
}
"""Every field of a call. `share` itself is public as a `Withholding`, with groups only where they may be named."""


def past_in_parts(share: Share) -> bool:
    """Tell whether a call's past is told by part and with the class of reason.

    Of a call that is withheld wholly only its turns between published and withheld are: a reason or a part that it
    had earlier would tell more of it than its own page.
    """
    return share.details


def opens_words(share: Share) -> bool:
    """Tell whether the words of a call's recording may be read: they say what it says, and what notes say."""
    return share.details and share.minutes and share.recording


@functools.cache
def open_fields(share: Share) -> frozenset[str]:
    """Give the names of a call's fields that may be seen."""
    opened = {Part.ALWAYS}
    if share.details:
        opened.add(Part.DETAILS)
        opened |= {Part.MINUTES} if share.minutes else set()
        opened |= {Part.RECORDING} if share.recording else set()
    return frozenset(name for name, part in CALL.items() if part in opened)
