"""When a call took place, in the words and machine-readable times of its page."""

import datetime
from dataclasses import dataclass

from generator.privacy.public import PublicCall, Status
from generator.render.states import ANNOUNCED, CANCELLED, PLANNED, UPCOMING
from generator.render.words import (
    clock,
    day_without_hour,
    full_day,
    hours_words,
    instant_words,
    long_day,
    zone_words,
)


@dataclass(frozen=True, slots=True)
class When:
    """The two lines under a call's title. `stamp` is for machines; `utc` is empty where it would say nothing new."""

    words: str
    stamp: str
    utc: str
    utc_stamp: str


def when_of(call: PublicCall) -> When:
    """Say when a call took place by the clock of its own zone, and in UTC where the instant is known."""
    at = call.starts_at
    if at is None:
        return When(_without_instant(call), str(call.date), "", "")
    words = f"{full_day(call.date)}, {instant_words(at, call.length, call.zone)}"
    stamp = f"{at:%Y-%m-%dT%H:%M}Z"
    if zone_words(call.zone) == "UTC":
        return When(words, stamp, "", "")
    utc = f"{long_day(at.date())}, {instant_words(at, call.length, 'UTC')}"
    return When(words, str(call.date), utc, stamp)


def _without_instant(call: PublicCall) -> str:
    if call.start is None:
        return day_without_hour(call.date)
    return f"{full_day(call.date)}, {hours_words(call.start, call.length, call.zone)}"


def status_sentences(call: PublicCall, upcoming: bool) -> tuple[str, ...]:
    """Say what is not ordinary about a call: announced only, cancelled, moved, still to come."""
    match call.status:
        case Status.HELD:
            first: tuple[str, ...] = ()
        case Status.ANNOUNCED:
            first = (ANNOUNCED.sentence,)
        case Status.CANCELLED:
            first = (CANCELLED.sentence, *(() if call.reason else ("No reason is given.",)))
        case Status.SCHEDULED:
            first = (UPCOMING.sentence if upcoming else PLANNED.sentence,)
    moved = moved_sentence(call.moved_from, call.zone)
    reason = f"The reason given: {call.reason}" if call.reason else ""
    return tuple(sentence for sentence in (*first, moved, reason) if sentence)


def moved_sentence(earlier: tuple[datetime.datetime, ...], zone: str) -> str:
    """Say for what earlier times a call was announced, oldest first; empty when there were none."""
    times = [f"{long_day(time.date())}, {clock(time)} {zone_words(zone)}" for time in earlier]
    if not times:
        return ""
    return f"It was first announced for {'; then for '.join(times)}."
