"""The states of expected dates add up, in random archives: per series, per group and in all, against a slow count."""

import calendar
import datetime
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.privacy.public import (
    AnyCall,
    LooseDate,
    NotesState,
    PublicArchive,
    PublicSeries,
    Status,
)
from generator.recurrence.words import read_words
from generator.render.ledger import ledger_of
from generator.render.ledger_rows import STATES, DateState
from tests.render.ledger_archive import LIVING, WEEKLY, archive_of, call_on, withheld_on

DAY = datetime.timedelta(days=1)
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GROUPS = ("river-planning", "river-assembly", "mill-town", "harbour")
DUE = LIVING.notes_due_days


@dataclass(frozen=True, slots=True)
class Habit:
    """A rhythm that is counted here by hand: its words, and which days it hits."""

    every: int
    weekday: int
    month_day: int

    @property
    def words(self) -> str:
        """Say it as records do."""
        if self.month_day:
            ending = {1: "1st", 15: "15th", 31: "31st"}[self.month_day]
            return f"on the {ending} of the month at 21:00"
        if not self.every:
            return "every day at 21:00"
        weeks = "week" if self.every == 1 else f"{self.every} weeks"
        return f"every {weeks} on {NAMES[self.weekday]} at 21:00"

    def hits(self, day: datetime.date, since: datetime.date) -> bool:
        """Tell whether a day is one of its dates, looking at that day alone."""
        if self.month_day:
            return day.day == self.month_day
        if not self.every:
            return True
        monday = day - DAY * day.weekday()
        first = since - DAY * since.weekday()
        return day.weekday() == self.weekday and (monday - first).days // 7 % self.every == 0


@dataclass(frozen=True, slots=True)
class World:
    """An archive of some seed, and what the slow count needs to know of it besides."""

    archive: PublicArchive
    today: datetime.date
    habits: dict[str, Habit]


def world(seed: int) -> World:
    """Make an archive of a few series with calls of every kind on and beside their dates."""
    draw = random.Random(seed)
    today = datetime.date(2031, 1, 1) + DAY * draw.randrange(400)
    habits, series = {}, []
    for number in range(draw.randint(1, 4)):
        one = f"series-{number}"
        habit = draw.choice(
            (
                Habit(0, 0, 0),
                Habit(draw.randint(1, 3), draw.randrange(7), 0),
                Habit(0, 0, draw.choice((1, 15, 31))),
            )
        )
        habits[one] = habit
        series.append(_series(draw, one, habit, today))
    calls: dict[str, AnyCall] = {}
    for each in series:
        for day in _some_days(draw, today):
            call = _call(draw, each.id, day)
            calls[call.id] = call
    archive = archive_of(*calls.values(), series=tuple(series))
    return World(archive, today, habits)


def _series(draw: random.Random, one: str, habit: Habit, today: datetime.date) -> PublicSeries:
    since = today + DAY * draw.randint(-120, 30)
    until = since + DAY * draw.randint(0, 200) if draw.random() < 0.6 else None
    skipped = {since + DAY * draw.randrange(100) for _ in range(draw.randrange(3))}
    return replace(
        WEEKLY,
        id=one,
        groups=tuple(draw.sample(GROUPS, draw.randrange(4))),
        recurrence=read_words(habit.words),
        since=_loose(since),
        until=_loose(until) if until else None,
        skipped=tuple((day, "") for day in sorted(skipped)),
    )


def _some_days(draw: random.Random, today: datetime.date) -> Iterator[datetime.date]:
    for _ in range(draw.randrange(25)):
        yield today + DAY * draw.randint(-130, 60)


def _call(draw: random.Random, series: str, day: datetime.date) -> AnyCall:
    kind = draw.randrange(8)
    if kind == 0:
        return withheld_on(day, draw.choice(("", series)))
    moved = () if kind != 1 else (datetime.datetime.combine(day - DAY, datetime.time(21)),)
    return call_on(
        day,
        draw.choice(tuple(NotesState)),
        id=f"{day}-{series}",
        series=series,
        status=draw.choice(tuple(Status)),
        moved_from=moved,
        extra=kind == 2,
    )


def _loose(day: datetime.date) -> LooseDate:
    return LooseDate(day.year, day.month, day.day)


def expected_slowly(found: World, series: PublicSeries) -> list[datetime.date]:
    """Give the expected dates of a series by looking at every day from its beginning."""
    since = series.since
    assert since is not None
    first = since.first_day()
    far = found.today + DAY * 400
    last = far.replace(day=calendar.monthrange(far.year, far.month)[1])
    if series.until:
        last = min(last, series.until.last_day())
    days = (first + DAY * number for number in range((last - first).days + 1))
    habit = found.habits[series.id]
    return [day for day in days if habit.hits(day, first) and day not in series.skipped_days]


def open_state(found: World, day: datetime.date) -> DateState:
    """Give the state of a date without a record, by the rule as people would say it."""
    if day >= found.today:
        return DateState.TO_COME
    if any(not call.series and call.id == f"{day}-withheld-1" for call in found.archive.calls):
        return DateState.UNCLEAR
    return DateState.MISSING if (found.today - day).days > DUE else DateState.NOT_YET


@hypothesis_settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(0, 2**32))
def test_states_add_up_to_the_dates_that_are_expected(seed: int) -> None:
    """Per series, per group, where a series counts for each of its own, and in all; and no date is lost."""
    found = world(seed)
    ledger = ledger_of(found.archive, replace(LIVING, today=found.today))
    groups: Counter[str] = Counter()
    apart = 0
    for series in found.archive.series:
        days = expected_slowly(found, series)
        rows = [row for row in ledger.rows[series.id] if row.kind.value == "expected"]
        assert days == [row.date.exact for row in rows]
        totals = ledger.series[series.id]
        assert len(days) == totals.expected == sum(totals.of(state) for state in STATES)
        for row in rows:
            day = row.date.exact
            assert day is not None
            if not row.call:
                assert open_state(found, day) is row.state
        of_series = {call.id for call in found.archive.calls if call.series == series.id}
        told = [row.call for row in ledger.rows[series.id] if row.call]
        assert sorted(of_series) == sorted(told)
        for group in series.groups:
            groups[group] += len(days)
        apart += 0 if series.groups else len(days)
    assert {group: number for group, number in groups.items() if number} == {
        group: totals.expected for group, totals in ledger.groups.items() if totals.expected
    }
    assert apart == ledger.apart.expected
    assert sum(totals.expected for totals in ledger.series.values()) == ledger.total.expected
    for state in STATES:
        everywhere = sum(totals.of(state) for totals in ledger.series.values())
        assert everywhere == ledger.total.of(state)
