"""Tests of what a change is said to do to how long recordings last."""

import pytest

from tests.differences.reading import lines
from tests.problems.river_archive import RIVER_ARCHIVE

NAME = "calls/2031/2031-02-20-mill-call.yaml"
OTHER = "calls/2031/2031-02-21-hall-call.yaml"
CALL = "title: Mill call\ndate: 2031-02-20\nstatus: held\n"
LIST = "recordings:\n"
COPY = "  - url: https://switchboard.example/1.mp3\n    kept_by: switchboard\n"
MIRROR = "  - url: https://library.example/1.mp3\n"
OPEN = "share: public\n"
CLOSED = "share:\n  minutes: public\n  recording: withheld\n  details: public\n  reason: safety\n"
MILL = "`Mill call` on 2031-02-20"
DUE = (
    f"Will be lost unless copied: the recording of {MILL}, which its provider deletes on 2031-06-20"
)
PRIVATE = {"mkdocs.yml": RIVER_ARCHIVE["mkdocs.yml"] + "    repository_is_public: false\n"}
SHORTER = {
    "calls/platforms.yaml": RIVER_ARCHIVE["calls/platforms.yaml"].replace("120 days", "60 days")
}
SEEN = "    seen: 2031-05-20\n"


def one(*copies: str, share: str = OPEN) -> dict[str, str]:
    return {NAME: CALL + (LIST if copies else "") + "".join(copies) + share}


def in_all(after: str, before: int) -> str:
    said = f"As of 2031-06-01, {after} will be lost within 30 days unless copied"
    return f"{said} (before this change: {before})"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (one(), one(), []),
        (one(COPY), one(COPY), []),
        (
            one(),
            one(COPY),
            [f"Recording: 1 copy added to {MILL}", DUE, in_all("1 recording", 0)],
        ),
        (
            one(COPY),
            one(COPY, MIRROR),
            [
                f"Recording: 1 copy added to {MILL}",
                f"Saved from being deleted: the recording of {MILL}",
                in_all("no recording", 1),
            ],
        ),
        (
            one(COPY, MIRROR),
            one(COPY),
            [f"Taken out: 1 copy of the recording of {MILL}", DUE, in_all("1 recording", 0)],
        ),
        (
            {},
            one(COPY),
            [f"Added: {MILL} (with 1 copy of a recording)", DUE, in_all("1 recording", 0)],
        ),
        (
            one(COPY),
            one(COPY) | {OTHER: CALL.replace("Mill", "Hall").replace("-20", "-21") + OPEN},
            ["Added: `Hall call` on 2031-02-21"],
        ),
    ],
    ids=["none", "same", "copy", "mirror", "mirror gone", "new call", "another call"],
)
def test_change_of_copies_is_told_by_what_it_saves(before, after, said):
    """A recording put in danger, one saved by a mirror, and how many are left; nothing where nothing changed."""
    found = lines(PRIVATE | before, PRIVATE | after)
    assert said == found


def test_rule_of_a_platform_that_becomes_shorter_is_told_by_what_is_lost():
    """A correction of `keeps_recordings` can lose recordings, and find them again."""
    found = lines(PRIVATE | one(COPY), PRIVATE | one(COPY) | SHORTER)
    assert f"Recording lost by its provider's rule: {MILL}" in found
    assert in_all("no recording", 1) in found
    found = lines(PRIVATE | one(COPY) | SHORTER, PRIVATE | one(COPY))
    assert f"Can be heard again: the recording of {MILL}" in found
    assert DUE in found


def test_copy_that_was_found_after_its_rule_is_heard_again():
    """Who writes that a copy is still there brings its recording back, and into danger."""
    found = lines(PRIVATE | SHORTER | one(COPY), PRIVATE | SHORTER | one(COPY, SEEN))
    assert f"Can be heard again: the recording of {MILL}" in found
    assert [] == [line for line in found if line.startswith("Recording: ")]


@pytest.mark.parametrize(("before", "after"), [(OPEN, CLOSED), (CLOSED, OPEN), (CLOSED, CLOSED)])
def test_withheld_recording_is_not_told_of(before, after):
    """Of a recording that is withheld on one side no deadline is told on either."""
    found = lines(PRIVATE | one(COPY, share=before), PRIVATE | one(MIRROR, COPY, share=after))
    assert [] == [line for line in found if "lost" in line or "Saved" in line or "heard" in line]


def test_recording_that_becomes_public_is_told_to_be_in_danger():
    """What may be heard from now on is told like a recording that is new."""
    found = lines(PRIVATE | one(COPY, share=CLOSED), PRIVATE | one(COPY))
    assert DUE in found
    assert in_all("1 recording", 0) in found
