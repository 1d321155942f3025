"""Finds the call that somebody means in an archive; only fully shared records are looked at, and named."""

from generator.drafting.desk import Desk, days_of, find_call
from generator.importers.which_call import Found, Known, find

__all__ = ["Found", "find_meant"]


def find_meant(desk: Desk, said: str) -> Found:
    """Find a call by its id, its page's address, or its date and title; whoever knows a whole id knows the call."""
    if find_call(desk, said) is not None:
        return Found(call=said)
    calls = [
        Known(call.id, call.title, days_of(call), call.aliases)
        for call in desk.archive.calls
        if call.share.is_full
    ]
    series = [Known(one.id, one.title) for one in desk.archive.series if one.share.is_full]
    return find(said, calls, series)
