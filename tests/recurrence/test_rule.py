"""A recurrence rule is read part by part, and of a wrong one is said which part is wrong, why, and what to do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.recurrence.rule import examine_rule, read_rule, rule_text
from generator.recurrence.words import read_words
from tests.load.reading import problems

SERIES = "calls/series/river-open-call.yaml"


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("FREQ=WEEKLY;BYDAY=WE;BYHOUR=21;BYMINUTE=0", "FREQ=WEEKLY;BYDAY=WE;BYHOUR=21;BYMINUTE=0"),
        ("rrule:freq=monthly;byday=1tu;", "FREQ=MONTHLY;BYDAY=1TU"),
        ("BYDAY=WE; FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=WE"),
        ("FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYSECOND=0", "FREQ=WEEKLY"),
        ("FREQ=WEEKLY;BYDAY=TH,MO,TH", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15,+1", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=1SA", "FREQ=YEARLY;BYMONTH=5;BYDAY=1SA"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ("FREQ=YEARLY;BYDAY=-53MO", "FREQ=YEARLY;BYDAY=-53MO"),
        ("FREQ=DAILY;COUNT=5000", "FREQ=DAILY;COUNT=5000"),
        ("FREQ=DAILY;UNTIL=20310625", "FREQ=DAILY;UNTIL=20310625"),
        ("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1"),
    ],
)
def test_a_rule_has_one_form(written: str, rule: str):
    """However its parts are written, it is shown in one way, and that is read as the same rhythm."""
    rhythm = read_rule(written)
    assert rhythm is not None
    assert rule == rule_text(rhythm)
    assert rhythm == read_rule(rule)


@pytest.mark.parametrize(
    ("rule", "part", "why"),
    [
        ("FREQ=WEEKLY;BYDYA=WE", "BYDYA=WE", "no part of a rule"),
        ("FREQ=WEEKLY;BYDAY", "BYDAY", "no value"),
        ("BYDAY=WE", "BYDAY=WE", "does not say how often"),
        ("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY", "none of the words"),
        ("FREQ=HOURLY", "FREQ=HOURLY", "once a day at the most"),
        ("FREQ=MINUTELY", "FREQ=MINUTELY", "once a day at the most"),
        ("FREQ=SECONDLY", "FREQ=SECONDLY", "once a day at the most"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0", "from 1 to 400"),
        ("FREQ=WEEKLY;INTERVAL=-1", "INTERVAL=-1", "from 1 to 400"),
        ("FREQ=YEARLY;INTERVAL=99999999999", "INTERVAL=99999999999", "from 1 to 400"),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=0", "BYSETPOS=0", "from 1 to 366"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS=1", "picks from dates"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "no day of any"),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3", "BYSETPOS=3", "are not to pick"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20310101", "UNTIL=20310101", "with `COUNT` as well"),
        ("FREQ=WEEKLY;COUNT=1000000000", "COUNT=1000000000", "from 1 to 5000"),
        ("FREQ=WEEKLY;COUNT=0", "COUNT=0", "from 1 to 5000"),
        ("FREQ=WEEKLY;BYHOUR=9,21", "BYHOUR=9,21", "one hour"),
        ("FREQ=WEEKLY;BYHOUR=24", "BYHOUR=24", "from 0 to 23"),
        ("FREQ=WEEKLY;BYMINUTE=30", "BYMINUTE=30", "without its hour"),
        ("FREQ=WEEKLY;BYHOUR=9;BYMINUTE=60", "BYMINUTE=60", "from 0 to 59"),
        ("FREQ=WEEKLY;BYSECOND=30", "BYSECOND=30", "begin on the minute"),
        ("FREQ=WEEKLY;BYDAY=1WE", "BYDAY=1WE", "each weekday once"),
        ("FREQ=MONTHLY;BYDAY=0WE", "BYDAY=0WE", "two letters"),
        ("FREQ=MONTHLY;BYDAY=6MO", "BYDAY=6MO", "5 times at the most"),
        ("FREQ=YEARLY;BYDAY=54MO", "BYDAY=54MO", "53 times at the most"),
        ("FREQ=WEEKLY;BYDAY=", "BYDAY=", "two letters"),
        ("FREQ=WEEKLY;BYDAY=MO,,TU", "BYDAY=MO,,TU", "two letters"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0", "from 1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32", "from 1 to 31"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY=1", "no days of the month"),
        ("FREQ=MONTHLY;BYMONTH=13;BYMONTHDAY=1", "BYMONTH=13", "from 1 to 12"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "BYMONTHDAY=31", "no month of the rule"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30,31", "BYMONTHDAY=30,31", "no month of the rule"),
        ("FREQ=WEEKLY;FREQ=DAILY", "FREQ=DAILY", "twice"),
        ("DTSTART=20310108T210000;FREQ=DAILY", "DTSTART=20310108T210000", "beside the rule"),
        ("FREQ=DAILY;EXDATE=20310108", "EXDATE=20310108", "beside the rule"),
        ("FREQ=YEARLY;BYYEARDAY=100", "BYYEARDAY=100", "do not count the days"),
        ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO=20", "number the weeks"),
        ("FREQ=DAILY;UNTIL=20310625T010000Z", "UNTIL=20310625T010000Z", "another day in another"),
        ("FREQ=DAILY;UNTIL=20310231", "UNTIL=20310231", "no such day"),
        ("FREQ=DAILY;UNTIL=99999999", "UNTIL=99999999", "no such day"),
        ("FREQ=DAILY;WKST=XX", "WKST=XX", "one weekday"),
        ("FREQ=WEEKLY;INTERVAL=\u0663", "\u0663", "plain letters"),
        ("every Wednesday", "every Wednesday", "no part of a rule"),
        (";;;", ";;;", "does not say how often"),
    ],
)
def test_each_fault_of_a_rule_is_told_at_its_part(rule: str, part: str, why: str):
    """A wrong rule gives a fault where it is wrong, with a reason and with something to do."""
    rhythm, faults = examine_rule(rule)
    assert rhythm is None
    (fault,) = faults
    assert part == rule[fault.start : fault.start + fault.length]
    assert why in fault.why
    assert fault.how


def test_all_faults_of_a_rule_are_told_at_once():
    """Whoever mends the rule needs one run."""
    _, faults = examine_rule("FREQ=HOURLY;INTERVAL=0;BYDAY=XX")
    assert [0, 12, 23] == [fault.start for fault in faults]


@pytest.mark.parametrize(
    ("quote", "column"), [("", 30), ('"', 31), ("'", 31)], ids=["plain", "double", "single"]
)
def test_a_fault_is_told_at_the_column_of_its_part(quote: str, column: int):
    """The place is that of the part, not of the whole rule, however it is quoted."""
    rule = f"{quote}FREQ=MONTHLY;BYDAY=SA;BYSETPOS=0{quote}"
    text = f"title: River\nrrule: {rule}\nfrom: 2031-01-08\nshare: public\n"
    (fault,) = problems(SERIES, text)
    assert ("F245", 2, column, 10) == (fault.code, *fault.place[1:4])


def test_a_part_that_is_almost_known_is_named():
    """A slip in the name of a part gets the name that is meant."""
    text = "title: River\nrrule: FREQ=DAILY;BYMONHT=3\nfrom: 2031-01-08\nshare: public\n"
    (fault,) = problems(SERIES, text)
    assert "did you mean `BYMONTH`" in fault.message


@pytest.mark.parametrize("part", ["COUNT=10", "UNTIL=20310312"])
def test_a_series_ends_once(part: str):
    """A rule that ends and an `until` beside it are two answers."""
    text = (
        f"title: River\nrrule: FREQ=DAILY;{part}\nfrom: 2031-01-08\nuntil: 2031-06\nshare: public\n"
    )
    assert [("F246", 2)] == [(fault.code, fault.place.line) for fault in problems(SERIES, text)]


def test_words_and_rule_are_one_value():
    """The same habit in words and as a rule is the same rhythm."""
    words = read_words("every 2 weeks on Thursday at 21:00")
    assert words == read_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;BYHOUR=21")


WORDS = st.sampled_from(
    "FREQ= INTERVAL= BYDAY= BYMONTHDAY= BYMONTH= BYSETPOS= BYHOUR= UNTIL= COUNT= WKST= DAILY WEEKLY YEARLY"
    " MO 5SU -1 0 13 31 99999999 20310230 ; , = : RRULE: DTSTART \u00df \u0130".split()
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map("".join)))
def test_every_text_is_a_rule_or_has_faults_at_its_parts(text: str):
    """Whatever stands there is read or refused, and every fault lies inside of it and says what to do."""
    rhythm, faults = examine_rule(text)
    assert (rhythm is None) == bool(faults)
    for fault in faults:
        assert 0 <= fault.start <= fault.start + fault.length <= len(text)
        assert fault.why
        assert fault.how
    if rhythm is not None:
        assert rhythm == read_rule(rule_text(rhythm))
