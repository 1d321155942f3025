"""Sets marks apart that people wrote on lines of one paragraph, so that each begins on a line of its own on the page.

Nothing of the words changes: a blank line or a line break is added before a mark, and a name given to it taken off.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.render.passages import Anchor
from generator.slugs import split_name

_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]{1,9}[.)])\s")
_DEEP = 4
_MOST_LINES = 200


def set_apart(lines: Sequence[str], anchors: Iterable[Anchor]) -> tuple[list[str], list[Anchor]]:
    """Give lines in which no place begins within a paragraph, and the places with the lines they are on now."""
    placed = list(anchors)
    starts = {anchor.line for anchor in placed}
    out: list[str] = []
    now: dict[int, int] = {}
    for number, line in enumerate(lines, 1):
        if number in starts and out and out[-1].strip() and not _ITEM.match(line):
            # Four blanks behind a blank line would make code of the mark.
            if len(line) - len(line.lstrip()) < _DEEP:
                out.append("")
            else:
                out[-1] = f"{out[-1].rstrip()}  "
        out.append(line)
        now[number] = len(out)
    if len(out) == len(lines):
        return out, placed
    return out, [replace(anchor, line=now.get(anchor.line, anchor.line)) for anchor in placed]


def without_name(lines: list[str], index: int, name: str) -> None:
    """Take a given name off the line of its mark, or off the line on which the mark's paragraph ends."""
    for at in range(index, min(index + _MOST_LINES, len(lines))):
        bare, given = split_name(lines[at])
        if given == name:
            lines[at] = bare
        if given or not lines[at].strip():
            return
