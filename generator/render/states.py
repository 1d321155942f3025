"""Every state of a call, its notes and its recording: a word, an icon, a colour and a sentence, always all of them.

No two kinds of absence share a word or a sentence, because they are never confused.
"""

from dataclasses import dataclass

from generator.privacy.public import AnyCall, NotesState, PublicCall, RecordingState, Status
from generator.wording import N_, _


@dataclass(frozen=True, slots=True)
class State:
    """How a state is shown. `hue` ends the chip's class name, `icon` names a drawing in `icons.html`.

    `name` and `says` are messages of the catalogue; `word` and `sentence` are what readers see of them.
    """

    name: str
    icon: str
    hue: str
    says: str

    @property
    def word(self) -> str:
        """Give the word of the state in the language that is spoken."""
        return _(self.name)

    @property
    def sentence(self) -> str:
        """Give the sentence of the state in the language that is spoken."""
        return _(self.says)


NOTES = {
    NotesState.MINUTES: State(
        N_("Minutes"), "minutes", "minutes", N_("The minutes of this call are in this archive.")
    ),
    NotesState.DRAFT: State(
        N_("Draft minutes"),
        "draft",
        "draft",
        N_("These minutes are a draft, which the group has not adopted."),
    ),
    NotesState.SUMMARY: State(
        N_("Summary, not the minutes"),
        "summary",
        "summary",
        N_("This is a summary, not the minutes: it was written later, from the sources cited."),
    ),
    NotesState.WITHHELD: State(
        N_("Minutes withheld"),
        "withheld",
        "withheld",
        N_("The minutes are withheld under the archive’s rules."),
    ),
    NotesState.NONE_TAKEN: State(
        N_("No minutes taken"),
        "never",
        "never",
        N_("Nobody took notes on this call, so there are no minutes to find."),
    ),
    NotesState.ELSEWHERE: State(
        N_("Minutes published elsewhere"),
        "elsewhere",
        "elsewhere",
        N_("Others published the minutes, and the archive holds no copy. The sources say where."),
    ),
    NotesState.MISSING: State(
        N_("Minutes missing, can you help?"),
        "missing",
        "missing",
        N_("Notes of this call should exist, but nobody has sent them yet."),
    ),
    NotesState.UNKNOWN: State(
        N_("Minutes not known"),
        "unknown",
        "unknown",
        N_("It is not known whether anyone took notes on this call."),
    ),
    NotesState.NOT_YET: State(
        N_("Minutes not due yet"),
        "upcoming",
        "upcoming",
        N_(
            "The minutes are not due yet: the call is still to come, or its day passed not long ago."
        ),
    ),
    NotesState.NOT_EXPECTED: State(
        N_("No minutes expected"),
        "announced",
        "announced",
        N_("No minutes are asked for, because this call is not known to have been held."),
    ),
}
"""States of a call's notes."""

RECORDINGS = {
    RecordingState.RECORDING: State(
        N_("Recording"), "recording", "minutes", N_("A recording of this call can be heard.")
    ),
    RecordingState.WITHHELD: State(
        N_("Recording withheld"),
        "withheld",
        "withheld",
        N_("The recording is withheld under the archive’s rules."),
    ),
    RecordingState.EXPIRED: State(
        N_("Recording expired"),
        "expired",
        "expired",
        N_(
            "There was a recording. By its provider’s rule it has been deleted since: this is worked out, and was"
            " not seen."
        ),
    ),
    RecordingState.GONE: State(
        N_("Recording gone"),
        "gone",
        "gone",
        N_("There was a recording. When its address was last asked for, it was not there."),
    ),
    RecordingState.NEVER_MADE: State(
        N_("Not recorded"),
        "never",
        "never",
        N_("This call was not recorded, so there is nothing to hear."),
    ),
    RecordingState.ELSEWHERE: State(
        N_("Recording published elsewhere"),
        "elsewhere",
        "elsewhere",
        N_(
            "Others published a recording, and the archive links to no copy. The sources say where."
        ),
    ),
    RecordingState.MISSING: State(
        N_("Recording missing, can you help?"),
        "missing",
        "missing",
        N_("A recording of this call should exist, but nobody has sent it yet."),
    ),
    RecordingState.UNKNOWN: State(
        N_("Recording not known"),
        "unknown",
        "unknown",
        N_("It is not known whether this call was recorded."),
    ),
    RecordingState.NOT_YET: State(
        N_("Recording not due yet"),
        "upcoming",
        "upcoming",
        N_(
            "A recording is not due yet: the call is still to come, or its day passed not long ago."
        ),
    ),
    RecordingState.NOT_EXPECTED: State(
        N_("No recording expected"),
        "announced",
        "announced",
        N_("No recording is asked for, because this call is not known to have been held."),
    ),
}
"""States of a call's recording."""

ANNOUNCED = State(
    N_("Announced, not confirmed"),
    "announced",
    "announced",
    N_("A notice is all that is known of this call. Whether it was held is not confirmed."),
)
CANCELLED = State(N_("Cancelled"), "cancelled", "cancelled", N_("This call was cancelled."))
MOVED = State(N_("Moved"), "moved", "moved", N_("This call was moved."))
UPCOMING = State(N_("Upcoming"), "upcoming", "upcoming", N_("This call is still to come."))
PLANNED = State(
    N_("Planned, not confirmed"),
    "announced",
    "announced",
    N_(
        "This call was planned for a day that has passed. Nobody has confirmed yet that it was held."
    ),
)
WITHHELD = State(
    N_("Withheld call"), "withheld", "withheld", N_("The details of this call are withheld.")
)
DATES = {
    "date-missing": State(
        N_("No record, can you help?"),
        "missing",
        "missing",
        N_("A call was expected on this date, and nobody has sent a record or notes of it yet."),
    ),
    "date-not-yet": State(
        N_("No record yet"),
        "upcoming",
        "upcoming",
        N_("A call was expected on this date, and its notes are not due yet."),
    ),
    "date-unclear": State(
        N_("Unclear"),
        "withheld",
        "withheld",
        N_("A call of this day is withheld, and whether it is this one is not said."),
    ),
    "date-skipped": State(N_("Skipped"), "cancelled", "announced", N_("No call on this date.")),
    "date-extra": State(
        N_("Extra call"), "call", "summary", N_("This call was beside the rhythm of its series.")
    ),
    "date-outside": State(
        N_("Outside the rhythm"),
        "unknown",
        "unknown",
        N_("The rhythm of its series does not lead to the day of this call."),
    ),
}
"""States of a date of a recurring call, where no call tells its own, or beside it."""

CHIPS: dict[str, State] = {
    "announced": ANNOUNCED,
    "cancelled": CANCELLED,
    "moved": MOVED,
    "upcoming": UPCOMING,
    "planned": PLANNED,
    "withheld": WITHHELD,
    **DATES,
    **{f"notes-{state.value}": shown for state, shown in NOTES.items()},
    **{f"recording-{state.value}": shown for state, shown in RECORDINGS.items()},
}
"""Chips by the key under which a row of a list remembers them."""


def notes_sentence(call: PublicCall, upcoming: bool) -> str:
    """Say what there is of a call's notes; of those not due yet, why it is so on the day of the build."""
    if call.notes_state is NotesState.NOT_YET:
        return _("The minutes are not due yet: {why}.").format(why=_why_not_due(call, upcoming))
    if call.notes_state is NotesState.NOT_EXPECTED and call.status is Status.CANCELLED:
        return _("No minutes are asked for, because the call was cancelled.")
    return NOTES[call.notes_state].sentence


def recording_sentence(call: PublicCall, upcoming: bool) -> str:
    """Say what there is of a call's recording; of one not due yet, why it is so on the day of the build."""
    if call.recording_state is RecordingState.NOT_YET:
        return _("A recording is not due yet: {why}.").format(why=_why_not_due(call, upcoming))
    if call.recording_state is RecordingState.NOT_EXPECTED and call.status is Status.CANCELLED:
        return _("No recording is asked for, because the call was cancelled.")
    return RECORDINGS[call.recording_state].sentence


def _why_not_due(call: PublicCall, upcoming: bool) -> str:
    if upcoming:
        return _("the call is still to come")
    if call.status is Status.HELD:
        return _("the call was held not long ago")
    return _("nobody has confirmed that the call was held")


def status_keys(call: PublicCall, upcoming: bool) -> tuple[str, ...]:
    """Give the keys of what is not ordinary about a call itself; an ordinary call was held as planned."""
    keys = {
        Status.HELD: (),
        Status.ANNOUNCED: ("announced",),
        Status.CANCELLED: ("cancelled",),
        Status.SCHEDULED: ("upcoming",) if upcoming else ("planned",),
    }[call.status]
    moved = call.moved_from and call.status is not Status.CANCELLED
    return (*keys, "moved") if moved else keys


def chip_keys(call: AnyCall, upcoming: bool) -> tuple[str, ...]:
    """Give the keys of a call's chips, in the order in which they are shown.

    `upcoming` says whether a scheduled call is still to come on the day of the build.
    """
    if not isinstance(call, PublicCall):
        return ("withheld",)
    keys = list(status_keys(call, upcoming))
    if call.notes_state not in (NotesState.NOT_EXPECTED, NotesState.NOT_YET):
        keys.append(f"notes-{call.notes_state.value}")
    if call.notes_state is NotesState.SUMMARY and minutes_are_missing(call):
        keys.append(f"notes-{NotesState.MISSING.value}")
    if call.recording_state not in (RecordingState.NOT_EXPECTED, RecordingState.NOT_YET):
        keys.append(f"recording-{call.recording_state.value}")
    return tuple(keys)


Chip = tuple[str, str, str]
"""A chip as templates draw it: hue, icon, word."""


def chips(keys: tuple[str, ...]) -> tuple[Chip, ...]:
    """Give what templates draw for the keys of chips."""
    shown = [CHIPS[key] for key in keys]
    return tuple((state.hue, state.icon, state.word) for state in shown)


def minutes_are_missing(call: PublicCall) -> bool:
    """Tell whether a call's minutes are asked for: a summary beside them does not fill the gap."""
    if call.notes_state is NotesState.SUMMARY:
        return call.absence is NotesState.MISSING
    return call.notes_state is NotesState.MISSING
