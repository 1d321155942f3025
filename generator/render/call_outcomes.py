"""What came out of a call: decisions apart from proposals, other outcomes, counts and actions.

Only what carries a word of adoption is shown as decided, and nothing that stands in a draft.
"""

from collections.abc import Iterable
from typing import NamedTuple

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
from generator.render.decision_register import standing_of
from generator.render.decision_words import STANDINGS, standing_word
from generator.render.moments import parted_moment
from generator.render.named_marks import Places, note_pieces, tells_summary
from generator.render.names import Link
from generator.render.polls import MOST_DRAWN, DrawnPoll, drawn_poll
from generator.render.words import SEEN, capital, list_hint, shortened
from generator.wording import N_, NN_, _, counted

DECIDED = N_("Decided")
PROPOSED = N_("Proposed, not decided")
OTHER = N_("Other outcomes, not decided")
COUNTED = N_("Polls and counts")
ACTIONS = N_("Actions")
DRAFTED = N_("In draft notes, not decided yet")
HEADINGS = {
    DECIDED: "record-decided",
    PROPOSED: "record-proposed",
    OTHER: "record-other-outcomes",
    DRAFTED: "record-in-draft",
    COUNTED: "record-polls",
    ACTIONS: "record-actions",
}
"""Headings of the parts, in their order, with their names in the page."""
COUNTS = {
    DECIDED: NN_("{n} decided", "{n} decided"),
    PROPOSED: NN_("{n} proposed, not decided", "{n} proposed, not decided"),
    OTHER: NN_("{n} other outcome, not decided", "{n} other outcomes, not decided"),
    DRAFTED: NN_("{n} in draft notes, not decided", "{n} in draft notes, not decided"),
    COUNTED: NN_("{n} poll or count", "{n} polls and counts"),
    ACTIONS: NN_("{n} action", "{n} actions"),
}
"""What a part has, in words that stand without its heading."""
KINDS = {
    MarkKind.POLL: (N_("straw poll"), "counted"),
    MarkKind.COUNT: (N_("count"), "counted"),
    MarkKind.TEMPERATURE: (N_("temperature check"), "counted"),
    MarkKind.ACTION: (N_("action"), "task"),
}
"""Word and drawing of marks that the register of decisions does not hold."""
_KIND_HUE = "summary"
ROW_LIMIT = 300
"""Most characters of a mark in the list; the notes, to which its row leads, have it whole."""


class Chip(NamedTuple):
    """How a mark is told apart: the end of its class, which names a colour, a drawing in `icons.html`, and a word."""

    hue: str
    icon: str
    word: str


class DrawnMark(NamedTuple):
    """A mark as templates draw it; `note` is in pieces that may be links.

    `moment` is that of the recording at which it stands: its place in the page and its words, both empty for none.
    """

    name: str
    text: str
    chip: Chip
    note: tuple[Link, ...]
    items: tuple[str, ...]
    poll: DrawnPoll | None
    moment: Link = ("", "")


class DrawnPart(NamedTuple):
    """A part of the outcomes as templates draw it: heading, its name in the page, the outcomes, and how many."""

    heading: str
    anchor: str
    marks: tuple[DrawnMark, ...]
    counted: str


def outcome_parts(
    notes: tuple[PublicNotes, ...],
    named: Places = (),
    page: str = "",
    superseded: frozenset[str] = frozenset(),
) -> tuple[DrawnPart, ...]:
    """Sort the marks of notes into parts; on `page`, the marks that they name are links to their places.

    `superseded` are names of decisions that a later one took out of force, which look so here as in the register.
    """
    places = dict(named)
    parts: dict[str, list[DrawnMark]] = {heading: [] for heading in HEADINGS}
    drafts = tuple(each for each in notes if each.is_draft)
    is_final, marks = telling_marks((each for each in notes if not each.is_draft), drafts)
    polls = 0
    for mark in marks:
        note = tuple(note_pieces(mark.note, places, page))
        heading = part_of(mark)
        counts = is_final or heading in (COUNTED, ACTIONS)
        chip = chip_of(mark, is_final, mark.anchor in superseded)
        poll = drawn_poll(mark) if polls < MOST_DRAWN else None
        polls += poll is not None
        parts[heading if counts else DRAFTED].append(_drawn(mark, chip, note, poll))
    return tuple(
        DrawnPart(_(name), HEADINGS[name], tuple(found), _counted(name, len(found)))
        for name, found in parts.items()
        if found
    )


def _counted(name: str, n: int) -> str:
    """Say how many marks a part has, in words that stand without its heading."""
    return counted(*COUNTS[name], n)


def no_decision(parts: tuple[DrawnPart, ...]) -> str:
    """Say first that no decision is among the outcomes, where there are others; empty where there is one, or none."""
    if not parts or any(part.anchor == HEADINGS[DECIDED] for part in parts):
        return ""
    return _("No decision is among these:")


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


def _drawn(
    mark: PublicMark, chip: Chip, note: tuple[Link, ...], poll: DrawnPoll | None
) -> DrawnMark:
    items = () if poll and poll.holds_items else mark.items
    words, *moment = parted_moment(poll.words if poll else mark.text)
    text = shortened(words, ROW_LIMIT)
    return DrawnMark(mark.anchor, text, chip, note, items, poll, (moment[0], moment[1]))


def chip_of(mark: PublicMark, is_final: bool, is_superseded: bool) -> Chip:
    """Give the chip of a mark, which looks the same on every page; that a poll was not taken is its result."""
    if mark.kind in KINDS:
        kind, icon = KINDS[mark.kind]
        was_taken = mark.tally is None or mark.tally.taken
        word = mark.outcome or _(kind)
        word = capital(word if was_taken else _("{poll}: not taken").format(poll=_(kind)))
        return Chip(_KIND_HUE, icon, word)
    standing = standing_of(mark, is_final, is_superseded)
    state = STANDINGS[standing]
    return Chip(state.hue, state.icon, standing_word(standing, mark.outcome))


def icons_in(parts: Iterable[DrawnPart]) -> set[str]:
    """Give the names of the drawings that the chips of marks need."""
    return {mark.chip.icon for part in parts for mark in part.marks}


def outcomes_remark(call: PublicCall, found: bool, upcoming: bool = False) -> str:
    """Say, beside the outcomes or in their place, how much was seen; empty where the list is complete."""
    written = call.notes_state in (NotesState.MINUTES, NotesState.DRAFT)
    whole = written and not tells_summary(call)
    if found:
        return "" if whole else list_hint(call.evidence)
    if call.status is Status.CANCELLED:
        return _("The call was cancelled, so nothing came out of it.")
    if upcoming:
        return _("The call is still to come, so nothing has come out of it yet.")
    if call.status is not Status.HELD:
        return _(
            "Nothing is known of any outcome, because the call is not known to have been held."
        )
    if call.notes_state is NotesState.WITHHELD:
        return _("Outcomes would stand in the minutes, which are withheld.")
    if whole:
        return _("The notes mark no decision, proposal, poll or action.")
    return _none_seen(call)


def _none_seen(call: PublicCall) -> str:
    """Say that no outcome was seen, and no more than that where notes may exist that nobody saw."""
    evidence = call.evidence
    if evidence is Evidence.COMPLETE and call.notes_state is NotesState.NONE_TAKEN:
        return _("There were none: the sources were seen in full and name no outcome.")
    if evidence is Evidence.COMPLETE:
        return _(
            "The sources were seen in full and name no outcome, but no minutes are among them."
        )
    return _("None was seen, but {seen}, so there may have been some.").format(
        seen=_(SEEN[evidence])
    )
