"""Reads podcasts with feedparser; whatever it is not sure of is a fault. Run with the Python of build/readers.

Of a name that stands several times in an episode it keeps the last, so it tells one transcript at most.
"""

import calendar
from pathlib import Path

import feedparser

from tests.readers.answering import answer


def parsed(path: str, form: str) -> feedparser.FeedParserDict:
    """Read a feed of one form; raises ValueError for another, and for all that the program is not sure of."""
    found = feedparser.parse(Path(path).read_bytes())
    if found.bozo:
        raise ValueError(found.bozo_exception)
    if found.version != form:
        raise ValueError(f"a feed of the form {found.version}")
    return found


def read(path: str) -> dict[str, object]:
    """Tell what stands in a podcast."""
    found = parsed(path, "rss20")
    links = {link["rel"]: link["href"] for link in found.feed.links}
    return {
        "title": found.feed.title,
        "self": links.get("self", ""),
        "next": links.get("next", ""),
        "episodes": [episode(entry) for entry in found.entries],
    }


def episode(entry: feedparser.FeedParserDict) -> dict[str, object]:
    """Tell an episode, which has one enclosure."""
    (enclosure,) = entry.enclosures
    return {
        "guid": entry.id,
        "title": entry.itunes_title,
        "at": calendar.timegm(entry.published_parsed),
        "url": enclosure.href,
        "bytes": int(enclosure.length),
        "type": enclosure.type,
        "duration": int(entry.get("itunes_duration", 0)),
        "chapters": entry.get("podcast_chapters", {}).get("url", ""),
        "page": entry.link,
    }


if __name__ == "__main__":
    answer(read)
