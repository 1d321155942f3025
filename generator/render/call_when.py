"""When a call took place, in the words and machine-readable times of its page."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from generator.privacy.public import LooseDate, PublicCall, Status
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
from generator.wording import _

LOCAL_TIME = "assets/javascripts/local-time.js"
"""The script that adds the reader's own time; a page carries it where it shows a time that can be told so."""


class ReaderTime(NamedTuple):
    """What the script needs to tell the reader's own time: begin and end for machines, the call's zone, and words.

    `until` is empty where the end is not known.
    """

    stamp: str
    until: str
    zone: str
    says: str


class Timed(Protocol):
    """What has a time: a call, or what stands for one in the calendar.

    `start` is a wall time in `zone`, and `starts_at` its instant in UTC; `length` is in minutes, 0 unknown.
    """

    @property
    def date(self) -> LooseDate:
        """Give its local date as far as it is known."""

    @property
    def zone(self) -> str:
        """Give the IANA zone of its clock."""

    @property
    def start(self) -> datetime.time | None:
        """Give its wall time; nothing where the hour is not known."""

    @property
    def starts_at(self) -> datetime.datetime | None:
        """Give its instant; nothing where the day or the hour is not known."""

    @property
    def length(self) -> int:
        """Give how long it is."""


@dataclass(frozen=True, slots=True)
class When:
    """The two lines under a call's title. `stamp` is for machines; `utc` is empty where it would say nothing new."""

    words: str
    stamp: str
    utc: str
    utc_stamp: str


def when_of(call: Timed) -> When:
    """Say when a call took place by the clock of its own zone, and in UTC where the instant is known."""
    at = call.starts_at
    if at is None:
        return When(_without_instant(call), str(call.date), "", "")
    words = f"{full_day(call.date)}, {instant_words(at, call.length, call.zone)}"
    stamp = _stamp(at)
    if zone_words(call.zone) == "UTC":
        return When(words, stamp, "", "")
    utc = f"{long_day(at.date())}, {instant_words(at, call.length, 'UTC')}"
    return When(words, str(call.date), utc, stamp)


def reader_time(call: Timed) -> ReaderTime | None:
    """Give what the reader's own time of a call is told from; nothing where its instant is not known."""
    at = call.starts_at
    if at is None:
        return None
    if not call.length:
        return ReaderTime(_stamp(at), "", call.zone, _("yours: {day}, {from} {zone}"))
    until = at + datetime.timedelta(minutes=call.length)
    words = _("yours: {day}, {from} to {until} {zone}")
    return ReaderTime(_stamp(at), _stamp(until), call.zone, words)


def _stamp(at: datetime.datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M}Z"


def _without_instant(call: Timed) -> str:
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
            first = (CANCELLED.sentence, *(() if call.reason else (_("No reason is given."),)))
        case Status.SCHEDULED:
            first = (UPCOMING.sentence if upcoming else PLANNED.sentence,)
    moved = moved_sentence(call.moved_from, call.zone)
    reason = reason_sentence(call.reason)
    again = restored_sentence(call)
    return tuple(sentence for sentence in (*first, moved, again, reason) if sentence)


def reason_sentence(reason: str) -> str:
    """Say the reason that a record gives for what happened to a call, or nothing where it gives none."""
    return _("The reason given: {reason}").format(reason=reason) if reason else ""


def restored_sentence(call: PublicCall) -> str:
    """Say that a call had been cancelled before it was announced again; empty where it was not."""
    return _("It was cancelled, and then announced again.") if call.restored else ""


def moved_sentence(earlier: tuple[datetime.datetime, ...], zone: str) -> str:
    """Say for what earlier times a call was announced, oldest first; empty when there were none."""
    times = [
        _("{day}, {time} {zone}").format(
            day=long_day(time.date()), time=clock(time), zone=zone_words(zone)
        )
        for time in earlier
    ]
    if not times:
        return ""
    if len(times) == 1:
        return _("It was first announced for {time}.").format(time=times[0])
    said = _("It was first announced for {time}; then for {later}.")
    return said.format(time=times[0], later="; ".join(times[1:]))
