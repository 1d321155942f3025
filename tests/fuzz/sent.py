"""Fuzz targets for what people send and say: issue forms, rhythms in words, and rules of recurrence."""

import datetime
import functools
from itertools import islice

from generator.drafting.desk import Desk, open_desk
from generator.drafting.received import receive
from generator.drafts.tidying import lines_of, tidy
from generator.load.likely import likely_time
from generator.load.rhythms import rhythm_near, rhythms_meant, without_zone
from generator.problems.report.as_text import report_text
from generator.recurrence.dates import dates
from generator.recurrence.rule import examine_rule, read_rule, rule_text
from generator.recurrence.words import read_words
from tests.fuzz.records import unprintable
from tests.site_archives import GOOD, SITES

_FIRST, _LAST = datetime.date(2031, 1, 1), datetime.date(2032, 12, 31)


@functools.cache
def desk() -> Desk:
    """Give a small archive, opened to lay drafts beside it."""
    return open_desk(SITES / "recurrence" / "archive", GOOD["recurrence"])


def form(data: bytes) -> None:
    """Take any text as an issue that was sent: a draft that every check lets pass, or reasons at lines of it."""
    text = data.decode("utf-8", "replace")
    tidied = tidy(text)
    assert tidied.text == tidy(tidied.text).text
    last = len(lines_of(text))
    assert all(1 <= line <= last for line in tidied.lines)
    got = receive(desk(), text, "issue.md", "2031-01-08-weekly", "notes")
    assert got.draft or got.problems or got.objections
    assert all(1 <= one.line <= last for one in got.objections)
    for fault in got.problems:
        if fault.place.path == "issue.md":
            assert 1 <= fault.place.line <= last
    lines = lines_of(text)
    assert [] == unprintable(report_text(got.problems, lambda name: lines, 1, ""))
    if got.draft:
        assert [] == unprintable(got.draft.path)


def rhythm(data: bytes) -> None:
    """Take any text for a rhythm in words: what is proposed for it can be read, and dates come in order."""
    text = data.decode("utf-8", "replace")
    for meant in rhythms_meant(text):
        assert read_words(meant), meant
    near = rhythm_near(text)
    assert all(read_words(one) for one in near.split("` or `") if near), near
    bare, zone = without_zone(text)
    assert (bare == text) == (not zone)
    likely_time(text)
    found = read_words(text)
    if found:
        in_order(list(islice(dates(found, _FIRST, _LAST), 1000)))


def rule(data: bytes) -> None:
    """Take any text for a rule: it is one that is written alike again, or its faults have places in it."""
    text = data.decode("utf-8", "replace")
    found, faults = examine_rule(text)
    assert found is None or not faults
    assert found is not None or faults
    assert found == read_rule(text)
    for fault in faults:
        assert 0 <= fault.start <= len(text)
        assert 0 <= fault.length <= len(text) - fault.start
    if found:
        assert found == read_rule(rule_text(found))
        in_order(list(islice(dates(found, _FIRST, _LAST), 1000)))


def in_order(found: list[datetime.date]) -> None:
    """Look whether dates come once each, in order, and none before the first or after the last."""
    assert sorted(set(found)) == found
    assert all(_FIRST <= day <= _LAST for day in found)
