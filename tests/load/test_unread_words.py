"""Tests of lines that tell of breakouts, report-backs and what was done in a form of which nothing is listed."""

import pytest

from tests.hanging import ends
from tests.load.reading import NOTES, places, problems

FRONT = "---\norigin: notes\n---\n"


@pytest.mark.parametrize(
    ("text", "expected", "todo"),
    [
        ("Breakouts:\n- kitchen\n- media", ("F226", 4, 1, 10), "`## Breakouts`"),
        ("**Breakout groups:**\n\n1. kitchen", ("F226", 4, 1, 20), "`## Breakouts`"),
        ("Report back media: they write", ("F226", 4, 1, 18), "`**Report-back:** media: …`"),
        ("- Report-back Kitchen: soup", ("F226", 4, 3, 20), "`**Report-back:** Kitchen: …`"),
        (
            "DONE: the letter is sent",
            ("F226", 4, 1, 5),
            "`- **Outcome:** the letter is sent, closes call-id#name (reported)`",
        ),
        (
            "- **Done:** letter sent #the-letter",
            ("F226", 4, 3, 9),
            "`- **Outcome:** letter sent, closes #the-letter (reported)`",
        ),
        (
            "Closed: 2031-02-12-river-open-call#the-letter",
            ("F226", 4, 1, 7),
            "closes 2031-02-12-river-open-call#the-letter (reported)`",
        ),
    ],
)
def test_what_is_told_and_not_listed_is_said(text, expected, todo):
    """Each line is told once, with what to type."""
    (fault,) = problems(NOTES, f"{FRONT}{text}\n".encode())
    assert [expected] == places(NOTES, f"{FRONT}{text}\n")
    assert todo in fault.help


@pytest.mark.parametrize(
    "text",
    [
        "## Breakouts\n\n- kitchen\n- media",
        "## Breakouts\n\nBreakouts:\n- kitchen",
        "Breakouts: none tonight",
        "Breakouts:\nWe did not part.",
        "Report back from media: they write",
        "**Report-back:** media: they write",
        "Report back to assemblies: by May",
        "Report back next week: the hall",
        "Report backs: soon",
        "Done: 22:40",
        "Closed: the hall on Sundays",
        "We are done: it is late.",
        "> DONE: the letter",
        "```\nDONE: the letter\n```",
        "- **Outcome:** written, closes #the-letter (reported)",
    ],
)
def test_other_words_are_left_alone(text):
    """A warning that is wrong teaches people to pass over warnings."""
    assert "F226" not in [fault[0] for fault in places(NOTES, f"{FRONT}{text}\n")]


def test_hostile_lines_take_no_long_time():
    """Time grows with the length of the notes alone."""
    with ends():
        for piece in ("Report back a ", "Report back", "DONE: #a", "Done: #", "**", "Breakouts: "):
            places(NOTES, FRONT + piece * 20_000)
