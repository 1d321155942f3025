"""Tests of what is said of a written page at an address that a record or a list has."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.checks.test_questions import HIDDEN, NAME, WITHHELD, errors
from tests.problems.river_archive import CALL, RIVER_ARCHIVE

Write = Callable[[Mapping[str, str]], Path]

LIST = "a list that is made of the records"
CLOSED = "name: The harbour circle\nshare: withheld for safety\n"


def told(root: Path) -> list[tuple[str, str]]:
    return [(fault.place.path, fault.message) for fault in errors(root) if fault.code == "S707"]


@pytest.mark.parametrize(
    ("stem", "other"),
    [
        ("calls/index", LIST),
        ("calls/2031", LIST),
        ("calls/2031-03", LIST),
        ("calls/how-sure", LIST),
        ("calendar/2031-03", LIST),
        ("calendar/subscribe", LIST),
        ("withheld/log", LIST),
        ("recordings/index", LIST),
        ("recordings/2031", LIST),
        ("recordings/2031-03", LIST),
        ("calls/2031-03-05-river-open-call", f"`{NAME}`"),
        ("calls/2031-03-05-high-water", f"`{NAME}`"),
        ("calls/2031-03-19-withheld-1", f"`{HIDDEN}`"),
        ("groups/river-planning", "`calls/groups/river-planning.yaml`"),
        ("hubs/spring-gathering", "`calls/hubs/spring-gathering.yaml`"),
    ],
)
def test_a_page_at_a_taken_address_is_told_at_its_file(stem: str, other: str, archive_at: Write):
    """The message names the page and what has its address, be it a record, an earlier name of one, or a list."""
    path = f"content/{stem}.md"
    records = {
        NAME: f"{CALL}aliases: [2031-03-05-high-water]\n",
        HIDDEN: WITHHELD,
        path: "# A page\n\nWords.\n",
    }
    said = f"`{stem}.html` would be the address of two pages: `{path}` and {other}"
    assert [(path, said)] == told(archive_at(RIVER_ARCHIVE | records))


@pytest.mark.parametrize(
    "stem", ["calls/how-to-join", "groups/harbour-circle", "help/2031", "recordings/own"]
)
def test_any_other_page_is_left_alone(stem: str, archive_at: Write):
    """A page beside lists is no clash, and a group that is withheld has no page, so that nothing tells of it."""
    records = {
        "calls/groups/harbour-circle.yaml": CLOSED,
        f"content/{stem}.md": "# A page\n\nWords.\n",
    }
    assert [] == told(archive_at(RIVER_ARCHIVE | records))
