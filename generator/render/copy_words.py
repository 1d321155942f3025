"""What is said of copies of recordings: how long each lasts, what became of it, and what was found at its address.

Every place that says these things calls this module, so that a rule that was worked out is never told as something
that somebody saw.
"""

import datetime
from collections.abc import Mapping

from generator.privacy.public import (
    CopyState,
    Found,
    PublicAnswer,
    PublicCall,
    PublicLostCopy,
    PublicPlatform,
    PublicRecording,
    RecordingState,
    Status,
)
from generator.render.words import short_day
from generator.wording import N_, _, ngettext, number

COPY_STATES = {
    CopyState.LASTING: N_("Lasting"),
    CopyState.KEPT: N_("Kept for now"),
    CopyState.DUE: N_("Copy it soon"),
    CopyState.LAST_DAY: N_("Last day"),
    CopyState.SPARED: N_("Past its rule"),
    CopyState.EXPIRED: N_("Expired"),
    CopyState.GONE: N_("Gone"),
}
"""What each state of a copy is called; messages of the catalogue."""
COPY_CHIPS = {
    CopyState.DUE: ("missing", "due"),
    CopyState.LAST_DAY: ("cancelled", "due"),
    CopyState.SPARED: ("cancelled", "due"),
}
"""Hue and drawing of copies that will not last."""
_ASKED = {
    Found.THERE: N_("When it was asked for on {day}, it was there."),
    Found.GONE: N_("When it was asked for on {day}, it was not there."),
    Found.REFUSED: N_("When it was asked for on {day}, its host did not let a program look."),
    Found.SILENT: N_("When it was asked for on {day}, nobody answered."),
}


def copy_state_word(state: CopyState) -> str:
    """Give the word of a copy's state."""
    return _(COPY_STATES[state])


def copy_sentence(copy: PublicRecording, platform: PublicPlatform | None) -> str:
    """Say how long a copy that is there will last; `platform` is that of its `kept_by`."""
    name = _name(copy.kept_by, platform)
    if copy.copy_before is None or copy.deleted_by is None:
        return _without_rule(copy, name)
    before, by = short_day(copy.copy_before), short_day(copy.deleted_by)
    return _(_said(copy)).format(platform=name, day=before, last=by, seen=_seen(copy))


def asked_sentence(copy: PublicRecording) -> str:
    """Say what was found when a copy that is there was last looked for; empty where nobody did.

    Of a copy that outlived its rule, `copy_sentence` says already on which day it was there.
    """
    answer = copy.answer
    by_person = copy.seen is not None and (answer is None or answer.asked_on < copy.seen)
    is_there = by_person or (answer is not None and answer.found is Found.THERE)
    if copy.state is CopyState.SPARED and is_there:
        return ""
    if copy.seen is not None and by_person:
        return _("Somebody found it there on {day}.").format(day=short_day(copy.seen))
    return answer_sentence(answer)


def answer_sentence(answer: PublicAnswer | None) -> str:
    """Say what was found when an address was last asked for, and when it was there before that."""
    if answer is None:
        return ""
    said = _(_ASKED[answer.found]).format(day=short_day(answer.asked_on))
    if answer.found is Found.THERE or answer.there_on is None:
        return said
    before = _("It was last found there on {day}.").format(day=short_day(answer.there_on))
    return f"{said} {before}"


def lost_sentence(copy: PublicLostCopy, platform: PublicPlatform | None) -> str:
    """Say what became of a copy that is not there any more; `platform` is that of its `kept_by`."""
    if copy.state is CopyState.GONE:
        return _gone(copy, _name(copy.kept_by, platform))
    days = platform.keeps_recordings if platform else 0
    said = ngettext(
        "Expired: {platform} keeps recordings for {n} day, so its copy has been deleted since {day}.",
        "Expired: {platform} keeps recordings for {n} days, so its copy has been deleted since {day}.",
        days,
    )
    name = _name(copy.kept_by, platform)
    told = said.format(platform=name, n=number(days), day=short_day(copy.since))
    nobody = _("This is worked out from its rule; nobody looked.")
    asked = _("This is worked out from its rule.")
    if copy.answer is None or copy.answer.asked_on < copy.since:
        return f"{told} {nobody}"
    return f"{told} {asked} {answer_sentence(copy.answer)}"


def rule_sentence(platform: PublicPlatform | None) -> str:
    """Say how long a platform keeps recordings; empty where that is not known."""
    if platform is None or not platform.keeps_recordings:
        return ""
    days = platform.keeps_recordings
    said = ngettext(
        "{platform} keeps recordings for {n} day.",
        "{platform} keeps recordings for {n} days.",
        days,
    )
    return said.format(platform=platform.name, n=number(days))


def danger_sentence(call: PublicCall) -> str:
    """Say when a call's recording will be lost, where that is within a month; empty where it is in no danger."""
    return ends_sentence(call) if call.is_in_danger else ""


def ends_sentence(call: PublicCall) -> str:
    """Say when the last copy of a call's recording will be deleted; empty where one is that no known rule deletes."""
    if call.ends_on is None:
        return ""
    last = next(copy for copy in call.recordings if copy.copy_before == call.ends_on)
    if last.state is CopyState.SPARED:
        return _(
            "No copy that lasts is listed here, and by its provider’s rule this recording should"
            " be deleted already: copy it now."
        )
    if last.state is CopyState.LAST_DAY:
        return _(
            "No copy that lasts is listed here, and its provider’s rule lets this recording go:"
            " copy it now."
        )
    return _(
        "No copy that lasts is listed here: unless somebody copies it before {day}, this recording"
        " will be lost."
    ).format(day=short_day(call.ends_on))


def deadline_sentence(call: PublicCall) -> str:
    """Say the same without regard to the day of the build, for calendars, which keep what they once read."""
    last = next((copy for copy in call.recordings if copy.copy_before == call.ends_on), None)
    if last is None or last.copy_before is None or last.deleted_by is None:
        return ""
    if last.copy_before == last.deleted_by:
        said = _(
            "By the rule of its provider the last copy of this recording is deleted on {day}, and no"
            " copy that lasts is listed: copy it before then."
        )
    else:
        said = _(
            "By the rule of its provider the last copy of this recording is deleted between {day} and"
            " {last}, and no copy that lasts is listed: copy it before the first of these days."
        )
    return said.format(day=short_day(last.copy_before), last=short_day(last.deleted_by))


def lost_sentences(call: PublicCall, platforms: Mapping[str, PublicPlatform]) -> tuple[str, ...]:
    """Say what became of each copy of a call that is not there any more."""
    return tuple(lost_sentence(copy, platforms.get(copy.kept_by)) for copy in call.lost)


def provider_sentence(
    call: PublicCall, platform: PublicPlatform | None, today: datetime.date
) -> str:
    """Say how long the provider of a call's line may still have what it recorded, where no copy is known.

    `platform` is that of the call. Empty where it has no rule, the call was not held, or a recording is explained.
    """
    asked_for = (RecordingState.MISSING, RecordingState.NOT_YET)
    if platform is None or call.status is not Status.HELD or not platform.keeps_recordings:
        return ""
    if call.recording_state not in asked_for:
        return ""
    if call.provider_deletes_on is not None:
        return _(
            "If {platform} recorded this call, it deletes the recording on {day}: until then it may"
            " still be there."
        ).format(platform=platform.name, day=short_day(call.provider_deletes_on))
    kept = datetime.timedelta(days=platform.keeps_recordings)
    if call.date.last_day() + kept < today:
        return _(
            "If {platform} recorded this call, it has deleted its copy by now: this is worked out"
            " from its rule; nobody looked."
        ).format(platform=platform.name)
    return ""


def _name(kept_by: str, platform: PublicPlatform | None) -> str:
    return platform.name if platform else kept_by


def _without_rule(copy: PublicRecording, name: str) -> str:
    if copy.kept_by:
        return _("{platform} is not known to delete recordings.").format(platform=name)
    if copy.keeper:
        return _("Kept by {keeper}.").format(keeper=copy.keeper)
    return ""


def _said(copy: PublicRecording) -> str:
    """Give the message for a copy that its platform deletes; a day that is not known has a first and a last."""
    exact = copy.copy_before == copy.deleted_by
    if copy.state is CopyState.SPARED:
        return N_(
            "By its rule {platform} should have deleted this copy on {last}, but it was there on"
            " {seen}: copy it now."
        )
    if copy.state is CopyState.LAST_DAY and exact:
        return N_("{platform} deletes this copy today, {day}: this is the last day.")
    if copy.state is CopyState.LAST_DAY:
        return N_(
            "{platform} may have deleted this copy already, and does so by {last}: copy it now."
        )
    if not exact:
        return N_(
            "{platform} deletes this copy between {day} and {last}: copy it before the first of"
            " these days."
        )
    return N_("{platform} deletes this copy on {day}: copy it before then.")


def _seen(copy: PublicRecording) -> str:
    """Give the last day on which a copy was found; only asked for where it was."""
    found = None
    if copy.answer is not None:
        found = copy.answer.asked_on if copy.answer.found is Found.THERE else copy.answer.there_on
    days = [day for day in (copy.seen, found) if day is not None]
    return short_day(max(days)) if days else ""


def _gone(copy: PublicLostCopy, name: str) -> str:
    keeper = name or copy.keeper
    asked = copy.answer.asked_on if copy.answer else copy.since
    if not keeper:
        said = _("A copy is gone: it was asked for on {asked}, and it was not there.")
    else:
        said = _(
            "The copy kept by {keeper} is gone: it was asked for on {asked}, and was not there."
        )
    told = said.format(keeper=keeper, asked=short_day(asked))
    if copy.since == asked:
        return told
    since = _("It has not been found since {day}.").format(day=short_day(copy.since))
    return f"{told} {since}"
