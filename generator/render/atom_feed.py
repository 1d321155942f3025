"""The form of an Atom feed, after RFC 4287; what is in one is left to `atom_notes` and its sisters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.render.environment import fill
from generator.render.output import File
from generator.render.stamps import instant
from generator.settings import Settings
from generator.wording import _, language

MOST = 50
"""Entries that a feed holds."""
T = TypeVar("T")
NO_ENTRIES = "1970-01-01T00:00:00Z"
"""When a feed without entries was last changed: the format demands a time, and there is none."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a feed is called behind the name of the archive, and what it says of itself (empty: nothing)."""

    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry. `address` is its permanent id and leads to it, `changed_at` is in seconds of Unix time.

    `content` is safe HTML. `leads_to` is another address where the permanent one may not lead for ever.
    """

    address: str
    title: str
    changed_at: int
    summary: str
    content: str
    leads_to: str = ""


def latest(entries: Iterable[T], changed: Callable[[T], int]) -> tuple[T, ...]:
    """Give what a feed holds of all its entries, which come with the newest call first: those that changed last.

    Notes of an old call that were found only now are news, and by the date of their call they would be in no feed.
    Without a history the day of its call is when an entry changed, so the newest calls stay first.
    """
    return tuple(sorted(entries, key=changed, reverse=True)[:MOST])


def feed_file(path: str, words: Words, entries: Iterable[FeedEntry], settings: Settings) -> File:
    """Make a feed; its own time is that of its newest entry."""
    shown = tuple(entries)
    values = {
        "site": settings.site_url,
        "address": f"{settings.site_url}{path}",
        "title": _("{site}: {title}").format(site=settings.site_name, title=words.title),
        "subtitle": words.subtitle,
        "language": language(),
        "rights": _rights(settings),
        "author": settings.site_name,
        "updated": _time(max((one.changed_at for one in shown), default=None)),
        "entries": tuple(
            {
                "address": one.address,
                "leads_to": one.leads_to or one.address,
                "title": one.title,
                "updated": _time(one.changed_at),
                "summary": one.summary,
                "content": one.content,
            }
            for one in shown
        ),
    }
    return File(path, without_controls(fill("atom.xml", values)).encode("utf-8"))


def _rights(settings: Settings) -> str:
    licence = " ".join(p for p in (settings.records_licence, settings.records_licence_url) if p)
    return " ".join(p for p in (f"{licence}." if licence else "", settings.notice) if p)


def _time(stamp: int | None) -> str:
    if stamp is None:
        return NO_ENTRIES
    return f"{instant(stamp):%Y-%m-%dT%H:%M:%SZ}"


def without_controls(text: str) -> str:
    """Drop what XML 1.0 cannot hold at all, not even escaped."""
    return text.translate(_FORBIDDEN)


_FORBIDDEN = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)
