"""The clock rules of a zone as calendars read them: one STANDARD and at most one DAYLIGHT, each with one yearly rule.

Rules are found from tzdata. A zone that one such pair cannot tell has none here, and its times are then given in UTC.
"""

import datetime
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import zones

FIRST_YEAR = 1970
"""Year in which every rule begins, so that no rule changes because time goes by."""
_CYCLE = 28
"""Years after which the weekdays of dates come back: a rule that holds so long is the zone's own."""
_DAY = datetime.timedelta(days=1)
_LOOK = datetime.timedelta(days=7)
"""How often an offset is looked at: no clock is changed and changed back in a week."""
_SECOND = datetime.timedelta(seconds=1)
_WEEK = 7
_LONGEST = 31
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the clock: the wall time at which it comes, by the clock before it, and the offsets around it."""

    onset: datetime.datetime
    before: datetime.timedelta
    after: datetime.timedelta
    name: str


@dataclass(frozen=True, slots=True)
class _Yearly:
    """What comes back each year: the wall time in the first year, and the parts of the rule."""

    first: datetime.datetime
    rule: str


def zone_lines(zone: str, first: int, last: int) -> tuple[str, ...]:
    """Give the content lines of a VTIMEZONE that gives tzdata's offset at every instant of some local years.

    `first` and `last` are those years. Nothing where one pair of rules cannot. Where the zone's rules last, the lines
    are the same for all years.
    """
    lasting = _lines(zone, first, first + _CYCLE - 1) if last < first + _CYCLE else ()
    return lasting or _lines(zone, first, last)


@functools.cache
def _lines(zone: str, first: int, last: int) -> tuple[str, ...]:
    changes = tuple(_changes(zone, first, last))
    if not changes:
        observances = _unchanging(zone, first)
    elif len(changes) == 2 * (last - first + 1):
        observances = _pair(changes[::2], changes[1::2])
    else:
        observances = ()
    return _component("VTIMEZONE", (f"TZID:{zone}", *observances)) if observances else ()


def _unchanging(zone: str, year: int) -> tuple[str, ...]:
    local = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC).astimezone(zones.zone(zone))
    offset, start = local.utcoffset() or datetime.timedelta(), datetime.datetime(FIRST_YEAR, 1, 1)
    if offset % datetime.timedelta(minutes=1):
        return ()
    return _observance("STANDARD", start, (offset, offset), local.tzname() or "", "")


def _pair(early: Sequence[_Change], late: Sequence[_Change]) -> tuple[str, ...]:
    """Give both observances if each comes by one yearly rule and they follow from each other, else nothing."""
    one, other = early[0], late[0]
    offsets = {(each.before, each.after) for each in early}
    back = {(each.after, each.before) for each in late}
    whole = not (
        one.before % datetime.timedelta(minutes=1) or one.after % datetime.timedelta(minutes=1)
    )
    if not whole or len(offsets) > 1 or offsets != back:
        return ()
    yearly = [_yearly([each.onset for each in some]) for some in (early, late)]
    found: list[str] = []
    kinds = ("DAYLIGHT", "STANDARD") if one.after > one.before else ("STANDARD", "DAYLIGHT")
    for kind, change, rule in sorted(
        zip(kinds, (one, other), yearly, strict=True), key=lambda each: each[0], reverse=True
    ):
        if rule is None:
            return ()
        around = (change.before, change.after)
        found += _observance(kind, rule.first, around, change.name, rule.rule)
    return tuple(found)


def _yearly(onsets: Sequence[datetime.datetime]) -> _Yearly | None:
    """Give the yearly rule of a wall time that comes once in each of some years, or nothing."""
    if len({(onset.month, onset.time()) for onset in onsets}) > 1:
        return None
    for days, fits in _patterns(onsets):
        if all(fits(onset) for onset in onsets):
            rule = f"FREQ=YEARLY;BYMONTH={onsets[0].month};{days}"
            return _Yearly(_first(onsets[0], fits), rule)
    return None


def _patterns(
    onsets: Sequence[datetime.datetime],
) -> Iterator[tuple[str, Callable[[datetime.datetime], bool]]]:
    """Give the ways of naming a day of a month, the simplest first, each with whether a date is such a day."""
    weekday, day = onsets[0].weekday(), min(onset.day for onset in onsets)
    word, number = _WEEKDAYS[weekday], (onsets[0].day - 1) // _WEEK + 1
    if number < 5:
        yield f"BYDAY={number}{word}", lambda at: _is_nth(at, weekday, number)
    yield f"BYDAY=-1{word}", lambda at: at.weekday() == weekday and _is_last(at)
    week = range(day, min(day + _WEEK, _LONGEST + 1))
    numbers = ",".join(map(str, week))
    yield (
        f"BYDAY={word};BYMONTHDAY={numbers}",
        lambda at: at.weekday() == weekday and at.day in week,
    )
    yield f"BYMONTHDAY={day}", lambda at: at.day == day


def _is_nth(at: datetime.datetime, weekday: int, number: int) -> bool:
    return at.weekday() == weekday and (at.day - 1) // _WEEK + 1 == number


def _is_last(at: datetime.datetime) -> bool:
    return (at + _WEEK * _DAY).month != at.month


def _first(
    onset: datetime.datetime, fits: Callable[[datetime.datetime], bool]
) -> datetime.datetime:
    """Give the wall time in the first year that a pattern fits."""
    day = onset.replace(year=FIRST_YEAR, day=1)
    while not fits(day):
        day += _DAY
    return day


def _changes(zone: str, first: int, last: int) -> Iterator[_Change]:
    """Give every change of a zone's offset in some years of UTC, in order."""
    rules = zones.zone(zone)
    end = datetime.datetime(last + 1, 1, 1, tzinfo=datetime.UTC)
    at = datetime.datetime(first, 1, 1, tzinfo=datetime.UTC)
    before = at.astimezone(rules).utcoffset()
    while at < end:
        later = at + _LOOK
        after = later.astimezone(rules).utcoffset()
        if after != before and before is not None and after is not None:
            instant = _instant(rules, at, later)
            onset = instant.replace(tzinfo=None) + before
            # The last look may go beyond the last year.
            if instant < end:
                yield _Change(onset, before, after, instant.astimezone(rules).tzname() or "")
        at, before = later, after


def _instant(
    rules: datetime.tzinfo, at: datetime.datetime, later: datetime.datetime
) -> datetime.datetime:
    """Give the first second of the new offset between two instants of which only the later one has it."""
    new = later.astimezone(rules).utcoffset()
    while later - at > _SECOND:
        middle = at + (later - at) // (2 * _SECOND) * _SECOND
        if middle.astimezone(rules).utcoffset() == new:
            later = middle
        else:
            at = middle
    return later


def _observance(
    kind: str,
    start: datetime.datetime,
    offsets: tuple[datetime.timedelta, datetime.timedelta],
    name: str,
    rule: str,
) -> tuple[str, ...]:
    lines = (
        f"TZNAME:{name}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{_offset(offsets[0])}",
        f"TZOFFSETTO:{_offset(offsets[1])}",
        *((f"RRULE:{rule}",) if rule else ()),
    )
    return _component(kind, lines)


def _component(name: str, lines: Iterable[str]) -> tuple[str, ...]:
    return (f"BEGIN:{name}", *lines, f"END:{name}")


def _offset(offset: datetime.timedelta) -> str:
    """Give an offset as `+0530`.

    >>> _offset(datetime.timedelta(hours=-3, minutes=-30))
    '-0330'
    """
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}{rest:02d}"
