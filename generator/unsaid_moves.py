"""Tells which published times a change alters so that calendars cannot know it: moves and cancellations are counted.

Both states pass the gate first, so that nothing is said of what is not public before the change and after it.
What an event is, and how its changes are counted, is what the feeds themselves say.
"""

from collections.abc import Iterator, Mapping, Set

from generator import zones
from generator.model.archive import Archive
from generator.privacy import gate
from generator.privacy.public import PublicArchive, PublicCall
from generator.problems import Problem, problem
from generator.render.calendar_calls import CalendarCall, calendar_calls
from generator.settings import Settings


def find_unsaid(
    before: Archive, now: Archive, settings: tuple[Settings, Settings], touched: Set[str]
) -> Iterator[Problem]:
    """Warn of every touched call that has another time than was published, or fewer changes than were counted."""
    if not any(path.startswith(("calls/", "minutes/")) for path in touched):
        return
    old = _Published(gate.publish(before, settings[0]), settings[0])
    public = gate.publish(now, settings[1])
    new = {event.file: event for event in calendar_calls(public, settings[1]) if event.file}
    for call in public.calls:
        if isinstance(call, PublicCall) and call.path in touched and call.id in new:
            was, event = old.event(call, new[call.id]), new[call.id]
            if was is not None and not was.withheld:
                is_shared = was.fully_shared and event.fully_shared
                for fault in _compared(now, call, was, event):
                    yield fault if is_shared else fault.hush()


class _Published:
    """Finds the event that was published of a call: under its name, an earlier one, or the date that it stands for."""

    def __init__(self, public: PublicArchive, settings: Settings) -> None:
        events = list(calendar_calls(public, settings))
        self._by_name: Mapping[str, CalendarCall] = {event.file: event for event in events}
        self._by_uid: Mapping[str, CalendarCall] = {event.uid: event for event in events}

    def event(self, call: PublicCall, now: CalendarCall) -> CalendarCall | None:
        names = (call.id, *reversed(call.aliases))
        named = (self._by_name[name] for name in names if name in self._by_name)
        return next(named, None) or self._by_uid.get(now.uid)


def _compared(
    archive: Archive, call: PublicCall, was: CalendarCall, event: CalendarCall
) -> Iterator[Problem]:
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
