"""Tests of the fields of a copy: how long it runs, who keeps it, and when somebody saw it."""

import datetime

import pytest

from generator.load.kept_places import KeptPlaces
from generator.load.sure import sure_duration
from generator.model.call import Recording
from tests.load.reading import CALL, GOOD_CALL, faults_of, read

COPY = f"{GOOD_CALL}recordings:\n  - url: https://a.example/1.mp3\n"


def copy_with(lines: str) -> Recording:
    """Read the one copy of a record with more lines in it."""
    call = read(CALL, f"{COPY}    {lines}\n").call
    assert call is not None
    return call.recordings[0]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("1:42:10", 6130), ("42:10", 2530), ("01:02:03", 3723), ("0:45", 45), ("99:59:59", 359_999)],
)
def test_a_duration_is_read_as_seconds(written: str, seconds: int):
    """Hours, minutes and seconds of the clock become a number of seconds."""
    assert seconds == copy_with(f"duration: {written}").duration


@pytest.mark.parametrize("written", ["0:00", "1:5:10", "61:00", "1:42:60", "100:00:00", "1h42m"])
def test_another_form_of_a_duration_is_refused_at_its_place(written: str):
    """What no clock of a recording shows is told at the value."""
    fields = f"recordings:\n  - url: https://a.example/1.mp3\n    duration: {written}"
    assert [("F248", 7, 15, len(written))] == faults_of(fields)


@pytest.mark.parametrize(
    ("written", "sure"),
    [
        ("1h42m10s", "1:42:10"),
        ("102:10", "1:42:10"),
        ("1:5:10", "1:05:10"),
        ("01:42:10.500", "1:42:10"),
        ("6130 seconds", "1:42:10"),
        ("1 hour, 2 min, 3 secs", "1:02:03"),
        ("1h42m", ""),
        ("0:00", ""),
        ("an hour", ""),
        ("999999 s", ""),
    ],
)
def test_a_duration_is_mended_where_its_seconds_are_known(written: str, sure: str):
    """Hours and minutes alone leave the seconds open, so nobody fills them in."""
    assert sure == sure_duration(written)


def test_the_keeper_and_the_day_are_read():
    """Words for who keeps it, and a whole day."""
    copy = copy_with("keeper: the library of Mill Town\n    seen: 2031-03-20")
    assert ("the library of Mill Town", datetime.date(2031, 3, 20)) == (copy.keeper, copy.seen)


@pytest.mark.parametrize(
    ("other", "name"),
    [("size", "bytes"), ("checksum", "sha256"), ("mime", "type"), ("length", "duration")],
)
def test_other_words_for_the_fields_of_a_copy_are_known(other: str, name: str):
    """Whoever writes `size:` is told of `bytes:`, and the fix writes it."""
    (fault,) = read(
        CALL, f"{COPY}    {other}: {'ab' * 32 if name == 'sha256' else '1:10'}\n"
    ).problems[:1]
    assert ("F201", f"write `{name}:` in its place") == (fault.code, fault.help)


def test_a_copy_without_a_good_address_does_not_move_the_places_of_the_others():
    """What is found out later about the second copy is told at its own lines."""
    rows = "recordings:\n  - url: ftp://a.example/1.mp3\n  - url: https://a.example/2.mp3\n    seen: 2031-03-20\n"
    file = read(CALL, GOOD_CALL + rows)
    assert file.call is not None
    assert ["https://a.example/2.mp3"] == [copy.url for copy in file.call.recordings]
    places = KeptPlaces({}, {CALL: file.places})
    assert 8 == places[(CALL, "recordings[0].seen")].line
