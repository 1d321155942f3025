"""The breakouts of a call as its page lists them: who parted into what, and which of them reported back."""

from collections.abc import Iterable

from generator.joining import notes_order
from generator.privacy.public import Breakout, Origin, PublicCall
from generator.render.words import attendance, clock_of_recording, list_hint
from generator.wording import _

BREAKOUTS = "record-breakouts"
"""Name of the section in the page."""

DrawnBreakout = tuple[str, str, str, str, str]
"""A breakout as templates draw it: its name in the page, its words, people, moment, name of its report-back."""


def breakout_rows(call: PublicCall) -> tuple[DrawnBreakout, ...]:
    """Give the breakouts of the first notes that name any; translations repeat them."""
    notes = sorted(call.notes, key=notes_order)
    return tuple(map(_row, next((each.breakouts for each in notes if each.breakouts), ())))


def _row(breakout: Breakout) -> DrawnBreakout:
    people = attendance(breakout.people) if breakout.people else ""
    moment = "" if breakout.moment is None else clock_of_recording(breakout.moment)
    return breakout.anchor, breakout.name, people, moment, breakout.report_anchor


def placed_moments(rows: tuple[DrawnBreakout, ...], notes: Iterable[str]) -> dict[str, str]:
    """Give the places in the page of those moments of breakouts that the notes, as they are drawn, have a name for."""
    texts = tuple(notes)
    names = {moment: f"t-{moment.replace(':', '-')}" for *_rest, moment, _report in rows if moment}
    return {
        moment: f"#{name}"
        for moment, name in names.items()
        if any(f'id="{name}"' in text for text in texts)
    }


def no_report(call: PublicCall, rows: tuple[DrawnBreakout, ...]) -> tuple[str, str]:
    """Say that no report-back was seen, and no more: beside a breakout, or once below where that is so of all.

    One of the two is empty.
    """
    only_summary = all(each.origin is Origin.SUMMARY for each in call.notes)
    if len(rows) > 1 and not any(row[-1] for row in rows):
        if only_summary:
            return "", _("No report-back stands under these names in this summary.")
        return "", _("No report-back stands under these names in these notes.")
    if only_summary:
        return _("no report-back under this name in this summary"), ""
    return _("no report-back under this name in these notes"), ""


def breakouts_hint(call: PublicCall) -> str:
    """Say that there may have been more breakouts, where not all of the sources was seen."""
    return list_hint(call.evidence)
