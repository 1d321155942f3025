"""The calm paragraph about a withholding: what, who decided, when, why, and when it will be looked at again."""

from generator.privacy.public import Reason, Withholding
from generator.render.names import Target
from generator.render.words import REASONS, capital, short_day


def withheld_parts(withholding: Withholding) -> str:
    """Say what of a call is withheld, as the subject of a sentence without its article."""
    if withholding.details:
        return "details"
    if withholding.minutes and withholding.recording:
        return "minutes and recording"
    return "minutes" if withholding.minutes else "recording"


def withheld_sentences(withholding: Withholding, decided_by: Target) -> tuple[str, ...]:
    """Give the sentences of the paragraph but the last, which links to the rules."""
    return (
        _what(withholding),
        _who_and_when(withholding, decided_by),
        f"The class of the reason: {REASONS[withholding.reason]}."
        if withholding.reason is not Reason.UNSTATED
        else "The class of the reason is not stated.",
        f"The decision will be looked at again on {short_day(withholding.review_on)}."
        if withholding.review_on
        else "No day is set for looking at the decision again.",
    )


def _what(withholding: Withholding) -> str:
    if withholding.details:
        return (
            "The details of this call are withheld; what stands on this page is all that is shown."
        )
    verb = "is" if withholding.recording and not withholding.minutes else "are"
    return f"The {withheld_parts(withholding)} of this call {verb} withheld."


def _who_and_when(withholding: Withholding, decided_by: Target) -> str:
    on = f" on {short_day(withholding.decided_on)}" if withholding.decided_on else ""
    if decided_by.title:
        return capital(f"{decided_by.title} decided so{on}.")
    if on:
        return f"It was decided{on}; who decided is not stated."
    return "Who decided so, and when, is not stated."
