"""A row of the ledger of recurring calls, the states it can have, and what rows add up to.

How rows are worked out is left to `ledger`.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from generator.privacy.public import LooseDate


class Kind(Enum):
    """Why a date stands in the ledger.

    `extra` is a call that says so of itself, `outside` any other call of the series on no date of its rhythm.
    """

    EXPECTED = "expected"
    EXTRA = "extra"
    OUTSIDE = "outside"
    SKIPPED = "skipped"


class DateState(Enum):
    """What there is of a date. The kinds of absence are never confused, as for the notes of a call.

    `unclear`: a call of that day is withheld, and whether it is this one is not said.
    """

    MINUTES = "minutes"
    DRAFT = "draft"
    SUMMARY = "summary"
    WITHHELD = "withheld"
    NONE_TAKEN = "none-taken"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    MISSING = "missing"
    NOT_YET = "not-yet"
    TO_COME = "to-come"
    UNCLEAR = "unclear"
    SKIPPED = "skipped"


STATES = tuple(DateState)[:-1]
"""The states that an expected date can have, in the order in which they are told; a skipped one is not expected."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A date of a recurring call, whether or not there is a record of it.

    `date` is the series' own day, known only in part for some calls outside the rhythm; `clock` is the wall time of
    the rhythm in `zone`. `call` is the id of the call that stands for the date, empty where there is no record.
    `moved_to` is the call's day where it is another one; `hour` its wall time in `hour_zone` where that differs
    or is still to come.
    `reason` tells why it was cancelled or skipped. `due` is the last day on which nobody asks for notes that are
    missing or not due yet. `place` is its address, empty for a call outside the rhythm, which has its own page.
    """

    series: str
    groups: tuple[str, ...]
    date: LooseDate
    zone: str
    clock: datetime.time | None
    kind: Kind
    state: DateState
    place: str = ""
    call: str = ""
    moved_to: LooseDate | None = None
    hour: datetime.time | None = None
    hour_zone: str = ""
    reason: str = ""
    due: datetime.date | None = None

    @property
    def takes_place(self) -> LooseDate:
        """Give the day on which it takes place, as far as it is known."""
        return self.moved_to or self.date

    def overdue(self, today: datetime.date) -> int:
        """Give for how many days missing notes have been overdue, 0 where nothing is."""
        if self.state is not DateState.MISSING or self.due is None:
            return 0
        return max((today - self.due).days, 0)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many expected dates have each state that occurs; extra calls, calls outside the rhythm and skips apart."""

    states: tuple[tuple[DateState, int], ...] = ()
    extra: int = 0
    outside: int = 0
    skipped: int = 0

    @property
    def expected(self) -> int:
        """Give the number of expected dates, which the states add up to."""
        return sum(number for _, number in self.states)

    def of(self, state: DateState) -> int:
        """Give the number of expected dates that have a state."""
        return dict(self.states).get(state, 0)


def totals_of(rows: Iterable[LedgerRow]) -> Totals:
    """Count rows by state, and apart those that are not expected dates."""
    some = tuple(rows)
    states = Counter(row.state for row in some if row.kind is Kind.EXPECTED)
    kinds = Counter(row.kind for row in some)
    return _totals(states, kinds[Kind.EXTRA], kinds[Kind.OUTSIDE], kinds[Kind.SKIPPED])


def sum_of(totals: Iterable[Totals]) -> Totals:
    """Add up totals."""
    some = tuple(totals)
    states: Counter[DateState] = Counter()
    for one in some:
        states.update(dict(one.states))
    return _totals(
        states,
        sum(one.extra for one in some),
        sum(one.outside for one in some),
        sum(one.skipped for one in some),
    )


def _totals(states: Counter[DateState], extra: int, outside: int, skipped: int) -> Totals:
    found = tuple((state, states[state]) for state in STATES if states[state])
    return Totals(found, extra, outside, skipped)
