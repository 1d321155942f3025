"""Tells which published times and addresses a change alters so that subscribers and readers cannot know it.

Both states pass the gate first, so that nothing is said of what is not public before the change and after it.
What an event is, and how its changes are counted, is what the feeds themselves say.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Set

from generator import zones
from generator.model.archive import Archive
from generator.privacy import gate
from generator.privacy.public import PublicArchive, PublicCall, PublicSeries
from generator.problems import Problem, problem
from generator.recurrence.plan import Plan, plan_of
from generator.render.calendar_calls import CalendarCall, calendar_calls
from generator.settings import Settings


def find_unsaid(
    before: Archive, now: Archive, settings: tuple[Settings, Settings], touched: Set[str]
) -> Iterator[Problem]:
    """Warn of every touched call with another time than was published, fewer changes, or a name that is lost.

    And of every touched series that changes dates which are past.
    """
    if not any(path.startswith(("calls/", "minutes/")) for path in touched):
        return
    public = gate.publish(now, settings[1])
    events = tuple(calendar_calls(public, settings[1]))
    old = _Published(gate.publish(before, settings[0]), settings[0], public)
    new = {event.file: event for event in events if event.file}
    changed = frozenset(
        call.id for call in public.calls if isinstance(call, PublicCall) and call.path in touched
    )
    for call in public.calls:
        if isinstance(call, PublicCall) and call.id in changed and call.id in new:
            was, event = old.event(call, new[call.id]), new[call.id]
            if was is not None and not was.withheld:
                is_shared = was.fully_shared and event.fully_shared
                for fault in _compared(now, call, was, event, old.lost):
                    yield fault if is_shared else fault.hush()
    for series in public.series:
        if series.path in touched:
            yield from _past_of(now, series, old.still_open, events, changed, settings[1])


class _Published:
    """Finds the event that was published of a call: under its name, an earlier one, or the date that it stands for.

    A call of the same series and title takes the place of the only one whose record is gone. `lost` are the ids of
    calls that were published and to which no record leads any more. Where the change withholds a call, nothing is told
    of records that are gone, for one of them is that call's. `still_open` are the events of dates without a record, and
    of calls that may still be seen.
    """

    def __init__(self, public: PublicArchive, settings: Settings, now: PublicArchive) -> None:
        events = tuple(calendar_calls(public, settings))
        self._by_name: Mapping[str, CalendarCall] = {event.file: event for event in events}
        self._by_uid: Mapping[str, CalendarCall] = {event.uid: event for event in events}
        self._known = {call.id for call in public.calls}
        shown = [call for call in now.calls if isinstance(call, PublicCall)]
        kept = {name for call in shown for name in (call.id, *call.aliases)}
        self.still_open = tuple(event for event in events if not event.file or event.file in kept)
        is_withholding = bool(_closed(now) - _closed(public))
        gone = [
            event
            for event in events
            if event.file and not event.withheld and event.file not in kept and not is_withholding
        ]
        self.lost = frozenset(event.file for event in gone)
        self._gone: dict[tuple[str, str], list[CalendarCall]] = {}
        for event in gone:
            self._gone.setdefault((event.series, event.title), []).append(event)

    def event(self, call: PublicCall, now: CalendarCall) -> CalendarCall | None:
        names = (call.id, *reversed(call.aliases))
        named = (self._by_name[name] for name in names if name in self._by_name)
        found = next(named, None) or self._by_uid.get(now.uid)
        alike = self._gone.get((now.series, now.title), ())
        is_new = found is None and call.id not in self._known
        return alike[0] if is_new and len(alike) == 1 else found


def _closed(public: PublicArchive) -> Set[str]:
    return {call.id for call in public.calls if not isinstance(call, PublicCall)}


def _compared(
    archive: Archive,
    call: PublicCall,
    was: CalendarCall,
    event: CalendarCall,
    lost: Set[str],
) -> Iterator[Problem]:
    if was.file in lost:
        name = "aliases" if (call.path, "aliases") in archive.places else "date"
        yield problem("T433", archive.place(call.path, name), earlier=was.file)
    if event.sequence < was.sequence:
        place = archive.place(call.path, "status")
        yield problem(
            "T431",
            place,
            before=_changes(was.sequence),
            now=_changes(event.sequence) if event.sequence else "none",
            restored=call.restored + 1,
        )
    elif event.sequence == was.sequence and _is_another_time(was, event):
        place = archive.place(call.path, "start" if was.day == event.day else "date")
        before, now = _time(was, call.zone), _time(event, call.zone)
        yield problem("T430", place, before=before, now=now, earlier=before)
    elif event.sequence > was.sequence and _is_another_time(was, event):
        yield from _said_otherwise(archive, call, was)


def _said_otherwise(archive: Archive, call: PublicCall, was: CalendarCall) -> Iterator[Problem]:
    """Tell when a call was moved from a time that no line names; of a time in another zone nothing is asked."""
    said = [f"{one:%Y-%m-%d %H:%M}" for one in call.moved_from]
    before = _time(was, call.zone)
    if said and was.starts_at is not None and was.zone == call.zone and before not in said:
        place = archive.place(call.path, f"moved_from[{len(said) - 1}]")
        yield problem("T434", place, said=said[-1], before=before)


def _past_of(
    archive: Archive,
    series: PublicSeries,
    before: Iterable[CalendarCall],
    now: Iterable[CalendarCall],
    changed: Set[str],
    settings: Settings,
) -> Iterator[Problem]:
    """Tell when a series changes past dates; those that it skips, or that lie outside it now, were corrected."""
    plan = plan_of(series, settings.zone, settings.state == "closed")
    if plan is None:
        return
    new = {event.uid: event for event in now if event.series == series.id}
    days = sorted(
        event.day
        for event in before
        if event.series == series.id
        and event.day < settings.today
        and event.fully_shared
        and event.file not in changed
        and _is_expected(plan, event.day)
        and (event.uid not in new or _is_another_time(event, new[event.uid]))
    )
    if days:
        name = next(
            one for one in ("repeats", "rrule", "from") if (series.path, one) in archive.places
        )
        place = archive.place(series.path, name)
        yield problem("T432", place, number=len(days), first=days[0])


def _is_expected(plan: Plan, day: datetime.date) -> bool:
    """Tell whether a series says of itself that it took place around a day, and did not skip it."""
    is_inside = plan.since <= day and (plan.until is None or day <= plan.until)
    return is_inside and day not in plan.skipped


def _is_another_time(was: CalendarCall, event: CalendarCall) -> bool:
    """Tell whether a time is another one; an hour that was not known before is only added."""
    if was.starts_at is None or event.starts_at is None:
        return was.day != event.day
    return was.starts_at != event.starts_at


def _time(event: CalendarCall, zone: str) -> str:
    """Give the time of an event as the record of the call would say it."""
    if event.starts_at is None:
        return event.day.isoformat()
    return f"{event.starts_at.astimezone(zones.zone(zone)):%Y-%m-%d %H:%M}"


def _changes(number: int) -> str:
    return f"{number} {'change' if number == 1 else 'changes'}"
