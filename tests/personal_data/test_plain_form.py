"""A text in plain signs says the same, and every stretch of it leads back to where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.personal_data.plain_form import plain_form


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("２１２－５５５", "212-555"),
        ("a\u200bb\u00adc", "abc"),
        ("1\u00a02\u20093", "1 2 3"),
        ("a&#64;b&period;c &nbsp;d", "a@b.c  d"),
        ("a%40b", "a@b"),
        ("a\\@b \\x40", "a@b @"),
        ("Stra\u00dfe caf\u00e9", "Strasse cafe"),
        ("\u0430\u0435\u043e", "aeo"),
        ("**a**<b>c</b>", "ac"),
        ("5\u00b2 and 50% of R&D", "5\u00b2 and 50% of R&D"),
    ],
)
def test_signs_that_say_the_same_become_one(text, plain):
    """What a reader takes for a digit, a dot or an at sign is one."""
    assert plain == plain_form(text).text


@given(st.text(alphabet="a1 @.\n&#64;%40\\*２é\u200b\u00a0ß", max_size=60))
def test_lines_and_places_stay(text):
    """Line ends are neither made nor lost, and each sign comes from a stretch that is not empty, in order."""
    plain = plain_form(text)
    assert text.count("\n") == plain.text.count("\n")
    places = [plain.origin(n, n + 1) for n in range(len(plain.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
