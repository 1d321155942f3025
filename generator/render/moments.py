"""Moments of the recording in a text: each has its own name and is a link to itself."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.render.passages import Passage, PassageKind
from generator.slugs import Wanted, give_names
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
    def parts(self) -> tuple[int, int, int]:
        """Give hours, minutes and seconds."""
        hours, minutes, seconds = self.found.groups()
        return int(hours), int(minutes), int(seconds)

    @property
    def shown(self) -> str:
        """Give the moment as it is written, without brackets."""
        return self.found[0][1:-1]


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
    name = "t-{:02}-{:02}-{:02}".format(*moment.parts)
    told = f"{prefix.removeprefix('notes-')}{moment.section[:24]}".strip("-")
    return Wanted(name, f"{name}-{told}" if told else name)


def _drawn(moment: Moment, name: str) -> str:
    duration = "PT{}H{}M{}S".format(*moment.parts)
    time = f'<time id="{html.escape(name)}" datetime="{duration}">{moment.shown}</time>'
    if moment.in_link:
        return time
    title = html.escape(_("Link to this moment"))
    return f'<a class="ia-moment" href="#{html.escape(name)}" title="{title}">{time}</a>'
