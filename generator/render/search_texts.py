"""Parts a text into the passages that a search finds: one under each heading, and one for each marked item of a list.

The names of the passages are those of the page, because they are asked of the functions that make the page.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.render.left_out import REDACTED
from generator.render.markdown import Places
from generator.render.output import Heading
from generator.slugs import REMOVED

_PART = re.compile(r"<(/?)(h[1-6]|li|ul|ol|pre)\b([^>]*)>")
_LINES = re.compile(r'data-sourcepos="(\d+):\d+-(\d+):')
_INLINE = re.compile(r"</?(?:a|em|strong|code|del|img|input)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


class Section(NamedTuple):
    """The text under a heading: its name in the page (empty: before any heading), the heading's words, and the text."""

    anchor: str
    heading: str
    text: str


@dataclass(slots=True)
class _Reading:
    """What was read so far: pieces of each section, of each item that stands apart, and the lists and items now open.

    An open list, and an item that does not stand apart, hands its text to the section. Code may be left out.
    """

    marked: Sequence[int]
    sections: list[list[str]] = field(default_factory=lambda: [[]])
    items: dict[int, list[str]] = field(default_factory=dict)
    open: list[list[str] | None] = field(default_factory=list)
    in_heading: bool = False
    has_code: bool = True
    in_code: bool = False

    def text(self, piece: str) -> None:
        """Put HTML where it belongs; words of headings are in the outline already."""
        if not self.in_heading and (self.has_code or not self.in_code):
            inner = self.open[-1] if self.open else None
            (self.sections[-1] if inner is None else inner).append(piece)

    def part(self, found: re.Match[str]) -> None:
        """Follow one tag of a heading, a list, an item or a block of code."""
        is_end, name, attributes = found.groups()
        if name == "pre":
            self.in_code = not is_end
        elif name[0] == "h":
            self.in_heading = not is_end
            if is_end:
                self.sections.append([])
        elif is_end:
            self.open[-1:] = []
        else:
            self.open.append(self.item(attributes) if name == "li" else None)

    def item(self, attributes: str) -> list[str] | None:
        """Give the place for an item's own text, if it stands apart."""
        lines = _LINES.search(attributes) if self.marked else None
        if not lines:
            return None
        first, last = int(lines[1]), int(lines[2])
        at = bisect_left(self.marked, first)
        inside = [line for line in self.marked[at : at + 2] if line <= last]
        return self.items.setdefault(first, []) if inside == [first] else None


def read_sections(
    places: Places, marked: Iterable[int] = (), *, has_code: bool = True
) -> tuple[tuple[Section, ...], dict[int, str]]:
    """Give the sections of a text, and the text of items that begin on marked lines, by line.

    An item stands apart only where it holds one marked line; what is in no such item stays in its section.
    Blocks of code are left out where `has_code` is false.
    """
    reading = _Reading(sorted(marked), has_code=has_code)
    raw = "".join(places.pieces)
    done = 0
    for found in _PART.finditer(raw):
        reading.text(f"{raw[done : found.start()]} ")
        reading.part(found)
        done = found.end()
    reading.text(raw[done:])
    headings = (Heading(0, "", ""), *places.headings.outline)
    sections = (
        Section(heading.anchor, heading.text, _plain(pieces))
        for heading, pieces in zip(headings, reading.sections, strict=False)
    )
    return tuple(sections), {line: _plain(pieces) for line, pieces in reading.items.items()}


def _plain(pieces: Sequence[str]) -> str:
    """Give the words of rendered Markdown, without those that say that something was left out."""
    text = "".join(pieces)
    if "[removed" in text:
        text = REMOVED.sub(" ", _TAG.sub("\n", text))
    if "[redacted" in text:
        text = REDACTED.sub(" ", text)
    return " ".join(html.unescape(_TAG.sub(" ", _INLINE.sub("", text))).split())
