"""The rhythm of a series: common rules are said in words, and no rule is ever said in part."""

from dataclasses import replace

import pytest

from generator.render.rhythm_words import AS_RULE, rhythm_sentence, rule_of, rule_words
from tests.render.every_page import pages
from tests.render.made_archive import ARCHIVE, SERIES, SETTINGS
from tests.render.page_reading import Reading


def read_series(rhythm):
    """Read the page and the index of a series of this rhythm."""
    made = pages(replace(ARCHIVE, series=(replace(SERIES, rhythm=rhythm),)))
    return Reading(made[f"series/{SERIES.id}.html"].body), Reading(made["series/index.html"].body)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=WEEKLY;BYDAY=WE;BYHOUR=21;BYMINUTE=0", "every week on Wednesday at 21:00"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "every 2 weeks on Monday and Thursday"),
        ("freq=monthly;byday=1tu;", "every month on the first Tuesday"),
        ("BYDAY=-1SU;FREQ=MONTHLY;INTERVAL=1", "every month on the last Sunday"),
        (
            "FREQ=MONTHLY;BYDAY=1TU,3TU;BYHOUR=9",
            "every month on the first Tuesday and the third Tuesday at 09:00",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "every month on day 15"),
    ],
)
def test_a_common_rule_is_said_in_words(rule, words):
    """What most calls follow has simple words."""
    assert words == rule_words(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=WE;COUNT=4",
        "FREQ=WEEKLY;BYDAY=WE;UNTIL=20310625",
        "FREQ=WEEKLY;BYDAY=1WE",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
        "FREQ=MONTHLY;BYDAY=WE",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=DAILY;BYHOUR=9,21",
        "FREQ=DAILY;BYMINUTE=30",
        "FREQ=YEARLY;BYMONTH=5",
        "FREQ=WEEKLY;INTERVAL=0",
    ],
)
def test_any_other_rule_is_not_said_in_part(rule):
    """Leaving out what has no simple words would say something else."""
    assert "" == rule_words(rule)
    assert AS_RULE == rhythm_sentence(rule)


@pytest.mark.parametrize("words", ["every week on Wednesday at 21:00", "when the tide allows; A=B"])
def test_words_are_no_rule(words):
    """They are shown as they are written."""
    assert "" == rule_of(words)
    assert words[1:] == rhythm_sentence(words)[1:]


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2"])
def test_the_rule_stands_among_the_facts_as_code(rule):
    """Whoever needs it letter by letter finds it there, and nowhere else on the page or in the index."""
    page, index = read_series(rule)
    assert rule in [each.text for each in page.named("code")]
    assert [] == [each.text for each in page.named("p") if "FREQ" in each.text]
    assert "FREQ" not in index.text


@pytest.mark.parametrize(("state", "is_past"), [("closed", True), ("living", False)])
def test_a_rhythm_of_an_archive_that_is_closed_is_told_as_past(state, is_past):
    """A weekday and an hour read like an invitation, so page, index and description say that the calls have ended."""
    made = pages(ARCHIVE, replace(SETTINGS, state=state))
    page, index = made[f"series/{SERIES.id}.html"], made["series/index.html"]
    told = ["calls have ended" in page.body, "of the past" in page.description]
    assert {is_past} == {*told, "They have ended" in index.body}
