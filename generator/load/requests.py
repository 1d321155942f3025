"""Reads the rules for requesting a call from the settings: their form, and whether anybody can keep to them."""

from collections.abc import Mapping
from typing import Any

from generator.load.notebook import Notebook
from generator.problems import problem
from generator.settings import Requests

FARTHEST = 366
"""Most days ahead that a rule may ask for; nobody plans a call by a longer one, and a slip of a digit is likelier."""
_PLACE = "extra.archive.requests"


def read_requests(book: Notebook, own: Mapping[str, Any]) -> Requests | None:
    """Read `extra.archive.requests`; nothing where it is not written, or where nobody can ask for a call any more."""
    written = own.get("requests")
    if written is None:
        return None
    if own.get("state") == "closed":
        how = "delete the lines below it and itself, or write `state: living`"
        words = {"field": "requests", "when": "the archive is closed", "how": how}
        book.problems.append(problem("F219", book.places[(book.path, _PLACE)], **words))
        return None
    return Requests(
        ahead_days=_ahead(book, written),
        roles=_roles(book, written),
        staffed_calls=written.get("staffed_calls", 0),
    )


def _ahead(book: Notebook, written: Mapping[str, Any]) -> int:
    days: int = written.get("ahead", 0)
    if days > FARTHEST:
        place = book.places[(book.path, f"{_PLACE}.ahead")]
        book.problems.append(problem("S729", place, days=days, most=FARTHEST))
        return 0
    return days


def _roles(book: Notebook, written: Mapping[str, Any]) -> tuple[str, ...]:
    """Give each role once; a record names a role once, also where capitals differ."""
    found: dict[str, str] = {}
    for number, role in enumerate(written.get("roles", ())):
        if role.casefold() in found:
            place = book.places[(book.path, f"{_PLACE}.roles[{number}]")]
            book.problems.append(problem("S728", place, role=role))
        found.setdefault(role.casefold(), role)
    return tuple(found.values())
