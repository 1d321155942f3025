"""The podcast of all recordings, one of each recurring call, and the chapters of each recording.

RSS 2.0 with the names of Apple's and of the open podcast namespace. Which recordings are in it, is left to
`podcast_items`; how a long feed is parted, to `podcast_parts`. It says nothing that nobody judged or owns: whether a
recording is fit for children, who may be written to, what may be done with it.
"""

import base64
import hashlib
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall, PublicSeries
from generator.render.atom_feed import without_controls
from generator.render.chapters import Chapter
from generator.render.environment import fill
from generator.render.output import Draft, File
from generator.render.podcast_items import Copy, Item, items_of
from generator.render.podcast_parts import Part, parts_of
from generator.settings import Settings
from generator.wording import _, language

NAMESPACE = bytes.fromhex("ead4c236bf5858c6a2c6a6b28d128cb6")
"""Of the names of podcasts, as the podcast namespace fixes it."""
CHAPTERS_VERSION = "1.2.0"
_WEIGHT = 4


@dataclass(frozen=True, slots=True)
class PodcastView:
    """A file of a podcast; `series` is the id of the recurring call, empty for all recordings, and `title` its name."""

    part: Part
    series: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ChaptersView:
    """The chapters of the recording of a call."""

    call: str
    title: str
    chapters: tuple[Chapter, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the podcast, which every archive has because its address never goes away, those of series, and chapters."""
    items = items_of(archive)
    yield from _drafts(items, None)
    by_series: dict[str, list[Item]] = {}
    for item in items:
        by_series.setdefault(item.series, []).append(item)
    for series in podcast_series(archive):
        yield from _drafts(tuple(by_series.get(series.id, ())), series)
    for item in items:
        if item.chapters:
            chapters = ChaptersView(item.call, item.title, item.chapters)
            path = addresses.chapters_file(item.call)
            yield Draft(path, chapters_file, chapters, remember=item.fully_shared)


def podcast_series(archive: PublicArchive) -> tuple[PublicSeries, ...]:
    """Give the recurring calls that have a podcast: those with an episode, or with a copy that was lost.

    So the podcast of a series whose last recording was deleted goes on, empty, for those who subscribed to it.
    """
    calls = (call for call in archive.calls if isinstance(call, PublicCall))
    heard = {item.series for item in items_of(archive)}
    heard |= {call.series for call in calls if call.lost}
    return tuple(series for series in archive.series if series.id in heard)


def _drafts(items: tuple[Item, ...], series: PublicSeries | None) -> Iterator[Draft]:
    for part in parts_of(items, series.id if series else ""):
        view = PodcastView(part, series.id, series.title) if series else PodcastView(part)
        remember = all(item.fully_shared for item in part.items)
        yield Draft(part.path, podcast_file, view, remember=remember, weight=_WEIGHT)


def podcast_title(series_title: str, settings: Settings) -> str:
    """Give the name of a podcast: that of the archive, and before it that of a recurring call."""
    if not series_title:
        return _("{site}: recordings").format(site=settings.site_name)
    return _("{feed}, {archive}").format(feed=series_title, archive=settings.site_name)


def podcasts_of(archive: PublicArchive, settings: Settings) -> tuple[tuple[str, str], ...]:
    """Give the address and the name of every podcast, that of all recordings first."""
    series = sorted(podcast_series(archive), key=lambda one: (one.title.casefold(), one.id))
    return (
        (addresses.podcast_feed(), podcast_title("", settings)),
        *((addresses.podcast_feed(one.id), podcast_title(one.title, settings)) for one in series),
    )


def podcast_file(view: PodcastView, settings: Settings) -> File:
    """Make a file of a podcast."""
    site = settings.site_url
    page = addresses.series_page(view.series) if view.series else addresses.RECORDINGS
    values = {
        "title": podcast_title(view.title, settings),
        "page": site + page,
        "about": _about(settings),
        "language": language(),
        "copyright": _copyright(settings),
        "address": site + view.part.path,
        "parts": tuple((rel, site + path) for rel, path in view.part.links),
        "author": settings.site_name,
        "guid": podcast_guid(site + addresses.podcast_feed(view.series)),
        "items": tuple(_drawn(item, settings) for item in view.part.items),
    }
    return File(view.part.path, without_controls(fill("podcast.xml", values)).encode("utf-8"))


def podcast_guid(address: str) -> str:
    """Give the lasting name of a podcast: a UUID of version 5 (RFC 9562) of its address without scheme and last stroke.

    >>> podcast_guid("https://podnews.net/rss/")
    '9b024349-ccf0-5f69-a609-6b82873eab3c'
    """
    name = address.partition("://")[2].rstrip("/")
    # The RFC names this digest, and nothing here rests on its strength.
    found = bytearray(hashlib.sha1(NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16])
    found[6] = found[6] & 0x0F | 0x50
    found[8] = found[8] & 0x3F | 0x80
    figures = found.hex()
    return "-".join(figures[a:b] for a, b in itertools.pairwise((0, 8, 12, 16, 20, 32)))


def _about(settings: Settings) -> str:
    says = (
        settings.site_description,
        _("Recordings of calls, as far as they can be heard."),
        _("Nobody has judged whether they are fit for children."),
    )
    return " ".join(each for each in (*says, settings.notice) if each)


def _copyright(settings: Settings) -> str:
    licence = " ".join(p for p in (settings.records_licence, settings.records_licence_url) if p)
    if not licence:
        return ""
    return _("Records and texts: {licence}. It does not cover the recordings themselves.").format(
        licence=licence
    )


def _drawn(item: Item, settings: Settings) -> dict[str, object]:
    """Give an episode as the template writes it, with whole addresses."""
    site = settings.site_url
    pages = tuple((site + page, words) for page, words in item.pages)
    has_more = len(item.copies) > 1 or item.copies[0].sha256
    return {
        "guid": f"{item.name}@{settings.calendar_domain}",
        "title": item.title,
        "dated": _("{call}, {day}").format(call=item.title, day=item.day),
        "published": item.published,
        "page": site + addresses.call_page(item.call),
        "content": fill("podcast_item.html", {"says": item.says, "pages": pages}).strip(),
        "first": item.copies[0],
        "duration": item.duration,
        "copies": tuple(_copy(copy) for copy in item.copies) if has_more else (),
        "transcripts": tuple(_transcripts(item, site)),
        "chapters": site + addresses.chapters_file(item.call) if item.chapters else "",
    }


def _copy(copy: Copy) -> dict[str, object]:
    """Give a copy with its checksum in the form of Subresource Integrity."""
    digest = base64.b64encode(bytes.fromhex(copy.sha256)).decode("ascii") if copy.sha256 else ""
    integrity = f"sha256-{digest}" if digest else ""
    return {"url": copy.url, "type": copy.type, "bytes": copy.bytes, "integrity": integrity}


def _transcripts(item: Item, site: str) -> Iterator[dict[str, str]]:
    for spoken_in, captions, page in item.transcripts:
        told = {"language": spoken_in or language()}
        yield {"url": site + captions, "type": "text/vtt", "rel": "captions", **told}
        yield {"url": site + page, "type": "text/html", "rel": "", **told}


def chapters_file(view: ChaptersView, settings: Settings) -> File:
    """Make the chapters of a recording, in the form that the podcast namespace names."""
    data = {
        "version": CHAPTERS_VERSION,
        "title": view.title,
        "podcastName": settings.site_name,
        "chapters": [{"startTime": one.start, "title": one.title} for one in view.chapters],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return File(addresses.chapters_file(view.call), text.encode("utf-8"))
