"""The calendar feed of all calls whose day is known, and a file of its own for each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.calendar_calls import CalendarCall, calendar_calls
from generator.render.figures import is_fully_shared
from generator.render.ics_events import event_lines, folded, text
from generator.render.output import Draft, File
from generator.settings import Settings
from generator.wording import language

REFRESH = "PT12H"
"""How often calendars are asked to look again."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed: its address and its calls in order."""

    path: str
    calls: tuple[CalendarCall, ...]


def call_file_path(call_id: str) -> str:
    """Give the address of the calendar file of one call."""
    return f"calls/{call_id}.ics"


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the feed, which an archive without calls has too, and the file of every call with a day."""
    found = list(calendar_calls(archive))
    feed = FeedView(addresses.CALENDAR_FILE, tuple(event for _, event in found))
    yield Draft(addresses.CALENDAR_FILE, calendar_feed, feed)
    for call, event in found:
        yield Draft(call_file_path(event.call_id), call_file, event, remember=is_fully_shared(call))


def calendar_feed(view: FeedView, settings: Settings) -> File:
    """Make a feed that calendars look at for years."""
    name = text(settings.site_name)
    said = text("\n\n".join(s for s in (settings.site_description, settings.notice) if s))
    head = (
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        f"DESCRIPTION:{said}",
        f"X-WR-CALDESC:{said}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
    )
    return File(view.path, folded(_calendar(head, view.calls, settings)))


def call_file(call: CalendarCall, settings: Settings) -> File:
    """Make the file of one call; it has no name, because Outlook opens a named event as a calendar."""
    return File(call_file_path(call.call_id), folded(_calendar((), (call,), settings)))


def _calendar(
    head: tuple[str, ...], calls: Iterable[CalendarCall], settings: Settings
) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{text(f'-//{settings.calendar_domain}//Calls archive//{language().upper()}')}"
    yield from head
    for call in calls:
        yield from event_lines(call, settings)
    yield "END:VCALENDAR"
