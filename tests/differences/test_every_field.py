"""No change of what readers see goes unsaid because its field was forgotten: every field has words."""

from dataclasses import fields, replace
from typing import Any

import pytest

from generator.differences.calls import call_sentences
from generator.differences.pairs import CallPair
from generator.differences.settings_change import settings_sentences, switch_sentences
from generator.privacy.public import PublicCall
from generator.settings import NavEntry, Settings
from tests.plain_settings import PLAIN
from tests.render.few_calls import HELD

OF_THE_CHECK = {"history", "today"}
"""Settings that change nothing a reader sees, and the day, which is the same on both sides."""
TOLD_ELSEWHERE = {
    "id", "date", "start", "zone", "title", "status", "recordings", "notes", "withholding",
    "transcribed",
}  # fmt: skip
"""Fields with sentences of their own, which have cases of their own."""
WORKED_OUT = {
    "path", "starts_at", "coarse", "lost", "ends_on", "provider_deletes_on",
    "changed_at", "recorded_at", "notes_begun", "agenda_minutes",
    "notes_state", "absence", "recording_state",
}  # fmt: skip
"""Fields that follow from others, or from the day."""


@pytest.mark.parametrize("name", sorted({one.name for one in fields(Settings)} - OF_THE_CHECK))
def test_change_of_a_setting_is_told(name):
    """A setting with another value is said, in one sentence."""
    different: Any = other(getattr(PLAIN, name))
    new = replace(PLAIN, **{name: different})
    assert 1 == len((*switch_sentences(PLAIN, new), *settings_sentences(PLAIN, new)))


def other(value: object) -> object:
    """Give another value of the same type."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case tuple():
            return (*value, NavEntry("More", "more.html"))
        case _:
            return f"{value}x"


@pytest.mark.parametrize(
    "name", sorted({one.name for one in fields(PublicCall)} - TOLD_ELSEWHERE - WORKED_OUT)
)
def test_change_of_a_call_is_told(name):
    """A field of a call with another value is said, in one sentence."""
    different: Any = object()
    new = replace(HELD, **{name: different})
    assert 1 == len(call_sentences((CallPair(HELD, new),)))
