"""Rewrites the HTML of the Markdown renderer tag by tag, so that every tag of the page is one we made.

The renderer escapes all text and writes well nested tags of a dozen kinds; a kind that is not named here is dropped
and its words stay. Images become their alternative text, tasks become signs, GitHub's alerts become admonitions.
"""

import bisect
import html
import re

from markupsafe import escape

from generator.render.headings import Headings
from generator.render.links import Standpoint, is_external, link_target
from generator.render.slugs import PlaceNames, slug, split_name

DEEPEST = 60
"""Elements nested deeper than this lose their tags: the cleaner's time grows with the square of the depth."""
REASONS = {
    "safety": "for safety",
    "integrity": "for integrity",
    "consent": "for want of consent",
    "legal": "for legal reasons",
}
ALERTS = {
    "NOTE": ("note", "Note"),
    "TIP": ("tip", "Tip"),
    "IMPORTANT": ("info", "Important"),
    "WARNING": ("warning", "Warning"),
    "CAUTION": ("danger", "Caution"),
}
_SPLIT = re.compile(r"(<[^>]*>)")
_LINE = re.compile(r'data-sourcepos="(\d+):')
_START = re.compile(r' start="(\d{1,9})"')
_ALIGN = re.compile(r' align="(left|center|right)"')
_HREF = re.compile(r' href="([^"]*)"')
_TITLE = re.compile(r' title="([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')
_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)", re.IGNORECASE)
_REDACTED = re.compile(r"\[redacted:\s*(safety|integrity|consent|legal)\]")
_MOMENT = re.compile(r"\[(\d\d):([0-5]\d):([0-5]\d)\]")
_EMPTY = frozenset({"br", "hr", "img", "input"})
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({"p", "li"})
_CELLS = frozenset({"th", "td"})
_VERBATIM = frozenset({"pre", "code"})
_BARE = frozenset({"em", "strong", "del", "table", "thead", "tbody", "tr", "ul", "ol"})
_KNOWN = _HEADS | _BLOCKS | _CELLS | _VERBATIM | _BARE | {"a", "blockquote"}
_DROPPED = ""


def rewrite(
    raw: str,
    standpoint: Standpoint,
    headings: Headings,
    anchors: dict[int, str],
    names: PlaceNames,
) -> str:
    """Give rendered Markdown with our tags; `anchors` are names by line: the block that starts there gets it.

    A line on which no block starts has its name at the beginning of the block before it, so that no name is lost.
    """
    return _Rewriting(raw, standpoint, headings, anchors, names).run()


class _Rewriting:
    """One text on its way: the pieces still to read, the pieces written, and the tags that are open."""

    def __init__(
        self,
        raw: str,
        standpoint: Standpoint,
        headings: Headings,
        anchors: dict[int, str],
        names: PlaceNames,
    ) -> None:
        self.pieces = _SPLIT.split(raw)
        self.standpoint = standpoint
        self.outline = iter(headings.outline)
        self.named = headings.named
        self.anchors = anchors
        self.names = names
        self.out: list[str] = []
        self.begun: list[tuple[int, int]] = []
        self.open: list[str] = []
        self.verbatim = 0
        self.in_link = False

    def run(self) -> str:
        """Read text and tags in turn: the pieces at even places are text."""
        pieces = self.pieces
        for at in range(1, len(pieces), 2):
            self.text(pieces[at - 1])
            self.tag(at)
        self.text(pieces[-1])
        return self.names_left() + "".join(self.out)

    def text(self, text: str) -> None:
        """Write text, with redactions and moments of the recording marked up outside code."""
        if "[" in text and not self.verbatim:
            text = _REDACTED.sub(_redaction, text)
            text = _MOMENT.sub(self.moment, text)
        self.out.append(text)

    def tag(self, at: int) -> None:
        """Write what stands for one tag of the renderer; its comments stand for raw HTML and go."""
        tag = self.pieces[at]
        if tag.startswith("</"):
            self.close(tag[2:-1])
            return
        name = tag[1:-1].partition(" ")[0]
        if name in _EMPTY:
            self.out.append(_empty(name, tag))
        elif name in _KNOWN:
            self.start(name, self.opening(name, tag, at))
            line = _LINE.search(tag) if self.anchors and name in _BLOCKS and self.open[-1] else None
            self.begun += [(int(line[1]), len(self.out) - 1)] if line else []
        elif name.isalnum():
            self.start(name, _DROPPED)

    def start(self, name: str, opening: str) -> None:
        """Write an opening tag and remember how it closes; a dropped one closes with nothing."""
        if name in _VERBATIM:
            self.verbatim += 1
        if not opening or (self.is_too_deep() and name not in _HEADS):
            self.open.append(_DROPPED)
            return
        self.out.append(opening)
        self.open.append(f"</{opening[1:-1].partition(' ')[0]}>")

    def is_too_deep(self) -> bool:
        """Tell whether what opens here loses its tags."""
        return len(self.open) >= DEEPEST

    def close(self, name: str) -> None:
        """Write the closing tag of what was opened last."""
        if name in _HEADS:
            self.out[-1] = split_name(self.out[-1])[0]
        elif name in _VERBATIM:
            self.verbatim -= 1
        elif name == "a":
            self.in_link = False
        self.out.append(self.open.pop())

    def opening(self, name: str, tag: str, at: int) -> str:
        """Give the opening tag that stands for the renderer's, or nothing for a link that does not pass."""
        if name in _BLOCKS:
            return f"<{name}{'' if self.is_too_deep() else self.anchor(tag)}>"
        if name in _HEADS:
            heading = next(self.outline)
            return f'<h{heading.level} id="{escape(heading.anchor)}">'
        if name == "a":
            return self.link(tag)
        if name == "blockquote":
            return self.alert(at) or "<blockquote>"
        if name in _CELLS:
            return _cell(name, tag)
        first = _START.search(tag) if name == "ol" else None
        return f'<ol start="{first[1]}">' if first else f"<{name}>"

    def anchor(self, tag: str) -> str:
        """Give the id of a paragraph or list item that starts on a named line; the first one on it gets it."""
        line = _LINE.search(tag) if self.anchors else None
        anchor = self.anchors.pop(int(line[1]), "") if line else ""
        return f' id="{escape(anchor)}"' if anchor else ""

    def names_left(self) -> str:
        """Write the names of lines on which no block starts into the block before; gives those before any."""
        first = ""
        for line, anchor in sorted(self.anchors.items()):
            place = f'<span id="{escape(anchor)}"></span>'
            at = bisect.bisect_right(self.begun, (line, len(self.out))) - 1
            if at < 0:
                first += place
            else:
                self.out[self.begun[at][1]] += place
        return first

    def link(self, tag: str) -> str:
        """Give the opening tag of a link whose address passes, else nothing."""
        written = _HREF.search(tag)
        if not written or self.in_link:
            return _DROPPED
        target = link_target(html.unescape(written[1]), self.standpoint)
        if target.startswith("#"):
            target = self.place_in_page(target[1:])
        if not target:
            return _DROPPED
        self.in_link = True
        title = _TITLE.search(tag)
        words = f' title="{title[1]}"' if title else ""
        rel = ' rel="noopener noreferrer"' if is_external(target) else ""
        return f'<a href="{escape(target)}"{words}{rel}>'

    def place_in_page(self, fragment: str) -> str:
        """Give the address of a place: a heading goes by its words, as on the forge, or by its given name."""
        if fragment in self.names.taken:
            return f"#{fragment}"
        return f"#{self.named.get(fragment) or self.named.get(slug(fragment)) or fragment}"

    def alert(self, at: int) -> str:
        """Give the opening of an admonition if this quote is one of GitHub's alerts, and take its label away."""
        following = self.pieces[at + 1 : at + 4]
        if len(following) < 3 or not following[1].startswith("<p"):
            return ""
        label = _ALERT.match(following[2])
        if not label:
            return ""
        kind, title = ALERTS[label[1].upper()]
        self.pieces[at + 3] = following[2][label.end() :]
        if not self.pieces[at + 3] and self.pieces[at + 4] == "</p>":
            self.pieces[at + 2] = self.pieces[at + 4] = ""
        return f'<div class="admonition {kind}">\n<p class="admonition-title">{title}</p>'

    def moment(self, found: re.Match[str]) -> str:
        """Mark up a moment of the recording; the first of each has a name in the page."""
        hours, minutes, seconds = found.groups()
        name = f"t-{hours}-{minutes}-{seconds}"
        own = "" if name in self.names.taken else f' id="{name}"'
        self.names.taken.add(name)
        duration = f"PT{int(hours)}H{int(minutes)}M{int(seconds)}S"
        shown = f"{hours}:{minutes}:{seconds}"
        return f'<time class="ia-moment"{own} datetime="{duration}">{shown}</time>'


def _redaction(found: re.Match[str]) -> str:
    return f'<span class="ia-redacted">[words left out {REASONS[found[1]]}]</span>'


def _empty(name: str, tag: str) -> str:
    """Give what stands for a tag without contents: a picture is its words, a tick box is a sign."""
    if name == "img":
        alternative = _ALT.search(tag)
        return alternative[1] if alternative else ""
    if name != "input":
        return f"<{name}>"
    label, sign = ("done", "\u2611") if " checked" in tag else ("not done", "\u2610")
    return f'<span class="ia-task" role="img" aria-label="{label}">{sign}</span>'


def _cell(name: str, tag: str) -> str:
    side = _ALIGN.search(tag)
    aligned = f' class="ia-{side[1]}"' if side else ""
    scope = ' scope="col"' if name == "th" else ""
    return f"<{name}{scope}{aligned}>"
