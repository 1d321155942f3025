"""`check --since` warns when a published time changes and its count of changes does not, or goes down."""

from pathlib import Path

import pytest

from generator.since import check_since
from tests.history.river_repository import NAME, TODAY, River

CALL = """\
title: Mill Town call
date: 2031-05-19
start: 21:00
status: scheduled
share: public
"""
LATER = "calls/2031/2031-05-21-mill-town-call.yaml"
NAME = NAME.replace("2031-03-19", "2031-05-19")
SERIES = "calls/series/delta-call.yaml"
DELTA = """\
title: Delta call
repeats: every week on Monday at 21:00
from: 2031-01-06
share: public
"""
OF_DELTA = "calls/2031/2031-05-19-delta-call.yaml"
CLOSED = "calls/2031/2031-05-19-withheld-1.yaml"
WITHHELD = """\
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: safety
  decided_on: 2031-03-20
"""
CODES = ("T430", "T431", "T432", "T433", "T434")
RENAMED = CALL.replace("2031-05-19", "2031-05-21") + "aliases: [2031-05-19-mill-town-call]\n"
MOVED = "moved_from:\n  - 2031-05-19 21:00\n"


@pytest.fixture(autouse=True)
def outside_git(tmp_path, monkeypatch):
    """Keep git from looking above the folders of the tests."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def river(tmp_path: Path) -> River:
    """Give a repository in which a call was published."""
    found = River(tmp_path / "river")
    found.first = found.commit("A call", {NAME: CALL, SERIES: DELTA})
    return found


def warned(river, files, first=""):
    """Change files; give code and line of the warnings of this kind."""
    river.commit("Change", files)
    problems = check_since(str(river.root), first or river.first, TODAY).problems
    found = [fault for fault in problems if fault.code in CODES]
    return [(fault.code, fault.place.path, fault.place.line) for fault in found]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(CALL.replace("21:00", "20:00"), 3, id="another hour"),
        pytest.param(CALL + "zone: Europe/London\n", 3, id="another zone"),
    ],
)
def test_another_time_without_a_line_is_told(river, text, line):
    """Whoever has the call in a calendar knows it for another instant."""
    assert [("T430", NAME, line)] == warned(river, {NAME: text})


def test_line_that_says_it_is_enough(river):
    """A move that is counted needs no warning."""
    moved = CALL.replace("21:00", "20:00") + MOVED
    assert [] == warned(river, {NAME: moved})


def test_another_day_without_a_line_is_told(river):
    """A record that was renamed for its new day is found by its earlier name."""
    assert [("T430", LATER, 2)] == warned(river, {NAME: None, LATER: RENAMED})


def test_another_day_with_a_line_is_good(river):
    """Renamed, with the earlier name and the earlier time, everything is said."""
    assert [] == warned(river, {NAME: None, LATER: RENAMED + MOVED})


def test_one_move_does_not_say_the_next(river):
    """A call that is moved twice has two lines."""
    first = river.commit("Move", {NAME: CALL.replace("21:00", "20:00") + MOVED})
    again = CALL.replace("21:00", "19:00") + MOVED
    assert [("T430", NAME, 3)] == warned(river, {NAME: again}, first)


def test_hour_that_becomes_known_is_no_move(river):
    """Before, calendars showed the whole day."""
    first = river.commit("Unknown", {NAME: CALL.replace("start: 21:00\n", "")})
    assert [] == warned(river, {NAME: CALL}, first)


def test_date_of_a_rhythm_at_another_hour_is_told(river):
    """Before there was a record, calendars showed the date at the hour of its series."""
    other = "title: Delta call\nseries: delta-call\ndate: 2031-05-19\nstart: 20:00\nstatus: scheduled\nshare: public\n"
    assert [("T430", OF_DELTA, 4)] == warned(river, {OF_DELTA: other})


def test_date_of_a_rhythm_at_its_hour_is_good(river):
    """A record that changes no time needs no line."""
    same = "title: Delta call\nseries: delta-call\ndate: 2031-05-19\nstatus: scheduled\nshare: public\n"
    assert [] == warned(river, {OF_DELTA: same})


def test_restored_call_that_does_not_say_so_is_told(river):
    """Calendars keep the higher count, which is the cancelled one."""
    cancelled = CALL.replace("scheduled", "cancelled") + "reason: storm\n"
    first = river.commit("Cancel", {NAME: cancelled})
    assert [("T431", NAME, 4)] == warned(river, {NAME: CALL}, first)


def test_restored_call_that_says_so_is_good(river):
    """The count goes on."""
    cancelled = CALL.replace("scheduled", "cancelled") + "reason: storm\n"
    first = river.commit("Cancel", {NAME: cancelled})
    assert [] == warned(river, {NAME: CALL + "restored: 1\n"}, first)


def test_line_taken_out_is_told(river):
    """A call that was moved back keeps the line of its first move."""
    first = river.commit("Move", {NAME: CALL.replace("21:00", "20:00") + MOVED})
    assert [("T431", NAME, 4)] == warned(river, {NAME: CALL}, first)


def test_line_with_another_hour_than_was_published_is_told(river):
    """Whoever had the call in a calendar would read that it was moved from an hour they never saw."""
    wrong = CALL.replace("21:00", "19:00") + MOVED.replace("21:00", "20:00")
    assert [("T434", NAME, 7)] == warned(river, {NAME: wrong})


def test_expected_date_moved_from_another_hour_is_told(river):
    """Before there was a record, calendars showed the hour of the series."""
    moved = (
        "title: Delta call\nseries: delta-call\ndate: 2031-05-20\nstart: 20:00\nstatus: scheduled\nshare: public\n"
        "moved_from:\n  - 2031-05-19 19:00\n"
    )
    later = OF_DELTA.replace("05-19", "05-20")
    assert [("T434", later, 8)] == warned(river, {later: moved})


def test_new_name_without_the_earlier_one_is_told(river):
    """A record that was renamed and says from when it was moved has still lost its address."""
    renamed = RENAMED.replace("aliases: [2031-05-19-mill-town-call]\n", MOVED)
    assert [("T433", LATER, 2)] == warned(river, {NAME: None, LATER: renamed})


def test_date_and_name_changed_and_nothing_said_is_told(river):
    """The only new call of the title of the only one that is gone is the same call."""
    renamed = RENAMED.replace("aliases: [2031-05-19-mill-town-call]\n", "")
    found = warned(river, {NAME: None, LATER: renamed})
    assert {("T430", LATER, 2), ("T433", LATER, 2)} == set(found)


def test_call_that_is_gone_beside_a_new_one_of_another_title_is_not_told(river):
    """Two calls that have nothing in common are two calls."""
    other = RENAMED.replace("aliases: [2031-05-19-mill-town-call]\n", "").replace("Mill", "Hill")
    assert [] == warned(river, {NAME: None, LATER: other})


@pytest.mark.parametrize(
    ("old", "new"),
    [("21:00", "20:00"), ("Monday", "Tuesday"), ("every week", "every 2 weeks")],
)
def test_rhythm_that_changes_the_past_is_told(river, old, new):
    """Dates that are past would have been at another time, or not at all."""
    assert [("T432", SERIES, 2)] == warned(river, {SERIES: DELTA.replace(old, new)})


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("until: 2031-05-26\n", id="it ends"),
        pytest.param("until: 2031-02-03\n", id="it had ended"),
        pytest.param("skip:\n  - on: 2031-01-13\n    reason: storm\n", id="a skip"),
        pytest.param("purpose: News.\n", id="other words"),
        pytest.param("evidence: pattern-only\n", id="only the habit is known"),
    ],
)
def test_change_that_leaves_the_rhythm_is_not_told(river, more):
    """What ends, skips or describes a series gives no past date another hour."""
    assert [] == warned(river, {SERIES: DELTA + more})


def test_rhythm_may_change_where_no_date_is_past(river):
    """A series that begins later is changed freely."""
    late = DELTA.replace("2031-01-06", "2031-06-02")
    first = river.commit("Later", {SERIES: late})
    assert [] == warned(river, {SERIES: late.replace("21:00", "20:00")}, first)


def test_past_record_with_its_own_hour_may_see_the_rhythm_change(river):
    """Where every past call says its own hour, the hour of the series may change in place."""
    begun = DELTA.replace("2031-01-06", "2031-05-19")
    record = "title: Delta call\nseries: delta-call\ndate: {}\nstart: 21:00\nstatus: held\nshare: public\n"
    days = ("2031-05-19", "2031-05-26")
    files = {f"calls/2031/{day}-delta-call.yaml": record.format(day) for day in days}
    first = river.commit("Records", {SERIES: begun, **files})
    assert [] == warned(river, {SERIES: begun.replace("at 21:00", "at 20:00")}, first)


def test_withheld_time_is_not_told(river):
    """Of a call that is withheld before or after nothing is compared."""
    first = river.commit("Withheld", {CLOSED: CALL.replace("share: public\n", WITHHELD)})
    moved = CALL.replace("21:00", "20:00")
    assert [] == warned(river, {CLOSED: moved.replace("share: public\n", WITHHELD)}, first)
    assert [] == warned(river, {CLOSED: moved}, first)


def test_time_of_a_partly_withheld_call_is_not_quoted(river):
    """Where the notes are withheld the warning comes without the times."""
    river.commit("Change", {NAME: CALL.replace("share: public", "share: withheld for safety")})
    moved = CALL.replace("share: public", "share: withheld for safety").replace("21:00", "20:00")
    river.commit("Change", {NAME: moved})
    problems = check_since(str(river.root), river.first, TODAY).problems
    (fault,) = [one for one in problems if one.code == "T430"]
    assert not {"20:00", "21:00"} & set(f"{fault.message} {fault.help}".replace("`", " ").split())


def test_untouched_calls_are_not_told(river):
    """A change of another file says nothing of this call."""
    assert [] == warned(river, {"content/about/more.md": "# More\n\nWords.\n"})


def test_message_says_what_to_write(river):
    """The help line is the very line of the record, by the clock of the call."""
    river.commit("Change", {NAME: CALL.replace("21:00", "20:00")})
    problems = check_since(str(river.root), river.first, TODAY).problems
    (fault,) = [one for one in problems if one.code == "T430"]
    assert "write `- 2031-05-19 21:00` as the last line of `moved_from`" in fault.help


def test_series_that_changes_beside_a_call_that_is_withheld_tells_nothing_of_that_day(river):
    """The day of the withheld call is public, and of which series it is must not be told by what else changes."""
    own = OF_DELTA.replace("2031-05-19", "2031-03-11")
    closed = CLOSED.replace("2031-05-19", "2031-03-11")
    text = CALL.replace("2031-05-19", "2031-03-11").replace("scheduled", "held")
    moved = text + "series: delta-call\nmoved_from:\n  - 2031-03-10 21:00\n"
    before = river.commit("Moved", {own: moved})
    reason = DELTA + "purpose: News.\n"
    withheld = {own: None, closed: "date: 2031-03-11\n" + WITHHELD, SERIES: reason}
    assert [] == warned(river, withheld, before)


def test_new_call_beside_one_that_is_withheld_is_not_laid_beside_it(river):
    """That its title is the same says nothing, and the name of the withheld one is not told."""
    other = RENAMED.replace("aliases: [2031-05-19-mill-town-call]\n", "")
    closed = "date: 2031-05-19\n" + WITHHELD
    assert [] == warned(river, {NAME: None, CLOSED: closed, LATER: other})
