"""Tests of what a rhythm in other words is taken to mean."""

import pytest

from generator.load.rhythms import rhythm_near, rhythms_meant
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


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("every 0 weeks on Wednesday at 21:00", "every week on Wednesday at 21:00"),
        ("every week on Funday at 21:00", "every week on Sunday at 21:00"),
        (
            "every week on Mnoday, Wendesday and Friday at 09:30",
            "every week on Monday, Wednesday and Friday at 09:30",
        ),
        ("every week on Wednesday at 25:00", "every week on Wednesday at 21:00"),
        (
            "first and thrid Tuesday of the month at 24:00",
            "first and third Tuesday of the month at 21:00",
        ),
        ("biweekly on Thursday at 19:00", "every 2 weeks on Thursday at 19:00"),
        ("weekly Wed 21:00", "every week on Wednesday at 21:00"),
        ("every other Tues. 7pm", "every 2 weeks on Tuesday at 19:00"),
        (
            "every 2nd Tue 9pm",
            "every 2 weeks on Tuesday at 21:00` or `second Tuesday of the month at 21:00",
        ),
        ("1st and 3rd Tue at 18:30", "first and third Tuesday of the month at 18:30"),
        ("biweekly on Thursday 7pm", "every 2 weeks on Thursday at 19:00"),
        ("every fortnight on Thursday at 19:00", "every 2 weeks on Thursday at 19:00"),
        ("1st and 3rd Tuesdays at 18:30", "first and third Tuesday of the month at 18:30"),
        ("first and last Sunday in the month 7pm", "first and last Sunday of the month at 19:00"),
        ("every week on Doomsday at 21:00", ""),
        ("now and then", ""),
        ("every 0 weeks " * 20_000, ""),
    ],
)
def test_the_nearest_rhythm_is_proposed_and_nothing_is_mended(written: str, near: str):
    """A slip gets the sentence that is nearest, in the help alone, for the hour or the day is a guess."""
    assert near == rhythm_near(written)
    (fault,) = problems(SERIES, f"{TOP}repeats: {written}\n"[:400])
    assert f"`{near}`" in fault.help or not near
    assert fault.fix is None


def test_a_zone_behind_the_hour_is_told_and_nothing_is_mended():
    """The words stay those of the sentence, and the zone gets a line of its own, which nobody may lose."""
    (fault,) = problems(SERIES, f"{TOP}repeats: every Thursday at 9pm CT\n")
    said = "`every week on Thursday at 21:00` with the line `zone: America/Chicago`"
    assert (True, None) == (said in fault.help, fault.fix)


def test_a_rhythm_that_nobody_can_guess_gets_two_forms_to_choose_from():
    """One example alone would be copied, with a weekday and an hour that nobody meant."""
    (fault,) = problems(SERIES, f"{TOP}repeats: now and then\n")
    forms = (
        "`every 2 weeks on Thursday at 19:00` or `first and third Tuesday of the month at 18:30`"
    )
    assert forms in fault.help
