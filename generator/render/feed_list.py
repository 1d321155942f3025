"""Which calendar feeds an archive has, with their names: all calls, deadlines, and one a series, group, hub and year.

What stands in them is left to `ics_feed`; where they are offered, to the pages.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.recurrence.plan import horizon
from generator.render.occurrences import occurrences_of
from generator.settings import Settings
from generator.wording import _

SISTERS = (addresses.QUIET, addresses.REMIND)
"""The sisters that every feed but that of a year has."""


class FeedKind(Enum):
    """What a feed holds the calls of; deadlines are days before which recordings are to be copied."""

    ALL = "all"
    DEADLINES = "deadlines"
    SERIES = "series"
    GROUP = "group"
    HUB = "hub"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar feed: its address, what it holds the calls of, and what that is called.

    `about` is the id of the series, group or hub, or the year in four figures; empty for all calls.
    `title` is the name of the record, the year, or that of the archive. `sister` is empty, QUIET or REMIND.
    """

    path: str
    kind: FeedKind
    about: str
    title: str
    sister: str = ""

    def name(self, settings: Settings) -> str:
        """Give the name that calendars show for it, which says of which archive it is."""
        name = self.title
        if self.kind is not FeedKind.ALL:
            name = _("{feed}, {archive}").format(feed=name, archive=settings.site_name)
        if self.sister == addresses.QUIET:
            return _("{feed} (without cancelled calls)").format(feed=name)
        if self.sister == addresses.REMIND:
            return _("{feed} (with a reminder)").format(feed=name)
        return name


def feeds_of(archive: PublicArchive, settings: Settings) -> tuple[Feed, ...]:
    """Give all feeds of an archive: of all calls, of deadlines, by series, group, hub and year; each before sisters."""
    years = years_of(archive, settings)
    return (
        *_with_sisters(addresses.all_feed, FeedKind.ALL, "", settings.site_name),
        *_deadlines(),
        *_of_records(
            addresses.series_feed, FeedKind.SERIES, ((s.id, s.title) for s in archive.series)
        ),
        *_of_records(
            addresses.group_feed, FeedKind.GROUP, ((g.id, g.name) for g in archive.groups)
        ),
        *_of_records(addresses.hub_feed, FeedKind.HUB, ((h.id, h.name) for h in archive.hubs)),
        *(Feed(addresses.year_feed(y), FeedKind.YEAR, f"{y:04d}", f"{y:04d}") for y in years),
    )


def _deadlines() -> Iterator[Feed]:
    """Give the feed of deadlines and its sister with an alarm; nothing in it is ever cancelled."""
    for sister in ("", addresses.REMIND):
        path = addresses.deadlines_feed(sister)
        yield Feed(path, FeedKind.DEADLINES, "", _("Recordings to copy"), sister)


def years_of(archive: PublicArchive, settings: Settings) -> range:
    """Give the years that have a feed: from the first event to the last, none left out.

    A living archive has one for each year up to which it looks ahead, so that no address goes when a series ends.
    """
    days = list(_days(archive, settings))
    if not days:
        return range(0)
    last = max(days).year
    if settings.state != "closed":
        last = max(last, horizon(settings.today).year)
    return range(min(days).year, last + 1)


def _days(archive: PublicArchive, settings: Settings) -> Iterator[datetime.date]:
    for call in archive.calls:
        if call.date.exact is not None:
            yield call.date.exact
    for found in occurrences_of(archive, settings).values():
        yield from (date.day for date in found)


def _of_records(
    address: Callable[[str, str], str], kind: FeedKind, records: Iterable[tuple[str, str]]
) -> Iterator[Feed]:
    for record_id, title in records:
        for sister in ("", *SISTERS):
            yield Feed(address(record_id, sister), kind, record_id, title, sister)


def _with_sisters(
    address: Callable[[str], str], kind: FeedKind, about: str, title: str
) -> Iterator[Feed]:
    return (Feed(address(sister), kind, about, title, sister) for sister in ("", *SISTERS))
