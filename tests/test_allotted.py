"""Minutes allotted to items of an agenda, as people write them."""

import pytest

from generator.allotted import read_item
from tests.hanging import ends


@pytest.mark.parametrize(
    ("text", "words", "minutes"),
    [
        ("How the call works (10 min)", "How the call works", 10),
        ("Reports, 20 minutes", "Reports", 20),
        ("Reports (5m)", "Reports", 5),
        ("Reports [5 min.]", "Reports", 5),
        ("Reports: 20 min", "Reports", 20),
        ("Reports - 20 min", "Reports", 20),
        ("Reports 20 min", "Reports", 20),
        ("Welcome 10'", "Welcome", 10),
        ("10' Welcome", "Welcome", 10),
        ("10 min: Welcome", "Welcome", 10),
        ("Talk (1h)", "Talk", 60),
        ("Talk (1h30)", "Talk", 90),
        ("Talk (1.5 hours)", "Talk", 90),
        ("Talk, 1 hour", "Talk", 60),
        ("Saludo (5 minutos)", "Saludo", 5),
        ("Welcome (10 min, Mill Town)", "Welcome (Mill Town)", 10),
        ("Reports (20 min; 5 min each)", "Reports (5 min each)", 20),
        ("Mail (15 min), carried over from 22 December", "Mail, carried over from 22 December", 15),
        ("Check-ins of 30 seconds (8 min)", "Check-ins of 30 seconds", 8),
    ],
)
def test_time_is_read_and_taken_out(text, words, minutes):
    """The minutes stand in a column of their own, and all other words stay."""
    assert (words, minutes) == read_item(text)


@pytest.mark.parametrize(
    "text",
    [
        "Welcome, keypad (5)",
        "Ten minutes of silence",
        "90 minutes of hope",
        "The 10 minute rule",
        "Meeting of the 15M",
        "Lunch (12:00-12:30)",
        "Somewhere between 10-15 min",
        "Opening (8 min) and closing (8 min)",
        "Move the call to 9 pm",
        "A boat of 5'10",
        "Check-ins (30 seconds each)",
        "(10 min)",
        "",
    ],
)
def test_what_is_no_time_of_the_item_stays(text):
    """An item without one plain time is left as it is written."""
    assert (text, 0) == read_item(text)


@pytest.mark.parametrize("sign", ["(", " ", "1", "(1 min", "'", "1'"])
def test_long_items_are_read_in_time(sign):
    """An item of one sign without end takes no longer than any other."""
    with ends():
        for _ in range(50):
            read_item(sign * 100_000)
