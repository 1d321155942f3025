"""What can be linked to in a text: headings, marked lines, moments, and what stands for passages taken out."""

import html
from dataclasses import dataclass
from enum import Enum


class PassageKind(Enum):
    """Kinds of passages that have an address, in the words of a sentence."""

    HEADING = "heading"
    MARK = "mark"
    MOMENT = "moment"
    REMOVED = "removed passage"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The name of a marked line of a text, counted from 1; `kind` and `words` are those of its mark.

    `is_plain` says that the name is made of the mark's own words alone.
    """

    line: int
    name: str
    kind: str = "passage"
    words: str = ""
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a finished text: its name in the page, its line in the text from 1, its words.

    `section` is the heading it stands under, which tells passages with the same words apart.
    """

    kind: PassageKind
    name: str
    line: int
    words: str
    section: str = ""


def permalink(name: str, what: str) -> str:
    """Give the link of a passage to itself; its sign is drawn by the style sheet, so that no text holds it."""
    return (
        f'<a class="ia-address" href="#{html.escape(name)}" aria-label="Link to this {what}"></a>'
    )


def place(name: str) -> str:
    """Give an empty place of a name."""
    return f'<span id="{html.escape(name)}"></span>'
