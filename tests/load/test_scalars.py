"""Tests of single values: what is understood, what is refused, where, and with which help."""

import datetime

import pytest

from generator.model.call import Count
from generator.model.dates import LooseDate
from tests.load.reading import CALL, GOOD_CALL, faults_of, places, read, words_of


def value(line: str, name: str) -> object:
    loaded = read(CALL, f"{GOOD_CALL}{line}\n")
    assert () == loaded.problems
    return getattr(loaded.call, name)


@pytest.mark.parametrize(
    ("line", "name", "expected"),
    [
        ("start: 09:05", "start", datetime.time(9, 5)),
        ("start: '21:00'", "start", datetime.time(21)),
        ("length: 2h", "length", 120),
        ("length: 90m", "length", 90),
        ("length: 1h30m", "length", 90),
        ("length: 24h", "length", 1440),
        ("zone: Europe/Rome", "zone", "Europe/Rome"),
        ("zone: Etc/UTC", "zone", "Etc/UTC"),
        ("participants: 150", "participants", Count(150, 150)),
        ("participants: 150+", "participants", Count(150)),
        ("participants: 90-200", "participants", Count(90, 200)),
        ("participants: about 20", "participants", Count(20, 20, True)),
        ("purpose:  Share   news ", "purpose", "Share news"),
        ("moved_from: [2031-03-04 21:00]", "moved_from", (datetime.datetime(2031, 3, 4, 21),)),
        ("occurrence: 2028-02-29", "occurrence", datetime.date(2028, 2, 29)),
        ("join: https://river.example:8080/a?b=c#d", "join", "https://river.example:8080/a?b=c#d"),
    ],
)
def test_a_good_value_is_understood(line: str, name: str, expected: object):
    """Each kind of value becomes what the model says."""
    assert expected == value(line, name)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("start: 9pm", ("F204", 5, 8, 3)),
        ("start: 24:00", ("F204", 5, 8, 5)),
        ("start: 9:00", ("F204", 5, 8, 4)),
        ("start: '9pm'", ("F204", 5, 8, 5)),
        ("start:", ("F204", 5, 7, 1)),
        ("end: noon", ("F204", 5, 6, 4)),
        ("length: 2", ("F205", 5, 9, 1)),
        ("length: 25h", ("F205", 5, 9, 3)),
        ("length: 0m", ("F205", 5, 9, 2)),
        ("zone: EST", ("F206", 5, 7, 3)),
        ("zone: '+05:00'", ("F206", 5, 7, 8)),
        ("zone: Etc/GMT+5", ("F206", 5, 7, 9)),
        ("mode: Phone", ("F207", 5, 7, 5)),
        ("series: River Call", ("F208", 5, 9, 10)),
        ("groups: [river-planning, River]", ("F208", 5, 26, 5)),
        ("occurrence: 2031-03", ("F203", 5, 13, 7)),
        ("occurrence: 2031-02-30", ("F203", 5, 13, 10)),
        ("occurrence: 2031-00-10", ("F203", 5, 13, 10)),
        ("occurrence: 2031-10-00", ("F203", 5, 13, 10)),
        ("occurrence: 0001-01-01", ("F203", 5, 13, 10)),
        ("moved_from: [2031-03-04]", ("F203", 5, 14, 10)),
        ("moved_from: [2031-02-30 21:00]", ("F203", 5, 14, 16)),
        ("participants: 20-10", ("F212", 5, 15, 5)),
        ("participants: about 20+", ("F212", 5, 15, 9)),
        ("join: river.example", ("F211", 5, 7, 13)),
        ("join: ftp://river.example", ("F211", 5, 7, 19)),
        ("join: javascript:alert(1)", ("F211", 5, 7, 19)),
        ("join: https://a b.example/", ("F211", 5, 7, 20)),
        ("join: https://user@river.example/", ("F211", 5, 7, 27)),
        ("join: https://a\u017f.example/", ("F211", 5, 7, 19)),
        ("join: http://localhost/", ("F211", 5, 7, 17)),
        ("purpose: ' '", ("F210", 5, 10, 3)),
        ("purpose: " + "a" * 1001, ("F210", 5, 10, 1001)),
        ("purpose: To M\u0456ll Town", ("Y117", 5, 13, 4)),
        ("purpose: 'To M\u0456ll Town'", ("Y117", 5, 10, 14)),
        ("share: public", ("Y121", 5, 1, 5)),
    ],
)
def test_a_bad_value_is_told_at_its_place(line: str, expected: tuple[str, int, int, int]):
    """The place is the value, or the part of it that is wrong, and there is one problem."""
    assert [expected] == faults_of(line)


@pytest.mark.parametrize(
    "text", ["2031-00", "2031-13", "2031-03-00", "2031-02-29", "20310305", "203"]
)
def test_a_day_that_does_not_exist_is_refused_also_where_a_month_would_do(text: str):
    """The date of a call may be a month or a year, but a true one."""
    assert [("F203", 2, 7, len(text))] == places(CALL, GOOD_CALL.replace("2031-03-05", text))


def test_a_month_and_a_year_are_dates_of_a_call():
    """What is not known stays zero."""
    month = read("calls/2031/2031-03-river.yaml", GOOD_CALL.replace("03-05", "03")).call
    year = read("calls/2031/2031-river.yaml", GOOD_CALL.replace("-03-05", "")).call
    assert month is not None
    assert year is not None
    assert (LooseDate(2031, 3), LooseDate(2031)) == (month.date, year.date)


@pytest.mark.parametrize(
    ("line", "help_part"),
    [
        (
            "start: 8pm EST",
            "`20:00`, with hours from 00 to 23; the zone goes into `zone: America/New_York`",
        ),
        ("occurrence: 03/05/2031", "`2031-03-05`: year, month, day; if you meant day before month"),
        ("occurrence: 2031-02-30", "this month has no such day"),
        ("occurrence: 2031-13-05", "months go from 01 to 12"),
        ("occurrence: 9999-01-01", "years go from 1800 to 2999"),
        ("moved_from: [3/4/2031 9pm]", "`2031-03-04 21:00`: year, month, day, and the hour"),
        ("moved_from: ['2031-03-04T20:30']", "`2031-03-04 20:30`"),
        ("groups: [River Planning]", "`river-planning`"),
    ],
)
def test_the_help_is_filled_in_with_the_readers_own_words(line: str, help_part: str):
    """Nobody has to look up how a date is written."""
    assert help_part in words_of(line)[1]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("EST", "did you mean `America/New_York`"),
        ("pt", "did you mean `America/Los_Angeles`"),
        ("Eastern Time", "did you mean `America/New_York`"),
        ("UTC", "did you mean `Etc/UTC`"),
        ("America/New_Yrok", "did you mean `America/New_York`"),
        ("america/new york", "did you mean `America/New_York`"),
        ("New York", "did you mean `America/New_York`"),
        ("Chicago", "did you mean `America/Chicago`"),
        ("Rome", "did you mean `Europe/Rome`"),
    ],
)
def test_a_zone_that_is_not_known_gets_the_nearest(written: str, meant: str):
    """Abbreviations, slips and cities lead to the zone's name."""
    assert meant in " ".join(words_of(f"zone: {written}"))


@pytest.mark.parametrize("word", ["withheld", "private", "yes", "'withheld: safety'"])
def test_no_reason_for_withholding_is_proposed(word: str):
    """Which reason it is, the group knows and not the program."""
    text = GOOD_CALL.replace("share: public", f"share: {word}")
    assert ["F215"] == [fault.code for fault in read(CALL, text).problems]
    assert "did you mean" not in read(CALL, text).problems[0].message


def test_a_password_in_an_address_is_not_quoted():
    """The message goes into public logs."""
    assert "sesame" not in " ".join(words_of("join: https://user:sesame@river.example/"))
