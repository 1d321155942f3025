"""Calls over time: the drawing and the table beside it tell the same, and nothing falls out of either."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.privacy.public import LooseDate, NotesState, Status
from generator.render.states import NOTES
from generator.render.timeline import MOST_MONTHS, ORDER, timeline_of, year_timeline
from generator.render.timeline_drawing import drawn_timeline
from tests.render.every_page import pages
from tests.render.made_archive import WITHHELD, archive_with, call_with
from tests.render.page_reading import Reading


def on(*dates: tuple[int, ...]) -> list:
    """Give calls on these days, each known as far as it says."""
    return [
        call_with(id=f"2031-{n}", date=LooseDate(*date), notes_state=ORDER[n % len(ORDER)])
        for n, date in enumerate(dates)
    ]


def test_every_state_has_its_place_in_a_bar():
    """No state of notes is left out of the bars, and none stands twice."""
    assert set(NotesState) == set(ORDER) == set(NOTES)
    assert len(NotesState) == len(ORDER)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(2005, 2030), st.integers(1, 12)) | st.tuples(st.integers(2005, 2030)),
        min_size=1,
        max_size=30,
    )
)
def test_every_call_is_in_one_bar_or_apart(dates):
    """Bars and what stands apart add up to all calls, and the bars make a span without holes."""
    found = timeline_of(on(*dates))
    assert len(dates) == sum(bar.total for bar in (*found.bars, *found.apart))
    steps = [bar.year * 12 + bar.month for bar in found.bars]
    assert {1 if found.by_month else 12} >= {b - a for a, b in itertools.pairwise(steps)}


def test_a_long_span_is_drawn_by_year():
    """More than four years are told by year."""
    near = timeline_of(on((2031, 1, 1), (2034, 12, 1)))
    far = timeline_of(on((2031, 1, 1), (2035, 1, 1)))
    assert (True, MOST_MONTHS) == (near.by_month, len(near.bars))
    assert (False, 5) == (far.by_month, len(far.bars))


def test_months_without_calls_are_shown():
    """A month without calls inside the span has its row, and several together have one."""
    drawn = drawn_timeline(timeline_of(on((2031, 1), (2031, 3), (2031, 6))), "index.html")
    assert drawn is not None
    assert [
        "January 2031",
        "February 2031",
        "March 2031",
        "April 2031 to May 2031",
        "June 2031",
    ] == [row.period for row in drawn.rows]
    assert "no call on record" == drawn.rows[1].states


def test_rows_lead_to_their_months():
    """Each month leads to its place in the list of its year, as seen from the page."""
    drawn = drawn_timeline(timeline_of(on((2031, 1), (2032,))), "statistics/index.html")
    assert drawn is not None
    assert ["../calls/2031.html#month-01", "../calls/2032.html#month-not-known"] == [
        row.href for row in drawn.rows
    ]


def test_calls_of_a_year_only_stand_apart():
    """A call known to the year only is in no bar, and a sentence says so."""
    drawn = drawn_timeline(timeline_of(on((2031, 1), (2031,))), "index.html")
    assert drawn is not None
    assert ("1 call is known to the year only and stands in no bar.",) == drawn.says
    assert "2031, month not known" == drawn.rows[-1].period


@pytest.mark.parametrize("status", [Status.ANNOUNCED, Status.CANCELLED, Status.SCHEDULED])
def test_calls_that_were_not_seen_to_be_held_are_told(status):
    """Bars hold what was only announced too, and a sentence says how many; nothing is said of a withheld call."""
    held, other = on((2031, 1), (2031, 2))
    drawn = drawn_timeline(timeline_of([held, replace(other, status=status), WITHHELD]), "i.html")
    assert drawn is not None
    assert ("1 of these calls is not known to have been held.",) == drawn.says


def test_parts_of_a_bar_fill_its_height():
    """The parts of the highest bar reach from the line of zero to the top, one above the other."""
    calls = on(*[(2031, 5, 1)] * len(ORDER))
    drawn = drawn_timeline(timeline_of(calls), "index.html")
    assert drawn is not None
    tops = [float(part.y.rstrip("%")) for part in drawn.parts]
    heights = [float(part.height.rstrip("%")) for part in drawn.parts]
    assert [90, 80, 70, 60, 50, 40, 30, 20, 10, 0] == tops
    assert {10.0} == set(heights)


def test_a_withheld_call_is_counted_by_its_day():
    """The bar of its month counts it as withheld and as nothing else."""
    (bar,) = timeline_of([WITHHELD]).bars
    assert {NotesState.WITHHELD: 1} == {
        state: number for state, number in zip(ORDER, bar.counts, strict=True) if number
    }


@pytest.mark.parametrize("number", [1, 12, 60, 400])
def test_labels_never_crowd(number):
    """However long the span is, at most six labels stand below it, and sixty bars above."""
    calls = on(*[(1600 + year, 1, 1) for year in range(number)])
    drawn = drawn_timeline(timeline_of(calls), "index.html")
    assert drawn is not None
    assert len(drawn.labels) <= 6
    assert len({part.x for part in drawn.parts}) <= 60


def test_a_year_has_its_twelve_months():
    """The timeline of one year begins with January and ends with December."""
    found = year_timeline(2031, on((2031, 5, 1), (2031,)))
    assert list(range(1, 13)) == [bar.month for bar in found.bars]
    assert 1 == sum(bar.total for bar in found.apart)


def test_nothing_is_drawn_of_nothing():
    """Without a month that is known there is no drawing."""
    assert drawn_timeline(timeline_of([]), "index.html") is None


def test_the_order_of_calls_changes_nothing():
    """The same calls make the same bars in any order."""
    calls = on((2031, 1), (2031, 3), (2031,), (2031, 2, 3))
    assert timeline_of(calls) == timeline_of(reversed(calls))
    assert timeline_of(calls) != timeline_of([replace(calls[0], date=LooseDate(2031, 4))])


def test_a_year_of_many_calls_is_drawn_in_its_list():
    """The list of a year with twelve calls has a drawing of its months that lead to them on the same page."""
    calls = on(*((2031, month, 1) for month in range(1, 13)), (2032, 1))
    made = pages(archive_with(*calls))
    assert "#month-03" in Reading(made["calls/2031.html"].body).links()["March 2031"]
    assert [] != Reading(made["calls/2031.html"].body).of_class("ia-timeline")
    assert [] == Reading(made["calls/2032.html"].body).of_class("ia-timeline")
