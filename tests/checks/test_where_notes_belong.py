"""Tests of what notes without a call are told, and of calls outside of their series."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import examine
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, TODAY

Write = Callable[[Mapping[str, str]], Path]

NOTES = "---\norigin: notes\n---\nWe met.\n"
MOVED = "calls/2031/2031-03-06-river-open-call.yaml"
CLOSED = "calls/2031/2031-03-06-withheld-1.yaml"
EARLIER = (
    "moved_from:\n  - 2031-03-04 21:00\naliases: [2031-03-01-old-name]\nseries: river-open-call\n"
)
SILENT = """\
date: 2031-03-06
series: river-open-call
share:
  minutes: withheld
  recording: withheld
  details: withheld
  identify: true
  reason: safety
"""
SERIES = "calls/series/river-open-call.yaml"


def help_of(root: Path, code: str) -> str:
    """Give message and help of the one problem of a kind."""
    (fault,) = (fault for fault in examine(root, TODAY).problems if fault.code == code)
    return f"{fault.message}\n{fault.help}"


def archive(archive_at: Write, **files: str) -> Path:
    """Make the river archive with a call that was moved, and more files."""
    moved = CALL.replace("2031-03-05", "2031-03-06") + EARLIER
    return archive_at(RIVER_ARCHIVE | {MOVED: moved} | files)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2031-03-01-old-name", "earlier name or day of `2031-03-06-river-open-call`: rename"),
        ("2031-03-04-river-open-call", "to `minutes/2031/2031-03-06-river-open-call.md`"),
        ("2031-03-04-river-open-call.es", "to `minutes/2031/2031-03-06-river-open-call.es.md`"),
        ("2031-03-06-river-call", "the call of that day is `2031-03-06-river-open-call`"),
        ("2031-03-26-river-open-call", "`series: river-open-call`, `date: 2031-03-26` and `share"),
        ("2031-03-27-something-else", "name the file after the call"),
    ],
)
def test_notes_are_told_which_call_they_belong_to(name: str, words: str, archive_at: Write):
    """By an earlier name, by a day, or by a series; else what may be done is said."""
    root = archive(archive_at, **{f"minutes/2031/{name}.md": NOTES})
    assert words in help_of(root, "R306")


def test_notes_that_are_there_already_are_told(archive_at: Write):
    """Renaming would overwrite what somebody wrote."""
    theirs = "minutes/2031/2031-03-06-river-open-call.md"
    root = archive(archive_at, **{theirs: NOTES, "minutes/2031/2031-03-06-river.md": NOTES})
    assert f"its notes are `{theirs}`, so put what is new into that file" in help_of(root, "R306")


@pytest.mark.parametrize(
    "name",
    ["2031-03-04-river-open-call", "2031-03-06-river-open-call", "2031-03-01-old-name"],
)
def test_a_closed_call_is_not_told(name: str, archive_at: Write):
    """Notes with a slip in their name must not tell which day or name a closed call had."""
    files = {CLOSED: f"{SILENT}{EARLIER.rpartition('series')[0]}", f"minutes/2031/{name}.md": NOTES}
    words = help_of(archive_at(RIVER_ARCHIVE | files), "R306")
    assert "withheld-1" not in words
    assert "earlier" not in words


@pytest.mark.parametrize("name", ["2031-03-06-river-open-call", "2031-03-06-night-call"])
def test_notes_of_a_day_with_a_withheld_call_are_not_led_into_the_open(
    name: str, archive_at: Write
):
    """They may be the notes of that call, which was given another name, and `share: public` would publish them."""
    other = CALL.replace("2031-03-05", "2031-03-06")
    files = {
        CLOSED: SILENT,
        f"minutes/2031/{name}.md": NOTES,
        "calls/2031/2031-03-06-a.yaml": other,
    }
    words = help_of(archive_at(RIVER_ARCHIVE | files), "R306")
    assert "take the file out of the repository" in words
    assert not any(word in words for word in ("public", "rename the file", "2031-03-06-a"))


def test_a_closed_series_is_not_told(archive_at: Write):
    """Whether a series has a name is not said by the notes of a stranger."""
    closed = RIVER_ARCHIVE[SERIES].replace("share: public", "share: withheld for safety")
    files = {SERIES: closed, "minutes/2031/2031-03-26-river-open-call.md": NOTES}
    assert "series: river-open-call" not in help_of(archive_at(RIVER_ARCHIVE | files), "R306")


@pytest.mark.parametrize(("share", "hinted"), [("public", True), ("withheld for safety", False)])
def test_a_name_in_words_leads_to_its_record(share: str, hinted: bool, archive_at: Write):
    """Who writes a group's name as an id is told the id it has, unless the group is closed."""
    group = f"name: Keepers of the lamp\nkind: network\nshare: {share}\n"
    files = {
        "calls/groups/lk.yaml": group,
        MOVED: CALL.replace("03-05", "03-06") + "groups: [keepers-of-the-lamp]\n",
    }
    words = help_of(archive_at(RIVER_ARCHIVE | files), "R302")
    assert hinted == ("did you mean `lk`" in words)


@pytest.mark.parametrize(
    ("day", "more", "told"),
    [
        ("2031-01-01", "", True),
        ("2031-01-08", "", False),
        ("2031-05-28", "", False),
        ("2031-05-29", "", True),
        ("2031-05-29", "moved_from: [2031-05-28 21:00]\n", False),
    ],
)
def test_a_call_outside_of_its_series_is_told(day: str, more: str, told: bool, archive_at: Write):
    """The first and the last day belong to it, and a moved call counts where it was to be."""
    call = CALL.replace("2031-03-05", day) + f"series: river-open-call\n{more}"
    series = RIVER_ARCHIVE[SERIES] + "until: 2031-05-28\n"
    root = archive_at(
        RIVER_ARCHIVE | {SERIES: series, f"calls/2031/{day}-river-open-call.yaml": call}
    )
    found = [fault.place[1:] for fault in examine(root, TODAY).problems if fault.code == "T409"]
    assert [(2, 7, 10)] * told == found


@pytest.mark.parametrize("which", ["call", "series"])
def test_of_what_is_closed_no_span_is_told(which: str, archive_at: Write):
    """Neither the day of a closed call nor the span of a closed series is said."""
    call = CALL.replace("2031-03-05", "2031-01-01") + "series: river-open-call\n"
    series = RIVER_ARCHIVE[SERIES]
    shut = ("share: public", "share: withheld for safety")
    files = {
        SERIES: series.replace(*shut) if which == "series" else series,
        "calls/2031/2031-01-01-river-open-call.yaml": call.replace(*shut)
        if which == "call"
        else call,
    }
    root = archive_at(RIVER_ARCHIVE | files)
    assert "T409" not in {fault.code for fault in examine(root, TODAY).problems}
