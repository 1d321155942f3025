"""What is withheld of calls, as the register, its data and its feed tell it, and how it adds up.

Its subjects know the date and the public facts about the withholding, because the types hold nothing else.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from generator.privacy.public import LooseDate, PublicArchive, PublicClosed, Reason, Withholding
from generator.render.figures import Counts, count_states
from generator.render.names import Target, call_target, named_one, names_of
from generator.render.once import once
from generator.render.withholding_words import is_overdue
from generator.settings import Settings
from generator.wording import language, spoken


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register: which call, what of it, and who decided so; `overdue` is told of the day of the build."""

    id: str
    date: LooseDate
    call: Target
    withholding: Withholding
    decided_by: Target
    overdue: bool


@dataclass(frozen=True, slots=True)
class WithheldCounts:
    """How the register adds up: `whole` and `part` are all of `calls`, and so are the numbers by class of reason.

    `minutes` and `recordings` count calls of which these are withheld, among them those that are wholly.
    `closed` are series, groups and hubs.
    """

    calls: int
    whole: int
    part: int
    minutes: int
    recordings: int
    overdue: int
    reasons: Counts
    closed: PublicClosed


def register_of(archive: PublicArchive, settings: Settings) -> tuple[Entry, ...]:
    """Give the register, in the order of the archive and once for all that show it."""
    return once(archive, _register, language(), settings.today)


def _register(archive: PublicArchive, told_in: str, today: datetime.date) -> tuple[Entry, ...]:
    with spoken(told_in):
        groups = names_of(archive).groups
        return tuple(
            Entry(
                id=call.id,
                date=call.date,
                call=call_target(call),
                withholding=call.withholding,
                decided_by=named_one(groups, call.withholding.decided_by),
                overdue=is_overdue(call.withholding, today),
            )
            for call in archive.calls
            if call.withholding is not None
        )


def counts_of(entries: Sequence[Entry], closed: PublicClosed) -> WithheldCounts:
    """Count the register."""
    whole = sum(one.withholding.details for one in entries)
    return WithheldCounts(
        calls=len(entries),
        whole=whole,
        part=len(entries) - whole,
        minutes=sum(one.withholding.minutes for one in entries),
        recordings=sum(one.withholding.recording for one in entries),
        overdue=sum(one.overdue for one in entries),
        reasons=count_states(Reason, (one.withholding.reason for one in entries)),
        closed=closed,
    )
