"""Safe HTML from what people wrote in Markdown, with an outline; where the text comes from is left to its callers.

Three steps: GitHub's renderer with raw HTML off, a rewriting in which every tag is made anew and every address has to
pass `links`, and the cleaner's allow-list. Each step is linear in the size of the text.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.render.cleaning import clean
from generator.render.gfm import gfm_html
from generator.render.headings import Headings, name_headings
from generator.render.left_out import removed_names
from generator.render.links import Standpoint
from generator.render.output import Heading
from generator.render.passages import Anchor, Passage
from generator.render.rewriting import Rewriting, pieces_of


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text sits in its page.

    `top` is the level its highest headings get; `prefix` starts every name made for a place in it.
    `anchors` are names of lines of the text, for the blocks that start there.
    `taken` are names the page has already given away.
    """

    standpoint: Standpoint
    top: int = 2
    prefix: str = ""
    anchors: tuple[Anchor, ...] = ()
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Prose:
    """A finished text: safe HTML, its headings in reading order, and all names that are now taken in the page.

    `passages` are what can be linked to in the text.
    """

    html: str
    outline: tuple[Heading, ...]
    taken: frozenset[str]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """A text in pieces, text and tags in turn, and the names of its places.

    `anchors` are those of lines, `kept` those of what was taken out; `taken` are all names of the page so far.
    """

    pieces: list[str]
    anchors: dict[int, Anchor]
    kept: set[str]
    headings: Headings
    taken: set[str]


def render_markdown(text: str, setting: Setting) -> Prose:
    """Turn Markdown into safe HTML; whatever the text is, this gives HTML and never raises.

    Names that were given by hand go before those that come from words: marked lines, what was taken out, headings.
    """
    places = read_places(text, setting)
    taken, headings = places.taken, places.headings
    rewriting = Rewriting(
        places.pieces, setting.standpoint, headings, places.anchors, places.kept, taken
    )
    html = clean(rewriting.run(setting.prefix))
    passages = (*headings.passages, *rewriting.passages)
    return Prose(html, headings.outline, frozenset(taken), passages)


def read_places(text: str, setting: Setting) -> Places:
    """Read where the places of a text are and what they are called, without making its HTML safe."""
    taken = set(setting.taken)
    anchors = _free_anchors(setting, taken)
    raw = gfm_html(text)
    pieces = pieces_of(raw)
    kept = _free(removed_names(pieces) if "[removed" in raw else (), taken)
    headings = name_headings(raw, setting.top, setting.prefix, taken)
    return Places(pieces, anchors, kept, headings, taken)


def _free_anchors(setting: Setting, taken: set[str]) -> dict[int, Anchor]:
    """Give each line its name; one that stands in the page already is told apart by what begins the text's names."""
    anchors: dict[int, Anchor] = {}
    for anchor in setting.anchors:
        own = anchor
        if anchor.name in taken:
            own = replace(anchor, name=f"{setting.prefix}{anchor.name}", is_made=False)
        if own.name not in taken and own.line not in anchors:
            taken.add(own.name)
            anchors[own.line] = own
    return anchors


def _free(names: Iterable[str], taken: set[str]) -> set[str]:
    """Take the names that nothing else in the page has."""
    found = set(names) - taken
    taken |= found
    return found
