"""Links to the calendar file of one call: to add a call that is to come, or to have one that is past as a file."""

from typing import NamedTuple

from generator import addresses
from generator.privacy.public import AnyCall
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


def file_of(call: AnyCall) -> str:
    """Give the address of the calendar file of a call; empty where its day is not known."""
    return addresses.call_calendar(call.id) if call.date.exact else ""
