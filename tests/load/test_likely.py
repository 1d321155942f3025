"""Tests of what a date or a time in another form is taken to mean in a help line."""

import pytest

from generator.load.likely import likely_day, likely_id, likely_time


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("03/05/2031", "2031-03-05"),
        ("3/5/31", "2031-03-05"),
        ("12/15/2031", "2031-12-15"),
        ("15/12/2031", "2031-12-15"),
        ("15.12.2031", "2031-12-15"),
        ("2031/3/5", "2031-03-05"),
        ("2031-3-5", "2031-03-05"),
        ("2031-13-05", "2031-05-13"),
        ("5 March 2031", "2031-03-05"),
        ("March 5th, 2031", "2031-03-05"),
        ("Wed, Mar 05 2031", "2031-03-05"),
        ("2031-12-15 9pm", "2031-12-15"),
    ],
)
def test_a_day_in_another_form_is_understood(written: str, meant: str):
    """The help is filled in with the reader's own day."""
    assert meant == likely_day(written)[0]


def test_a_day_that_can_be_read_two_ways_says_so():
    """American and other dates cannot be told apart below the 13th."""
    assert "; if you meant day before month, `2031-05-03`" == likely_day("03/05/2031")[1]
    assert "" == likely_day("15/12/2031")[1]
    assert "" == likely_day("03/03/2031")[1]


@pytest.mark.parametrize(
    "written", ["", "soon", "99/99/9999", "2031-02-30", "1 2", "00/00/00", "9" * 60_000]
)
def test_what_cannot_be_guessed_gives_an_example(written: str):
    """An example is always a day that exists."""
    assert ("2031-03-05", "") == likely_day(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9pm", "21:00"),
        ("9 p.m.", "21:00"),
        ("9:30 PM", "21:30"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("9:05", "09:05"),
        ("21.15", "21:15"),
        ("21h30", "21:30"),
        ("2130", "21:30"),
        ("8pm EST", "20:00"),
        ("20:00 ET", "20:00"),
        ("2031-03-05 9pm", "21:00"),
        ("03/05/2031 20:30", "20:30"),
        ("about 9pm or later", "21:00"),
    ],
)
def test_a_time_in_another_form_is_understood(written: str, meant: str):
    """The help is filled in with the reader's own hour."""
    assert meant == likely_time(written)[0]


def test_a_zone_behind_a_time_gets_a_hint():
    """The field for it is named, with the zone where the abbreviation says which."""
    assert "; the zone goes into `zone: America/New_York`" == likely_time("8pm EST")[1]
    assert "; the zone goes into `zone:`" == likely_time("8pm XYZ")[1]
    assert "" == likely_time("8 PM")[1]


def test_an_hour_that_may_be_morning_or_evening_gets_both():
    """Nothing is guessed for the reader."""
    assert ("09:00", ", or `21:00` for the evening") == likely_time("9")


@pytest.mark.parametrize("written", ["", "late", "25:00", "21:75", "9" * 60_000])
def test_a_time_that_cannot_be_guessed_gives_an_example(written: str):
    """An example is always a time that exists."""
    assert ("21:00", "") == likely_time(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("River Planning", "river-planning"),
        ("Été à Mill Town", "ete-a-mill-town"),
        ("-river_planning-", "river-planning"),
        ("a" * 79 + " b", "a" * 79),
        ("川", ""),
    ],
)
def test_words_become_an_id(written, meant):
    """Accents are folded, everything else that cannot stand in an id becomes a hyphen."""
    assert meant == likely_id(written)


def test_a_day_without_a_year_takes_that_of_its_folder():
    """Without a folder of a year there is only the example, and what is missing is said."""
    assert ("2032-03-19", "; the year is missing") == likely_day("March 19", 2032)
    assert ("2031-03-05", "; the year is missing") == likely_day("19 March")


def test_a_weekday_that_does_not_fit_is_told():
    """One of the two is wrong, and only people know which."""
    hint = "; that is a Wednesday, so look again which of the two is right"
    assert ("2031-03-19", hint) == likely_day("Tuesday, March 19, 2031")
    assert ("2031-03-19", "") == likely_day("Wed, 19 March 2031")
