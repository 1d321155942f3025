"""The notes of a call as safe HTML for its page; the heading above them and the list of marks are the page's."""

from dataclasses import dataclass

from generator.privacy.public import PublicMark, PublicNotes
from generator.render.links import Standpoint
from generator.render.markdown import Prose, Setting, render_markdown
from generator.render.passages import Anchor
from generator.render.run_on import set_apart, without_name
from generator.settings import Settings

TOP = 3
"""Level of the highest heading in notes: the page's own heading above them has level 2."""


@dataclass(frozen=True, slots=True)
class NotesPlace:
    """Where notes stand: the page's address, what their names start with, and names already given in the page."""

    page: str
    prefix: str = "notes-"
    taken: frozenset[str] = frozenset()


def place_of(notes: PublicNotes, page: str, taken: frozenset[str]) -> NotesPlace:
    """Say where notes stand in a call's page: the names of those in another language begin with it."""
    language = f"{notes.language.lower()}-" if notes.language else ""
    return NotesPlace(page, f"notes-{language}", taken)


def render_notes(notes: PublicNotes, settings: Settings, place: NotesPlace) -> Prose:
    """Turn notes into HTML in which each marked line has its anchor; headings start at level 3.

    For a page with notes in several languages, hand the `taken` of one to the next and give it its own prefix.
    """
    return render_markdown(*notes_setting(notes, settings, place))


def notes_setting(notes: PublicNotes, settings: Settings, place: NotesPlace) -> tuple[str, Setting]:
    """Give the Markdown of notes as it is rendered, and how it sits in its page."""
    lines = notes.body.split("\n")
    anchors = []
    for mark in notes.marks:
        index = mark.line - notes.body_line
        if 0 <= index < len(lines):
            without_name(lines, index, mark.anchor)
            anchors.append(_anchor(mark, index + 1))
    anchors += [
        Anchor(line - notes.body_line + 1, name, kind, breakout.name)
        for breakout in notes.breakouts
        for line, name, kind in (
            (breakout.line, breakout.anchor, "breakout"),
            (breakout.report_line, breakout.report_anchor, "report-back"),
        )
        if name
    ]
    lines, anchors = set_apart(lines, anchors)
    setting = Setting(
        standpoint=Standpoint(notes.path, place.page, settings.allowed_addresses),
        top=TOP,
        prefix=place.prefix,
        anchors=tuple(anchors),
        taken=place.taken,
    )
    return "\n".join(lines), setting


def _anchor(mark: PublicMark, line: int) -> Anchor:
    return Anchor(line, mark.anchor, mark.kind.value, mark.text, not mark.is_named)
