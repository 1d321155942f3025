"""What can be linked to in a text: headings, marked lines, moments, and what stands for passages taken out."""

import html
from dataclasses import dataclass
from enum import Enum

from generator.render.words import shortened
from generator.slugs import mark_name
from generator.wording import N_, _

LABEL_LIMIT = 80
"""Most characters of a passage's words in the name of its link."""
LINKS = {
    "heading": N_("Link to this heading: {words}"),
    "passage": N_("Link to this passage: {words}"),
    "breakout": N_("Link to this breakout: {words}"),
    "report-back": N_("Link to this report-back: {words}"),
    "decision": N_("Link to this decision: {words}"),
    "proposal": N_("Link to this proposal: {words}"),
    "outcome": N_("Link to this outcome: {words}"),
    "straw poll": N_("Link to this straw poll: {words}"),
    "count": N_("Link to this count: {words}"),
    "temperature check": N_("Link to this temperature check: {words}"),
    "action": N_("Link to this action: {words}"),
}
"""What the link of a passage to itself is called, by the kind of the passage."""


class PassageKind(Enum):
    """Kinds of passages that have an address, in the words of a sentence."""

    HEADING = "heading"
    MARK = "mark"
    MOMENT = "moment"
    REMOVED = "removed passage"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The name of a marked line of a text, counted from 1; `kind` and `words` are those of its mark.

    `is_made` says that nobody gave the mark its name.
    """

    line: int
    name: str
    kind: str = "passage"
    words: str = ""
    is_made: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether the name is made of the mark's own words alone, which only a finished page asks."""
        return self.is_made and self.name == mark_name(self.kind, self.words)


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


def permalink(name: str, kind: str, words: str) -> str:
    """Give the link of a passage to itself; its sign is drawn by the style sheet, so that no text holds it.

    Tab passes by it, because notes have dozens: whoever has no mouse finds all of them in the list below the notes,
    and those of a written page in its outline.
    """
    label = _(LINKS.get(kind, LINKS["passage"])).format(words=shortened(words or name, LABEL_LIMIT))
    return (
        f'<a class="ia-address" href="#{html.escape(name)}" tabindex="-1"'
        f' aria-label="{html.escape(label)}"></a>'
    )


def place(name: str) -> str:
    """Give an empty place of a name."""
    return f'<span id="{html.escape(name)}"></span>'
