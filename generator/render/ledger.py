"""The ledger of recurring calls: a row for every expected date, each with one state, so that states add up.

It is worked out from what may be seen alone. What a row is stands in `ledger_rows`, how it is told in `ledger_words`
and the pages, and which dates are expected in `occurrences`.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.privacy.public import (
    AnyCall,
    LooseDate,
    NotesState,
    PublicArchive,
    PublicCall,
    PublicSeries,
    Status,
    WithheldCall,
)
from generator.recurrence.plan import horizon
from generator.render.date_places import DatePlaces, date_places
from generator.render.ledger_rows import DateState, Kind, LedgerRow, Totals, sum_of, totals_of
from generator.render.occurrences import Occurrence, occurrences_of, own_date_of
from generator.render.once import once
from generator.render.rows import is_coming
from generator.settings import Settings

_OF_NOTES = {
    NotesState.NOT_EXPECTED: DateState.UNKNOWN,
    **{state: DateState(state.value) for state in NotesState if state.value != "not-expected"},
}
_WRITTEN = (NotesState.MINUTES, NotesState.DRAFT, NotesState.SUMMARY)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of every series that expands, in order of their dates, and what they add up to.

    A series counts for each of its groups; `apart` adds up the series that have none.
    """

    rows: Mapping[str, tuple[LedgerRow, ...]]
    series: Mapping[str, Totals]
    groups: Mapping[str, Totals]
    apart: Totals
    total: Totals


def ledger_of(archive: PublicArchive, settings: Settings) -> Ledger:
    """Give the ledger, worked out once an archive."""
    return once(archive, _ledger, settings)


def _ledger(archive: PublicArchive, settings: Settings) -> Ledger:
    known = _Known(archive, settings)
    expected = occurrences_of(archive, settings)
    rows = {
        series.id: tuple(sorted(known.rows(series, expected[series.id]), key=_in_order))
        for series in archive.series
        if series.id in expected
    }
    series = {each: totals_of(found) for each, found in rows.items()}
    by_group: dict[str, list[Totals]] = {}
    for one in archive.series:
        if one.id in series:
            for group in dict.fromkeys(one.groups) or ("",):
                by_group.setdefault(group, []).append(series[one.id])
    apart = sum_of(by_group.pop("", ()))
    groups = {group: sum_of(by_group[group]) for group in sorted(by_group)}
    return Ledger(rows, series, groups, apart, sum_of(series.values()))


def _in_order(row: LedgerRow) -> tuple[LooseDate, str]:
    return row.date, row.call


class _Known:
    """What rows are made from, looked up once for all series."""

    def __init__(self, archive: PublicArchive, settings: Settings) -> None:
        self.today, self.last = settings.today, horizon(settings.today)
        self.days_until_due = datetime.timedelta(days=settings.notes_due_days)
        self.places: DatePlaces = date_places(archive, settings)
        self.calls: dict[str, AnyCall] = {call.id: call for call in archive.calls}
        self.by_series: dict[str, list[AnyCall]] = {}
        self.withheld: set[datetime.date | None] = set()
        for call in archive.calls:
            if call.series:
                self.by_series.setdefault(call.series, []).append(call)
            elif isinstance(call, WithheldCall):
                self.withheld.add(call.date.exact)

    def rows(self, series: PublicSeries, expected: tuple[Occurrence, ...]) -> Iterator[LedgerRow]:
        """Give the rows of a series: expected dates, skipped ones, and its other calls."""
        for one in expected:
            yield self._with_call(series, one) if one.call else self._without(series, one)
        standing = {one.call for one in expected}
        zone = expected[0].zone if expected else series.zone
        for day, reason in dict(series.skipped).items():
            if day <= self.last:
                yield self._skipped(series, day, reason, zone)
        for call in self.by_series.get(series.id, ()):
            if call.id not in standing:
                yield self._beside(series, call, zone)

    def _without(self, series: PublicSeries, one: Occurrence) -> LedgerRow:
        due = one.day + self.days_until_due
        if one.day >= self.today:
            state = DateState.TO_COME
        elif one.day in self.withheld:
            state = DateState.UNCLEAR
        else:
            state = DateState.MISSING if due < self.today else DateState.NOT_YET
        asked = state in (DateState.MISSING, DateState.NOT_YET)
        return LedgerRow(
            series=series.id,
            groups=series.groups,
            date=LooseDate.of(one.day),
            zone=one.zone,
            clock=one.clock,
            kind=Kind.EXPECTED,
            state=state,
            place=self.places.place(series.id, one.day),
            due=due if asked else None,
        )

    def _with_call(self, series: PublicSeries, one: Occurrence) -> LedgerRow:
        call = self.calls[one.call]
        own = LooseDate.of(one.day)
        state, due = self._state(call)
        start = call.start if isinstance(call, PublicCall) else None
        zone = call.zone if isinstance(call, PublicCall) else one.zone
        differs = (start, zone) != (one.clock, one.zone)
        told = start is not None and (differs or state is DateState.TO_COME)
        return LedgerRow(
            series=series.id,
            groups=series.groups,
            date=own,
            zone=one.zone,
            clock=one.clock,
            kind=Kind.EXPECTED,
            state=state,
            place=self.places.place(series.id, one.day),
            call=call.id,
            moved_to=call.date if call.date != own else None,
            hour=start if told else None,
            hour_zone=zone if told else "",
            reason=_reason(call),
            due=due,
        )

    def _beside(self, series: PublicSeries, call: AnyCall, zone: str) -> LedgerRow:
        own = own_date_of(call)
        date = LooseDate.of(own) if own else call.date
        state, due = self._state(call)
        is_extra = isinstance(call, PublicCall) and call.extra
        start = call.start if isinstance(call, PublicCall) else None
        zone = call.zone if isinstance(call, PublicCall) else zone
        told = start is not None and state is DateState.TO_COME
        return LedgerRow(
            series=series.id,
            groups=series.groups,
            date=date,
            zone=zone,
            clock=start,
            kind=Kind.EXTRA if is_extra else Kind.OUTSIDE,
            state=state,
            call=call.id,
            moved_to=call.date if call.date != date else None,
            hour=start if told else None,
            hour_zone=zone if told else "",
            reason=_reason(call),
            due=due,
        )

    def _skipped(
        self, series: PublicSeries, day: datetime.date, reason: str, zone: str
    ) -> LedgerRow:
        return LedgerRow(
            series=series.id,
            groups=series.groups,
            date=LooseDate.of(day),
            zone=zone,
            clock=series.recurrence.clock if series.recurrence else None,
            kind=Kind.SKIPPED,
            state=DateState.SKIPPED,
            place=self.places.place(series.id, day),
            reason=reason,
        )

    def _state(self, call: AnyCall) -> tuple[DateState, datetime.date | None]:
        """Give the state of a call, and when its notes are due where they are missing or not due yet."""
        state = _state_of(call, self.today)
        if state not in (DateState.MISSING, DateState.NOT_YET):
            return state, None
        return state, call.date.last_day() + self.days_until_due


def _state_of(call: AnyCall, today: datetime.date) -> DateState:
    if not isinstance(call, PublicCall):
        return DateState.WITHHELD
    if call.status is Status.CANCELLED:
        return DateState.CANCELLED
    if is_coming(call, today) and call.notes_state not in _WRITTEN:
        return DateState.TO_COME
    return _OF_NOTES[call.notes_state]


def _reason(call: AnyCall) -> str:
    """Give the reason why a call was cancelled; reasons for other changes stand on its page."""
    if isinstance(call, PublicCall) and call.status is Status.CANCELLED:
        return call.reason
    return ""
