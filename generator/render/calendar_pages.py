"""The calendar's page: what is coming, or when the calls ended, and the feed to take along.

The feed itself is made elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall, Status
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.names import NOWHERE, Target, call_target, link
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import short_foot
from generator.render.rows import Row, drawn, icons_of, is_coming, rows_of
from generator.render.schema_org import LIST_HEAD
from generator.render.words import description
from generator.settings import Settings
from generator.wording import _, counted

PAGE = addresses.CALENDAR
NEXT = "next-calls"
SUBSCRIBE = "subscribe"


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What the calendar's page needs: the last call held, those to come, and how many have no known day."""

    last: Target
    coming: tuple[Row, ...]
    undated: int


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the calendar's page."""
    last = NOWHERE
    for call in archive.calls:
        if isinstance(call, PublicCall) and call.status is Status.HELD and call.date.day:
            last = call_target(call)
    ahead = (call for call in archive.calls if is_coming(call, settings.today))
    coming = rows_of(ahead, archive, settings.today)
    undated = sum(not call.date.day for call in archive.calls)
    yield Draft(PAGE, calendar_page, CalendarView(last, coming, undated))


def calendar_page(view: CalendarView, settings: Settings) -> Page:
    """Make the calendar's page: a closed archive announces nothing."""
    closed = settings.state == "closed"
    rows = () if closed else view.coming
    values = {
        "closed": closed,
        "last": link(view.last, PAGE),
        "rows": drawn(rows, PAGE),
        "icons": icons_of(rows),
        "feed": addresses.relative(addresses.CALENDAR_FILE, PAGE),
        "webcal": _webcal(settings.site_url),
        "address": f"{settings.site_url}{addresses.CALENDAR_FILE}",
        "undated": _undated(view.undated),
        **short_foot(PAGE, settings, forms=ALL_FORMS),
    }
    words = (
        _("The calls of this archive have ended; all of them, as one calendar file.")
        if closed
        else _("The next calls, and a calendar to subscribe to.")
    )
    next_calls = () if closed else (Heading(2, NEXT, _("Next calls")),)
    feed = Heading(2, SUBSCRIBE, _("The calendar file") if closed else _("Subscribe"))
    return Page(
        path=PAGE,
        section=PAGE,
        title=_("Calendar"),
        description=description(words),
        outline=(*next_calls, feed),
        body=fill("calendar.html", values),
        head=LIST_HEAD,
    )


def _undated(count: int) -> str:
    """Say how many calls cannot be in a calendar; empty where there are none."""
    if not count:
        return ""
    return counted(
        "{n} call whose day is not known is not in it.",
        "{n} calls whose day is not known are not in it.",
        count,
    )


def _webcal(site_url: str) -> str:
    """Give the feed's address as calendar programs take it; empty where the site has no web address."""
    scheme, mark, rest = site_url.partition("://")
    is_web = mark and scheme in ("http", "https")
    return f"webcal://{rest}{addresses.CALENDAR_FILE}" if is_web else ""
