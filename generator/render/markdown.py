"""Safe HTML from what people wrote in Markdown, with an outline; where the text comes from is left to its callers.

Three steps: GitHub's renderer with raw HTML off, a rewriting in which every tag is made anew and every address has to
pass `links`, and the cleaner's allow-list. Each step is linear in the size of the text.
"""

from dataclasses import dataclass

from generator.render.cleaning import clean
from generator.render.gfm import gfm_html
from generator.render.headings import name_headings
from generator.render.links import Standpoint
from generator.render.output import Heading
from generator.render.rewriting import rewrite
from generator.render.slugs import PlaceNames


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text sits in its page.

    `top` is the level its highest headings get; `prefix` starts every name made for a place in it.
    `anchors` are names of lines of the text, counted from 1, for the blocks that start there.
    `taken` are names the page has already given away.
    """

    standpoint: Standpoint
    top: int = 2
    prefix: str = ""
    anchors: tuple[tuple[int, str], ...] = ()
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Prose:
    """A finished text: safe HTML, its headings in reading order, and all names that are now taken in the page."""

    html: str
    outline: tuple[Heading, ...]
    taken: frozenset[str]


def render_markdown(text: str, setting: Setting) -> Prose:
    """Turn Markdown into safe HTML; whatever the text is, this gives HTML and never raises."""
    names = PlaceNames(setting.taken)
    anchors = _free_anchors(setting, names)
    raw = gfm_html(text)
    headings = name_headings(raw, setting.top, setting.prefix, names)
    html = clean(rewrite(raw, setting.standpoint, headings, anchors, names))
    return Prose(html, headings.outline, frozenset(names.taken))


def _free_anchors(setting: Setting, names: PlaceNames) -> dict[int, str]:
    """Give each line its name; a name that stands in the page already is not given twice."""
    anchors: dict[int, str] = {}
    for line, name in setting.anchors:
        if name not in names.taken and line not in anchors:
            names.taken.add(name)
            anchors[line] = name
    return anchors
