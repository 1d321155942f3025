"""Tests of what a rhythm in other words is taken to mean."""

import pytest

from generator.load.rhythms import rhythms_meant
from tests.load.reading import problems

SERIES = "calls/series/river-open-call.yaml"
TOP = "title: River\nshare: public\nfrom: 2031-01-08\n"
WEEKLY = "every week on Wednesday at 21:00"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("every wednesday 9pm", (WEEKLY,)),
        ("wednesdays at 9pm", (WEEKLY,)),
        ("weekly on Wednesday 21:00", (WEEKLY,)),
        ("every other Wednesday at 9 pm", ("every 2 weeks on Wednesday at 21:00",)),
        ("Every two weeks on Thursday, 20:30", ("every 2 weeks on Thursday at 20:30",)),
        ("every second week on Wednesday 9pm", ("every 2 weeks on Wednesday at 21:00",)),
        ("1st Tuesday of each month at 8pm", ("first Tuesday of the month at 20:00",)),
        ("every last Friday of the month, 09:00", ("last Friday of the month at 09:00",)),
        (
            "every second Wednesday at 21:00",
            ("every 2 weeks on Wednesday at 21:00", "second Wednesday of the month at 21:00"),
        ),
        (
            "every 3rd Monday at 8pm",
            ("every 3 weeks on Monday at 20:00", "third Monday of the month at 20:00"),
        ),
        ("every second Wednesday at 9", ()),
        ("every second Wednesday at 25:00", ()),
        ("first Tuesday of the month at 8", ()),
        ("every second full moon at 21:00", ()),
        ("now and then", ()),
        ("every other Wednesday " * 20_000, ()),
    ],
)
def test_a_rhythm_in_other_words_is_understood(written: str, meant: tuple[str, ...]):
    """Each reading is given, and none where day or hour are not sure."""
    assert meant == rhythms_meant(written)


@pytest.mark.parametrize(
    "written",
    ["every second Wednesday at 21:00", "every other Friday 9pm", "last Friday of each month 9pm"],
)
def test_what_is_proposed_can_be_read(written: str):
    """A proposal that is refused again would cost a round."""
    proposed = rhythms_meant(written)
    assert [()] * len(proposed) == [problems(SERIES, f"{TOP}repeats: {one}\n") for one in proposed]


def test_a_rhythm_of_two_readings_is_left_to_people():
    """The help has both, and no fix picks one."""
    (fault,) = problems(SERIES, f"{TOP}repeats: every second Wednesday at 21:00\n")
    assert fault.help.startswith(
        "write it like `every 2 weeks on Wednesday at 21:00` or `second Wednesday of the month at 21:00`, or"
    )
    assert fault.fix is None


def test_a_rhythm_of_one_reading_is_mended():
    """The same words stand in the help and in the fix."""
    (fault,) = problems(SERIES, f"{TOP}repeats: every other Wednesday 9pm\n")
    assert "`every 2 weeks on Wednesday at 21:00`" in fault.help
    assert fault.fix is not None
    assert ["every 2 weeks on Wednesday at 21:00"] == [edit.replacement for edit in fault.fix.edits]
