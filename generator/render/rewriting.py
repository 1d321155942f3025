"""Rewrites the HTML of the Markdown renderer tag by tag, so that every tag of the page is one we made.

The renderer escapes all text and writes well nested tags of a dozen kinds; a kind that is not named here is dropped
and its words stay. Images become their alternative text, tasks become signs, GitHub's alerts become admonitions.
"""

import bisect
import html
import re

from generator.render.headings import Headings
from generator.render.left_out import redacted, removal
from generator.render.links import Standpoint, is_external, link_target
from generator.render.moments import Moment, draw_moments
from generator.render.output import Heading
from generator.render.passages import Anchor, Passage, PassageKind, permalink, place
from generator.render.tags import alert_opening, cell_tag, closing_tags, table_tag, void_tag
from generator.slugs import MOMENT, REMOVED, names_of_removed, slug, split_name, within

DEEPEST = 60
"""Elements nested deeper than this lose their tags: the cleaner's time grows with the square of the depth."""
_SPLIT = re.compile(r"(<[^>]*>)")
_LINE = re.compile(r'data-sourcepos="(\d+):')
_START = re.compile(r' start="(\d{1,9})"')
_HREF = re.compile(r' href="([^"]*)"')
_TITLE = re.compile(r' title="([^"]*)"')
_REDACTION = re.compile(r"redacted:\s*(?:safety|integrity|consent|legal)|removed(?::\s*[a-z]+)?")
_EMPTY = frozenset({"br", "hr", "img", "input"})
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({"p", "li"})
_CELLS = frozenset({"th", "td"})
_VERBATIM = frozenset({"pre", "code"})
_BARE = frozenset({"em", "strong", "del", "table", "thead", "tbody", "tr", "ul", "ol"})
_KNOWN = _HEADS | _BLOCKS | _CELLS | _VERBATIM | _BARE | {"a", "blockquote"}
_ENDING = frozenset({"ul", "ol", "table", "pre", "blockquote"})
_INLINE = frozenset({"a", "br", "code", "del", "em", "img", "input", "strong"})
_ROWS = _CELLS | {"tr", "thead", "tbody"}
_PLAIN_STARTS = frozenset({"<em>", "<strong>", "<del>"})
_PLAIN_ENDS = frozenset(f"</{name}>" for name in (_BARE | {"blockquote"}) | _CELLS)
"""Tags of which nothing hangs on what they hold or where they stand."""
_BLOCK_ENDS = frozenset(f"</{name}>" for name in _BLOCKS)
_GOING_ON = frozenset({"</", "<l", "<h", "<t"})
"""How tags begin before which an empty line says nothing of marks: ends, items, headings and rows, but no table."""
_CLOSING = {f"<{name}>": f"</{name}>" for name in sorted(_KNOWN)}
_DROPPED = ""
NO_HEADING = Heading(0, "", "")


def pieces_of(raw: str) -> list[str]:
    """Part rendered Markdown into text, at even places, and tags."""
    return _SPLIT.split(raw)


class Rewriting:
    """One text on its way: the pieces still to read, the pieces written, and the tags that are open.

    `anchors` are names by line: the block or the line of a block that begins there gets it. `kept` are names of
    passages that were taken out. All names that are given are added to `taken`.
    """

    def __init__(
        self,
        pieces: list[str],
        standpoint: Standpoint,
        headings: Headings,
        anchors: dict[int, Anchor],
        kept: set[str],
        taken: set[str],
    ) -> None:
        """Begin with nothing written."""
        self.pieces = pieces
        self.standpoint = standpoint
        self.headings = headings
        self.outline = iter(zip(headings.outline, headings.keys, headings.others, strict=True))
        self.anchors = anchors
        self.kept = kept
        self.taken = taken
        self.passages: list[Passage] = []
        self.moments: list[Moment] = []
        self.others: list[tuple[int, str]] = []
        self.out: list[str] = []
        self.begun: list[tuple[int, int]] = []
        self.open: list[str] = []
        self.marked: Anchor | None = None
        self.heading = NO_HEADING
        self.section = self.other = ""
        self.tables = 0
        self.line = 0
        self.verbatim = 0
        self.in_link = False

    def run(self, prefix: str) -> str:
        """Read text and tags in turn: the pieces at even places are text; `prefix` begins the text's own names."""
        pieces, out, opened = self.pieces, self.out, self.open
        for at in range(1, len(pieces), 2):
            text, tag = pieces[at - 1], pieces[at]
            if text == "\n" and tag[:2] in _GOING_ON and tag[:4] != "<tab":
                out.append(text)
                self.line += 1
            elif "\n" in text or "[" in text:
                self.text(at - 1)
            else:
                out.append(text)
            # Most tags need nothing more than this.
            if tag in _PLAIN_ENDS or (self.marked is None and tag in _BLOCK_ENDS):
                out.append(opened.pop())
            elif tag in _PLAIN_STARTS and len(opened) < DEEPEST:
                out.append(tag)
                opened.append(_CLOSING[tag])
            else:
                self.tag(at)
        self.text(len(pieces) - 1)
        self.passages += draw_moments(self.moments, prefix, self.out, self.others, self.taken)
        first = self.names_left()
        for at, name in self.others:
            if name not in self.taken:
                self.taken.add(name)
                self.out[at] += place(name)
        return first + "".join(self.out)

    def text(self, at: int) -> None:
        """Write text; outside code a marked line may begin at each of its lines."""
        text = self.pieces[at]
        if self.verbatim or not (self.anchors or self.marked or "[" in text):
            self.out.append(text)
            self.line += text.count("\n")
            return
        first, *lines = text.split("\n")
        self.words(first)
        for number, words in enumerate(lines, 1):
            self.line += 1
            following = "" if words or number < len(lines) else self.name_at(at + 1)
            goes_on = not following or following in _INLINE
            anchor = self.anchors.pop(self.line, None) if goes_on and self.anchors else None
            if anchor or following in _ENDING:
                self.end_mark()
            self.out.append("\n")
            if anchor:
                self.out.append(place(anchor.name))
                self.begin_mark(anchor)
            self.words(words)

    def name_at(self, at: int) -> str:
        """Give the name of the tag at a place; that of a closing one begins with a stroke."""
        return _name(self.pieces[at]) if at < len(self.pieces) else "/"

    def words(self, text: str) -> None:
        """Write the text of a line, with redactions, removals and moments of the recording marked up outside code."""
        if "[" in text and not self.verbatim:
            text = REMOVED.sub(self.removed, redacted(text))
            done = 0
            for found in MOMENT.finditer(text):
                self.out.append(text[done : found.start()])
                done = found.end()
                moment = Moment(len(self.out), found, self.line, self.section, self.in_link)
                self.moments.append(moment)
                # Its name is known only when all names are.
                self.out.append("")
            text = text[done:]
        self.out.append(text)

    def removed(self, found: re.Match[str]) -> str:
        """Say that a passage was taken out, at the names it had."""
        names = [name for name in names_of_removed(found) if name in self.kept]
        self.kept.difference_update(names)
        self.passages += [Passage(PassageKind.REMOVED, name, self.line, "") for name in names]
        own = f' id="{html.escape(names[0])}"' if names else ""
        rest = "".join(map(place, names[1:]))
        return f'<span class="ia-redacted"{own}>{rest}{removal(found)}</span>'

    def begin_mark(self, anchor: Anchor) -> None:
        """Note that a marked line begins behind what was written last; its link follows where it ends."""
        self.marked = anchor
        if anchor.is_plain:
            self.others.append((len(self.out) - 1, within(self.section, anchor.name)))
        self.passages.append(
            Passage(PassageKind.MARK, anchor.name, anchor.line, anchor.words, self.section)
        )

    def end_mark(self) -> None:
        """Write the link of a marked line to itself where its words end; its name is no word of it."""
        if self.marked is None or self.in_link:
            return
        words, given = split_name(self.out[-1])
        if given == self.marked.name:
            self.out[-1] = words
        self.out.append(permalink(self.marked.name, self.marked.kind, self.marked.words))
        self.marked = None

    def tag(self, at: int) -> None:
        """Write what stands for one tag of the renderer; its comments stand for raw HTML and go."""
        tag = self.pieces[at]
        if tag.startswith("</"):
            self.close(tag[2:-1])
            return
        name = _name(tag)
        if name in _BLOCKS:
            self.block(name, tag)
        elif name in _ROWS:
            self.begin(name, cell_tag(name, tag) if name in _CELLS else f"<{name}>")
        elif name in _EMPTY:
            self.out.append(void_tag(name, tag))
        elif name in _KNOWN:
            line = _LINE.search(tag) if name in _HEADS else None
            self.line = int(line[1]) if line else self.line
            self.start(name, self.opening(name, tag, at))
        elif name.isalnum():
            self.start(name, _DROPPED)

    def block(self, name: str, tag: str) -> None:
        """Write the opening of a paragraph or an item."""
        line = _LINE.search(tag)
        self.begin(name, f"<{name}>")
        if line:
            self.line = int(line[1])
            if self.anchors and self.open[-1]:
                self.start_block()

    def begin(self, name: str, opening: str) -> None:
        """Write the opening of what ends no mark, holds no code and closes by its name."""
        if len(self.open) >= DEEPEST:
            self.open.append(_DROPPED)
            return
        self.out.append(opening)
        self.open.append(f"</{name}>")

    def start_block(self) -> None:
        """Note where a block begins, and give it the name of its line; the first one on a line gets it."""
        self.begun.append((self.line, len(self.out) - 1))
        anchor = None if self.is_too_deep() else self.anchors.pop(self.line, None)
        if anchor:
            self.out[-1] = f'{self.out[-1][:-1]} id="{html.escape(anchor.name)}">'
            self.begin_mark(anchor)

    def start(self, name: str, opening: str) -> None:
        """Write an opening tag and remember how it closes; a dropped one closes with nothing."""
        if name in _ENDING:
            self.end_mark()
        if name in _VERBATIM:
            self.verbatim += 1
        if not opening or (len(self.open) >= DEEPEST and name not in _HEADS):
            self.open.append(_DROPPED)
            return
        self.out.append(opening)
        self.open.append(_CLOSING.get(opening) or closing_tags(opening))
        if name in _HEADS:
            self.start_heading()

    def start_heading(self) -> None:
        """Give a heading the other names it answers to: one beside others of its words, and one of its line."""
        self.others += [(len(self.out) - 1, self.other)] if self.other else []
        anchor = self.anchors.pop(self.line, None) if self.anchors else None
        if anchor:
            self.out[-1] += place(anchor.name)
            own = Passage(PassageKind.MARK, anchor.name, self.line, anchor.words, self.section)
            self.passages.append(own)

    def is_too_deep(self) -> bool:
        """Tell whether what opens here loses its tags."""
        return len(self.open) >= DEEPEST

    def close(self, name: str) -> None:
        """Write the closing tag of what was opened last."""
        if name in _HEADS:
            self.out[-1] = split_name(self.out[-1])[0]
            # Behind the heading and not in it, so that its name is its words alone.
            link = permalink(self.heading.anchor, "heading", self.heading.text)
            self.open[-1] = self.open[-1].replace("</div>", f"{link}</div>")
        elif name in _BLOCKS:
            self.end_mark()
        elif name in _VERBATIM:
            self.verbatim -= 1
        elif name == "a":
            self.in_link = False
        self.out.append(self.open.pop())

    def opening(self, name: str, tag: str, at: int) -> str:
        """Give the opening tag that stands for the renderer's, or nothing for a link that does not pass."""
        if name in _HEADS:
            heading, self.section, self.other = next(self.outline)
            self.heading = heading
            name = html.escape(heading.anchor)
            return f'<div class="ia-heading"><h{heading.level} id="{name}">'
        if name == "a":
            return _DROPPED if self.is_redaction(at) else self.link(tag)
        if name == "blockquote":
            return alert_opening(self.pieces, at) or "<blockquote>"
        if name == "table":
            self.tables += 1
            return table_tag(self.pieces, at, self.tables)
        first = _START.search(tag) if name == "ol" else None
        return f'<ol start="{first[1]}">' if first else f"<{name}>"

    def names_left(self) -> str:
        """Write the names of lines on which no block starts into the block before; gives those before any."""
        first = ""
        for line, anchor in sorted(self.anchors.items()):
            self.passages.append(Passage(PassageKind.MARK, anchor.name, line, anchor.words))
            named = place(anchor.name) + permalink(anchor.name, anchor.kind, anchor.words)
            at = bisect.bisect_right(self.begun, (line, len(self.out))) - 1
            if at < 0:
                first += named
            else:
                self.out[self.begun[at][1]] += named
        return first

    def is_redaction(self, at: int) -> bool:
        """Tell whether a link has taken the words of a redaction, as a definition of its label does, and undo it."""
        words = self.pieces[at + 1]
        if self.name_at(at + 2) != "/a" or not _REDACTION.fullmatch(words):
            return False
        self.pieces[at + 1] = f"[{words}]"
        return True

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
        return f'<a href="{html.escape(target)}"{words}{rel}>'

    def place_in_page(self, fragment: str) -> str:
        """Give the address of a place: a heading goes by its words, as on the forge, or by its given name."""
        if fragment in self.taken:
            return f"#{fragment}"
        named = self.headings.named
        return f"#{named.get(fragment) or named.get(slug(fragment)) or fragment}"


def _name(tag: str) -> str:
    return tag[1:-1].partition(" ")[0]
