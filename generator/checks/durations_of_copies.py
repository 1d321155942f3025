"""How long a copy runs does not fit how long its call took, or a moment in the notes lies beyond its end."""

from collections.abc import Iterator

from generator.checks.open_copies import OpenCopy, open_copies
from generator.fields.words import on_the_clock
from generator.model.archive import Archive
from generator.model.minutes import Minutes
from generator.problems import Place, Problem, problem
from generator.settings import Settings
from generator.slugs import MOMENT, second_of

_SPARE = 30
"""Minutes that a recording may run on after its call, and half of the call besides."""
_FEW_SECONDS = 60
"""Seconds that a moment may lie beyond the end: people round."""


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare how long each copy that may be heard runs with its call, and the longest with moments of the notes."""
    longest: dict[str, int] = {}
    for copy in open_copies(archive):
        if copy.copy.duration:
            longest[copy.call.id] = max(longest.get(copy.call.id, 0), copy.copy.duration)
            yield from _against_call(copy)
    open_notes = {call.id for call in archive.calls if call.share.minutes and call.id in longest}
    for notes in archive.minutes:
        if notes.call in open_notes:
            yield from _beyond(notes, longest[notes.call])


def _against_call(one: OpenCopy) -> Iterator[Problem]:
    """Compare with the call's length; minutes and seconds may have been meant as hours and minutes."""
    duration, minutes = one.copy.duration, one.call.length
    if not minutes:
        return
    why = f"the recording runs {on_the_clock(duration)} and the call took {minutes} minutes"
    if duration > 60 * (1.5 * minutes + _SPARE):
        how = "look at both again; a recording that holds several calls is listed with each, and then nothing is wrong"
        yield problem("M616", one.place("duration"), why=why, how=how)
    elif 0.4 * minutes <= duration <= 1.5 * minutes:
        how = f"if these are hours and minutes, write `{on_the_clock(duration)}:00`"
        yield problem("M616", one.place("duration"), why=why, how=how)


def _beyond(notes: Minutes, end: int) -> Iterator[Problem]:
    for match in MOMENT.finditer(notes.body):
        if second_of(match) > end + _FEW_SECONDS:
            before = notes.body[: match.start()]
            line = notes.body_line + before.count("\n")
            column = match.start() - (before.rfind("\n") + 1) + 1
            why = (
                f"`{match[0]}` lies beyond the end of the recording, which runs {on_the_clock(end)}"
            )
            how = "look at the moment and at `duration:` again"
            yield problem("M616", Place(notes.path, line, column, len(match[0])), why=why, how=how)
            return
