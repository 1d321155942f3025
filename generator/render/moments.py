"""Moments of the recording in a text: each has its own name and is a link to itself."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.addresses import moment_name, moment_place
from generator.render.passages import Passage, PassageKind
from generator.slugs import MOMENT, Wanted, give_names, second_of
from generator.wording import _


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as it was found: the place of the text written that is kept for it, and where in the text it stands."""

    at: int
    found: re.Match[str]
    line: int
    section: str
    in_link: bool

    @property
    def second(self) -> int:
        """Give the second of the recording."""
        return second_of(self.found)

    @property
    def shown(self) -> str:
        """Give the moment as it is written, without brackets."""
        return self.found[0][1:-1]


def parted_moment(text: str) -> tuple[str, str, str]:
    """Part a text from the first moment in it: the text without it, its place in the page, and its words; may be empty.

    >>> parted_moment("Repair the ferry, [00:12:30] before May.")
    ('Repair the ferry, before May.', '#t-00-12-30', '00:12:30')
    """
    found = MOMENT.search(text)
    if found is None:
        return text, "", ""
    rest = " ".join((text[: found.start()] + text[found.end() :]).split())
    return rest or text, moment_place("", second_of(found)), found[0][1:-1]


def duration_of(second: int) -> str:
    """Give a moment as the time since the beginning, which HTML lets a `<time>` say.

    >>> duration_of(3970)
    'PT1H6M10S'
    """
    return f"PT{second // 3600}H{second // 60 % 60}M{second % 60}S"


def draw_moments(
    moments: Sequence[Moment],
    prefix: str,
    out: list[str],
    others: list[tuple[int, str]],
    taken: set[str],
) -> list[Passage]:
    """Put moments into the places that are kept for them in `out`, and give them as passages.

    One that is told again is named with the heading above; `others` takes the names that the first would have then.
    """
    wanted = [_wanted(moment, prefix) for moment in moments]
    names = give_names(wanted, taken)
    for moment, want, name in zip(moments, wanted, names, strict=True):
        out[moment.at] = _drawn(moment, name)
        if name == want.name:
            others.append((moment.at, want.other))
    return [
        Passage(PassageKind.MOMENT, name, moment.line, moment.shown)
        for moment, name in zip(moments, names, strict=True)
    ]


def _wanted(moment: Moment, prefix: str) -> Wanted:
    """Name a moment; what tells repeated ones apart is the language of the notes and the heading above."""
    name = moment_name(moment.second)
    told = f"{prefix.removeprefix('notes-')}{moment.section[:24]}".strip("-")
    return Wanted(name, f"{name}-{told}" if told else name)


def _drawn(moment: Moment, name: str) -> str:
    time = f'<time id="{html.escape(name)}" datetime="{duration_of(moment.second)}">{moment.shown}</time>'
    if moment.in_link:
        return time
    title = html.escape(_("Link to this moment"))
    return f'<a class="ia-moment" href="#{html.escape(name)}" title="{title}">{time}</a>'
