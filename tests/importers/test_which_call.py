"""The call that somebody means is found by id, by address, or by date and title, and never guessed."""

import pytest

from generator.importers.which_call import Found, Known, find

OPEN = Known("2031-03-05-river-open-call", "River Assembly open call", ("2031-03-05", "2031-03-04"))
PLAN = Known("2031-03-05-planning", "Planning", ("2031-03-05",), ("2031-03-05-plans",))
CALLS = (OPEN, PLAN)
SERIES = (Known("river-open-call", "River Assembly open call"), Known("planning", "Planning"))


@pytest.mark.parametrize(
    "said",
    [
        "2031-03-05-river-open-call",
        "https://calls.example/river/calls/2031-03-05-river-open-call.html",
        "see https://calls.example/calls/2031-03-05-river-open-call.html#notes",
        "2031-03-05 River Assembly open call",
        "the River open call, 2031-03-05",
        "2031-03-04 River Assembly open call",
    ],
)
def test_ways_to_say_a_call(said):
    """Id, address, date with title, and the date it was moved from all lead to the call."""
    assert Found(call=OPEN.id) == find(said, CALLS, SERIES)


def test_an_earlier_id_leads_to_the_call():
    """A call that was renamed is found by its earlier id."""
    assert Found(call=PLAN.id) == find("2031-03-05-plans", CALLS, SERIES)


def test_an_occurrence_without_a_record():
    """A series and a date on which nothing is recorded stand for an occurrence."""
    assert Found(series="planning", date="2031-03-12") == find("2031-03-12 Planning", CALLS, SERIES)


def test_two_calls_on_one_day_are_not_guessed_between():
    """A date alone means neither of two calls; both are near."""
    assert Found(near=(OPEN.id, PLAN.id)) == find("2031-03-05", CALLS, SERIES)


@pytest.mark.parametrize(
    "said",
    ["", "March", "2031-03-05 kitchen", "2031-03-12", "2031-03-12 kitchen", "2031-13-45 Planning"],
)
def test_what_cannot_be_told_is_not_found(said):
    """Nothing is taken where date or title do not fit."""
    found = find(said, CALLS, SERIES)
    assert ("", "") == (found.call, found.series)


def test_near_calls_share_words_or_the_month():
    """Of calls that are not the one that was said, those that share most with it are named first."""
    assert (PLAN.id, OPEN.id) == find("planning in 2031-03", CALLS, ()).near
    assert () == find("kitchen", CALLS, ()).near
