"""The words of a recording as readable text: pieces joined to paragraphs, each with its moment and who speaks.

Where a piece came from is kept beside it, so that a player can show which one is being heard.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.addresses import moment_name
from generator.privacy.public import PublicCue
from generator.render.chapters import Chapter
from generator.render.left_out import redacted
from generator.render.moments import duration_of
from generator.render.words import clock_of_recording
from generator.slugs import Wanted, give_names, slug
from generator.wording import _

PAUSE = 3_000
"""Milliseconds of silence after which a new paragraph begins."""
LONG, MANY = 60_000, 600
"""Milliseconds and characters after which a paragraph ends with the next sentence."""
LONGEST, MOST = 2 * LONG, 2 * MANY
"""Milliseconds and characters after which it ends in any case: many programs write no sentences."""
_SENTENCE_END = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f\u061f\u0964][\"'\u201d\u2019\u00bb)\]]*\Z"
)
"""Full stops and question marks of several scripts, and quotes and brackets that may close behind them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces that one voice says in a row; `name` is that of the paragraph in its page."""

    name: str
    cues: tuple[PublicCue, ...]

    @property
    def start(self) -> int:
        """Give when it begins, in milliseconds."""
        return self.cues[0].start

    @property
    def voice(self) -> str:
        """Give who speaks, empty where it is not known."""
        return self.cues[0].voice

    @property
    def text(self) -> str:
        """Give its words, with the marks of what was left out."""
        return " ".join(cue.text for cue in self.cues if cue.text)


class Part(NamedTuple):
    """A heading between paragraphs: the second at which its part begins, its words, and its name in the page."""

    start: int
    words: str
    name: str


def paragraphs(cues: Sequence[PublicCue], begins: Sequence[int] = ()) -> tuple[Paragraph, ...]:
    """Join pieces in the order of their moments to paragraphs; `begins` are seconds at which one begins in any case."""
    groups = list(_groups(cues, sorted(begins)))
    names = give_names([_wanted(group[0]) for group in groups], set())
    return tuple(Paragraph(name, group) for name, group in zip(names, groups, strict=True))


def _groups(cues: Sequence[PublicCue], begins: Sequence[int]) -> Iterator[tuple[PublicCue, ...]]:
    group: list[PublicCue] = []
    size = 0
    for cue in cues:
        if group and (_turns(group, cue, begins) or _is_full(group, size, cue)):
            yield tuple(group)
            group, size = [], 0
        group.append(cue)
        size += len(cue.text) + 1
    if group:
        yield tuple(group)


def _turns(group: Sequence[PublicCue], cue: PublicCue, begins: Sequence[int]) -> bool:
    """Tell whether another voice, a pause or a part of the recording begins with a piece."""
    last = group[-1]
    if last.voice != cue.voice or cue.start - last.end >= PAUSE:
        return True
    return bool(begins) and _part_at(last, begins) != _part_at(cue, begins)


def _part_at(cue: PublicCue, begins: Sequence[int]) -> int:
    return bisect_right(begins, cue.start // 1000)


def _is_full(group: Sequence[PublicCue], size: int, cue: PublicCue) -> bool:
    """Tell whether a paragraph has enough words, and the next piece is better the first of another."""
    length = group[-1].end - group[0].start
    if length >= LONGEST or size + len(cue.text) > MOST:
        return True
    return (length >= LONG or size >= MANY) and bool(_SENTENCE_END.search(group[-1].text))


def _wanted(cue: PublicCue) -> Wanted:
    name = moment_name(cue.start // 1000)
    return Wanted(name, name)


def drawn_moment(name: str, seconds: int) -> Markup:
    """Give the link to a paragraph, which is its moment."""
    title, shown = _("Link to this moment"), clock_of_recording(seconds)
    return Markup(
        '<a class="ia-moment" href="#{}" title="{}"><time datetime="{}">{}</time></a>'
    ).format(name, title, duration_of(seconds), shown)


def drawn_paragraph(paragraph: Paragraph) -> str:
    """Give a paragraph as HTML: its moment, who speaks, and each piece with the second at which it begins."""
    moment = drawn_moment(paragraph.name, paragraph.start // 1000)
    voice = f"<b><bdi>{escape(paragraph.voice)}</bdi>:</b> " if paragraph.voice else ""
    words = " ".join(
        f'<span data-start="{cue.start / 1000:.12g}">{redacted(str(escape(cue.text)))}</span>'
        for cue in paragraph.cues
        if cue.text
    )
    return f'<p class="ia-said" id="{escape(paragraph.name)}">{moment} {voice}{words}</p>\n'


def parts_of(chapters: Sequence[Chapter], cues: Sequence[PublicCue]) -> tuple[Part, ...]:
    """Give the parts of a recording, each with a name of its own; one that begins after the last words is none.

    A chapter that is called by its moment alone is none either: every paragraph shows its own.
    """
    end = cues[-1].end if cues else 0
    within = [
        chapter
        for chapter in chapters
        if chapter.start * 1000 < end and chapter.title != clock_of_recording(chapter.start)
    ]
    wanted = [f"part-{slug(chapter.title)}".rstrip("-") for chapter in within]
    names = give_names([Wanted(name, name) for name in wanted], set())
    return tuple(Part(c.start, c.title, name) for c, name in zip(within, names, strict=True))


def drawn_text(found: Sequence[Paragraph], parts: Sequence[Part] = ()) -> Markup:
    """Give all paragraphs as HTML, each part of the recording under its heading."""
    out: list[str] = []
    waiting = list(reversed(parts))
    for paragraph in found:
        while waiting and waiting[-1].start <= paragraph.start // 1000:
            out.append(_drawn_heading(waiting.pop()))
        out.append(drawn_paragraph(paragraph))
    out += map(_drawn_heading, reversed(waiting))
    # Every text in it is escaped above.
    return Markup("".join(out))


def _drawn_heading(part: Part) -> str:
    return f'<h3 id="{escape(part.name)}" dir="auto">{escape(part.words)}</h3>\n'


def paragraph_at(found: Sequence[Paragraph], moment: int) -> Paragraph:
    """Give the paragraph in which a moment (milliseconds) is heard; before all of them it is the first."""
    at = bisect_right(found, moment, key=lambda paragraph: paragraph.start)
    return found[max(at - 1, 0)]
