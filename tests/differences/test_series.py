"""Tests of what is told of a change to a recurring call: rhythm, end, skipped dates, and dates that come and go."""

import pytest

from generator.differences.outputs import output_sentences
from tests.differences.reading import lines, text

FILE = "calls/series/mill-call.yaml"
"""The day is the first of June 2031, a Sunday."""
MILL = (
    "title: Mill call\nrepeats: every week on Thursday at 19:00\nfrom: 2031-05-08\n"
    "until: 2031-06-26\nshare: public\n"
)
RECORD = "calls/2031/2031-06-12-mill-call.yaml"
CALL = (
    "title: Mill call\nseries: mill-call\ndate: 2031-06-12\nstart: 19:00\nstatus: scheduled\n"
    "share: public\n"
)
NAMED = "`Mill call` on 2031-06-12"
SKIP = "skip:\n  - on: 2031-06-05\n    reason: high water\n"
MORE_SKIPS = "".join(f"  - on: 2031-06-{day}\n    reason: rest\n" for day in ("12", "19", "26"))

CASES = {
    "nothing": ({FILE: MILL}, {FILE: MILL}, []),
    "series added": (
        {},
        {FILE: MILL},
        [
            "Series added: `Mill call`",
            "8 dates of `Mill call` come: the next 2031-06-05, 2031-06-12 and 2031-06-19",
        ],
    ),
    "series gone": (
        {FILE: MILL},
        {},
        ["Withdrawn: 1 series, with all that was told of them"],
    ),
    "another hour": (
        {FILE: MILL},
        {FILE: MILL.replace("19:00", "20:00")},
        ["Series changed: `Mill call`, now `every week on Thursday at 20:00`"],
    ),
    "another day": (
        {FILE: MILL},
        {FILE: MILL.replace("Thursday", "Friday")},
        [
            "Series changed: `Mill call`, now `every week on Friday at 19:00`",
            "7 dates of `Mill call` come: the next 2031-06-06, 2031-06-13 and 2031-06-20",
            "8 dates of `Mill call` go",
        ],
    ),
    "another end": (
        {FILE: MILL},
        {FILE: MILL.replace("2031-06-26", "2031-06-19")},
        ["Series ends: `Mill call`, on 2031-06-19", "1 date of `Mill call` goes: 2031-06-26"],
    ),
    "no end any more": (
        {FILE: MILL},
        {FILE: MILL.replace("until: 2031-06-26\n", "")},
        [
            "Series goes on: `Mill call`, no end is told any more",
            "57 dates of `Mill call` come: the next 2031-07-03, 2031-07-10 and 2031-07-17",
        ],
    ),
    "an earlier beginning": (
        {FILE: MILL},
        {FILE: MILL.replace("2031-05-08", "2031-04-24")},
        [
            "Series begins: `Mill call`, on 2031-04-24",
            "2 dates of `Mill call` come: 2031-04-24 and 2031-05-01",
        ],
    ),
    "only the habit known": (
        {FILE: MILL},
        {FILE: MILL + "evidence: pattern-only\n"},
        ["8 dates of `Mill call` go", "Series changed: `Mill call`"],
    ),
    "date skipped": (
        {FILE: MILL},
        {FILE: MILL + SKIP},
        ["Skipped: `Mill call` on 2031-06-05 for `high water`"],
    ),
    "many dates skipped": (
        {FILE: MILL},
        {FILE: MILL + SKIP + MORE_SKIPS},
        [
            "Skipped: `Mill call` on 2031-06-05 for `high water`, 2031-06-12 for `rest`,"
            " 2031-06-19 for `rest` and 1 more"
        ],
    ),
    "date no longer skipped": (
        {FILE: MILL + SKIP},
        {FILE: MILL},
        ["No longer skipped: `Mill call` on 2031-06-05"],
    ),
    "another reason": (
        {FILE: MILL + SKIP},
        {FILE: MILL + SKIP.replace("high water", "a fair")},
        ["Series changed: `Mill call`"],
    ),
    "skip of a rhythm that went": (
        {FILE: MILL + SKIP},
        {FILE: MILL.replace("Thursday", "Friday")},
        [
            "Series changed: `Mill call`, now `every week on Friday at 19:00`",
            "7 dates of `Mill call` come: the next 2031-06-06, 2031-06-13 and 2031-06-20",
            "7 dates of `Mill call` go",
        ],
    ),
    "record of an expected date": (
        {FILE: MILL},
        {FILE: MILL, RECORD: CALL},
        [f"Added: {NAMED}, 19:00 America/New_York (for a date that its series is expected on)"],
    ),
    "record moved": (
        {FILE: MILL, RECORD: CALL},
        {FILE: MILL, RECORD: CALL.replace("19:00", "20:00") + "moved_from: [2031-06-12 19:00]\n"},
        [
            f"Moved: {NAMED}, from 2031-06-12 19:00 America/New_York to 2031-06-12 20:00 America/New_York"
        ],
    ),
    "record cancelled": (
        {FILE: MILL, RECORD: CALL},
        {FILE: MILL, RECORD: CALL.replace("scheduled", "cancelled\nreason: high water")},
        [f"Cancelled: {NAMED}"],
    ),
    "extra call": (
        {FILE: MILL},
        {FILE: MILL, RECORD: CALL.replace("06-12", "06-13") + "extra: true\n"},
        ["Added: `Mill call` on 2031-06-13, 19:00 America/New_York (an extra call of its series)"],
    ),
    "marked as extra": (
        {FILE: MILL, RECORD: CALL.replace("06-12", "06-13")},
        {FILE: MILL, RECORD: CALL.replace("06-12", "06-13") + "extra: true\n"},
        ["Changed: `Mill call` on 2031-06-13: whether it is an extra call of its series"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_change_of_a_series_has_its_words(case):
    """A change is told in sentences of its kind, and nothing else is said."""
    before, after, expected = CASES[case]
    assert expected == lines(before, after)


def test_withheld_call_of_a_date_changes_no_word():
    """Whose a withheld call is, is told neither by the date it took nor by the date that it leaves."""
    held = "share:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n  reason: safety\n"
    quiet = {"calls/2031/2031-06-12-withheld-1.yaml": f"date: 2031-06-12\n{held}"}
    with_series, without = (
        lines({FILE: MILL, RECORD: call}, {FILE: MILL, **quiet})
        for call in (CALL, CALL.replace("series: mill-call\n", ""))
    )
    assert with_series == without


def test_dates_of_an_earlier_rhythm_are_not_named():
    """They may be what is withdrawn, so that only their number is told, as of a series that is gone."""
    said = text({FILE: MILL.replace("Thursday", "Monday")}, {FILE: MILL})
    assert "of `Mill call` go\n" in said
    assert "2031-06-02" not in said


def test_months_of_the_calendar_are_counted():
    """One change of a series reaches a page and a feed of every month, and none of them is named."""
    old = {"calendar/2031-05.html": b"a", "calendar/2031-06.html": b"b", "calendar/all.ics": b"c"}
    new = {"calendar/2031-06.html": b"B", "calendar/2031-07.html": b"d", "calendar/all.ics": b"C"}
    assert (
        ("Months of the calendar: 1 added, 1 changed, 1 removed",),
        ("Feeds, calendars and data files: 1 changed",),
    ) == output_sentences(old, new, frozenset(), settings_differ=False)
