"""The rhythm of a series: it is said in words that mean the same, and no rule is ever said in part."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.recurrence.rule import read_rule, rule_text
from generator.recurrence.words import read_words
from generator.render.rhythm_words import AS_RULE, rhythm_sentence, rhythm_words, rule_of
from tests.recurrence.test_dates import rhythms
from tests.render.every_page import pages
from tests.render.made_archive import ARCHIVE, SERIES, SETTINGS
from tests.render.page_reading import Reading

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WHICH = ("first", "second", "third", "fourth", "fifth", "last but one", "last")
NUMBERS = ("1st", "2nd", "3rd", "11th", "15th", "22nd", "31st")[:6]
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


def some(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Draw some of the words in their order, joined as people join them."""
    kept = st.sets(st.sampled_from(words), min_size=1, max_size=4)
    return kept.map(lambda found: joined([word for word in words if word in found]))


def joined(words: list[str]) -> str:
    before = ", ".join(words[:-1])
    return f"{before} and {words[-1]}" if before else words[-1]


SENTENCES = st.one_of(
    st.builds("every week on {} at {}".format, some(DAYS), CLOCKS),
    st.builds("every {} weeks on {} at {}".format, st.integers(2, 99), some(DAYS), CLOCKS),
    st.builds("{} {} of the month at {}".format, some(WHICH), st.sampled_from(DAYS), CLOCKS),
    st.builds("on the {} of the month at {}".format, some(NUMBERS), CLOCKS),
    st.builds("every day at {}".format, CLOCKS),
)


@settings(max_examples=300, deadline=None)
@given(SENTENCES)
def test_a_sentence_survives_its_value(sentence: str):
    """What can be written in words is shown in the same words, and as a rule that is the same rhythm."""
    rhythm = read_words(sentence)
    assert rhythm is not None
    assert sentence == rhythm_words(rhythm)
    assert rhythm == read_rule(rule_text(rhythm))


@settings(max_examples=300, deadline=None)
@given(rhythms())
def test_a_sentence_says_the_whole_rhythm(rhythm):
    """Two rhythms with one sentence are one; what the words leave out would make two alike."""
    said = rhythm_words(rhythm)
    read = read_words(said)
    assert read is None or said == rhythm_words(read)
    other = replace(rhythm, interval=rhythm.interval + 1)
    assert not said or said != rhythm_words(other)
    assert not said or bool(rhythm.count) == ("in all" in said)
    assert not said or bool(rhythm.last) == ("until" in said)
    assert not (said and rhythm.positions)


def read_series(rhythm):
    """Read the page and the index of a series of this rhythm, in words or as a rule."""
    value = read_words(rhythm) or read_rule(rhythm)
    series = replace(SERIES, rhythm=rhythm, recurrence=value)
    made = pages(replace(ARCHIVE, series=(series,)))
    return Reading(made[f"series/{SERIES.id}.html"].body), Reading(made["series/index.html"].body)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("FREQ=DAILY;BYDAY=MO,TU", "every week on Monday and Tuesday"),
        ("FREQ=WEEKLY;BYDAY=WE;BYHOUR=21;BYMINUTE=0", "every week on Wednesday at 21:00"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "every 2 weeks on Monday and Thursday"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
            "every 2 weeks on Monday and Sunday (weeks begin on Sunday)",
        ),
        ("FREQ=WEEKLY", "every week, on the weekday of its first call"),
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=4", "every week on Wednesday, 4 calls in all"),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20310625", "every week on Wednesday, until 25 June 2031"),
        ("FREQ=WEEKLY;BYDAY=WE;BYMONTH=3,4", "every week on Wednesday, in March and April"),
        ("freq=monthly;byday=1tu;", "first Tuesday of the month"),
        ("BYDAY=-1SU;FREQ=MONTHLY;INTERVAL=1", "last Sunday of the month"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", "every 2 months on the first Tuesday"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU;BYHOUR=9", "first and third Tuesday of the month at 09:00"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TH", "first Tuesday and third Thursday of the month"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", "on the 15th and last day of the month"),
        ("FREQ=MONTHLY", "every month, on the day of the month of its first call"),
        ("FREQ=YEARLY", "every year, on the day of its first call"),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=2", "every year on 2 May"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=1SA", "every year on the first Saturday of May"),
    ],
)
def test_a_rule_is_said_in_words(rule, words):
    """What calls follow has words, and they say all of it."""
    read = read_rule(rule)
    assert read is not None
    assert words == rhythm_words(read)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2",
        "FREQ=MONTHLY;BYDAY=WE",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=5",
        "FREQ=YEARLY;BYDAY=MO",
        "FREQ=DAILY;BYMONTHDAY=1",
    ],
)
def test_any_other_rule_is_not_said_in_part(rule):
    """Leaving out what has no simple words would say something else."""
    rhythm = read_rule(rule)
    assert rhythm is not None
    assert "" == rhythm_words(rhythm)
    assert AS_RULE == rhythm_sentence(rule, rhythm)


@pytest.mark.parametrize("words", ["every so often", "when the tide allows; A=B"])
def test_free_words_stay_as_they_are(words):
    """They are shown as they are written, and are no rule."""
    assert "" == rule_of(words, None)
    assert words[1:] == rhythm_sentence(words, None)[1:]


def test_words_that_can_be_counted_are_no_rule():
    """Beside a sentence nobody needs the rule."""
    words = "every week on Wednesday at 21:00"
    assert "" == rule_of(words, read_words(words))


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2"])
def test_the_rule_stands_among_the_facts_as_code(rule):
    """Whoever needs it letter by letter finds it there, and nowhere else on the page or in the index."""
    page, index = read_series(rule)
    assert rule in [each.text for each in page.named("code")]
    assert [] == [each.text for each in page.named("p") if "FREQ" in each.text]
    assert "FREQ" not in index.text


def test_the_rule_is_that_of_the_value():
    """However its record writes it, a page shows the rule that the dates are counted from."""
    page, _ = read_series("rrule:byday=1tu;freq=monthly;wkst=mo")
    assert "FREQ=MONTHLY;BYDAY=1TU" in [each.text for each in page.named("code")]


@pytest.mark.parametrize(("state", "is_past"), [("closed", True), ("living", False)])
def test_a_rhythm_of_an_archive_that_is_closed_is_told_as_past(state, is_past):
    """A weekday and an hour read like an invitation, so page, index and description say that the calls have ended."""
    made = pages(ARCHIVE, replace(SETTINGS, state=state))
    page, index = made[f"series/{SERIES.id}.html"], made["series/index.html"]
    told = ["calls have ended" in page.body, "of the past" in page.description]
    assert {is_past} == {*told, "They have ended" in index.body}
