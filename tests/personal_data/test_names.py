"""Names of persons are looked for in every line that may hold one, and a line of many signs keeps nobody waiting."""

import pytest

from generator.personal_data.names import possible_names
from tests.hanging import ends


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("thanks to J. van Houten for the kitchen", "j. van houten"),
        ("Otto y Houten said so", "otto y houten"),
        ("Otto della Rocca said so", "otto della rocca"),
    ],
)
def test_a_word_before_a_family_name_hides_nobody(line: str, name: str) -> None:
    """Behind an initial, and of one letter or of five."""
    assert [name] == [found.words for found in possible_names(line + "\n")]


@pytest.mark.parametrize(
    "sign",
    ["-", "#", ">", "|", "+", "*", "- ", "> ", "12:30 - ", "12.30 ", "1. ", "[ ] ", "Dr. ", '"'],
)
@pytest.mark.parametrize(
    "words", ["Otto Houten: hello", "x Otto Houten", "forwarded by Otto Houten", "otto"]
)
def test_many_signs_before_a_name_are_read_in_time(sign: str, words: str) -> None:
    """Pasted mail has rows of them, and each further one took twice as long."""
    with ends():
        possible_names(sign * 200 + words + "\n")


def test_a_name_is_found_behind_many_signs() -> None:
    """They are no part of it."""
    (found,) = possible_names("-" * 40 + " 12:30 - Otto Houten: hello\n")
    assert "otto houten" == found.words
