"""The calendar feeds of an archive, of calls and of deadlines, and a file for each call and each expected date.

Which feeds there are is left to `feed_list`, how an event looks to `ics_events`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall
from generator.render.calendar_calls import occurrence_uid
from generator.render.deadline_events import deadline_events
from generator.render.feed_events import Event, Events, events_of
from generator.render.feed_list import Feed, FeedKind, feeds_of
from generator.render.feed_window import windowed
from generator.render.ics_events import folded, text
from generator.render.occurrences import occurrences_of
from generator.render.output import Draft, File
from generator.render.vtimezone import zone_lines
from generator.settings import Settings
from generator.wording import _, language

REFRESH = "PT12H"
"""How often calendars are asked to look again."""
_END = b"END:VCALENDAR\r\n"
_AS_A_PAGE = 40
"""So many events are as many bytes as a page; calendars in hand at a time are as few as pages would be."""


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar: its address, and its folded lines in parts: the head, the zones and the events."""

    path: str
    head: bytes
    zones: tuple[bytes, ...]
    events: tuple[bytes, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give every feed, which an archive without calls has too, and the file of every call and date with a day."""
    events = events_of(archive, settings)
    held = dict(_by_feed(events.in_order))
    held[FeedKind.DEADLINES, ""] = deadline_events(archive, settings)
    for feed in feeds_of(archive, settings):
        own = held.get((feed.kind, feed.about), ())
        view = _feed_view(feed, own, events, settings)
        yield Draft(feed.path, calendar_file, view, weight=1 + len(view.events) // _AS_A_PAGE)
    head = _head(settings)
    for path, event in _files(archive, events, settings):
        view = _view(path, head, (event,), events, (event.lines,))
        yield Draft(path, calendar_file, view, remember=event.fully_shared)


def calendar_file(view: CalendarView, settings: Settings) -> File:
    """Put a calendar together; one without events holds a zone, for it must hold something."""
    parts = (*view.zones, *view.events) or (folded(zone_lines("Etc/UTC", 1970, 1970)),)
    return File(view.path, b"".join((view.head, *parts, _END)))


def _by_feed(events: Sequence[Event]) -> Mapping[tuple[FeedKind, str], Sequence[Event]]:
    """Give the events of each feed, by what it holds the calls of."""
    found: dict[tuple[FeedKind, str], list[Event]] = {}
    for event in events:
        keys = [(FeedKind.ALL, ""), (FeedKind.YEAR, f"{event.day.year:04d}")]
        keys += [(FeedKind.SERIES, event.series)] if event.series else []
        keys += [(FeedKind.GROUP, group) for group in event.group_ids]
        keys += [(FeedKind.HUB, hub) for hub in event.hub_ids]
        for key in keys:
            found.setdefault(key, []).append(event)
    return found


def _feed_view(
    feed: Feed, own: Sequence[Event], events: Events, settings: Settings
) -> CalendarView:
    """Give the view of a feed: all of its events, or as many as a feed may hold, which it then says."""
    if feed.sister == addresses.QUIET:
        own = [event for event in own if not event.is_cancelled]
    head = _feed_head(feed, settings, is_whole=True)
    view = _view(feed.path, head, own, events, _lines(feed, own))
    if feed.kind is FeedKind.YEAR:
        return view
    shown = windowed(own, len(calendar_file(view, settings).data), settings.today)
    if len(shown) == len(own):
        return view
    head = _feed_head(feed, settings, is_whole=False)
    return _view(feed.path, head, shown, events, _lines(feed, shown))


def _lines(feed: Feed, events: Sequence[Event]) -> tuple[bytes, ...]:
    if feed.sister == addresses.REMIND:
        return tuple(event.reminding for event in events)
    return tuple(event.lines for event in events)


def _view(
    path: str, head: bytes, own: Sequence[Event], events: Events, lines: tuple[bytes, ...]
) -> CalendarView:
    used = sorted({event.zone for event in own if event.zone})
    return CalendarView(path, head, tuple(events.zones[zone] for zone in used), lines)


def _feed_head(feed: Feed, settings: Settings, is_whole: bool) -> bytes:
    """Give the head of a feed that calendars look at for years."""
    name = text(feed.name(settings))
    older = "" if is_whole else _("Older calls are in the calendars of their years.")
    parts = (settings.site_description, settings.notice, older)
    said = text("\n\n".join(part for part in parts if part))
    return _head(
        settings,
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        f"DESCRIPTION:{said}",
        f"X-WR-CALDESC:{said}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
    )


def _head(settings: Settings, *more: str) -> bytes:
    """Give the first lines of a calendar; one call has no name, because Outlook opens a named event as a calendar."""
    made_by = (
        f"PRODID:{text(f'-//{settings.calendar_domain}//Calls archive//{language().upper()}')}"
    )
    return folded(("BEGIN:VCALENDAR", "VERSION:2.0", made_by, *more))


def _files(
    archive: PublicArchive, events: Events, settings: Settings
) -> Iterator[tuple[str, Event]]:
    """Give the addresses of all files of single events: of calls, of their earlier ids, and of expected dates."""
    by_call = {event.file: event for event in events.in_order if event.file}
    by_uid = {event.uid: event for event in events.in_order}
    yield from ((addresses.call_calendar(call), event) for call, event in by_call.items())
    taken = {addresses.call_calendar(call.id) for call in archive.calls}
    for path, event in _further(archive, by_call, by_uid, settings):
        if path not in taken:
            taken.add(path)
            yield path, event


def _further(
    archive: PublicArchive,
    by_call: Mapping[str, Event],
    by_uid: Mapping[str, Event],
    settings: Settings,
) -> Iterator[tuple[str, Event]]:
    for call in archive.calls:
        if isinstance(call, PublicCall) and call.id in by_call:
            own = by_call[call.id]
            yield from ((addresses.call_calendar(alias), own) for alias in call.aliases)
    for series, dates in occurrences_of(archive, settings).items():
        for date in dates:
            event = by_call.get(date.call) or by_uid.get(occurrence_uid(series, date.day))
            if event is not None:
                yield addresses.occurrence_calendar(series, date.day), event
