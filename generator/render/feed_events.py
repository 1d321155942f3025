"""Every event of an archive as the octets that stand in calendars, made once for all feeds and files it stands in.

Which feed holds which events is left to `ics_feed`.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import zones
from generator.privacy.public import PublicArchive, Status
from generator.render.calendar_calls import CalendarCall, calendar_calls
from generator.render.ics_events import ends_at, event_lines, folded, text
from generator.render.once import once
from generator.render.vtimezone import zone_lines
from generator.settings import Settings
from generator.wording import _, language, spoken

_END = b"END:VEVENT\r\n"
_UTC = "Etc/UTC"


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its identity, whose it is, and its folded lines; `reminding` are the same with an alarm.

    `file` is the id of its call, empty where there is no record; `series`, `group_ids` and `hub_ids` say in whose
    feeds it stands. `zone` names the zone that a calendar around it must hold, empty where it needs none.
    """

    uid: str
    file: str
    day: datetime.date
    series: str
    group_ids: tuple[str, ...]
    hub_ids: tuple[str, ...]
    zone: str
    is_cancelled: bool
    fully_shared: bool
    lines: bytes
    reminding: bytes


@dataclass(frozen=True, slots=True)
class Events:
    """All events of an archive in order of time, and the folded lines of every zone that they name."""

    in_order: tuple[Event, ...]
    zones: Mapping[str, bytes]


def events_of(archive: PublicArchive, settings: Settings) -> Events:
    """Give all events of an archive, made once."""
    return once(archive, _events, settings, language())


def _events(archive: PublicArchive, settings: Settings, told_in: str) -> Events:
    with spoken(told_in):
        calls = sorted(calendar_calls(archive, settings), key=_order)
        rules = _rules(calls, settings)
        alarm = _alarm(_("Reminder of a call"))
        events = tuple(_event(call, settings, rules, alarm) for call in calls)
    return Events(events, {zone: folded(lines) for zone, lines in rules.items()})


def _order(call: CalendarCall) -> tuple[datetime.date, str, str]:
    return call.day, f"{call.starts_at}" if call.starts_at else "", call.uid


def _event(
    call: CalendarCall, settings: Settings, rules: Mapping[str, tuple[str, ...]], alarm: bytes
) -> Event:
    zoned = call.zone in rules and _is_zoned(call, settings)
    lines = folded(event_lines(call, settings, zoned))
    is_cancelled = call.status is Status.CANCELLED
    return Event(
        uid=call.uid,
        file=call.file,
        day=call.day,
        series=call.series,
        group_ids=call.group_ids,
        hub_ids=call.hub_ids,
        zone=call.zone if zoned else "",
        is_cancelled=is_cancelled,
        fully_shared=call.fully_shared,
        lines=lines,
        reminding=lines if is_cancelled else lines.removesuffix(_END) + alarm + _END,
    )


def events_of_days(
    days: Iterable[CalendarCall], settings: Settings, reminder: str
) -> tuple[Event, ...]:
    """Give events of whole days in order of time, each with an alarm that says `reminder`."""
    alarm = _alarm(reminder)
    return tuple(_event(day, settings, {}, alarm) for day in sorted(days, key=_order))


def _alarm(reminder: str) -> bytes:
    """Give the lines of an alarm 8 hours before."""
    said = f"DESCRIPTION:{text(reminder)}"
    return folded(("BEGIN:VALARM", "ACTION:DISPLAY", said, "TRIGGER:-PT8H", "END:VALARM"))


def _rules(calls: Iterable[CalendarCall], settings: Settings) -> dict[str, tuple[str, ...]]:
    """Give the lines of every zone whose calls to come can be told by its clock."""
    years: dict[str, set[int]] = {}
    for call in calls:
        if _is_zoned(call, settings):
            used = years.setdefault(call.zone, set())
            used.update(at.year for at in _local_times(call, settings))
    found = {zone: zone_lines(zone, min(used), max(used)) for zone, used in years.items()}
    return {zone: lines for zone, lines in sorted(found.items()) if lines}


def _is_zoned(call: CalendarCall, settings: Settings) -> bool:
    """Tell whether a call is to come, and its wall times say by themselves which instants they are."""
    is_coming = call.day >= settings.today and call.status is not Status.HELD
    if call.starts_at is None or not is_coming or call.zone == _UTC:
        return False
    return all(len(zones.instants(at, call.zone)) == 1 for at in _local_times(call, settings))


def _local_times(call: CalendarCall, settings: Settings) -> Iterator[datetime.datetime]:
    rules = zones.zone(call.zone)
    for at in (call.starts_at, ends_at(call, settings)):
        if at is not None:
            yield at.astimezone(rules).replace(tzinfo=None, fold=0)
