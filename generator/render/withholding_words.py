"""The calm paragraph about a withholding: what, who decided, when, why, and when it will be looked at again."""

import datetime

from generator.privacy.public import Reason, Withholding
from generator.render.names import Target
from generator.render.words import REASONS, capital, short_day
from generator.wording import _


def withheld_parts(withholding: Withholding) -> str:
    """Say what of a call is withheld, as the subject of a sentence without its article."""
    if withholding.details:
        return _("all details")
    if withholding.minutes and withholding.recording:
        return _("minutes and recording")
    return _("minutes") if withholding.minutes else _("recording")


def is_overdue(withholding: Withholding, today: datetime.date) -> bool:
    """Tell whether the day for looking at a decision again has passed."""
    return withholding.review_on is not None and withholding.review_on < today


def review_words(withholding: Withholding, overdue: bool) -> str:
    """Say when a decision will be looked at again, or that its day has passed."""
    if withholding.review_on is None:
        return _("No day is set for looking at the decision again.")
    day = short_day(withholding.review_on)
    if overdue:
        said = _("The decision was to be looked at again on {day}, and that is overdue.")
        return said.format(day=day)
    return _("The decision will be looked at again on {day}.").format(day=day)


def withheld_sentences(
    withholding: Withholding, decided_by: Target, overdue: bool
) -> tuple[str, ...]:
    """Give the sentences of the paragraph but the last, which links to the rules."""
    return (
        _what(withholding),
        _who_and_when(withholding, decided_by),
        _("The class of the reason: {reason}.").format(reason=_(REASONS[withholding.reason]))
        if withholding.reason is not Reason.UNSTATED
        else _("The class of the reason is not stated."),
        review_words(withholding, overdue),
    )


def _what(withholding: Withholding) -> str:
    if withholding.details:
        return _(
            "The details of this call are withheld; what stands on this page is all that is shown."
        )
    if withholding.minutes and withholding.recording:
        return _("The minutes and recording of this call are withheld.")
    if withholding.minutes:
        return _("The minutes of this call are withheld.")
    return _("The recording of this call is withheld.")


def _who_and_when(withholding: Withholding, decided_by: Target) -> str:
    day = short_day(withholding.decided_on) if withholding.decided_on else ""
    if decided_by.title and day:
        return capital(_("{group} decided so on {day}.").format(group=decided_by.title, day=day))
    if decided_by.title:
        return capital(_("{group} decided so.").format(group=decided_by.title))
    if day:
        return _("It was decided on {day}; who decided is not stated.").format(day=day)
    return _("Who decided so, and when, is not stated.")
