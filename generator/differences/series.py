"""What changes about recurring calls: their rhythm, beginning, end and skipped dates, and which dates come and go.

Dates follow from the rhythm alone, never from calls, so that nothing is told of whose a withheld call is.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.differences.pairs import State
from generator.differences.sentences import Said, Sentence, counted, listed
from generator.privacy.public import PublicSeries
from generator.recurrence.plan import expected_dates, horizon, plan_of
from generator.settings import Settings

Dates = Mapping[str, Sequence[datetime.date]]
"""The dates on which calls of each series are expected, by its id."""
_FEW = 3
"""So many dates are named."""


def dates_of(state: State, settings: Settings) -> Dates:
    """Give the expected dates of every series that has any, up to the horizon of the day of the settings."""
    last, closed = horizon(settings.today), settings.state == "closed"
    plans = {one.id: plan_of(one, settings.zone, closed) for one in state.public.series}
    return {name: tuple(expected_dates(plan, last)) for name, plan in plans.items() if plan}


def series_sentences(
    old: State, new: State, before: Dates, after: Dates, today: datetime.date
) -> Iterator[Sentence]:
    """Give series that came or changed; those that are gone are told with what is withdrawn."""
    unread = old.unread | new.unread
    known = {one.id: one for one in old.public.series}
    for one in new.public.series:
        if not unread.isdisjoint(("calls/series", f"calls/series/{one.id}")):
            continue
        dates = before.get(one.id, ()), after.get(one.id, ())
        earlier = known.get(one.id)
        if earlier is None:
            yield ("Series added: ", Said(one.title))
            yield from _dates(one, dates, frozenset(), today)
        elif earlier != one or dates[0] != dates[1]:
            yield from _changed(earlier, one, dates, today)


def _changed(
    old: PublicSeries,
    new: PublicSeries,
    dates: tuple[Sequence[datetime.date], Sequence[datetime.date]],
    today: datetime.date,
) -> Iterator[Sentence]:
    if old.rhythm != new.rhythm:
        yield ("Series changed: ", Said(new.title), ", now ", Said(new.rhythm))
    if old.since != new.since and new.since is not None:
        yield ("Series begins: ", Said(new.title), f", on {new.since}")
    if old.until != new.until:
        ends = f", on {new.until}" if new.until else ", no end is told any more"
        yield ("Series ends: " if new.until else "Series goes on: ", Said(new.title), ends)
    yield from _skips(old, new, dates[1])
    told = frozenset(old.skipped_days) ^ frozenset(new.skipped_days)
    yield from _dates(new, dates, told, today, old.recurrence == new.recurrence)
    both = frozenset(old.skipped_days) & frozenset(new.skipped_days)
    if _without_dates(old, new, both) != _without_dates(new, new, both):
        yield ("Series changed: ", Said(new.title))


def _skips(
    old: PublicSeries, new: PublicSeries, dates: Iterable[datetime.date]
) -> Iterator[Sentence]:
    """Say which dates are skipped from now on, and which are not any more although they are dates still."""
    skipped = frozenset(old.skipped_days)
    added = [(day, reason) for day, reason in new.skipped if day not in skipped]
    words: list[str | Said] = []
    for day, reason in added[:_FEW]:
        words += [", " if words else "", str(day), *((" for ", Said(reason)) if reason else ())]
    if added:
        yield ("Skipped: ", Said(new.title), " on ", *words, _more(len(added)))
    again = sorted(skipped & frozenset(dates))
    if again:
        shown = ", ".join(map(str, again[:_FEW]))
        yield ("No longer skipped: ", Said(new.title), f" on {shown}{_more(len(again))}")


def _dates(
    series: PublicSeries,
    dates: tuple[Sequence[datetime.date], Sequence[datetime.date]],
    told: frozenset[datetime.date],
    today: datetime.date,
    same_rhythm: bool = True,
) -> Iterator[Sentence]:
    """Say how many dates come and go but for those told as skipped, and name a few.

    Of dates that go none is named unless the newer rhythm has them too, for they may be what is withdrawn.
    """
    before, after = (frozenset(each) for each in dates)
    come, go = sorted(after - before - told), sorted(before - after - told)
    if come:
        yield _some(series, _verb(come, "come", "comes"), come, today)
    if go and same_rhythm and after:
        yield _some(series, _verb(go, "go", "goes"), go, today)
    elif go:
        yield (f"{counted(len(go), 'date')} of ", Said(series.title), _verb(go, " go", " goes"))


def _some(
    series: PublicSeries, verb: str, days: Sequence[datetime.date], today: datetime.date
) -> Sentence:
    ahead = [day for day in days if day >= today] if len(days) > _FEW else []
    shown = [str(day) for day in (ahead or days)[:_FEW]]
    which = "next" if ahead else "first"
    named = listed(shown) if len(days) <= _FEW else f"the {which} {listed(shown)}"
    return (f"{counted(len(days), 'date')} of ", Said(series.title), f" {verb}: {named}")


def _verb(days: Sequence[datetime.date], many: str, one: str) -> str:
    return one if len(days) == 1 else many


def _more(number: int) -> str:
    return f" and {number - _FEW} more" if number > _FEW else ""


def _without_dates(
    series: PublicSeries, new: PublicSeries, both: frozenset[datetime.date]
) -> PublicSeries:
    """Leave aside what has sentences of its own; reasons of skips that stayed are compared."""
    return dataclasses.replace(
        series,
        rhythm="",
        recurrence=None,
        since=None if new.since is not None else series.since,
        until=None,
        skipped=tuple(pair for pair in series.skipped if pair[0] in both),
        changed_at=None,
    )
