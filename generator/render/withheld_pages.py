"""The register of withholding: its first page, and which lists of entries, changes and notes come with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive, Reason
from generator.render.environment import fill
from generator.render.left_out_notes import left_out_of
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import PRIVACY_HELP, short_foot
from generator.render.rows import ROWS_LIMIT
from generator.render.withheld_lists import (
    REGISTER,
    LogView,
    left_out_page,
    log_page,
    part_of_register,
    register_head,
)
from generator.render.withheld_log import LogRow, log_of
from generator.render.withheld_parts import Part, parted, path_of
from generator.render.withheld_register import Entry, WithheldCounts, counts_of, register_of
from generator.render.withheld_rows import (
    drawn_changes,
    drawn_entries,
    drawn_periods,
    left_out_counts,
)
from generator.render.words import REASONS
from generator.settings import Settings
from generator.wording import _, counted, ngettext, number

OVERDUE = "overdue-reviews"
EVERYTHING = "all-that-is-withheld"
LEFT_OUT = "left-out-of-notes"
CHANGES = "changes"
_NEWEST = 10
"""So many changes stand on the first page."""


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The first page: counts, reviews that are overdue, the register or its years, and the newest changes.

    `overdue` holds as many as a page shows; `left_out` counts notes, redactions and removed passages.
    """

    counts: WithheldCounts
    overdue: tuple[Entry, ...]
    part: Part[Entry]
    left_out: tuple[int, int, int]
    changes: tuple[LogRow, ...]
    all_changes: int
    knows_changes: bool


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the register of withholding; the calls' own pages come with those of all calls."""
    entries, changes, left_out = (
        register_of(archive, settings),
        log_of(archive),
        left_out_of(archive),
    )
    register = tuple(parted(entries))
    view = RegisterView(
        counts=counts_of(entries, archive.closed),
        overdue=tuple(one for one in entries if one.overdue)[:ROWS_LIMIT],
        part=register[0],
        left_out=(
            len(left_out),
            sum(one.redactions for one in left_out),
            sum(one.removals for one in left_out),
        ),
        changes=changes[: -_NEWEST - 1 : -1],
        all_changes=len(changes),
        knows_changes=archive.knows_changes,
    )
    yield Draft(REGISTER, register_page, view, remember=False)
    for entry_part in register[1:]:
        page = path_of(REGISTER, entry_part.period)
        yield Draft(page, part_of_register, entry_part, remember=False)
    for log_part in parted(changes):
        page = path_of(addresses.WITHHELD_LOG, log_part.period)
        yield Draft(page, log_page, LogView(log_part, archive.knows_changes), remember=False)
    for notes_part in parted(left_out):
        yield Draft(path_of(addresses.LEFT_OUT, notes_part.period), left_out_page, notes_part)


def register_page(view: RegisterView, settings: Settings) -> Page:
    """Make the first page of the register of withholding."""
    counts = view.counts
    notes, redactions, removals = view.left_out
    values = {
        "counts": _counts(counts) if counts.calls else "",
        "reasons": _reasons(counts) if counts.calls else (),
        "closed": _closed(counts),
        "overdue": drawn_entries(view.overdue, REGISTER),
        "overdue_count": counted("{n} decision", "{n} decisions", counts.overdue),
        "more_overdue": counts.overdue - len(view.overdue),
        "entries": drawn_entries(view.part.rows, REGISTER),
        "periods": drawn_periods(view.part, REGISTER, REGISTER),
        "left_out": _left_out_words(notes, redactions, removals),
        "left_out_page": addresses.relative(addresses.LEFT_OUT, REGISTER) if notes else "",
        "changes": drawn_changes(view.changes, REGISTER, is_log=False),
        "knows_changes": view.knows_changes,
        "log": addresses.relative(addresses.WITHHELD_LOG, REGISTER) if view.all_changes else "",
        "all_changes": counted("{n} change", "{n} changes", view.all_changes),
        "data": addresses.relative(addresses.WITHHELD_DATA, REGISTER),
        "feed": addresses.relative(addresses.WITHHELD_FEED, REGISTER),
        "privacy": addresses.relative(PRIVACY_HELP, REGISTER),
        **short_foot(REGISTER, settings),
    }
    words = _(
        "What this archive withholds, since when, by whose decision, for what class of reason."
    )
    outline = (
        *((Heading(2, OVERDUE, _("Overdue reviews")),) if counts.overdue else ()),
        *((Heading(2, EVERYTHING, _("All that is withheld")),) if counts.calls else ()),
        Heading(2, LEFT_OUT, _("Left out of published notes")),
        Heading(2, CHANGES, _("Changes of what may be seen")),
    )
    body = fill("withheld_index.html", values)
    return Page(REGISTER, REGISTER, _("Withheld"), words, outline, body, head=register_head())


def _counts(counts: WithheldCounts) -> str:
    return ngettext(
        "{n} call withheld in whole or in part: all details of {whole}, minutes or recording of {part}.",
        "{n} calls withheld in whole or in part: all details of {whole}, minutes or recording of {part}.",
        counts.calls,
    ).format(n=number(counts.calls), whole=number(counts.whole), part=number(counts.part))


def _reasons(counts: WithheldCounts) -> tuple[tuple[str, str], ...]:
    """Give how many calls are withheld for each class of reason that occurs."""
    return tuple((_(REASONS[Reason(key)]), number(found)) for key, found in counts.reasons if found)


def _closed(counts: WithheldCounts) -> tuple[str, ...]:
    """Say how many records of other kinds are withheld, so that nobody takes their lists for whole."""
    said: tuple[tuple[int, Callable[[int], str]], ...] = (
        (counts.closed.series, lambda n: counted("{n} series", "{n} series", n)),
        (counts.closed.groups, lambda n: counted("{n} group", "{n} groups", n)),
        (counts.closed.hubs, lambda n: counted("{n} campaign or hub", "{n} campaigns and hubs", n)),
    )
    return tuple(words(found) for found, words in said if found)


def _left_out_words(notes: int, redactions: int, removals: int) -> str:
    if not notes:
        return ""
    return ngettext(
        "{n} file of published notes is not whole: {counts}.",
        "{n} files of published notes are not whole: {counts}.",
        notes,
    ).format(n=number(notes), counts=left_out_counts(redactions, removals))
