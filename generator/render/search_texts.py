"""Parts a text into the passages that a search finds: one under each heading, and one for each marked item of a list.

The names of the passages are those of the page, because they are asked of the functions that make the page.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.render.left_out import redacted
from generator.render.markdown import Places
from generator.slugs import REMOVED

_TAG = re.compile(r"<[^>]*>")
_LINES = re.compile(r'data-sourcepos="(\d+):\d+-(\d+):')
_INLINE = frozenset({"a", "em", "strong", "code", "del", "img", "input"})
_EMPTY = frozenset({"br", "hr", "img", "input"})
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})


class Section(NamedTuple):
    """The text under a heading: its name in the page (empty: before any heading), the heading's words, and the text."""

    anchor: str
    heading: str
    text: str


@dataclass(slots=True)
class _Reading:
    """What was read so far: pieces of each section, of each item that stands apart, and where text goes to now."""

    sections: list[list[str]] = field(default_factory=lambda: [[]])
    items: dict[int, list[str]] = field(default_factory=dict)
    open: list[list[str] | None] = field(default_factory=list)

    def to(self) -> list[str]:
        """Give the place that text goes to: the innermost item that stands apart, or the section."""
        inner = self.open[-1] if self.open else None
        return self.sections[-1] if inner is None else inner


def read_sections(
    places: Places, marked: Iterable[int] = ()
) -> tuple[tuple[Section, ...], dict[int, str]]:
    """Give the sections of a text, and the text of items that begin on marked lines, by line.

    An item stands apart only where it holds one marked line; what is in no such item stays in its section.
    """
    reading = _Reading()
    lines = sorted(marked)
    for at, piece in enumerate(places.pieces):
        if not at % 2:
            reading.to().append(piece)
        elif piece[1] != "!":
            _tag(reading, piece, lines)
    outline = (None, *places.headings.outline)
    found = (
        Section(heading.anchor, heading.text, _plain(pieces))
        if heading
        else Section("", "", _plain(pieces))
        for heading, pieces in zip(outline, reading.sections, strict=False)
    )
    return tuple(found), {line: _plain(pieces) for line, pieces in reading.items.items()}


def _tag(reading: _Reading, tag: str, marked: Sequence[int]) -> None:
    """Follow one tag of the renderer: text of headings is left to the outline."""
    name = tag.strip("</>").partition(" ")[0]
    if name not in _INLINE:
        reading.to().append(" ")
    if name in _EMPTY:
        return
    if tag.startswith("</"):
        if reading.open:
            reading.open.pop()
        if name in _HEADS:
            reading.sections.append([])
    elif name in _HEADS:
        reading.open.append([])
    elif name in _LISTS:
        reading.open.append(None)
    elif name == "li":
        reading.open.append(_item(reading, tag, marked))
    else:
        reading.open.append(reading.open[-1] if reading.open else None)


def _item(reading: _Reading, tag: str, marked: Sequence[int]) -> list[str] | None:
    """Give the place for an item's own text, if it stands apart."""
    lines = _LINES.search(tag)
    if not lines:
        return None
    first, last = int(lines[1]), int(lines[2])
    inside = list(_between(marked, first, last))
    return reading.items.setdefault(first, []) if inside == [first] else None


def _between(numbers: Sequence[int], first: int, last: int) -> Iterator[int]:
    """Give the numbers from first to last of sorted ones, two at most."""
    start = bisect_left(numbers, first)
    return (number for number in numbers[start : start + 2] if number <= last)


def _plain(pieces: Sequence[str]) -> str:
    """Give the words of pieces of rendered Markdown, with what was left out of them named as the page names it."""
    text = "".join(pieces)
    if "[removed" in text:
        text = REMOVED.sub(" ", text)
    if "[redacted" in text:
        text = _TAG.sub(" ", redacted(text))
    return " ".join(html.unescape(text).split())
