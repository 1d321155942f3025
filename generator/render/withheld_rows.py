"""How templates draw what the register of withholding and its lists hold: entries, changes, counts and periods."""

from collections.abc import Iterable
from typing import NamedTuple

from generator import addresses
from generator.render.left_out_notes import LeftOut
from generator.render.names import Link, link
from generator.render.visibility_words import change_sentence
from generator.render.withheld_log import LogRow
from generator.render.withheld_parts import Part, path_of, words_of
from generator.render.withheld_register import Entry
from generator.render.withholding_words import review_words, withheld_parts
from generator.render.words import REASONS, short_day
from generator.wording import _, counted


class DrawnEntry(NamedTuple):
    """A line of the register as templates draw it."""

    call: Link
    since: str
    decided_by: Link
    reason: str
    review: str
    overdue: bool


class DrawnChange(NamedTuple):
    """A change as templates draw it; it has a name in the log alone."""

    anchor: str
    stamp: str
    day: str
    call: Link
    says: str


def drawn_periods(
    part: Part[Entry] | Part[LogRow] | Part[LeftOut], whole: str, page: str
) -> tuple[tuple[Link, str], ...]:
    """Give the smaller lists that a list leads to, with the number of rows in each."""
    return tuple(
        (
            (addresses.relative(path_of(whole, period), page), words_of(period)),
            counted("{n} entry", "{n} entries", found),
        )
        for period, found in part.inner
    )


def drawn_entries(entries: Iterable[Entry], page: str) -> tuple[DrawnEntry, ...]:
    """Draw lines of the register for a page."""
    return tuple(
        DrawnEntry(
            link(one.call, page),
            _withheld_since(one),
            link(one.decided_by, page),
            _("Class of the reason: {reason}.").format(reason=_(REASONS[one.withholding.reason])),
            review_words(one.withholding, one.overdue),
            one.overdue,
        )
        for one in entries
    )


def drawn_changes(rows: Iterable[LogRow], page: str, is_log: bool) -> tuple[DrawnChange, ...]:
    """Draw changes for a page, in the order in which they come."""
    return tuple(
        DrawnChange(
            row.anchor if is_log else "",
            row.day.isoformat() if row.day else "",
            row.day.isoformat() if row.day else _("no date yet"),
            link(row.call, page),
            change_sentence(row.change),
        )
        for row in rows
    )


def left_out_counts(redactions: int, removals: int) -> str:
    """Say how much was left out of notes; one of the numbers is not nought."""
    words = counted("words left out in {n} place", "words left out in {n} places", redactions)
    passages = counted("{n} passage taken out", "{n} passages taken out", removals)
    if redactions and removals:
        return _("{words}, {passages}").format(words=words, passages=passages)
    return words if redactions else passages


def _withheld_since(entry: Entry) -> str:
    what, since = withheld_parts(entry.withholding), entry.withholding.decided_on
    if since is None:
        return _("Withheld, since a day that is not stated: {what}.").format(what=what)
    return _("Withheld since the decision of {day}: {what}.").format(
        day=short_day(since), what=what
    )
