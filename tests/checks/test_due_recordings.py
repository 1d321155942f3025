"""Tests of the warnings about recordings that will be lost: when they are said, and at which copy."""

import dataclasses
import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.checks import due_recordings
from generator.model.answer import Answer, Found
from generator.model.archive import Archive
from generator.model.call import Call, Recording, Status
from generator.model.dates import LooseDate
from generator.model.group import Platform
from generator.model.share import PUBLIC, Reason, Share
from generator.pipeline import examine
from generator.problems import Problem
from tests.plain_settings import PLAIN
from tests.problems.river_archive import RIVER_ARCHIVE

Write = Callable[[Mapping[str, str]], Path]

NAME = "calls/2031/2031-02-20-river-round.yaml"
DAY = datetime.date(2031, 2, 20)
COPY = "  - url: https://switchboard.example/1.mp3\n    kept_by: switchboard\n"
MIRROR = "  - url: https://library.example/1.mp3\n"
SHORT = "  - url: https://ferry.example/1.mp3\n    kept_by: ferryline\n"
LONG = "  - url: https://quay.example/1.mp3\n    kept_by: quayline\n"
PLATFORMS = RIVER_ARCHIVE["calls/platforms.yaml"] + (
    "ferryline:\n  name: Ferryline\n  keeps_recordings: 110 days\n"
    "quayline:\n  name: Quayline\n  keeps_recordings: 1000 days\n"
)


def record(copies: str, share: str = "share: public\n", date: str = "2031-02-20") -> str:
    return f"title: River round\ndate: {date}\nstatus: held\nrecordings:\n{copies}{share}"


def told(root: Path, days: int) -> list[Problem]:
    """Give the warnings about recordings so many days after the call."""
    problems = examine(root, DAY + datetime.timedelta(days=days)).problems
    return [fault for fault in problems if fault.code in ("M602", "M603", "M604")]


def codes(root: Path, days: int) -> list[str]:
    return [fault.code for fault in told(root, days)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [(89, []), (90, ["M602"]), (119, ["M602"]), (120, ["M603"]), (121, []), (5000, [])],
)
def test_recording_is_warned_of_from_the_day_it_is_due(days, expected, archive_at: Write):
    """A month before its day, on the day itself, and never again afterwards."""
    assert expected == codes(archive_at(RIVER_ARCHIVE | {NAME: record(COPY)}), days)


def test_warning_says_the_day_and_what_is_left(archive_at: Write):
    """It stands at the copy, and tells when it goes and before when it is to be copied."""
    root = archive_at(RIVER_ARCHIVE | {NAME: record(COPY)})
    (fault,) = told(root, 100)
    assert (NAME, 6, 14) == fault.place[:3]
    assert "on 2031-06-20 (in 20 days)" in fault.message
    assert "copy it before 2031-06-20" in fault.help
    assert ["(tomorrow)" in one.message for one in told(root, 119)] == [True]
    assert ["today, 2031-06-20" in one.message for one in told(root, 120)] == [True]


@pytest.mark.parametrize("others", [MIRROR + COPY, COPY + LONG, COPY + SHORT + MIRROR])
def test_recording_with_a_copy_that_lasts_longer_is_left_alone(others, archive_at: Write):
    """A mirror, or another platform that keeps it for years, saves it."""
    files = {"calls/platforms.yaml": PLATFORMS, NAME: record(others)}
    assert [] == codes(archive_at(RIVER_ARCHIVE | files), 119)


def test_warning_stands_at_the_copy_that_goes_last(archive_at: Write):
    """Of two that are both due the later one counts."""
    files = {"calls/platforms.yaml": PLATFORMS, NAME: record(SHORT + COPY)}
    (fault,) = told(archive_at(RIVER_ARCHIVE | files), 100)
    assert 8 == fault.place.line
    assert "2031-06-20" in fault.message


@pytest.mark.parametrize("part", ["recording", "details"])
def test_withheld_recording_is_not_warned_of(part, archive_at: Write):
    """Nothing is said of a recording that nobody may hear."""
    parts = {"minutes": "withheld", "recording": "withheld", "details": "public"} | {
        part: "withheld"
    }
    share = "share:\n" + "".join(f"  {name}: {word}\n" for name, word in parts.items())
    private = RIVER_ARCHIVE["mkdocs.yml"] + "    repository_is_public: false\n"
    root = archive_at(
        RIVER_ARCHIVE
        | {
            "mkdocs.yml": private,
            "calls/2031/2031-02-20-withheld-1.yaml": record(COPY, f"{share}  reason: safety\n"),
        }
    )
    assert [] == codes(root, 119)


@pytest.mark.parametrize(
    ("day", "code", "words"),
    [
        (datetime.date(2031, 6, 1), "M602", "from 2031-06-01 on"),
        (datetime.date(2031, 6, 28), "M603", "by 2031-06-28 and may be deleted already"),
    ],
)
def test_loose_date_is_told_by_its_first_day(day, code, words, archive_at: Write):
    """Where only the month is known, the first day that it can be counts, and the last is told."""
    files = {"calls/2031/2031-02-river-round.yaml": record(COPY, date="2031-02")}
    root = archive_at(RIVER_ARCHIVE | files)
    before = day if code == "M603" else day - datetime.timedelta(days=3)
    faults = [one for one in examine(root, before).problems if one.code == code]
    assert [words in one.message for one in faults] == [True]


def call(number: int, days_ago: int, **more) -> Call:
    """Give a held call whose recording Switchboard keeps."""
    copy = Recording(f"https://a.example/{number}", kept_by="a")
    own: dict[str, Any] = {"share": PUBLIC, "recordings": (copy,)}
    day = PLAIN.today - datetime.timedelta(days=days_ago)
    name = f"{day}-{number}"
    path = f"calls/{day.year}/{name}.yaml"
    return Call(name, path, "x", LooseDate.of(day), "Etc/UTC", Status.HELD, **(own | more))


def said(calls, answers=()) -> list[str]:
    """Give the codes that the check says of calls, with one platform of 120 days."""
    platforms = (Platform("a", "A", keeps_recordings=120),)
    archive = Archive(calls=tuple(calls), platforms=platforms, answers=tuple(answers))
    return [fault.code for fault in due_recordings.check(archive, PLAIN)]


def test_old_archive_is_not_flooded():
    """Ten thousand expired recordings are none of them told, and those that are due are."""
    old = [call(number, 121 + number % 3000) for number in range(10_000)]
    assert ["M602"] == said([*old, call(10_000, 100)])


def test_recordings_past_their_rule_are_told_once_a_platform():
    """Where a thousand were found later than the rule allows, the rule is probably wrong, and is told once."""
    old = [call(number, 200) for number in range(1000)]
    found = [
        Answer("calls/links/2030.jsonl", 1, one.recordings[0].url, PLAIN.today, Found.THERE)
        for one in old
    ]
    assert ["M604"] == said(old, found)


def test_mirror_that_was_not_there_saves_nothing():
    """An answer that the lasting copy is gone brings the warning back."""
    one = call(1, 100)
    mirror = Recording("https://library.example/1")
    both = dataclasses.replace(one, recordings=(*one.recordings, mirror))
    gone = Answer("calls/links/2031.jsonl", 1, mirror.url, PLAIN.today, Found.GONE)
    assert ([], ["M602"]) == (said([both]), said([both], [gone]))


def test_closed_call_is_not_counted_among_the_spared():
    """The number of recordings past their rule does not tell of withheld ones."""
    closed = Share(True, False, True, reason=Reason.SAFETY)
    old = call(1, 200, share=closed)
    found = Answer("calls/links/2030.jsonl", 1, "https://a.example/1", PLAIN.today, Found.THERE)
    assert [] == said([old], [found])
