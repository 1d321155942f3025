"""The search for personal data looks closely only at lines that may hold some, and misses none for that."""

import phonenumbers
import pytest

from generator.personal_data import check_text

# Put together here, so that no number and no address stands in this file as a whole.
NUMBER = "-".join(("212", "555", "2368"))
MAILBOX = "@".join(("keeper", "river.example"))


def found(text: str) -> list[tuple[str, int, int, int]]:
    faults = check_text("minutes/2031/2031-03-05-river.md", text, frozenset())
    return [(f.code, f.place.line, f.place.column, f.place.length) for f in faults]


@pytest.mark.parametrize("date", ["2031-03-05", "2031-03-05 21", "(2031-03-05)"])
def test_a_date_is_no_telephone_number(date):
    """Most long rows of digits in notes are dates."""
    assert [] == found(f"by {date}: the letter is written")


@pytest.mark.parametrize(
    "line", ["date: 2031-03-05 # said", "    - 2031-03-05 # moved", "participants: 1200 # about"]
)
def test_a_comment_behind_a_day_or_a_count_makes_no_code_of_it(line):
    """The sign of a comment is that of the key which ends a code."""
    assert [] == found(line)
    assert ["P503"] == [code for code, *_ in found(f"join: {48_29_13} # then wait")]


def test_the_path_of_a_call_without_a_day_is_no_telephone_number():
    """A page may link to a call of which only the month is known, also beside another link, and a number is found."""
    paths = "[one](calls/2012/2012-01-river.yaml) [two](calls/2031/2031-02-05-river.yaml)"
    assert [] == found(paths)
    assert [("P502", 1, len(paths) + 2, 12)] == found(f"{paths} {NUMBER}")


def test_a_number_beside_a_date_is_found():
    """A date in the same line or file hides nothing."""
    assert [("P502", 2, 12, 12)] == found(f"on 2031-03-05\n2031-03-05 {NUMBER}\n2031-03-06\n")


def test_a_number_of_another_country_is_found_after_a_plus_with_a_space():
    """A date after a plus sign is left to the library, which knows the numbers of all countries."""
    text = "+ 44 20 7946 0958"
    assert phonenumbers.is_valid_number(phonenumbers.parse(text, None))
    assert [("P502", 1, 1, 17)] == found(text)


def test_each_kind_is_found_at_its_place():
    """Every rule finds its own line, whatever stands in the others."""
    text = (
        f"2031-03-05\nwrite to {MAILBOX}\n\nthe PIN is 1234\n"
        "https://river.example/room?pwd=abc\nquiet\n"
    )
    assert [("P501", 2, 10, 20), ("P503", 4, 12, 4), ("P504", 5, 1, 34)] == found(text)


def test_letters_beside_ascii_do_not_hide_a_secret():
    """A pattern that ignores case also matches a dotless i, so such texts are searched in full."""
    assert [("P503", 1, 6, 4)] == found("pın: 1234")


def test_numbers_inside_an_address_are_left_alone():
    """Honest addresses hold long numbers."""
    assert [] == found(f"https://river.example/{NUMBER}")
