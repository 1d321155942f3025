"""Public archives of recurring calls for the tests of the ledger, made by hand or by a seed."""

import datetime
from dataclasses import replace
from typing import Any

from generator.privacy.public import (
    LooseDate,
    NotesState,
    PublicArchive,
    PublicCall,
    PublicSeries,
    Status,
    WithheldCall,
)
from generator.recurrence.words import read_words
from generator.render.ledger import Ledger, ledger_of
from generator.render.ledger_rows import LedgerRow
from tests.render.made_archive import (
    ARCHIVE,
    ASSEMBLY,
    CALL,
    FORGE,
    PLANNING,
    SERIES,
    WITHHOLDING,
)

TODAY = datetime.date(2031, 3, 12)
LIVING = replace(FORGE, state="living", today=TODAY)
"""Wednesday 12 March 2031, on which a call of the weekly series is expected."""
WEEKLY = replace(
    SERIES,
    since=LooseDate(2031, 1, 8),
    until=LooseDate(2031, 4, 30),
    recurrence=read_words("every week on Wednesday at 21:00"),
    skipped=((datetime.date(2031, 1, 22), "holiday"),),
)
"""Expected on 16 Wednesdays; a further one is skipped."""


def loose(day: datetime.date) -> LooseDate:
    """Give a day as a date that is known to the day."""
    return LooseDate(day.year, day.month, day.day)


def call_on(
    day: datetime.date, state: NotesState = NotesState.MINUTES, **fields: Any
) -> PublicCall:
    """Give a call of the weekly series on a day."""
    given: dict[str, Any] = {
        "id": f"{day}-river-open-call",
        "date": loose(day),
        "notes_state": state,
        "absence": state,
        "status": Status.HELD,
        **fields,
    }
    return replace(CALL, **given)


def withheld_on(day: datetime.date, series: str = "") -> WithheldCall:
    """Give a withheld call of a day, which names its series only where one is given."""
    return WithheldCall(f"{day}-withheld-1", loose(day), WITHHOLDING, series)


def archive_of(
    *calls: PublicCall | WithheldCall, series: tuple[PublicSeries, ...] = (WEEKLY,)
) -> PublicArchive:
    """Give an archive of recurring calls and single ones."""
    ordered = tuple(sorted(calls, key=lambda call: (call.date, call.id)))
    return PublicArchive(
        calls=ordered,
        series=series,
        groups=(ASSEMBLY, PLANNING),
        hubs=ARCHIVE.hubs,
        platforms=ARCHIVE.platforms,
    )


def ledger(
    *calls: PublicCall | WithheldCall, today: datetime.date = TODAY, **fields: Any
) -> Ledger:
    """Give the ledger of the weekly series, varied by fields, and some calls on a day."""
    archive = archive_of(*calls, series=(replace(WEEKLY, **fields),))
    return ledger_of(archive, replace(LIVING, today=today))


def row_of(found: Ledger, day: datetime.date) -> LedgerRow:
    """Give the only row that the weekly series has on a day."""
    (row,) = [row for row in found.rows[WEEKLY.id] if row.date == loose(day)]
    return row
