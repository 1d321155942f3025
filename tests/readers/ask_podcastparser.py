"""Reads podcasts with podcastparser, the parser of gPodder; run with the Python of build/readers.

It knows the open podcast namespace by an older name only, and so tells nothing of chapters and transcripts.
"""

from pathlib import Path
from typing import Any

import podcastparser

from tests.readers.answering import answer


def read(path: str) -> dict[str, object]:
    """Tell what stands in a podcast."""
    with Path(path).open("rb") as stream:
        found = podcastparser.parse("https://anywhere.example/feed.xml", stream)
    return {
        "title": found["title"],
        "next": found.get("paged_feed_next", ""),
        "episodes": [episode(each) for each in found["episodes"]],
    }


def episode(told: dict[str, Any]) -> dict[str, object]:
    """Tell an episode, which has one enclosure."""
    (enclosure,) = told["enclosures"]
    return {
        "guid": told["guid"],
        "at": told["published"],
        "url": enclosure["url"],
        "bytes": enclosure["file_size"],
        "type": enclosure["mime_type"],
        "duration": told["total_time"],
        "page": told["link"],
    }


if __name__ == "__main__":
    answer(read)
