"""What changed of what may be seen of a call, as one sentence."""

from generator.privacy.public import Change, PublicChange, Reason
from generator.render.words import REASONS
from generator.wording import N_, _

_OPEN, _MINUTES, _RECORDING, _BOTH, _WHOLE = "open", "minutes", "recording", "both", "whole"
_SAID = {
    (Change.ENTERED, _OPEN): N_("Entered, with nothing withheld."),
    (Change.ENTERED, _MINUTES): N_("Entered with its minutes withheld."),
    (Change.ENTERED, _RECORDING): N_("Entered with its recording withheld."),
    (Change.ENTERED, _BOTH): N_("Entered with its minutes and recording withheld."),
    (Change.ENTERED, _WHOLE): N_("Entered as withheld."),
    (Change.ENTERED_AGAIN, _OPEN): N_("Entered again, with nothing withheld."),
    (Change.ENTERED_AGAIN, _MINUTES): N_("Entered again, with its minutes withheld."),
    (Change.ENTERED_AGAIN, _RECORDING): N_("Entered again, with its recording withheld."),
    (Change.ENTERED_AGAIN, _BOTH): N_("Entered again, with its minutes and recording withheld."),
    (Change.ENTERED_AGAIN, _WHOLE): N_("Entered again, as withheld."),
    (Change.WITHHELD, _MINUTES): N_("Minutes withheld."),
    (Change.WITHHELD, _RECORDING): N_("Recording withheld."),
    (Change.WITHHELD, _BOTH): N_("Minutes and recording withheld."),
    (Change.WITHHELD, _WHOLE): N_("Withheld, with all details."),
    (Change.EASED, _MINUTES): N_("Now only its minutes are withheld."),
    (Change.EASED, _RECORDING): N_("Now only its recording is withheld."),
    (Change.EASED, _BOTH): N_("Now only its minutes and recording are withheld."),
    (Change.REASON, _MINUTES): N_("Minutes still withheld, with another class of the reason."),
    (Change.REASON, _RECORDING): N_("Recording still withheld, with another class of the reason."),
    (Change.REASON, _BOTH): N_(
        "Minutes and recording still withheld, with another class of the reason."
    ),
    (Change.REASON, _WHOLE): N_("Still withheld, with another class of the reason."),
    (Change.PUBLISHED, _OPEN): N_("Opened to readers."),
    (Change.PUBLISHED_AGAIN, _OPEN): N_("Opened to readers again."),
    (Change.TAKEN_OUT, _WHOLE): N_("Taken out of the archive."),
}
"""A sentence for each change, by what is withheld after it.

None says that minutes or a recording were published: what is opened may be missing, or may never have been.
"""


def change_sentence(change: PublicChange) -> str:
    """Say what changed; the class of the reason follows where it is told."""
    said = _(_SAID[change.change, _after(change)])
    if change.reason is Reason.UNSTATED:
        return said
    reason = _("Class of the reason: {reason}.").format(reason=_(REASONS[change.reason]))
    return _("{sentence} {other}").format(sentence=said, other=reason)


def _after(change: PublicChange) -> str:
    if change.details:
        return _WHOLE
    if change.minutes and change.recording:
        return _BOTH
    if change.minutes or change.recording:
        return _MINUTES if change.minutes else _RECORDING
    return _OPEN
