"""The outline of a page in the theme's own markup, which is learnt from a rendered frame and nowhere written down."""

import itertools
import re
from dataclasses import dataclass

from markupsafe import escape

from generator.render.output import Heading
from generator.site.stage import OUTLINE, outline_anchor, outline_text

ITEM, END_OF_ITEM = "<li", "</li>"


class FrameError(Exception):
    """The theme no longer renders what the frames are cut from; `frames.py` or the overrides need a look."""


@dataclass(frozen=True, slots=True)
class OutlineMarkup:
    """What stands between the anchors and the words of an outline, for each way from one line to the next.

    `deeper` leads to a first child and has the parent's words once more in between; `back` leads from a child to the
    line after its parent.
    """

    start: str
    words: str
    deeper: tuple[str, str]
    after_child: str
    after_line: str
    back: str
    end: str
    end_of_child: str


def learn_outline(sample: str) -> OutlineMarkup:
    """Take the sample outline of `stage.OUTLINE` apart, from its first `<li` to its last `</li>`.

    Raises `FrameError` when the tokens do not stand in it as they are expected to.
    """
    tokens = [token for _, letter in OUTLINE for token in _tokens(letter)]
    parts = re.split("|".join(map(re.escape, tokens)), sample)
    seen = re.findall("|".join(map(re.escape, tokens)), sample)
    anchor_a, words_a, *rest = tokens
    if seen != [anchor_a, words_a, words_a, *rest]:
        raise FrameError("the theme renders the outline in another order")
    start, words, down, first, w_b, next_child, w_c, back, w_d, next_line, w_e, end = parts
    if {words} != {w_b, w_c, w_d, w_e} or not next_line.startswith(end) or END_OF_ITEM not in back:
        raise FrameError("the theme renders the lines of the outline differently")
    end_of_child = back[: back.rindex(END_OF_ITEM) + len(END_OF_ITEM)]
    return OutlineMarkup(
        start, words, (down, first), next_child, next_line, back, end, end_of_child
    )


def render_outline(headings: tuple[Heading, ...], markup: OutlineMarkup) -> str:
    """Give the lines of an outline; a heading of level 3 before any of level 2 stands on the first level.

    Raises `ValueError` for other levels, and for no headings at all.
    """
    if not headings or any(heading.level not in (2, 3) for heading in headings):
        raise ValueError("an outline has headings of level 2 and 3")
    parts = [markup.start, _line(headings[0], markup)]
    child = False
    may_have_children = headings[0].level == 2
    for before, heading in itertools.pairwise(headings):
        was_child, child = child, heading.level == 3 and may_have_children
        parts += [_step(before, was_child, child, markup), _line(heading, markup)]
        may_have_children = may_have_children or heading.level == 2
    parts.append(markup.end_of_child if child else markup.end)
    return "".join(parts)


def _step(before: Heading, was_child: bool, child: bool, markup: OutlineMarkup) -> str:
    if child and not was_child:
        return markup.deeper[0] + str(escape(before.text)) + markup.deeper[1]
    if child:
        return markup.after_child
    return markup.back if was_child else markup.after_line


def _line(heading: Heading, markup: OutlineMarkup) -> str:
    anchor = heading.anchor
    # Nearly all are letters, digits and hyphens, in which nothing can be escaped.
    name = anchor if anchor.replace("-", "").isalnum() else escape(anchor)
    return f"{name}{markup.words}{_as_text(heading.text)}"


def _as_text(text: str) -> str:
    """Escape as Markdown does for text between tags, where quotes stay as they are."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _tokens(letter: str) -> tuple[str, str]:
    return outline_anchor(letter), outline_text(letter)
