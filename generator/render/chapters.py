"""The chapters of a recording: the moments that the notes of its call name, in headings and in lines.

What a draft or a summary marks as decided begins no chapter, because a player shows a title without what it rests on.
"""

import html
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import NamedTuple

from generator.joining import notes_order
from generator.privacy.public import Origin, PublicCall, PublicNotes
from generator.render.gfm import gfm_html
from generator.render.words import clock_of_recording, shortened
from generator.slugs import MOMENT, second_of, split_name

MOST = 500
"""Chapters of a recording; notes may be as long as a book, and a list in a player is not."""
TITLE_LIMIT = 120
"""Most characters of a chapter's title."""
_TAGS = re.compile(r"<[^>]*>")
_CODE = re.compile(r"<code.*?</code>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6]")
_PLACE = 'data-sourcepos="'


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a recording: the second at which it begins, and what it is called."""

    start: int
    title: str


class _Line(NamedTuple):
    """A line of notes as plain words, counted from 1 in their body."""

    number: int
    is_heading: bool
    words: str


class _Found(NamedTuple):
    start: int
    is_heading: bool
    title: str


def chapters_of(call: PublicCall, duration: int = 0) -> tuple[Chapter, ...]:
    """Give the chapters of a call's recording in order, one a second at most.

    They are those of the first notes that name any; translations repeat them. What begins after the end of the
    recording (`duration` in seconds, 0 when not known) belongs to no chapter of it.
    """
    every = (_in_notes(notes) for notes in sorted(call.notes, key=notes_order))
    found = next((some for some in every if some), ())
    within = [one for one in found if not duration or one.start < duration]
    return tuple(_joined(within))[:MOST]


def _joined(found: Iterable[_Found]) -> Iterator[Chapter]:
    """Give one chapter for what begins at the same second, as breakouts do; a heading goes before lines."""
    by_start: dict[int, list[_Found]] = {}
    for one in found:
        by_start.setdefault(one.start, []).append(one)
    for start, some in sorted(by_start.items()):
        heads = [one for one in some if one.is_heading]
        titles = dict.fromkeys(one.title for one in heads or some if one.title)
        yield Chapter(start, shortened("; ".join(titles), TITLE_LIMIT) or clock_of_recording(start))


def _in_notes(notes: PublicNotes) -> tuple[_Found, ...]:
    if not MOMENT.search(notes.body):
        return ()
    decides = not notes.is_draft and notes.origin is not Origin.SUMMARY
    first = notes.body_line - 1
    closed = frozenset() if decides else frozenset(mark.line - first for mark in notes.marks)
    return tuple(_moments(_lines(gfm_html(notes.body)), closed))


def _moments(lines: Iterable[_Line], closed: Set[int]) -> Iterator[_Found]:
    """Give the moments of lines; one that stands alone in its line is called by all of its words."""
    for line in lines:
        marks = [] if line.number in closed else list(MOMENT.finditer(line.words))
        ends = [*(found.start() for found in marks), len(line.words)][1:]
        for found, end in zip(marks, ends, strict=True):
            start = 0 if len(marks) == 1 else found.end()
            title = line.words[start:end].replace(found[0], " ")
            yield _Found(second_of(found), line.is_heading, _title(title))


def _title(words: str) -> str:
    """Give words as a title: what joined them to the rest of their sentence is left out, and signs alone are none."""
    title = " ".join(words.split()).lstrip(",;:.!?) ").rstrip(",;:( ")
    return title if any(sign.isalnum() for sign in title) else ""


def _lines(raw: str) -> Iterator[_Line]:
    """Give the lines of rendered Markdown that name a moment, as plain words without names given by hand.

    The renderer writes each heading, each cell and each line of a text on a line of its own; code holds no moments.
    """
    shown = _CODE.sub(_without_moments, raw) if "<code" in raw else raw
    end = 0
    for found in MOMENT.finditer(shown):
        if found.start() < end:
            continue
        start = shown.rfind("\n", 0, found.start()) + 1
        end = shown.find("\n", start)
        end = end if end >= 0 else len(shown)
        line = shown[start:end]
        words = html.unescape(_TAGS.sub("", line))
        yield _Line(_number(shown, start, end), bool(_HEADING.match(line)), split_name(words)[0])


def _number(raw: str, start: int, end: int) -> int:
    """Give the number of a line of rendered Markdown: it is counted on from the block that began last."""
    begins = raw.rfind(_PLACE, 0, end)
    if begins < 0:
        return raw.count("\n", 0, start) + 1
    number = begins + len(_PLACE)
    return int(raw[number : raw.index(":", number)]) + raw.count("\n", begins, start)


def _without_moments(found: re.Match[str]) -> str:
    return MOMENT.sub("", found[0])
