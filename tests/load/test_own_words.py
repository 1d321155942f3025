"""Tests of the words people use for fields and values, and of what they are told to type."""

import pytest

from generator.fields import CALL, GROUP, HUB, MINUTES, PAGE, PLATFORM, RECORDING, SERIES
from generator.load import own_words
from generator.load.own_words import how_to_share, value_meant
from tests.load.reading import CALL as PATH
from tests.load.reading import GOOD_CALL, faults_of, problems, words_of

TABLES = (CALL, SERIES, GROUP, HUB, PLATFORM, RECORDING, MINUTES, PAGE)


@pytest.mark.parametrize(
    ("line", "help_part"),
    [
        ("when: 21:00", "write `start:` in its place"),
        ("tz: America/New_York", "write `zone:` in its place"),
        ("Attendees: 50", "write `participants:` in its place"),
        ("facilitated by: Mill Town", "write `roles:` in its place and below it, indented, `facil"),
        ("notes: we met", "`minutes/2031/2031-03-05-river-open-call.md`"),
        ("topic: the hall", "write `purpose:` in its place"),
        ("day: 2031-03-05", "`date:` is there as well, so keep one of the two lines"),
        ("privacy: open", "`share:` is there as well"),
    ],
)
def test_a_field_in_own_words_is_told_by_its_name(line: str, help_part: str):
    """One line says what to type."""
    assert help_part in words_of(line)[1]


def test_a_value_under_another_name_is_looked_at_too():
    """Both slips of a line are told in one run."""
    assert [("F201", 5, 1, 4), ("F204", 5, 7, 3)] == faults_of("time: 9pm")


def test_a_value_under_another_name_is_not_believed():
    """A record is what is written, and above all what it shares."""
    text = GOOD_CALL.replace("share: public", "sharing: public").replace("title", "name")
    assert ["F201", "F201"] == [fault.code for fault in problems(PATH, text)]
    assert [True, False] == [fault.fix is not None for fault in problems(PATH, text)]


@pytest.mark.parametrize(
    ("field", "word", "meant"),
    [
        ("status", "Done", "held"),
        ("status", "took  place", "held"),
        ("status", "upcoming", "scheduled"),
        ("mode", "conference call", "phone"),
        ("origin", "minutes", "notes"),
        ("status", "moved", ""),
        ("share.reason", "done", ""),
    ],
)
def test_a_value_in_own_words_is_told_by_its_word(field: str, word: str, meant: str):
    """Nothing is said where more than a word is to be written."""
    assert meant == value_meant(field, word)


def test_a_moved_call_is_told_the_whole_way():
    """A call that was moved has no word for it and a field."""
    lines = GOOD_CALL.replace("held", "postponed")
    (fault,) = problems(PATH, lines)
    assert (None, True) == (fault.fix, "stays `scheduled`, or `held`" in fault.help)
    assert "add `moved_from:`" in fault.help


@pytest.mark.parametrize(
    ("word", "help_part"),
    [
        ("Public", "`share: public`"),
        ("\u201cpublic\u201d", "without quotes"),
        ("Withheld for Safety", "`share: withheld for safety`"),
        ("withheld", "delete `minutes/2031/2031-03-05-river-open-call.md`, `recordings:`"),
    ],
)
def test_a_sharing_in_other_letters_is_told_and_not_read(word: str, help_part: str):
    """Nothing is opened by a guess."""
    (fault,) = problems(PATH, GOOD_CALL.replace("share: public", f"share: {word}"))
    assert ("F215", None) == (fault.code, fault.fix)
    assert help_part in fault.help


@pytest.mark.parametrize("word", ["yes", "open", "all", "true", "ok", "everyone"])
def test_what_may_be_shared_is_never_guessed(word: str):
    """Only `public` opens a record."""
    assert "write `share: public`, or `share: withheld for safety`" in how_to_share(word, PATH)


def test_the_table_names_fields_that_are_there():
    """No word of it leads to a field that no record has any more."""
    known = {field.name for table in TABLES for field in table.fields} | {"url"}
    assert set() == {name for names in own_words._FIELDS.values() for name in names.split()} - known
