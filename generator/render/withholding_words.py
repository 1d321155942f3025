"""The calm paragraph about a withholding: what, who decided, when, why, and when it will be looked at again."""

import datetime

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


def is_overdue(withholding: Withholding, today: datetime.date) -> bool:
    """Tell whether the day for looking at a decision again has passed."""
    return withholding.review_on is not None and withholding.review_on < today


def review_words(withholding: Withholding, overdue: bool) -> str:
    """Say when a decision will be looked at again, or that its day has passed."""
    if withholding.review_on is None:
        return "No day is set for looking at the decision again."
    day = short_day(withholding.review_on)
    if overdue:
        return f"The decision was to be looked at again on {day}, and that is overdue."
    return f"The decision will be looked at again on {day}."


def withheld_sentences(
    withholding: Withholding, decided_by: Target, overdue: bool
) -> tuple[str, ...]:
    """Give the sentences of the paragraph but the last, which links to the rules."""
    return (
        _what(withholding),
        _who_and_when(withholding, decided_by),
        f"The class of the reason: {REASONS[withholding.reason]}."
        if withholding.reason is not Reason.UNSTATED
        else "The class of the reason is not stated.",
        review_words(withholding, overdue),
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
