"""The words of the statistics: headings, captions and rows by the keys of their numbers, and where each row leads.

What is counted is said in `archive_numbers.py`.
"""

from collections.abc import Mapping

from generator import addresses
from generator.privacy.public import (
    Confidence,
    Evidence,
    GroupKind,
    HubKind,
    Mode,
    NotesState,
    RecordingState,
    Status,
)
from generator.render.action_states import Standing as ActionStanding
from generator.render.decision_register import Method, Standing
from generator.render.figures import WITHHELD
from generator.render.states import NOTES, RECORDINGS
from generator.render.words import GROUP_KINDS, HUB_KINDS
from generator.wording import N_, NN_

CAPTIONS: Mapping[str, tuple[str, str]] = {
    "status": NN_("Calls, of {n} call", "Calls, of {n} calls"),
    "dates": NN_(
        "How exactly the time is known, of {n} call", "How exactly the time is known, of {n} calls"
    ),
    "modes": NN_(
        "How people met, of {n} call whose details may be seen",
        "How people met, of {n} calls whose details may be seen",
    ),
    "minutes": NN_("Minutes, of {n} call", "Minutes, of {n} calls"),
    "beside-summaries": NN_(
        "The minutes that a summary stands in for, of {n} call with a summary",
        "The minutes that a summary stands in for, of {n} calls with a summary",
    ),
    "recordings": NN_("Recordings, of {n} call", "Recordings, of {n} calls"),
    "evidence": NN_(
        "How much of the sources was seen, of {n} call whose details may be seen",
        "How much of the sources was seen, of {n} calls whose details may be seen",
    ),
    "confidence": NN_(
        "How sure the facts are, of {n} call whose details may be seen",
        "How sure the facts are, of {n} calls whose details may be seen",
    ),
    "participants": NN_(
        "How the number of people is known, of {n} call whose details may be seen",
        "How the number of people is known, of {n} calls whose details may be seen",
    ),
    "outcomes": NN_("Outcomes, of {n} outcome", "Outcomes, of {n} outcomes"),
    "methods": NN_("How it was decided, of {n} decision", "How it was decided, of {n} decisions"),
    "actions": NN_("Actions, of {n} action", "Actions, of {n} actions"),
    "groups": NN_("Groups, of {n} group", "Groups, of {n} groups"),
    "hubs": NN_(
        "Campaigns and gatherings, of {n} with a page",
        "Campaigns and gatherings, of {n} with a page",
    ),
}
"""Captions of tables by subject, for one and for many."""
FIRST_COLUMNS: Mapping[str, str] = {
    "status": N_("What is known of the call"),
    "dates": N_("Known to"),
    "modes": N_("How people met"),
    "minutes": N_("State of the minutes"),
    "beside-summaries": N_("State of the minutes"),
    "recordings": N_("State of the recording"),
    "evidence": N_("What was seen"),
    "confidence": N_("How sure"),
    "participants": N_("What is known of the number"),
    "outcomes": N_("Outcome"),
    "methods": N_("How"),
    "actions": N_("State of the action"),
    "groups": N_("Kind"),
    "hubs": N_("Kind"),
}
"""What the rows of a subject are, as the head of their column."""
NUMBER_COLUMNS: Mapping[str, str] = {
    "outcomes": N_("Outcomes"),
    "methods": N_("Decisions"),
    "actions": N_("Actions"),
    "groups": N_("Groups"),
    "hubs": N_("Pages"),
}
"""What is counted, as the head of the column of numbers; of subjects that are not here it is calls."""

_MINUTES = {state.value: shown.name for state, shown in NOTES.items()}
ROWS: Mapping[str, Mapping[str, str]] = {
    "status": {
        Status.HELD.value: N_("Held"),
        Status.ANNOUNCED.value: N_("Announced, not confirmed"),
        Status.SCHEDULED.value: N_("Planned"),
        Status.CANCELLED.value: N_("Cancelled"),
        WITHHELD: N_("Withheld"),
    },
    "dates": {
        "hour": N_("Day and hour"),
        "day": N_("The day only"),
        "month": N_("The month only"),
        "year": N_("The year only"),
    },
    "modes": {
        "phone": N_("By telephone"),
        "voice": N_("By voice over the internet"),
        "in-person": N_("In a room"),
        "mixed": N_("In a room and by telephone"),
        "text": N_("In writing"),
        "unknown": N_("In a way that is not known"),
    },
    "minutes": _MINUTES,
    "beside-summaries": _MINUTES,
    "recordings": {state.value: shown.name for state, shown in RECORDINGS.items()},
    "evidence": {
        Evidence.COMPLETE.value: N_("The sources in full"),
        Evidence.OPENING_ONLY.value: N_("Only the opening of the source"),
        Evidence.NOTICE_ONLY.value: N_("Only a notice"),
        Evidence.MENTION_ONLY.value: N_("Only a mention elsewhere"),
        Evidence.PATTERN_ONLY.value: N_("Only the habit, no single dates"),
        Evidence.UNSTATED.value: N_("Not stated"),
    },
    "confidence": {
        Confidence.HIGH.value: N_("Well documented"),
        Confidence.MEDIUM.value: N_("Fairly well documented"),
        Confidence.LOW.value: N_("Thinly documented"),
        Confidence.UNSTATED.value: N_("Not stated"),
    },
    "participants": {
        "exact": N_("An exact number"),
        "at-least": N_("A number that it was at least"),
        "at-most": N_("A number that it was at most"),
        "range": N_("Between two numbers"),
        "about": N_("About a number, as somebody guessed"),
        "fewer-than-five": N_("Fewer than five"),
        "not-known": N_("Not known"),
    },
    "outcomes": {
        Standing.IN_FORCE.value: N_("Decided, and not known to be superseded"),
        Standing.SUPERSEDED.value: N_("Decided, and superseded since"),
        Standing.PROPOSED.value: N_("Proposed, not decided"),
        Standing.OTHER.value: N_("Told, welcomed or left open, not decided"),
        Standing.DRAFT.value: N_("In draft notes, which decide nothing"),
    },
    "methods": {
        Method.CONSENSUS.value: N_("By consensus, unanimously or by consent"),
        Method.VOTE.value: N_("By vote"),
        Method.AGREEMENT.value: N_("By agreement"),
        Method.NOT_TOLD.value: N_("How it was decided is not told"),
    },
    "actions": {
        ActionStanding.OPEN.value: N_("Open"),
        ActionStanding.UNKNOWN.value: N_("Not known to be done"),
        ActionStanding.SAID.value: N_("Said to be done in draft notes"),
        ActionStanding.DONE.value: N_("Done"),
    },
    "groups": {kind.value: GROUP_KINDS[kind][1] for kind in GroupKind},
    "hubs": {kind.value: HUB_KINDS[kind][1] for kind in HubKind},
}
"""Words of the rows of each subject by the keys of their numbers."""
ALWAYS = frozenset(
    {
        ("status", Status.HELD.value),
        ("status", WITHHELD),
        ("minutes", NotesState.MINUTES.value),
        ("minutes", NotesState.MISSING.value),
        ("recordings", RecordingState.RECORDING.value),
        ("recordings", RecordingState.MISSING.value),
        ("outcomes", Standing.IN_FORCE.value),
        ("participants", "not-known"),
    }
)
"""Rows whose zero is worth saying; others are left out where nothing is counted."""


def list_of(subject: str, key: str) -> str:
    """Give the address of the list that a row counts; empty where there is none."""
    return _LISTS.get((subject, key)) or _LISTS.get((subject, ""), "")


_LISTS: Mapping[tuple[str, str], str] = {
    ("status", WITHHELD): addresses.WITHHELD,
    ("minutes", NotesState.MISSING.value): f"{addresses.GAPS}#missing-minutes",
    ("minutes", NotesState.WITHHELD.value): addresses.WITHHELD,
    ("beside-summaries", NotesState.MISSING.value): f"{addresses.GAPS}#missing-minutes",
    ("recordings", RecordingState.MISSING.value): f"{addresses.GAPS}#missing-recordings",
    ("recordings", RecordingState.WITHHELD.value): addresses.WITHHELD,
    ("recordings", RecordingState.RECORDING.value): f"{addresses.RECORDINGS}#can-be-heard",
    ("recordings", RecordingState.EXPIRED.value): addresses.RECORDINGS,
    ("recordings", RecordingState.GONE.value): addresses.RECORDINGS,
    ("outcomes", Standing.IN_FORCE.value): "decisions/in-force.html",
    ("outcomes", ""): addresses.DECISIONS,
    ("methods", ""): addresses.DECISIONS,
    ("actions", ActionStanding.DONE.value): f"{addresses.ACTIONS}#actions-by-year",
    ("actions", ""): f"{addresses.ACTIONS}#open-actions",
    ("groups", ""): addresses.GROUPS,
    ("hubs", ""): addresses.HUBS,
    **{("modes", each.value): addresses.how_met(each.value) for each in Mode},
    **{("confidence", each.value): addresses.how_sure(each.value) for each in Confidence},
    **{("evidence", each.value): addresses.how_seen(each.value) for each in Evidence},
}
"""Lists of rows by subject and key; an empty key stands for all other rows of a subject."""
