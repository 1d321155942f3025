"""What is wrong with a podcast, after RSS 2.0, RFC 5005, the rules of Apple's names and those of the open namespace.

It is strict where programs are lenient: whatever is not surely right is told.
"""

import json
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
APPLE = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
OPEN = "{https://podcastindex.org/namespace/1.0}"
CHANNEL_ONCE = (
    "title", "link", "description", "language", f"{APPLE}author", f"{APPLE}type",
    f"{OPEN}guid", f"{OPEN}locked", f"{OPEN}medium",
)  # fmt: skip
ITEM_ONCE = ("guid", "title", "pubDate", "link", "description", "enclosure", f"{APPLE}title")
DATE = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d:\d\d [+-]\d{4}"
)
MEDIA = re.compile(r"(audio|video)/[a-z0-9.+-]+")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
SRI = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")
WORDS = {"text/vtt": "captions", "text/html": None}


def podcast_faults(data: bytes) -> list[str]:
    """Give what is wrong with a podcast."""
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        return [f"not XML: {error}"]
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        return ["not RSS 2.0"]
    return [*_channel(channel), *_order(channel)]


def _channel(channel: ET.Element) -> Iterator[str]:
    yield from _once(channel, CHANNEL_ONCE)
    links = [(one.get("rel"), one.get("href", "")) for one in channel.findall(f"{ATOM}link")]
    if [rel for rel, _ in links].count("self") != 1 or len(dict(links)) != len(links):
        yield "it does not link to itself once, or to another part twice"
    yield from (f"{rel} is no address: {href}" for rel, href in links if not _is_web(href))
    if not UUID.fullmatch(channel.findtext(f"{OPEN}guid", "")):
        yield "its lasting name is no UUID of version 5"
    if channel.findtext(f"{OPEN}locked") not in ("yes", "no"):
        yield "it is neither locked nor open"
    for item in channel.findall("item"):
        yield from (f"{item.findtext('guid')}: {fault}" for fault in _item(item))


def _order(channel: ET.Element) -> Iterator[str]:
    names = [item.findtext("guid") for item in channel.findall("item")]
    if len(set(names)) != len(names):
        yield "two episodes have one name"
    dates = [item.findtext("pubDate", "") for item in channel.findall("item")]
    if all(DATE.fullmatch(date) for date in dates):
        times = [parsedate_to_datetime(date) for date in dates]
        if sorted(times, reverse=True) != times:
            yield "a later episode stands below an earlier one"


def _once(element: ET.Element, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if len(element.findall(name)) != 1:
            yield f"{name} does not stand once"
        elif name != "enclosure" and not element.findtext(name):
            yield f"{name} is empty"


def _item(item: ET.Element) -> Iterator[str]:
    yield from _once(item, ITEM_ONCE)
    date = item.findtext("pubDate", "")
    if not DATE.fullmatch(date) or parsedate_to_datetime(date).strftime("%a") != date[:3]:
        yield f"no date of RFC 5322: {date}"
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false":
        yield "its name passes for an address"
    for one in item.findall("enclosure"):
        yield from _media(one.get("url", ""), one.get("length", ""), one.get("type", ""))
    length = item.findtext(f"{APPLE}duration")
    if length is not None and not re.fullmatch("[1-9][0-9]*", length):
        yield f"no length: {length}"
    yield from _alternates(item)
    for one in item.findall(f"{OPEN}transcript"):
        kind = one.get("type", "")
        if kind not in WORDS or one.get("rel") != WORDS[kind] or not _is_web(one.get("url", "")):
            yield f"no transcript: {one.attrib}"
    for one in item.findall(f"{OPEN}chapters"):
        if one.get("type") != "application/json+chapters" or not _is_web(one.get("url", "")):
            yield f"no chapters: {one.attrib}"


def _alternates(item: ET.Element) -> Iterator[str]:
    others = item.findall(f"{OPEN}alternateEnclosure")
    for one in others:
        sources = [source.get("uri", "") for source in one.findall(f"{OPEN}source")]
        if len(sources) != 1:
            yield "another copy has not one address"
        for uri in sources:
            yield from _media(uri, one.get("length", ""), one.get("type", ""))
        for digest in one.findall(f"{OPEN}integrity"):
            if digest.get("type") != "sri" or not SRI.fullmatch(digest.get("value", "")):
                yield f"no checksum: {digest.attrib}"
    defaults = [one for one in others if one.get("default") == "true"]
    if others and len(defaults) != 1:
        yield "not one copy is the usual one"


def _media(url: str, length: str, kind: str) -> Iterator[str]:
    if not _is_web(url):
        yield f"no address: {url}"
    if not re.fullmatch("[1-9][0-9]*", length):
        yield f"no size: {length}"
    if not MEDIA.fullmatch(kind):
        yield f"no type of sound or film: {kind}"


def _is_web(address: str) -> bool:
    parts = urlsplit(address)
    return (
        parts.scheme == "https" and bool(parts.netloc) and address.isascii() and " " not in address
    )


def chapters_faults(data: bytes) -> list[str]:
    """Give what is wrong with a file of chapters, after version 1.2 of their form."""
    told = json.loads(data)
    chapters = told.get("chapters", [])
    starts = [one.get("startTime") for one in chapters]
    faults = [] if told.get("version") == "1.2.0" else ["another version"]
    if not chapters or any(not isinstance(at, int) or at < 0 for at in starts):
        faults.append("a chapter without a beginning, or none")
    elif sorted(set(starts)) != starts:
        faults.append("chapters that do not follow each other")
    if not all(isinstance(one.get("title"), str) and one["title"] for one in chapters):
        faults.append("a chapter without a title")
    return faults
