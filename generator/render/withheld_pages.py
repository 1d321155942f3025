"""The register of withholding, with what was left out of notes and every change, and the page of a withheld call.

They know the date and the public facts about the withholding, because the types hold nothing else.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import PublicArchive, Reason
from generator.render.add_to_calendar import file_of
from generator.render.call_facts import eyebrow
from generator.render.call_views import WithheldView
from generator.render.environment import fill
from generator.render.improving import IMPROVE
from generator.render.left_out_notes import LeftOut, left_out_of
from generator.render.names import Link, call_title, link, links
from generator.render.output import Alternate, Draft, Head, Heading, Page
from generator.render.pager import pager
from generator.render.record_foot import (
    CITE,
    PRIVACY_HELP,
    Fact,
    Subject,
    fact_links,
    foot,
    short_foot,
)
from generator.render.rows import ROWS_LIMIT, chip_band, icons_for
from generator.render.schema_org import LIST_HEAD, WITHHELD_HEAD
from generator.render.visibility_words import change_sentence
from generator.render.withheld_log import LogRow, log_of
from generator.render.withheld_parts import ALL, Part, Period, above, parted, path_of, words_of
from generator.render.withheld_register import Entry, WithheldCounts, counts_of, register_of
from generator.render.withholding_words import review_words, withheld_parts, withheld_sentences
from generator.render.words import REASONS, description, full_day, short_day
from generator.settings import Settings
from generator.wording import N_, _, counted, ngettext, number

REGISTER = addresses.WITHHELD
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


@dataclass(frozen=True, slots=True)
class LogView:
    """A list of changes, or the periods it is parted by; `knows` tells whether the whole history was at hand."""

    part: Part[LogRow]
    knows: bool


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


class Listed(NamedTuple):
    """What a page of a list is called, and the words under its title."""

    path: str
    title: str
    words: str


_PAGES = {
    REGISTER: Listed(
        REGISTER,
        N_("Withheld"),
        N_("What this archive withholds, parted so that no list is too long."),
    ),
    addresses.WITHHELD_LOG: Listed(
        addresses.WITHHELD_LOG,
        N_("Changes of what may be seen"),
        N_(
            "Every change of what may be seen of a call, as the history of the repository tells it."
        ),
    ),
    addresses.LEFT_OUT: Listed(
        addresses.LEFT_OUT,
        N_("Left out of published notes"),
        N_("Notes that may be read, in which words or passages were left out."),
    ),
}


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
        "overdue": _drawn(view.overdue, REGISTER),
        "overdue_count": counted("{n} decision", "{n} decisions", counts.overdue),
        "more_overdue": counts.overdue - len(view.overdue),
        "entries": _drawn(view.part.rows, REGISTER),
        "periods": _periods(view.part, REGISTER, REGISTER),
        "left_out": _left_out_words(notes, redactions, removals),
        "left_out_page": addresses.relative(addresses.LEFT_OUT, REGISTER) if notes else "",
        "changes": _changes(view.changes, REGISTER, is_log=False),
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
    return Page(REGISTER, REGISTER, _("Withheld"), words, outline, body, head=_head())


def _head() -> Head:
    return replace(
        LIST_HEAD,
        alternates=(
            Alternate("application/json", _("This register as data"), addresses.WITHHELD_DATA),
            Alternate(
                "application/atom+xml", _("Changes and overdue reviews"), addresses.WITHHELD_FEED
            ),
        ),
    )


def part_of_register(part: Part[Entry], settings: Settings) -> Page:
    """Make the register of a year or a month, by class of the reason."""
    page = path_of(REGISTER, part.period)
    sections = tuple(
        (
            _("Class of the reason: {reason}").format(reason=_(REASONS[reason])),
            f"reason-{reason.value}",
            counted("{n} call", "{n} calls", len(found)),
            _drawn(found, page),
        )
        for reason in Reason
        if (found := tuple(one for one in part.rows if one.withholding.reason is reason))
    )
    outline = tuple(Heading(2, anchor, heading) for heading, anchor, *_rest in sections)
    return _list_page(REGISTER, part, {"sections": sections}, outline, settings)


def log_page(view: LogView, settings: Settings) -> Page:
    """Make the log of changes, or its part for a year or a month, the newest first."""
    page = path_of(addresses.WITHHELD_LOG, view.part.period)
    changes = _changes(reversed(view.part.rows), page, is_log=True)
    values = {"changes": changes, "is_log": True, "knows_changes": view.knows}
    return _list_page(addresses.WITHHELD_LOG, view.part, values, (), settings)


def left_out_page(part: Part[LeftOut], settings: Settings) -> Page:
    """Make the list of notes that lack words or passages, or its part for a year or a month."""
    page = path_of(addresses.LEFT_OUT, part.period)
    rows = tuple(
        (str(one.date), link(one.call, page), _left_out_counts(one.redactions, one.removals))
        for one in part.rows
    )
    return _list_page(
        addresses.LEFT_OUT, part, {"left_out": rows, "is_left_out": True}, (), settings
    )


_NOTHING = {
    "sections": (),
    "changes": (),
    "left_out": (),
    "is_log": False,
    "is_left_out": False,
    "knows_changes": True,
}
"""What the template of lists draws of other lists."""


def _list_page(
    whole: str,
    part: Part[Entry] | Part[LogRow] | Part[LeftOut],
    values: dict[str, object],
    outline: tuple[Heading, ...],
    settings: Settings,
) -> Page:
    page, listed = path_of(whole, part.period), _PAGES[whole]
    title = _titled(listed, part.period)
    up = path_of(whole, above(part.period)) if part.period != ALL else REGISTER
    up_title = _titled(listed, above(part.period)) if part.period != ALL else _("Withheld")
    drawn = {
        "title": title,
        "lead": _(listed.words),
        "periods": _periods(part, whole, page),
        "above": (addresses.relative(up, page), up_title),
        "privacy": addresses.relative(PRIVACY_HELP, page),
        **_NOTHING,
        **values,
        **short_foot(page, settings),
    }
    said = _("{title}, {site}. {words}").format(
        title=title, site=settings.site_name, words=_(listed.words)
    )
    body = fill("withheld_list.html", drawn)
    return Page(page, REGISTER, title, description(said), outline, body, head=LIST_HEAD)


def _titled(listed: Listed, period: Period) -> str:
    if period == ALL:
        return _(listed.title)
    return _("{title}, {period}").format(title=_(listed.title), period=words_of(period))


def _periods(
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


def _drawn(entries: Iterable[Entry], page: str) -> tuple[DrawnEntry, ...]:
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


def _changes(rows: Iterable[LogRow], page: str, is_log: bool) -> tuple[DrawnChange, ...]:
    return tuple(
        DrawnChange(
            row.anchor if is_log else "",
            row.day.isoformat() if row.day else "",
            row.day.isoformat() if row.day else _("not committed yet"),
            link(row.call, page),
            change_sentence(row.change),
        )
        for row in rows
    )


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
        "Published notes of {n} file are not whole: {counts}.",
        "Published notes of {n} files are not whole: {counts}.",
        notes,
    ).format(n=number(notes), counts=_left_out_counts(redactions, removals))


def _left_out_counts(redactions: int, removals: int) -> str:
    words = counted("words left out in {n} place", "words left out in {n} places", redactions)
    passages = counted("{n} passage taken out", "{n} passages taken out", removals)
    if redactions and removals:
        return _("{words}, {passages}").format(words=words, passages=passages)
    return words if redactions else passages


def _withheld_since(entry: Entry) -> str:
    what, since = withheld_parts(entry.withholding), entry.withholding.decided_on
    if since is None:
        return _("Withheld, since a day that is not stated: {what}.").format(what=what)
    return _("Withheld since {day}: {what}.").format(day=short_day(since), what=what)


def withheld_call_page(view: WithheldView, settings: Settings) -> Page:
    """Make the page of a call whose details are withheld."""
    call = view.call
    page = addresses.call_page(call.id)
    title = call_title(call)
    keys = ("withheld",)
    groups: tuple[Fact, ...] = fact_links(_("Groups"), links(view.groups, page))
    values = {
        "title": title,
        "eyebrow": eyebrow(view, page),
        "register": addresses.relative(REGISTER, page),
        "date": full_day(call.date),
        "stamp": str(call.date),
        "chips": chip_band(keys),
        "icons": icons_for(keys),
        "facts": groups,
        "log": addresses.relative(view.log, page) if view.log else "",
        "withheld": withheld_sentences(call.withholding, view.decided_by, view.overdue),
        **foot(Subject(page, title), settings),
        "bibtex": "",
        "calendar_file": addresses.relative(file_of(call), page) if file_of(call) else "",
        "pager": pager(view.near, page),
    }
    return Page(
        path=page,
        section=addresses.CALLS,
        title=title,
        description=description(
            _("{title}. What is withheld, who decided it, and why.").format(title=title)
        ),
        outline=(
            Heading(2, IMPROVE, _("Improve this page")),
            Heading(2, CITE, _("Cite this page")),
        ),
        body=fill("withheld_call.html", values),
        head=WITHHELD_HEAD,
    )
