"""How sure a call's record is and how much of its sources was seen, in whole sentences and never more than it says."""

from generator.privacy.public import Confidence, Evidence, PublicCall
from generator.wording import N_, _, counted

SURE = {
    Confidence.HIGH: N_("Well documented."),
    Confidence.MEDIUM: N_("Fairly well documented."),
    Confidence.LOW: N_("Thinly documented, so treat these facts with care."),
    Confidence.UNSTATED: N_("How sure these facts are is not stated."),
}
SEEN = {
    Evidence.COMPLETE: N_("The sources were seen in full."),
    Evidence.OPENING_ONLY: N_("Only the opening of the source was seen."),
    Evidence.NOTICE_ONLY: N_("Only a notice was seen."),
    Evidence.MENTION_ONLY: N_("Only a mention elsewhere was seen."),
    Evidence.PATTERN_ONLY: N_("Only the habit is known, not single dates."),
    Evidence.UNSTATED: N_("How much of the sources was seen is not stated."),
}


def sureness(call: PublicCall) -> str:
    """Say how sure a record is of its facts and how much of its sources was seen."""
    if call.confidence is Confidence.UNSTATED and call.evidence is Evidence.UNSTATED:
        return _("How sure these facts are, and how much of the sources was seen, is not stated.")
    return f"{_(SURE[call.confidence])} {_(SEEN[call.evidence])}"


def sources_counted(call: PublicCall) -> str:
    """Say how many sources a record names besides its notes; whether they agree is not known, and not said."""
    if not call.sources:
        return "" if call.notes else _("The record names no source.")
    return counted(
        "The record names {n} source.", "The record names {n} sources.", len(call.sources)
    )
