"""Links to the calendar file of one call: to add a call that is to come, or to have one that is past as a file."""

import datetime
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import AnyCall, PublicArchive, PublicCall
from generator.render.once import once
from generator.wording import _


class CalendarLink(NamedTuple):
    """A link to a calendar file as templates draw it: its address, and its name for those who hear many of them."""

    href: str
    name: str


NO_FILE = CalendarLink("", "")
"""Stands where there is no file, or no call to add."""


def add_link(file: str, name: str, page: str) -> CalendarLink:
    """Give the link that adds a call, or a date without a record; `name` says which one among many."""
    whole = _("Add to my calendar: {title}").format(title=name)
    return CalendarLink(addresses.relative(file, page), whole) if file else NO_FILE


def date_file(series: str, day: datetime.date, archive: PublicArchive) -> str:
    """Give the calendar file of an expected date without a record; empty where a call has taken that name."""
    file = addresses.occurrence_calendar(series, day)
    return "" if file in once(archive, _files_of_calls) else file


def _files_of_calls(archive: PublicArchive) -> frozenset[str]:
    """Give the calendar files of all calls, and those under their earlier ids."""
    earlier = (call.aliases for call in archive.calls if isinstance(call, PublicCall))
    ids = frozenset(call.id for call in archive.calls).union(*earlier)
    return frozenset(map(addresses.call_calendar, ids))


def file_of(call: AnyCall) -> str:
    """Give the address of the calendar file of a call; empty where its day is not known."""
    return addresses.call_calendar(call.id) if call.date.exact else ""
