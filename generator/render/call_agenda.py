"""The agenda of a call as its page shows it: items, the minutes that each was given, and their sum."""

from dataclasses import dataclass

from generator.allotted import read_item
from generator.privacy.public import PublicCall
from generator.wording import counted


@dataclass(frozen=True, slots=True)
class DrawnAgenda:
    """An agenda as templates draw it: items with their minutes (0: none), and the sum in words, empty without any."""

    items: tuple[tuple[str, int], ...]
    sum: str


def drawn_agenda(call: PublicCall) -> DrawnAgenda:
    """Give the agenda of a call; where an item has its minutes beside it, its words go without them."""
    items = tuple(
        (read_item(item).words if minutes else item, minutes)
        for item, minutes in zip(call.agenda, _minutes(call), strict=True)
    )
    return DrawnAgenda(items, _sum(_minutes(call)))


def _minutes(call: PublicCall) -> tuple[int, ...]:
    return call.agenda_minutes or (0,) * len(call.agenda)


def _sum(minutes: tuple[int, ...]) -> str:
    """Say how many minutes were allotted, and how many items have none.

    >>> _sum((10, 15, 0))
    'Allotted: 25 minutes. 1 item has no time.'
    """
    if not any(minutes):
        return ""
    allotted = counted("Allotted: {n} minute.", "Allotted: {n} minutes.", sum(minutes))
    without = minutes.count(0)
    if not without:
        return allotted
    said = counted("{n} item has no time.", "{n} items have no time.", without)
    return f"{allotted} {said}"
