"""Tests of what is asked of recurring calls: where each problem is told, and what is left alone."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import examine
from generator.privacy import gate
from generator.problems import Problem
from generator.render.occurrences import calls_by_own_date
from tests.problems.river_archive import RIVER_ARCHIVE, TODAY

Write = Callable[[Mapping[str, str]], Path]
SERIES = "calls/series/river-open-call.yaml"
WEEKLY = RIVER_ARCHIVE[SERIES]
NIGHTLY = (
    "title: Night call\nrepeats: every week on Sunday at {}\nfrom: 2031-01-12\nshare: public\n"
)
NIGHT = "calls/series/night-call.yaml"
QUIET = "date: {}\nshare:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n  reason: safety\n"
SKIP = "skip:\n  - on: {}\n    reason: holiday\n"


def call(
    day: str, *lines: str, series: str = "river-open-call", name: str = "call"
) -> dict[str, str]:
    """Give the file of a call of a series; it was held or is to come."""
    status = "held" if day < str(TODAY) else "scheduled"
    top = f"title: River\nseries: {series}\ndate: {day}\n"
    has_status = any(line.startswith("status:") for line in lines)
    rest = "".join(
        f"{line}\n" for line in (*lines, *(() if has_status else (f"status: {status}",)))
    )
    return {f"calls/{day[:4]}/{day}-{name}.yaml": f"{top}{rest}share: public\n"}


def found(root: Path) -> list[Problem]:
    """Give what is said of recurring calls."""
    return [one for one in examine(root, TODAY).problems if "T411" <= one.code <= "T422"]


def told(root: Path) -> list[tuple[str, str, int]]:
    return [(one.code, one.place.path, one.place.line) for one in found(root)]


def test_calls_that_follow_their_rhythm_are_left_alone(archive_at: Write):
    """A held call, one to come, one that was moved, an extra one and a skip are all right together."""
    files = {SERIES: WEEKLY + SKIP.format("2031-04-02")} | call("2031-03-26")
    files |= call("2031-06-04", "start: 21:00") | call("2031-04-04", "extra: true")
    files |= call("2031-04-10", "start: 20:00", "moved_from: [2031-04-09 21:00]")
    assert [] == found(archive_at(RIVER_ARCHIVE | files))


def test_a_skip_of_nothing_names_the_dates_around_it(archive_at: Write):
    """The place is the date, and the message has the dates before and after."""
    (fault,) = found(archive_at(RIVER_ARCHIVE | {SERIES: WEEKLY + SKIP.format("2031-04-03")}))
    assert ("T411", SERIES, 7, 9, 10) == (fault.code, *fault.place)
    assert fault.message.endswith("around it are 2031-04-02 and 2031-04-09")


def test_a_skip_after_the_end_names_the_end(archive_at: Write):
    """Whoever ends a series early reads why its later skips hit nothing."""
    text = WEEKLY + "until: 2031-03-26\n" + SKIP.format("2031-04-02")
    (fault,) = found(archive_at(RIVER_ARCHIVE | {SERIES: text}))
    assert fault.message.endswith("none of the dates of the series, for it ends on 2031-03-26")


@pytest.mark.parametrize(
    ("line", "codes"), [("status: cancelled", []), ("status: scheduled", ["T409"])]
)
def test_a_cancelled_call_may_lie_behind_the_end(line: str, codes: list[str], archive_at: Write):
    """A series that ends early leaves the calls that were announced, and those are cancelled and not taken out."""
    reason = ("reason: the group is done",) if "cancelled" in line else ()
    files = {SERIES: WEEKLY + "until: 2031-06-25\n"} | call("2031-07-02", line, *reason)
    problems = examine(archive_at(RIVER_ARCHIVE | files), TODAY).problems
    assert codes == [one.code for one in problems if one.code == "T409"]


def test_a_skip_before_the_beginning_has_one_nearest_date(archive_at: Write):
    """There is none before it."""
    (fault,) = found(archive_at(RIVER_ARCHIVE | {SERIES: WEEKLY + SKIP.format("2031-01-01")}))
    assert fault.message.endswith("the nearest is 2031-01-08")


@pytest.mark.parametrize(
    "line", ["", "status: cancelled\nreason: holiday", "moved_from: [2031-04-02 21:00]"]
)
def test_a_skip_of_a_date_with_a_record_is_told_at_the_skip(line: str, archive_at: Write):
    """Whether it was held, cancelled or moved: the record is the better place to say so."""
    day = "2031-04-03" if "moved" in line else "2031-04-02"
    files = {SERIES: WEEKLY + SKIP.format("2031-04-02")} | call(day, *line.splitlines())
    (fault,) = found(archive_at(RIVER_ARCHIVE | files))
    assert ("T413", SERIES, 7) == (fault.code, *fault.place[:2])
    assert [f"calls/2031/{day}-call.yaml"] == [place.path for place, _ in fault.notes]


def test_an_extra_call_may_stand_on_a_skipped_date(archive_at: Write):
    """The usual call is skipped, and another one is held on that day."""
    files = {SERIES: WEEKLY + SKIP.format("2031-04-02")} | call("2031-04-02", "extra: true")
    assert [] == found(archive_at(RIVER_ARCHIVE | files))


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ((), "T415", 3),
        (("occurrence: 2031-04-03",), "T414", 4),
        (("start: 20:00", "moved_from: [2031-04-01 21:00]"), "T414", 5),
        (("extra: true",), "", 0),
        (("start: 20:00", "moved_from: [2031-04-01 21:00]", "extra: true"), "", 0),
        (("occurrence: 2031-04-02",), "", 0),
    ],
)
def test_a_call_stands_for_a_date_of_its_series(
    lines: tuple[str, ...], code: str, line: int, archive_at: Write
):
    """What it stands for is told where that is written, and a call that is extra stands for none."""
    path = "calls/2031/2031-04-03-call.yaml"
    expected = [(code, path, line)] if code else []
    assert expected == told(archive_at(RIVER_ARCHIVE | call("2031-04-03", *lines)))


def test_a_wrong_date_gets_three_ways_to_mend_it(archive_at: Write):
    """The nearest date stands in the message, and the move is written out."""
    (fault,) = found(archive_at(RIVER_ARCHIVE | call("2031-04-03")))
    assert "2031-04-02 and 2031-04-09" in fault.message
    assert "`- 2031-04-02 21:00`" in fault.help
    assert "correct the date" in fault.help
    assert "`extra: true`" in fault.help


def test_a_wrong_weekday_is_told_once(archive_at: Write):
    """Where most calls are on none of its dates, the series is told and not each of them."""
    days = ("01-09", "01-16", "01-23", "01-30", "02-06", "02-13", "02-20")
    files: dict[str, str] = {}
    for day in days:
        files |= call(f"2031-{day}")
    (fault,) = found(archive_at(RIVER_ARCHIVE | files))
    assert ("T417", SERIES, 2) == (fault.code, *fault.place[:2])
    assert "7 of its 9 calls" in fault.message


def test_an_extra_call_without_a_series_is_refused(archive_at: Write):
    """There is nothing that it could be extra to."""
    files = call("2031-04-03", "extra: true")
    bare = {path: text.replace("series: river-open-call\n", "") for path, text in files.items()}
    faults = examine(archive_at(RIVER_ARCHIVE | bare), TODAY).problems
    assert ["F219"] == [one.code for one in faults if one.is_error]


@pytest.mark.parametrize(("line", "codes"), [("extra: true", []), ("mode: phone", ["T409"])])
def test_an_extra_call_may_lie_before_the_beginning(line: str, codes: list[str], archive_at: Write):
    """A first meeting, or a farewell, belongs to the series although its rhythm had not begun or had ended."""
    problems = examine(archive_at(RIVER_ARCHIVE | call("2031-01-02", line)), TODAY).problems
    assert codes == [one.code for one in problems if one.code.startswith("T4")]


def test_a_beginning_beside_the_rhythm_names_the_first_date(archive_at: Write):
    """The message has the date to write."""
    (fault,) = found(archive_at(RIVER_ARCHIVE | {SERIES: WEEKLY.replace("01-08", "01-06")}))
    assert ("T418", SERIES, 3) == (fault.code, *fault.place[:2])
    assert "the first of them is 2031-01-08" in fault.message


def test_a_series_that_is_far_ahead_has_no_dates_yet(archive_at: Write):
    """Its first date lies beyond the horizon, which is no fault."""
    files = {SERIES: WEEKLY.replace("2031-01-08", "2041-01-02")}
    assert [] == found(archive_at(RIVER_ARCHIVE | files))


def test_a_rhythm_between_two_of_its_dates_is_told(archive_at: Write):
    """It begins and ends between them."""
    lines = "until: 2031-01-14\n"
    files = {SERIES: WEEKLY.replace("01-08", "01-09") + lines}
    assert [("T419", SERIES, 2)] == told(archive_at(RIVER_ARCHIVE | files))


def test_all_bad_hours_of_a_series_are_one_problem(archive_at: Write):
    """Both springs up to the horizon are named, with both readings."""
    (fault,) = found(archive_at(RIVER_ARCHIVE | {NIGHT: NIGHTLY.format("02:30")}))
    assert ("T420", NIGHT, 2) == (fault.code, *fault.place[:2])
    assert "2031-03-09, 2032-03-14" in fault.message
    assert "`start: 01:30` or `start: 03:30`" in fault.help


@pytest.mark.parametrize(
    "lines",
    [
        ("start: 03:30",),
        ("status: cancelled", "reason: the clocks change"),
        ("start: 20:00", "moved_from: [2031-03-08 21:00]", "occurrence: 2031-03-09"),
    ],
    ids=["hour", "cancelled", "moved"],
)
def test_a_record_answers_for_its_date(lines: tuple[str, ...], archive_at: Write):
    """A date that has an hour of its own, is cancelled or was moved is not asked for the rhythm's."""
    files = {NIGHT: NIGHTLY.format("02:30") + "until: 2031-12-28\n"}
    files |= call("2031-03-09", *lines, series="night-call")
    examined = examine(archive_at(RIVER_ARCHIVE | files), TODAY)
    assert [] == [one for one in examined.problems if one.is_error]


def test_a_record_without_an_hour_does_not_answer(archive_at: Write):
    """It would take the hour that does not exist."""
    files = {NIGHT: NIGHTLY.format("02:30") + "until: 2031-12-28\n"}
    files |= call("2031-03-09", series="night-call")
    assert [("T420", NIGHT, 2)] == told(archive_at(RIVER_ARCHIVE | files))


@pytest.mark.parametrize("clock", ["15:30", "16:30"])
def test_a_fold_is_mended_as_the_help_says(clock: str, archive_at: Write):
    """In Sydney both readings lie on the day before in UTC, and what the help says is taken without a word."""
    text = NIGHTLY.format("02:30").replace("title", "zone: Australia/Sydney\ntitle")
    files = {NIGHT: text.replace("01-12", "02-02") + "until: 2031-09\n"}
    (fault,) = found(archive_at(RIVER_ARCHIVE | files))
    said = f"`date: 2031-04-05`, `occurrence: 2031-04-06`, `zone: Etc/UTC` and `start: {clock}`"
    assert ("T421", True) == (fault.code, said in fault.help)
    lines = ("occurrence: 2031-04-06", "zone: Etc/UTC", f"start: {clock}")
    files |= call("2031-04-05", *lines, series="night-call")
    root = archive_at(RIVER_ARCHIVE | files)
    assert [] == [one for one in examine(root, TODAY).problems if one.is_error]


def test_two_moves_onto_one_hour_are_refused(archive_at: Write):
    """They are two events at one time."""
    moved = {"a": "2031-04-02", "b": "2031-04-09"}
    files: dict[str, str] = {}
    for name, day in moved.items():
        lines = ("start: 20:00", f"moved_from: [{day} 21:00]")
        files |= call("2031-04-05", *lines, name=name)
    assert [("T422", "calls/2031/2031-04-05-b.yaml", 4)] == told(archive_at(RIVER_ARCHIVE | files))


def test_a_move_onto_another_date_of_the_rhythm_is_refused_and_told_once(archive_at: Write):
    """The date that nobody made a record for is expected at that hour as well, and would be a second event."""
    files = call("2031-07-09", "start: 21:00", "moved_from: [2031-07-02 21:00]")
    root = archive_at(RIVER_ARCHIVE | files)
    (fault,) = [one for one in examine(root, TODAY).problems if one.code[0] == "T"]
    assert ("T422", True) == (fault.code, "the date 2031-07-09 of its rhythm" in fault.message)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("start: 19:00",), id="another hour"),
        pytest.param(("start: 21:00", "status: cancelled", "reason: storm"), id="cancelled"),
    ],
)
def test_a_move_onto_another_date_is_good_at_another_hour(lines, archive_at: Write):
    """Two calls on one day are two."""
    files = call("2031-07-09", *lines, "moved_from: [2031-07-02 21:00]")
    assert [] == told(archive_at(RIVER_ARCHIVE | files))


def test_two_moves_onto_one_day_are_two_occurrences(archive_at: Write):
    """At different hours both are right, and each keeps the date that it stands for."""
    files = call("2031-07-05", "start: 19:00", "moved_from: [2031-07-02 21:00]", name="a")
    files |= call("2031-07-05", "start: 20:00", "moved_from: [2031-07-09 21:00]", name="b")
    examined = examine(archive_at(RIVER_ARCHIVE | files), TODAY)
    assert [] == [one for one in examined.problems if one.is_error]
    assert examined.settings is not None
    public = gate.publish(examined.archive, examined.settings)
    standing = {str(day): one.id for (_, day), one in calls_by_own_date(public).items()}
    assert ("2031-07-05-a", "2031-07-05-b") == (standing["2031-07-02"], standing["2031-07-09"])


@pytest.mark.parametrize(
    "series",
    [
        WEEKLY.replace("share: public", "share: withheld for safety"),
        WEEKLY + "evidence: pattern-only\n",
        WEEKLY.replace("repeats: every week on Wednesday at 21:00", "rhythm: now and then"),
    ],
    ids=["closed", "habit", "free words"],
)
def test_a_series_without_dates_is_not_compared(series: str, archive_at: Write):
    """Of one that is closed nothing is told, and where no dates are expected none is missed."""
    files = {SERIES: series + SKIP.format("2031-04-03")} | call("2031-04-04")
    assert [] == found(archive_at(RIVER_ARCHIVE | files))


@pytest.mark.parametrize(
    "more", ["", "series: river-open-call\nstart: 21:00\n", "occurrence: 2031-04-02\n"]
)
@pytest.mark.parametrize("day", ["2031-04-02", "2031-04-03", "2031-03-09"])
def test_a_withheld_call_changes_nothing_that_is_said(day: str, more: str, archive_at: Write):
    """Whatever it says, nothing is said of it, and of others what is said without it."""
    open_files = {SERIES: WEEKLY + SKIP.format("2031-04-02"), NIGHT: NIGHTLY.format("02:30")}
    open_files |= call("2031-04-04")
    alone = found(archive_at(RIVER_ARCHIVE | open_files))
    hidden = {f"calls/2031/{day}-withheld-1.yaml": QUIET.format(day) + more}
    assert alone == found(archive_at(RIVER_ARCHIVE | open_files | hidden))
