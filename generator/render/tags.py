"""Single tags of rendered Markdown that stand for something else in our pages: pictures, tick boxes, cells, alerts."""

import html
import re
from collections.abc import Sequence

from generator.render.words import shortened
from generator.wording import N_, _

MOST_COLUMNS = 4
"""A table of more columns scrolls in a box of its own: on a phone they would be a few letters wide."""
LABEL_LIMIT = 60
ALERTS = {
    "NOTE": ("note", N_("Note")),
    "TIP": ("tip", N_("Tip")),
    "IMPORTANT": ("info", N_("Important")),
    "WARNING": ("warning", N_("Warning")),
    "CAUTION": ("danger", N_("Caution")),
}
"""GitHub's alerts: the kind of admonition that each becomes, and its title."""
ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)", re.IGNORECASE)
"""The label of an alert, which is the first line of a quote."""
_NAME = re.compile(r"<(\w+)")
_ALIGN = re.compile(r' align="(left|center|right)"')
_ALT = re.compile(r' alt="([^"]*)"')


def void_tag(name: str, tag: str) -> str:
    """Give what stands for a tag without contents: a picture is its words, a tick box is a sign."""
    if name == "img":
        alternative = _ALT.search(tag)
        return alternative[1] if alternative else ""
    if name != "input":
        return f"<{name}>"
    label, sign = (_("done"), "\u2611") if " checked" in tag else (_("not done"), "\u2610")
    said = html.escape(label)
    return f'<span class="ia-task" role="img" aria-label="{said}">{sign}</span>'


def cell_tag(name: str, tag: str) -> str:
    """Give the opening tag of a cell of a table, with the side it keeps to."""
    side = _ALIGN.search(tag)
    aligned = f' class="ia-{side[1]}"' if side else ""
    scope = ' scope="col"' if name == "th" else ""
    return f"<{name}{scope}{aligned}>"


def closing_tags(opening: str) -> str:
    """Give the tags that close what an opening leaves open.

    >>> closing_tags('<div class="ia-heading"><h3 id="a">')
    '</h3></div>'
    """
    if "<" not in opening[1:]:
        return f"</{opening[1:-1].partition(' ')[0]}>"
    left = [name for name in _NAME.findall(opening) if f"</{name}>" not in opening]
    return "".join(f"</{name}>" for name in reversed(left))


def _header_cells(pieces: Sequence[str], at: int) -> list[str]:
    """Give the words of the head of the table that opens at a place of text and tags in turn."""
    cells: list[str] = []
    for tag in range(at + 2, len(pieces), 2):
        name = pieces[tag]
        if name.startswith(("</tr", "</table")):
            break
        if name.startswith("<th") and not name.startswith("<thead"):
            cells.append("")
        if cells:
            cells[-1] += pieces[tag + 1]
    return [" ".join(html.unescape(cell).split()) for cell in cells]


def table_tag(pieces: Sequence[str], at: int, number: int) -> str:
    """Give the opening of the table at a place; a wide one stands in a box that the keyboard can scroll.

    `number` tells its box apart from those of other tables of the text.
    """
    cells = _header_cells(pieces, at)
    if len(cells) <= MOST_COLUMNS:
        return '<table class="ia-table">'
    words = shortened(", ".join(cell for cell in cells if cell), LABEL_LIMIT)
    label = (
        _("Table {number}: {words}").format(number=number, words=words)
        if words
        else _("Table {number}").format(number=number)
    )
    box = f'<div class="ia-wide" role="region" tabindex="0" aria-label="{html.escape(label)}">'
    return f'{box}<table class="ia-table">'


def alert_opening(pieces: list[str], at: int) -> str:
    """Give the opening of an admonition if the quote that opens at a place is one of GitHub's alerts, else nothing.

    Its label is taken away from the pieces.
    """
    following = pieces[at + 1 : at + 4]
    if len(following) < 3 or not following[1].startswith("<p"):
        return ""
    label = ALERT.match(following[2])
    if not label:
        return ""
    kind, title = ALERTS[label[1].upper()]
    pieces[at + 3] = following[2][label.end() :]
    if not pieces[at + 3] and pieces[at + 4] == "</p>":
        pieces[at + 2] = pieces[at + 4] = ""
    return f'<div class="admonition {kind}">\n<p class="admonition-title">{_(title)}</p>'
