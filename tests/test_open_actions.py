"""Open actions: what a series took on and has not closed."""

import pytest

from generator.model.minutes import Mark, MarkKind
from generator.open_actions import MOST, open_before

WRITE = Mark(MarkKind.ACTION, "outreach: write the explainer", "action-write", 5)
SHOWN = "outreach: write the explainer (taken on 2031-03-05, #action-write)"
FIRST = ("river", "2031-03-05", (WRITE,))


def last(*calls, series="river"):
    """Give what is open after some calls."""
    return tuple(open_before([*calls, (series, "2031-04-02", ())]))[-1]


def test_an_action_stays_open_for_the_calls_after_it():
    """The call that took it on does not carry it over, all later ones do."""
    assert ((), (SHOWN,), (SHOWN,)) == tuple(
        open_before([FIRST, ("river", "2031-03-12", ()), ("river", "2031-03-19", ())])
    )


@pytest.mark.parametrize(
    ("text", "note"),
    [("the explainer is written, closes #action-write", ""), ("written", "closes #action-write")],
)
def test_a_later_mark_closes_it_by_its_name(text, note):
    """Whether the name stands among the words or behind the outcome."""
    done = Mark(MarkKind.OUTCOME, text, "outcome-written", 7, "reported", False, note)
    assert () == last(FIRST, ("river", "2031-03-12", (done,)))


def test_another_name_closes_nothing():
    """A longer name is another action."""
    done = Mark(MarkKind.OUTCOME, "closes #action-write-more", "outcome-x", 7)
    assert (SHOWN,) == last(FIRST, ("river", "2031-03-12", (done,)))


def test_another_series_and_no_series_carry_nothing_over():
    """Actions belong to the series that took them on."""
    assert () == last(FIRST, series="mill")
    assert () == last(("", "2031-03-05", (WRITE,)), series="")


def test_other_marks_are_no_actions():
    """A decision is done when it is taken."""
    decision = Mark(MarkKind.DECISION, "hold it", "decision-hold-it", 3, "consensus", True)
    assert () == last(("river", "2031-03-05", (decision,)))


def test_the_latest_are_carried_over_oldest_first():
    """A list that nobody closes does not grow without end."""
    marks = tuple(Mark(MarkKind.ACTION, f"task {n}", f"action-{n}", n) for n in range(MOST + 5))
    found = last(("river", "2031-03-05", marks))
    assert (MOST, "task 5", f"task {MOST + 4}") == (
        len(found), found[0].partition(" (")[0], found[-1].partition(" (")[0]
    )  # fmt: skip
