"""Tests of whole records: fields that do not fit each other, names, and what a withheld call may leave out."""

import pytest

from generator.model.share import Reason
from tests.load.reading import CALL, GOOD_CALL, faults_of, places, read, words_of

SERIES = "calls/series/river-open-call.yaml"
HUB = "calls/hubs/spring-gathering.yaml"
PLATFORMS = "calls/platforms.yaml"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("start: 21:00\nend: 20:40", ("T401", 6, 6, 5)),
        ("start: 21:00\nend: 21:00", ("T401", 6, 6, 5)),
        ("start: 21:00\nend: 22:00\nlength: 1h", ("F218", 6, 6, 5)),
        ("end: 22:00", ("F219", 5, 6, 5)),
        ("reason: a storm", ("F219", 5, 9, 7)),
        ("recording: missing\nrecordings:\n  - url: https://a.example/", ("F219", 5, 12, 7)),
        ("recordings:\n  - url: http://a.example/", ("M601", 6, 10, 17)),
    ],
)
def test_fields_that_do_not_fit_are_told_at_one_of_them(
    lines: str, expected: tuple[str, int, int, int]
):
    """The place is the value that has to change."""
    assert [expected] == faults_of(lines)


def test_a_cancelled_call_has_a_reason():
    """A reason that cannot be read is a problem of its own, and not missing too."""
    text = GOOD_CALL.replace("held", "cancelled")
    assert [("F217", 3, 9, 9)] == places(CALL, text)
    assert [("F210", 5, 8, 1)] == places(CALL, f"{text}reason:\n")


def test_the_date_in_the_name_is_the_date():
    """The place is the date in the record."""
    assert [("R309", 2, 7, 10)] == places(CALL, GOOD_CALL.replace("03-05", "03-06"))
    assert [("R309", 2, 7, 7)] == places(CALL, GOOD_CALL.replace("03-05", "03"))


def test_a_file_that_alone_was_renamed_gets_the_way_to_its_new_date_first():
    """Whoever moves a call by renaming its file must not be told to name the new date as the earlier one."""
    (fault,) = read(CALL.replace("03-05", "03-06"), GOOD_CALL).problems
    earlier = "`- 2031-03-05 21:00` (its earlier date and hour), and `aliases: [2031-03-05"
    assert "if the call was moved to 2031-03-06, write `date: 2031-03-06`" in fault.help
    assert earlier in fault.help.partition("if it was moved to 2031-03-05")[0]


def test_a_call_without_a_date_in_its_name_gets_a_better_one():
    """The file as a whole is meant."""
    fault = read("calls/2031/river.yaml", GOOD_CALL).problems[0]
    assert ("Y101", 1, 1, 0) == (fault.code, *fault.place[1:])
    assert "`2031-03-05-river.yaml`" in fault.help


def test_an_hour_needs_a_day():
    """The place is the hour."""
    text = GOOD_CALL.replace("2031-03-05", "2031-03") + "start: 21:00\n"
    assert [("T405", 5, 8, 5)] == places("calls/2031/2031-03-river.yaml", text)


def test_a_withheld_call_may_leave_out_title_and_status():
    """Nothing but its date and its sharing remains."""
    text = "date: 2031-03-19\nshare:\n" + "".join(
        f"  {part}: withheld\n" for part in ("minutes", "recording", "details")
    )
    loaded = read("calls/2031/2031-03-19-withheld-1.yaml", f"{text}  reason: safety\n")
    assert () == loaded.problems
    assert loaded.call is not None
    assert (False, Reason.SAFETY) == (loaded.call.share.details, loaded.call.share.reason)


def test_a_source_needs_its_title_also_in_a_withheld_call():
    """Only the call's own title is forgiven."""
    text = "date: 2031-03-19\nsources:\n  - use: cite\nshare:\n" + "".join(
        f"  {part}: withheld\n" for part in ("minutes", "recording", "details")
    )
    path = "calls/2031/2031-03-19-withheld-1.yaml"
    assert [("F202", 3, 5, 0)] == places(path, f"{text}  reason: safety\n")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", ("F202", 1, 1, 0)),
        ("repeats: weekly\nfrom: 2031-01-08", ("F216", 3, 10, 6)),
        ("repeats: on the 45th of the month at 20:00\nfrom: 2031-01-08", ("F216", 3, 10, 33)),
        ("repeats: every week on Wednesday at 25:00\nfrom: 2031-01-08", ("F216", 3, 10, 32)),
        ("repeats: every day at 21:00", ("T408", 3, 10, 18)),
        ("rrule: FREQ=DAILY", ("T408", 3, 8, 10)),
        ("rhythm: now and then\nrepeats: every day at 21:00\nfrom: 2031-01-08", ("F218", 3, 9, 12)),
        ("rhythm: now\nfrom: 2031-05\nuntil: 2031-04-30", ("T404", 5, 8, 10)),
        ("rhythm: now\nskip:\n  - on: 2031-04-02", ("F202", 5, 5, 0)),
        ("rhythm: now\nstaffed_calls: two", ("F213", 4, 16, 3)),
        ("rhythm: now\nroles: River Assembly", ("F209", 4, 8, 14)),
    ],
)
def test_a_series_is_told_what_its_rhythm_lacks(lines: str, expected: tuple[str, int, int, int]):
    """Each fault is one problem at its value."""
    assert [expected] == places(SERIES, f"title: River\nshare: public\n{lines}\n")


@pytest.mark.parametrize(
    "rhythm",
    [
        "every week on Wednesday at 21:00",
        "every 2 weeks on Thursday and Friday at 20:30",
        "first and third Tuesday of the month at 20:00",
        "last Friday of the month at 09:00",
        "on the 1st and 22nd of the month at 20:00",
        "every day at 08:00",
    ],
)
def test_the_rhythms_of_the_format_are_read(rhythm: str):
    """Each form that people are shown."""
    assert [] == places(
        SERIES, f"title: River\nshare: public\nfrom: 2031-01-08\nrepeats: {rhythm}\n"
    )


def test_a_month_holds_its_last_day():
    """Something from the 20th until that month has not ended before it began."""
    text = "name: Spring\nkind: gathering\nshare: public\nfrom: 2031-04-20\nuntil: 2031-04\n"
    assert [] == places(HUB, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Switch Board:\n  name: x\n", ("F208", 1, 1, 12)),
        ("switchboard: x\n", ("F209", 1, 1, 11)),
        ("switchboard: *x\n", ("Y122", 1, 14, 2)),
        ("switchboard:\n  name: x\n  capacity: 1.5\n", ("F213", 3, 13, 3)),
        ("switchboard:\n  capacity: 500\n", ("F202", 2, 3, 0)),
        ("switchboard:\n  name: x\n  lines: 0\n", ("F213", 3, 10, 1)),
        ("switchboard:\n  name: x\n  keeps_recordings: 0 days\n", ("F223", 3, 21, 6)),
    ],
)
def test_platforms_are_told_their_faults(text: str, expected: tuple[str, int, int, int]):
    """Each provider is a mapping below its id."""
    assert [expected] == places(PLATFORMS, text)


@pytest.mark.parametrize("written", ["18,234,567", "18.234.567", "18 234 567"])
def test_a_size_with_its_digits_parted_is_given_back_in_digits_only(written: str):
    """Who copied it from a window of files sees the number to write."""
    line = f"recordings:\n  - url: https://sound.example/1.mp3\n    bytes: {written}"
    assert "write digits only, such as `18234567`" == words_of(line)[1]
