"""Every expected date of a recurring call has one state in the ledger, and the states add up."""

import datetime
from dataclasses import replace

import pytest

from generator.privacy.public import LooseDate, NotesState, Status
from generator.recurrence.words import read_words
from generator.render.ledger import ledger_of
from generator.render.ledger_rows import STATES, DateState, Kind, sum_of
from tests.render.ledger_archive import (
    LIVING,
    TODAY,
    WEEKLY,
    archive_of,
    call_on,
    ledger,
    loose,
    row_of,
    withheld_on,
)

WEEK = datetime.timedelta(days=7)
DAY = TODAY - 3 * WEEK
"""A Wednesday whose notes were due a week ago."""


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (1, DateState.TO_COME),
        (0, DateState.TO_COME),
        (-1, DateState.NOT_YET),
        (-14, DateState.NOT_YET),
        (-15, DateState.MISSING),
    ],
)
def test_a_date_without_a_record_goes_from_to_come_over_not_due_to_missing(days, state):
    """On the day itself a call is to come, notes are due fourteen days after it, and the next day they are missing."""
    day = datetime.date(2031, 2, 26)
    found = ledger(today=day - datetime.timedelta(days=days))
    assert state == row_of(found, day).state


@pytest.mark.parametrize(("days", "overdue"), [(0, 0), (14, 0), (15, 1), (114, 100)])
def test_days_overdue_count_from_the_day_on_which_notes_are_due(days, overdue):
    """Fifteen days after the date they are one day overdue."""
    day = datetime.date(2031, 2, 26)
    today = day + datetime.timedelta(days=days)
    assert overdue == row_of(ledger(today=today), day).overdue(today)


@pytest.mark.parametrize(
    ("notes", "state"),
    [
        (NotesState.MINUTES, DateState.MINUTES),
        (NotesState.DRAFT, DateState.DRAFT),
        (NotesState.SUMMARY, DateState.SUMMARY),
        (NotesState.WITHHELD, DateState.WITHHELD),
        (NotesState.NONE_TAKEN, DateState.NONE_TAKEN),
        (NotesState.ELSEWHERE, DateState.ELSEWHERE),
        (NotesState.MISSING, DateState.MISSING),
        (NotesState.UNKNOWN, DateState.UNKNOWN),
        (NotesState.NOT_YET, DateState.NOT_YET),
        (NotesState.NOT_EXPECTED, DateState.UNKNOWN),
    ],
)
def test_a_call_gives_its_date_the_state_of_its_notes(notes, state):
    """What was only announced is not known, and nobody is asked for it."""
    row = row_of(ledger(call_on(DAY, notes)), DAY)
    assert (state, f"{DAY}-river-open-call") == (row.state, row.call)


def test_a_cancelled_call_says_why():
    """Its date is cancelled and not missing, also when it is to come."""
    day = TODAY + WEEK
    call = call_on(day, NotesState.NOT_EXPECTED, status=Status.CANCELLED, reason="the line is down")
    row = row_of(ledger(call), day)
    assert (DateState.CANCELLED, "the line is down") == (row.state, row.reason)


@pytest.mark.parametrize("notes", [NotesState.NOT_YET, NotesState.UNKNOWN, NotesState.WITHHELD])
def test_a_scheduled_call_is_to_come(notes):
    """What its record says of minutes that cannot be there yet does not change that."""
    day = TODAY + WEEK
    assert (
        DateState.TO_COME == row_of(ledger(call_on(day, notes, status=Status.SCHEDULED)), day).state
    )


def test_a_moved_call_stays_on_the_date_that_the_rhythm_gave():
    """The row says to which day and hour it was moved, and the new day has no row."""
    moved = call_on(
        DAY + datetime.timedelta(days=1),
        moved_from=(datetime.datetime.combine(DAY, datetime.time(21)),),
        start=datetime.time(20),
    )
    found = ledger(moved)
    row = row_of(found, DAY)
    assert (moved.date, datetime.time(20), Kind.EXPECTED) == (row.moved_to, row.hour, row.kind)
    assert moved.date not in {one.date for one in found.rows[WEEKLY.id]}


def test_notes_of_a_moved_call_are_due_after_the_day_it_was_moved_to():
    """A call that was moved back by a week gets a week more."""
    moved = call_on(DAY + WEEK, NotesState.MISSING, occurrence=DAY)
    row = row_of(
        ledger(moved, call_on(DAY + WEEK, id="2031-02-26-other", occurrence=DAY + WEEK)), DAY
    )
    assert DAY + WEEK + datetime.timedelta(days=14) == row.due


def test_the_usual_hour_is_not_told_as_another():
    """Only an hour that differs stands in a row."""
    assert None is row_of(ledger(call_on(DAY)), DAY).hour


def test_extra_calls_are_counted_apart():
    """They are no expected dates, so that states still add up to the number expected."""
    extra = call_on(DAY + datetime.timedelta(days=2), extra=True)
    total = ledger(extra).total
    assert (16, 1, 0) == (total.expected, total.extra, total.outside)


@pytest.mark.parametrize(
    "date", [LooseDate(2031, 2, 21), LooseDate(2031, 2), LooseDate(2030, 12, 25), LooseDate(2031)]
)
def test_a_call_that_the_rhythm_does_not_lead_to_has_a_row_of_its_own(date):
    """Nothing of a series is left out of its list, and such a call stands for no expected date."""
    total = ledger(call_on(DAY, id=f"{date}-other", date=date)).total
    assert (16, 0, 1) == (total.expected, total.extra, total.outside)


def test_a_skipped_date_stands_apart_with_its_reason():
    """It is not expected, so that it cannot be missing."""
    row = row_of(ledger(), datetime.date(2031, 1, 22))
    assert (Kind.SKIPPED, "holiday", 1) == (row.kind, row.reason, ledger().total.skipped)


def test_a_withheld_call_that_names_its_series_stands_for_its_date():
    """Its date is withheld and not missing."""
    assert DateState.WITHHELD == row_of(ledger(withheld_on(DAY, WEEKLY.id)), DAY).state


def test_a_call_that_was_moved_keeps_its_date_from_a_withheld_call_of_that_day():
    """The public date of the withheld one need not be its own, and calendars keep the date for the moved one too."""
    earlier = call_on(DAY - datetime.timedelta(days=1), occurrence=DAY)
    withheld = withheld_on(DAY, WEEKLY.id)
    rows = [row for row in ledger(earlier, withheld).rows[WEEKLY.id] if row.date == loose(DAY)]
    assert {earlier.id: Kind.EXPECTED, withheld.id: Kind.OUTSIDE} == {
        row.call: row.kind for row in rows
    }


def test_a_withheld_call_of_no_series_makes_the_open_dates_of_its_day_unclear():
    """Nobody is asked for notes that may be withheld."""
    row = row_of(ledger(withheld_on(DAY)), DAY)
    assert (DateState.UNCLEAR, "", None) == (row.state, row.call, row.due)


def test_a_withheld_call_of_no_series_changes_nothing_of_a_date_with_a_record():
    """That record stands for the date."""
    assert DateState.MINUTES == row_of(ledger(withheld_on(DAY), call_on(DAY)), DAY).state


def test_a_withheld_call_of_no_series_changes_nothing_of_other_days():
    """Only the open dates of its own day are unclear."""
    assert 1 == ledger(withheld_on(DAY)).total.of(DateState.UNCLEAR)


def test_a_series_that_begins_tomorrow_has_only_dates_to_come():
    """Nothing of it is missing."""
    since = TODAY + datetime.timedelta(days=1)
    words = read_words("every day at 08:00")
    found = ledger(recurrence=words, since=LooseDate(2031, 3, since.day), skipped=())
    assert {DateState.TO_COME} == {row.state for row in found.rows[WEEKLY.id]}


def test_a_series_that_ended_yesterday_has_no_date_to_come():
    """Its last date is past, and its notes are not due yet."""
    words = read_words("every day at 08:00")
    found = ledger(recurrence=words, until=LooseDate(2031, 3, 11), skipped=())
    last = found.rows[WEEKLY.id][-1]
    assert (LooseDate(2031, 3, 11), DateState.NOT_YET) == (last.date, last.state)
    assert 0 == found.total.of(DateState.TO_COME)


def test_a_date_is_that_of_the_zone_of_the_series():
    """On Wednesday at nine it is still Tuesday in UTC, and the row and its place are those of Wednesday."""
    words = read_words("every week on Wednesday at 09:00")
    found = ledger(zone="Pacific/Auckland", recurrence=words)
    row = row_of(found, DAY)
    assert "series/river-open-call.html#on-2031-02-19" == row.place
    assert "Pacific/Auckland" == row.zone


def test_a_series_counts_for_each_of_its_groups():
    """One of no group is added up apart, so that nothing is lost."""
    both = replace(WEEKLY, groups=("river-planning", "river-assembly"))
    alone = replace(WEEKLY, id="other", groups=())
    found = ledger_of(archive_of(series=(both, alone)), LIVING)
    assert {"river-planning": 16, "river-assembly": 16} == {
        group: totals.expected for group, totals in found.groups.items()
    }
    assert (16, 32) == (found.apart.expected, found.total.expected)


def test_a_closed_archive_has_no_expected_dates_without_an_end():
    """Nobody said when it ended, so that no date of it is expected."""
    endless = archive_of(series=(replace(WEEKLY, until=None),))
    assert {} == dict(ledger_of(endless, replace(LIVING, state="closed")).rows)


def test_every_state_is_told_in_its_order():
    """Totals that are added up have the order of single ones."""
    one = ledger(call_on(DAY), withheld_on(DAY - WEEK)).total
    both = sum_of((one, one))
    assert [state for state, _ in one.states] == [state for state, _ in both.states]
    assert sorted(STATES.index(state) for state, _ in one.states) == [
        STATES.index(state) for state, _ in one.states
    ]
