"""How long a copy of a recording lasts: its platform's rule, and what was found at its address, which beats the rule.

Days are counted in the call's own zone from the call's date, so a change of the clocks moves none. Of a date that is
known to a month or a year a copy is due by its first day, and expired by its last: never too late, never too early.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from generator.model.answer import Answer, Found
from generator.model.call import Call, Recording
from generator.model.dates import LooseDate
from generator.model.group import Platform

WARNED = 30
"""So many days before its platform deletes it, a copy is due."""


class CopyState(Enum):
    """How long one copy of a recording will last, on the day of the build.

    `due`: its provider deletes it within a month; `last-day`: on this very day, or it may be, where the call's day is
    not known. `expired` is worked out from the provider's rule, and nobody looked; `spared`: it was found after the
    day of the rule, and nobody knows for how long; `gone`: its address was asked for, and it is not there.
    """

    LASTING = "lasting"
    KEPT = "kept"
    DUE = "due"
    LAST_DAY = "last-day"
    SPARED = "spared"
    EXPIRED = "expired"
    GONE = "gone"


LOST = frozenset({CopyState.EXPIRED, CopyState.GONE})
"""States of a copy that is not there any more."""
IN_DANGER = frozenset({CopyState.DUE, CopyState.LAST_DAY, CopyState.SPARED})
"""States of a copy that is there and will not be for long."""


@dataclass(frozen=True, slots=True)
class Life:
    """How long a copy lasts: `copy_before` is the day on which its platform deletes it, or the first that may be it.

    `deleted_by` is the last day that may be it. Both are empty for a copy that no known rule deletes. `since` is the
    first day on which a lost copy was not there.
    """

    state: CopyState
    copy_before: datetime.date | None = None
    deleted_by: datetime.date | None = None
    since: datetime.date | None = None

    @property
    def is_lost(self) -> bool:
        """Tell whether the copy is not there any more."""
        return self.state in LOST


def life_of(
    copy: Recording,
    date: LooseDate,
    days: int,
    answer: Answer | None,
    today: datetime.date,
) -> Life:
    """Tell how long a copy of a recording lasts, of a call on a date, whose platform keeps it for so many days.

    `days` is 0 where no rule is known, and `answer` is the last one about the copy's address.
    """
    before = _after(date.first_day(), days) if days else None
    by = _after(date.last_day(), days) if days else None
    if answer is not None and _is_gone(copy, answer):
        return Life(CopyState.GONE, before, by, answer.since or answer.asked_on)
    if before is None or by is None:
        return Life(CopyState.LASTING)
    seen = _last_seen(copy, answer)
    if today > by and seen is not None and seen > by:
        return Life(CopyState.SPARED, before, by)
    if today > by:
        return Life(CopyState.EXPIRED, before, by, _after(by, 1))
    return Life(_state_before(date, before, today), before, by)


def lives_of(
    call: Call,
    platforms: Mapping[str, Platform],
    answers: Mapping[str, Answer],
    today: datetime.date,
) -> tuple[Life, ...]:
    """Tell how long each copy of a call lasts, in their order, with platforms by id and answers by address."""
    found = []
    for copy in call.recordings:
        platform = platforms.get(copy.kept_by)
        days = platform.keeps_recordings if platform else 0
        found.append(life_of(copy, call.date, days, answers.get(copy.url), today))
    return tuple(found)


def ends_on(lives: Iterable[Life]) -> datetime.date | None:
    """Give the day on which the last copy that is there will be deleted, or nothing where one is that no rule deletes.

    A day in the past is that of a copy which was found later than its rule allows.
    """
    days = [life.copy_before for life in lives if not life.is_lost]
    known = [day for day in days if day is not None]
    return max(known, default=None) if len(known) == len(days) else None


def is_in_danger(ends: datetime.date | None, there: Iterable[CopyState]) -> bool:
    """Tell whether a recording will be lost within a month, from the day it ends on and the states of what is there."""
    return ends is not None and all(state in IN_DANGER for state in there)


def _after(day: datetime.date, days: int) -> datetime.date:
    """Give the day so many days later, or the last one that a calendar has."""
    return day + min(datetime.timedelta(days=days), datetime.date.max - day)


def _state_before(date: LooseDate, before: datetime.date, today: datetime.date) -> CopyState:
    """Give the state of a copy whose rule has not surely passed."""
    if today >= before:
        return CopyState.LAST_DAY
    due = max(before - datetime.timedelta(days=WARNED), date.first_day())
    return CopyState.DUE if today >= due else CopyState.KEPT


def _is_gone(copy: Recording, answer: Answer) -> bool:
    """Tell whether a copy was not there when it was asked for, and nobody has found it there later."""
    return answer.found is Found.GONE and (copy.seen is None or copy.seen <= answer.asked_on)


def _last_seen(copy: Recording, answer: Answer | None) -> datetime.date | None:
    """Give the last day on which a copy was found, by a person or by the program that asks."""
    asked = None
    if answer is not None:
        asked = answer.asked_on if answer.found is Found.THERE else answer.there_on
    return max((day for day in (copy.seen, asked) if day is not None), default=None)
