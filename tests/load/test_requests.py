"""The rules for requesting a call are read from the settings, and none is taken that nobody could keep."""

import pytest

from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.settings import Requests, Settings
from tests.problems.river_archive import SETTINGS, TODAY

CLOSED = SETTINGS.replace("state: living", "state: closed")
PLACE = SETTINGS.count("\n") + 1
"""The line on which the rules begin."""


def read(
    *lines: str, settings: str = SETTINGS
) -> tuple[Settings | None, list[tuple[str, int, int, int]]]:
    """Read settings with some rules, and give the code and the place of what is wrong."""
    text = settings + "    requests:" + "".join(f"\n      {line}" for line in lines) + "\n"
    found, problems, _ = read_settings(Source("mkdocs.yml", text.encode()), TODAY)
    return found, [(one.code, *one.place[1:]) for one in problems]


def test_the_rules_are_one_value() -> None:
    """Days, roles and calls stand in it as they are written."""
    found, faults = read("ahead: 7 days", "roles: [facilitator, backup]", "staffed_calls: 2")
    assert found is not None
    assert (Requests(7, ("facilitator", "backup"), 2), []) == (found.requests, faults)


def test_a_rule_may_be_left_out() -> None:
    """What is not written is no rule."""
    found, faults = read("ahead: 1 day")
    assert found is not None
    assert (Requests(ahead_days=1), []) == (found.requests, faults)


def test_without_rules_there_are_none() -> None:
    """An archive that says nothing of requests offers no form."""
    found, _, _ = read_settings(Source("mkdocs.yml", SETTINGS.encode()), TODAY)
    assert found is not None
    assert found.requests is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ahead: a week", ("F223", PLACE + 1, 14, 6)),
        ("ahead: 7", ("F223", PLACE + 1, 14, 1)),
        ("ahead: 0 days", ("F223", PLACE + 1, 14, 6)),
        ("ahead: 367 days", ("S729", PLACE + 1, 14, 8)),
        ("roles: facilitator", ("F209", PLACE + 1, 14, 11)),
        ("roles: [one, two, One]", ("S728", PLACE + 1, 25, 3)),
        (f"roles: [{'x' * 41}]", ("F210", PLACE + 1, 15, 41)),
        ("staffed_calls: 0", ("F213", PLACE + 1, 22, 1)),
        ("staffed_calls: two", ("F213", PLACE + 1, 22, 3)),
        ("days: 7", ("F201", PLACE + 1, 7, 4)),
    ],
)
def test_a_fault_is_told_at_its_place(line: str, expected: tuple[str, int, int, int]) -> None:
    """There is one problem, at the value that is wrong."""
    _, faults = read(line)
    assert [expected] == faults


def test_rules_that_hold_nothing_are_told() -> None:
    """A line without anything below it is no rule."""
    _, faults = read()
    assert ["F209"] == [code for code, *_ in faults]


def test_nobody_asks_a_closed_archive() -> None:
    """Where the calls have ended the rules are told to be taken out."""
    found, faults = read("ahead: 7 days", settings=CLOSED)
    assert found is not None
    assert (None, [("F219", PLACE + 1, 7, 1)]) == (found.requests, faults)
