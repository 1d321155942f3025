"""Reads Atom feeds with feedparser; whatever it is not sure of is a fault. Run with the Python of build/readers."""

import calendar

from tests.readers.answering import answer
from tests.readers.ask_feedparser import parsed


def read(path: str) -> dict[str, object]:
    """Tell the entries of a feed: name, title, the second of the last change and where each leads."""
    found = parsed(path, "atom10")
    return {
        "title": found.feed.title,
        "entries": [
            [entry.id, entry.title, calendar.timegm(entry.updated_parsed), entry.link]
            for entry in found.entries
        ],
    }


if __name__ == "__main__":
    answer(read)
