"""The declared fields of every kind of record.

Loading, messages, the field reference and editors' schemas all come from these tables.
"""

from generator.fields.tables import (
    CALL,
    GROUP,
    HUB,
    MINUTES,
    PAGE,
    PLATFORM,
    RECORDING,
    SERIES,
    SETTINGS,
    SHARE,
    SOURCE,
)

__all__ = [
    "CALL",
    "GROUP",
    "HUB",
    "MINUTES",
    "PAGE",
    "PLATFORM",
    "RECORDING",
    "SERIES",
    "SETTINGS",
    "SHARE",
    "SOURCE",
]
