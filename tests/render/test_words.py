"""Words for dates, times and counts."""

import datetime

import pytest

from generator.privacy.public import LooseDate
from generator.render import words


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/New_York", "New York time"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("Etc/UTC", "UTC"),
        ("UTC", "UTC"),
        ("Etc/GMT+5", "UTC−5"),
    ],
)
def test_a_zone_is_named_by_its_city(zone, said):
    """Never EST: an abbreviation means different hours in different places."""
    assert said == words.zone_words(zone)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, ""), (60, "1 hour"), (90, "1 hour 30 minutes"), (120, "2 hours"), (1, "1 minute")],
)
def test_a_length_is_said_in_hours_and_minutes(minutes, said):
    """Nothing is said of a length that is not known."""
    assert said == words.length_words(minutes)


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (LooseDate(2031, 4, 30), LooseDate(2031, 5, 2), "30 April 2031 to 2 May 2031"),
        (LooseDate(2031, 4), LooseDate(2031, 4), "April 2031"),
        (LooseDate(2031), None, "from 2031, the end is not known"),
        (None, LooseDate(2031), "until 2031, the beginning is not known"),
        (None, None, ""),
    ],
)
def test_a_span_says_what_of_it_is_not_known(since, until, said):
    """An open end is not the same as today."""
    assert said == words.span(since, until)


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 byte"), (999, "999 bytes"), (18_000, "18 kB"), (18_234_567, "18.2 MB")],
)
def test_a_size_is_said_as_people_read_it(size, said):
    """In the units of a download, not of a program."""
    assert said == words.size_words(size)


def test_an_unknown_hour_is_said():
    """An hour that is not known is never guessed."""
    assert "the hour is not known" == words.hours_words(None, 120, "Etc/UTC")


def test_hours_without_an_instant_count_on_the_wall_clock():
    """A call known to the month still has its hours."""
    assert "23:00 to 00:30 the next day New York time" == words.hours_words(
        datetime.time(23), 90, "America/New_York"
    )


def test_a_description_ends_at_a_word():
    """Search engines cut long ones; we do it where it reads well."""
    short = words.description("word " * 60)
    assert len(short) <= words.DESCRIPTION_LIMIT + 1
    assert short.endswith("word…")


@pytest.mark.parametrize(("number", "said"), [(0, "0 calls"), (1, "1 call"), (1204, "1,204 calls")])
def test_a_number_agrees_with_its_noun(number, said):
    """One call, two calls."""
    assert said == words.counted_calls(number)


@pytest.mark.parametrize("said", ["Weekly.", "When?", "\u9031\u306b\u4e00\u5ea6\u3002"])
def test_a_sentence_that_has_its_end_gets_no_second_stop(said):
    """Also where a language ends its sentences with another sign."""
    assert [said, "Weekly."] == [words.sentence(said), words.sentence("Weekly")]
