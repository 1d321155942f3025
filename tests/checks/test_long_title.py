"""Tests of what is said of titles that lists cannot show in full."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.checks.long_title import TITLE_LIMIT
from tests.checks.test_questions import HIDDEN, NAME, WITHHELD, errors, places
from tests.problems.river_archive import RIVER_ARCHIVE

Write = Callable[[Mapping[str, str]], Path]


@pytest.mark.parametrize(("more", "told"), [(0, False), (1, True), (300 - TITLE_LIMIT, True)])
def test_a_title_longer_than_a_list_can_show_is_told(more: int, told: bool, archive_at: Write):
    """The place is the title, and the archive is built all the same."""
    title = "x" * (TITLE_LIMIT + more)
    record = f"date: 2031-03-05\ntitle: {title}\nstatus: held\nshare: public\n"
    found = errors(archive_at(RIVER_ARCHIVE | {NAME: record}))
    expected = [("F240", NAME, 2, 8, len(title))] if told else []
    assert expected == [(fault.code, *fault.place) for fault in found]
    assert not any(fault.is_error for fault in found)


def test_the_title_of_a_recurring_call_is_looked_at_too(archive_at: Write):
    """It stands beside each of its calls."""
    path = "calls/series/long-call.yaml"
    record = (
        f"title: {'long ' * 40}call\nrepeats: every week on Friday at 20:00\n"
        "from: 2031-01-10\nuntil: 2031-01-31\nshare: public\n"
    )
    assert "F240" in [
        code
        for code, where, *_ in places(archive_at(RIVER_ARCHIVE | {path: record}))
        if where == path
    ]


def test_of_a_withheld_title_nothing_is_told(archive_at: Write):
    """Whether a title that nobody may read is long would tell of two archives which is which."""
    record = f"title: {'secret ' * 30}\n{WITHHELD}"
    found = errors(archive_at(RIVER_ARCHIVE | {HIDDEN: record}))
    assert "F240" not in {each.code for each in found}
