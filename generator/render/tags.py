"""Single tags of rendered Markdown that stand for something else in our pages: pictures, tick boxes, cells, alerts."""

import re

ALERTS = {
    "NOTE": ("note", "Note"),
    "TIP": ("tip", "Tip"),
    "IMPORTANT": ("info", "Important"),
    "WARNING": ("warning", "Warning"),
    "CAUTION": ("danger", "Caution"),
}
"""GitHub's alerts: the kind of admonition that each becomes, and its title."""
ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)", re.IGNORECASE)
"""The label of an alert, which is the first line of a quote."""
_ALIGN = re.compile(r' align="(left|center|right)"')
_ALT = re.compile(r' alt="([^"]*)"')


def void_tag(name: str, tag: str) -> str:
    """Give what stands for a tag without contents: a picture is its words, a tick box is a sign."""
    if name == "img":
        alternative = _ALT.search(tag)
        return alternative[1] if alternative else ""
    if name != "input":
        return f"<{name}>"
    label, sign = ("done", "\u2611") if " checked" in tag else ("not done", "\u2610")
    return f'<span class="ia-task" role="img" aria-label="{label}">{sign}</span>'


def cell_tag(name: str, tag: str) -> str:
    """Give the opening tag of a cell of a table, with the side it keeps to."""
    side = _ALIGN.search(tag)
    aligned = f' class="ia-{side[1]}"' if side else ""
    scope = ' scope="col"' if name == "th" else ""
    return f"<{name}{scope}{aligned}>"
