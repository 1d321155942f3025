"""Cuts a page of our own site into what stands around a call, so that the plain builders write pages as large as ours.

What is cut out are the title, the facts and the notes; what stays was drawn once and goes into a layout as it is.
"""

import re
from dataclasses import dataclass
from pathlib import Path

TITLE, ABOUT, STEM, BODY = "title", "about", "stem", "body"
"""Names of the holes of a frame, as `Frame.parts` has them."""
_HOLE = "\x00"
_FACTS = re.compile(r"(<article\b[^>]*>).*?(?=<h2 id=\"record-outcomes\")", re.DOTALL)
_NOTES = re.compile(r"<h2 id=\"record-minutes\".*?(?=<h2 id=\"record-agenda\")", re.DOTALL)
_TITLE = re.compile(r"(<title>).*?(</title>)", re.DOTALL)
_ABOUT = re.compile(r"(<meta name=\"description\" content=\").*?(\")")


@dataclass(frozen=True, slots=True)
class Frame:
    """A page in parts by turns: constant text, the name of a hole, constant text, and so on."""

    parts: tuple[str, ...]

    def filled(self, constant: dict[str, str]) -> str:
        """Join the parts, with a text in place of each hole."""
        return "".join(constant[part] if at % 2 else part for at, part in enumerate(self.parts))

    def below(self) -> "Frame":
        """Give what stands below the text of a call and inside the same element."""
        at = self.parts.index(BODY) + 1
        end = next(n for n in range(at, len(self.parts), 2) if "</article>" in self.parts[n])
        last = self.parts[end].partition("</article>")[0]
        return Frame((*self.parts[at:end], last))


def frame_of(page: Path) -> Frame:
    """Cut the page of a call with notes; raises `ValueError` where it is not built as is known here."""
    text = page.read_bytes().decode()
    for pattern, new in (
        (_NOTES, ""),
        (_FACTS, rf"\1{_hole(BODY)}"),
        (_TITLE, rf"\1{_hole(TITLE)}\2"),
        (_ABOUT, rf"\1{_hole(ABOUT)}\2"),
    ):
        text, count = pattern.subn(new, text, count=1)
        if not count:
            raise ValueError(f"{page.name} has nothing like {pattern.pattern}")
    text = text.replace(page.stem, _hole(STEM))
    return Frame(tuple(text.split(_HOLE)))


def _hole(name: str) -> str:
    return f"{_HOLE}{name}{_HOLE}"
