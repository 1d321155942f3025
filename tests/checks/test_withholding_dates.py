"""Tests of the days that a record states of its withholding."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import examine
from tests.problems.river_archive import RIVER_ARCHIVE, TODAY

Write = Callable[[Mapping[str, str]], Path]

NAME = "calls/2031/2031-03-06-withheld-1.yaml"
CLOSED = """\
date: 2031-03-06
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: safety
"""


@pytest.mark.parametrize(
    ("days", "lines"),
    [
        ("", []),
        (f"  decided_on: {TODAY}\n", []),
        ("  decided_on: 2031-03-07\n  review_on: 2031-03-08\n", []),
        ("  review_on: 2031-03-01\n", []),
        ("  decided_on: 2031-02-01\n  review_on: 2041-03-01\n", []),
        ("  decided_on: 2041-03-07\n", [7]),
        ("  decided_on: 2031-03-07\n  review_on: 2031-03-07\n", [8]),
        ("  decided_on: 2031-03-07\n  review_on: 2031-02-07\n", [8]),
    ],
)
def test_days_that_cannot_be_are_told(days: str, lines: list[int], archive_at: Write):
    """A decision is no later than today and a review no earlier than its decision; an overdue one is right."""
    problems = examine(archive_at(RIVER_ARCHIVE | {NAME: CLOSED + days}), TODAY).problems
    assert lines == [fault.place.line for fault in problems if fault.code == "T438"]
    assert not any(fault.is_error for fault in problems)
