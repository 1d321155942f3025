"""What came out of a call: decisions apart from proposals, other outcomes, counts and actions.

Only what carries a word of adoption is shown as decided, and nothing that stands in a draft.
"""

from dataclasses import replace

from generator.joining import telling_marks
from generator.privacy.public import (
    Evidence,
    MarkKind,
    NotesState,
    PublicCall,
    PublicMark,
    PublicNotes,
    Status,
)
from generator.render.named_marks import Places, note_pieces, tells_summary
from generator.render.names import Link
from generator.render.polls import MOST_DRAWN, DrawnPoll, drawn_poll
from generator.render.words import SEEN, capital, list_hint

DECIDED = "Decided"
PROPOSED = "Proposed, not decided"
OTHER = "Other outcomes"
COUNTED = "Polls and counts"
ACTIONS = "Actions"
DRAFTED = "In draft notes, not decided yet"
HEADINGS = {
    DECIDED: "record-decided",
    PROPOSED: "record-proposed",
    OTHER: "record-other-outcomes",
    DRAFTED: "record-in-draft",
    COUNTED: "record-polls",
    ACTIONS: "record-actions",
}
"""Headings of the parts, in their order, with their names in the page."""
KIND_WORDS = {
    MarkKind.DECISION: "decision",
    MarkKind.PROPOSAL: "proposed",
    MarkKind.OUTCOME: "outcome",
    MarkKind.POLL: "straw poll",
    MarkKind.COUNT: "count",
    MarkKind.TEMPERATURE: "temperature check",
    MarkKind.ACTION: "action",
}
"""The mark of an outcome that has no word of its own."""

DrawnMark = tuple[str, str, str, bool, tuple[Link, ...], tuple[str, ...], DrawnPoll | None]
"""An outcome as templates draw it: anchor, text, word, adopted, note in pieces that may be links, items, counts."""
DrawnPart = tuple[str, str, tuple[DrawnMark, ...]]
"""A part of the outcomes as templates draw it: heading, its name in the page, the outcomes."""


def outcome_parts(
    notes: tuple[PublicNotes, ...], named: Places = (), page: str = ""
) -> tuple[DrawnPart, ...]:
    """Sort the marks of notes into parts; on `page`, the marks that they name are links to their places."""
    places = dict(named)
    parts: dict[str, list[DrawnMark]] = {heading: [] for heading in HEADINGS}
    drafts = tuple(each for each in notes if each.is_draft)
    is_final, marks = telling_marks((each for each in notes if not each.is_draft), drafts)
    polls = 0
    for mark in marks:
        note = tuple(note_pieces(mark.note, places, page))
        heading = part_of(mark)
        counts = is_final or heading in (COUNTED, ACTIONS)
        shown = mark if counts else replace(mark, adopted=False)
        poll = drawn_poll(mark) if polls < MOST_DRAWN else None
        polls += poll is not None
        parts[heading if counts else DRAFTED].append(_drawn(shown, note, poll))
    return tuple((name, HEADINGS[name], tuple(found)) for name, found in parts.items() if found)


def part_of(mark: PublicMark) -> str:
    """Give the heading under which a mark is listed."""
    match mark.kind:
        case MarkKind.POLL | MarkKind.COUNT | MarkKind.TEMPERATURE:
            return COUNTED
        case MarkKind.ACTION:
            return ACTIONS
        case MarkKind.PROPOSAL if not mark.adopted:
            return PROPOSED
        case MarkKind.DECISION | MarkKind.PROPOSAL | MarkKind.OUTCOME:
            return DECIDED if mark.adopted else OTHER


def _drawn(mark: PublicMark, note: tuple[Link, ...], poll: DrawnPoll | None) -> DrawnMark:
    items = () if poll and poll.holds_items else mark.items
    text = poll.words if poll else mark.text
    return mark.anchor, text, _word(mark), mark.adopted, note, items, poll


def _word(mark: PublicMark) -> str:
    """Give the word before an outcome; that a poll was not taken is its result."""
    kind = KIND_WORDS[mark.kind]
    if mark.tally is not None and not mark.tally.taken:
        return capital(f"{kind}: not taken")
    return capital(mark.outcome or kind)


def outcomes_remark(call: PublicCall, found: bool) -> str:
    """Say, beside the outcomes or in their place, how much was seen; empty where the list is complete."""
    written = call.notes_state in (NotesState.MINUTES, NotesState.DRAFT)
    whole = written and not tells_summary(call)
    if found:
        return "" if whole else list_hint(call.evidence)
    if call.status is Status.CANCELLED:
        return "The call was cancelled, so nothing came out of it."
    if call.status is not Status.HELD:
        return "Nothing is known of any outcome, because the call is not known to have been held."
    if call.notes_state is NotesState.WITHHELD:
        return "Outcomes would stand in the minutes, which are withheld."
    if whole:
        return "The notes mark no decision, proposal, poll or action."
    return _none_seen(call)


def _none_seen(call: PublicCall) -> str:
    """Say that no outcome was seen, and no more than that where notes may exist that nobody saw."""
    evidence = call.evidence
    if evidence is Evidence.COMPLETE and call.notes_state is NotesState.NONE_TAKEN:
        return "There were none: the sources were seen in full and name no outcome."
    if evidence is Evidence.COMPLETE:
        return "The sources were seen in full and name no outcome, but no minutes are among them."
    return f"None was seen, but {SEEN[evidence]}, so there may have been some."
