"""The page of all calendar feeds and podcasts: a box for each, with the ways in which programs take it.

Which calendars there are is known to `feed_list`, and what stands in them to `ics_feed`; podcasts to `podcast_feed`.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.environment import fill
from generator.render.feed_list import Feed, FeedKind, feeds_of
from generator.render.improving import ALL_FORMS
from generator.render.list_tools import filter_tools
from generator.render.output import Draft, Heading, Page
from generator.render.podcast_feed import podcasts_of
from generator.render.record_foot import short_foot
from generator.render.schema_org import LIST_HEAD
from generator.render.subscribing import (
    OUTLOOK_AT_HOME,
    OUTLOOK_AT_WORK,
    google,
    outlook,
    place_of_feed,
    webcal,
)
from generator.render.words import description
from generator.settings import Settings
from generator.wording import N_, _, ngettext

PAGE = addresses.SUBSCRIBE
HELP = "help/subscribing.html"
"""The written page that says more, where an archive has it."""
SCRIPT = "assets/javascripts/subscribe.js"
EXPECT = "what-to-expect"
PODCASTS = "podcasts"
_SECTIONS = {
    FeedKind.DEADLINES: ("of-recordings", N_("Recordings")),
    FeedKind.SERIES: ("of-series", N_("Recurring calls")),
    FeedKind.GROUP: ("of-groups", N_("Groups")),
    FeedKind.HUB: ("of-hubs", N_("Campaigns and gatherings")),
    FeedKind.YEAR: ("of-years", N_("Years")),
}
"""The parts of the page after that of all calls: name in the page, and heading."""
_SISTERS = {
    "": N_("All of them"),
    addresses.QUIET: N_("Without cancelled calls"),
    addresses.REMIND: N_("With a reminder 8 hours before"),
}


@dataclass(frozen=True, slots=True)
class SubscribeView:
    """All feeds in their order, and whether the archive has the written page that says more.

    `podcasts` are pairs of an address and a name.
    """

    feeds: tuple[Feed, ...]
    has_help: bool
    podcasts: tuple[tuple[str, str], ...] = ()


class DrawnFeed(NamedTuple):
    """A feed as templates draw it: its name, its address in parts between slashes, and links with their whole names.

    `ways` are pairs of an address and words; `webcal` and `ways` are empty where the site has no address of its own.
    """

    anchor: str
    name: str
    called: str
    href: str
    address: str
    webcal: str
    ways: tuple[tuple[str, str], ...]


class DrawnPodcast(NamedTuple):
    """A podcast as templates draw it: its link, its whole address, and its name."""

    href: str
    address: str
    called: str


class Box(NamedTuple):
    """The feeds of one thing, such as a series: its name in the page, its name, its feed and the sisters of that."""

    anchor: str
    title: str
    feed: DrawnFeed
    sisters: tuple[DrawnFeed, ...]


class Section(NamedTuple):
    """A part of the page: its name there, its heading, and its boxes."""

    anchor: str
    heading: str
    boxes: tuple[Box, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the page of all calendar feeds."""
    has_help = any(addresses.page_of_source(page.path) == HELP for page in archive.pages)
    podcasts = podcasts_of(archive, settings)
    yield Draft(
        PAGE, subscribe_page, SubscribeView(feeds_of(archive, settings), has_help, podcasts)
    )


def subscribe_page(view: SubscribeView, settings: Settings) -> Page:
    """Make the page of all calendar feeds."""
    every = tuple(_drawn(one, settings) for one in view.feeds if one.kind is FeedKind.ALL)
    sections = tuple(_sections(view.feeds, settings))
    number = sum(len(section.boxes) for section in sections)
    shown = ngettext("{shown} of {n} calendar shown", "{shown} of {n} calendars shown", number)
    values = {
        "closed": settings.state == "closed",
        "published": bool(webcal(addresses.CALENDAR_FILE, settings)),
        "every": every,
        "sections": sections,
        "podcasts": tuple(
            DrawnPodcast(addresses.relative(path, PAGE), settings.site_url + path, name)
            for path, name in view.podcasts
        ),
        "tools": filter_tools(shown, number, PAGE),
        "calendar": addresses.relative(addresses.CALENDAR, PAGE),
        "help": addresses.relative(HELP, PAGE) if view.has_help else "",
        "script": addresses.relative(SCRIPT, PAGE),
        **short_foot(PAGE, settings, forms=ALL_FORMS),
    }
    return Page(
        path=PAGE,
        section=addresses.CALENDAR,
        title=_("Subscribe"),
        description=description(
            _(
                "Every calendar of {site} to subscribe to: all calls, or those of a series or group."
            ).format(site=settings.site_name)
        ),
        outline=(
            Heading(2, "all-calls", _("All calls")),
            Heading(2, EXPECT, _("What to expect")),
            *(Heading(2, section.anchor, section.heading) for section in sections),
            Heading(2, PODCASTS, _("Podcasts")),
        ),
        body=fill("subscribe.html", values),
        head=LIST_HEAD,
    )


def _sections(feeds: Iterable[Feed], settings: Settings) -> Iterator[Section]:
    for kind, found in itertools.groupby(feeds, key=lambda feed: feed.kind):
        if kind in _SECTIONS:
            anchor, heading = _SECTIONS[kind]
            boxes = [
                _box(tuple(own), settings)
                for _about, own in itertools.groupby(found, key=lambda feed: feed.about)
            ]
            is_year = kind is FeedKind.YEAR
            ordered = reversed(boxes) if is_year else sorted(boxes, key=_by_title)
            yield Section(anchor, _(heading), tuple(ordered))


def _by_title(box: Box) -> tuple[str, str]:
    return box.title.casefold(), box.anchor


def _box(feeds: Sequence[Feed], settings: Settings) -> Box:
    """Give the box of a thing from its feed and the sisters of that."""
    first = feeds[0]
    feed, *sisters = (_drawn(one, settings) for one in feeds)
    return Box(place_of_feed(first.kind.value, first.about), first.title, feed, tuple(sisters))


def _drawn(feed: Feed, settings: Settings) -> DrawnFeed:
    name = feed.name(settings)
    ways = (
        (google(feed.path, settings), _("Google Calendar")),
        (outlook(feed.path, name, settings, OUTLOOK_AT_HOME), _("Outlook.com")),
        (outlook(feed.path, name, settings, OUTLOOK_AT_WORK), _("Outlook at work or school")),
    )
    return DrawnFeed(
        anchor=place_of_feed(feed.kind.value, feed.about, feed.sister),
        name=_(_SISTERS[feed.sister]),
        called=name,
        href=addresses.relative(feed.path, PAGE),
        address=settings.site_url + feed.path,
        webcal=webcal(feed.path, settings),
        ways=tuple(way for way in ways if way[0]),
    )
