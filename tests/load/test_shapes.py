"""Tests of values in the wrong shape: what to type in the person's own words, and what is mended without asking."""

import pytest

from generator.fixing import mended
from tests.load.reading import CALL, GOOD_CALL, faults_of, problems, words_of


def mend(line: str) -> str:
    """Give a line that is added to a good call after one round of fixes."""
    data = f"{GOOD_CALL}{line}\n".encode()
    fixes = (fault.fix for fault in problems(CALL, data) if fault.fix)
    return mended(data, fixes).decode().removeprefix(GOOD_CALL)


@pytest.mark.parametrize(
    ("line", "help_part"),
    [
        ("groups: River Planning", "`[river-planning]`"),
        ("groups: river-planning; Mill Town", "`[river-planning, mill-town]`"),
        ("recordings: https://a.example/b", "`- url: https://sound.example/call.mp3`"),
        ("recordings:\n  - https://a.example/b", "here: `- url: https://a.example/b`"),
        ("sources:\n  - a letter", "`- title: minutes as posted by the Mill Town assembly`"),
        ("roles: [Mill Town]", "such as `facilitator: Mill Town`, without hyphens"),
        ("places:\n- Mill Town\n - Old Harbour", "begin each `- ` in the same column"),
    ],
)
def test_the_help_shows_the_right_shape(line: str, help_part: str):
    """Whoever copies it has written it right."""
    assert help_part in words_of(line)[1]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("recordings:\n  - https://a.example/b\n", "recordings:\n  - url: https://a.example/b\n"),
        ("roles:\n  - host: Mill Town\n  -  note-taker: Old Harbour\n",
         "roles:\n  host: Mill Town\n  note-taker: Old Harbour\n"),
        ("roles:\n- host: Mill Town\n", "roles:\n  host: Mill Town\n"),
    ],
)  # fmt: skip
def test_what_has_one_reading_is_mended(line: str, right: str):
    """An address in a list of recordings is one, and hyphens before roles are too many."""
    assert right == mend(line.rstrip("\n"))


@pytest.mark.parametrize(
    "line",
    [
        "groups: River Planning",
        "roles:\n  - host: Mill Town\n  - all of us",
        "roles:\n  - host: A\n  - host: B",
    ],
)
def test_what_would_be_a_guess_is_left(line: str):
    """An id that nobody wrote, a role without a name, and one name twice."""
    assert f"{line}\n" == mend(line)


def test_a_dash_inside_of_a_text_is_no_item():
    """Only the beginning of the next line makes it one."""
    assert [] == faults_of("purpose: Mill Town - Old Harbour\n  and more")
