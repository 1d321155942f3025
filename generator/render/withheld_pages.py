"""The register of withholding, and the page of a call whose details are withheld.

They know the date and the public facts about the withholding, because the types hold nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive
from generator.render.add_to_calendar import file_of
from generator.render.call_facts import eyebrow
from generator.render.call_views import WithheldView
from generator.render.environment import fill
from generator.render.improving import IMPROVE
from generator.render.names import Target, call_target, call_title, link, links, named_one, names_of
from generator.render.output import Draft, Heading, Page
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
from generator.render.rows import chip_band, icons_for
from generator.render.schema_org import LIST_HEAD, WITHHELD_HEAD
from generator.render.withholding_words import (
    is_overdue,
    review_words,
    withheld_parts,
    withheld_sentences,
)
from generator.render.words import REASONS, description, full_day, short_day
from generator.settings import Settings
from generator.wording import _, ngettext, number

REGISTER = addresses.WITHHELD


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register: which call, what of it, by whom, why, since when, and what of its review."""

    date: LooseDate
    call: Target
    what: str
    decided_by: Target
    reason: str
    since: str
    review: str
    whole: bool


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the register of withholding; the calls' own pages come with those of all calls."""
    names = names_of(archive)
    entries = tuple(
        Entry(
            date=call.date,
            call=call_target(call),
            what=withheld_parts(call.withholding),
            decided_by=named_one(names.groups, call.withholding.decided_by),
            reason=_(REASONS[call.withholding.reason]),
            since=short_day(call.withholding.decided_on) if call.withholding.decided_on else "",
            review=review_words(call.withholding, is_overdue(call.withholding, settings.today)),
            whole=call.withholding.details,
        )
        for call in archive.calls
        if call.withholding is not None
    )
    yield Draft(REGISTER, register_page, entries, remember=False)


def register_page(entries: tuple[Entry, ...], settings: Settings) -> Page:
    """Make the register of withholding."""
    whole = sum(entry.whole for entry in entries)
    counts = ngettext(
        "{n} call withheld in whole or in part: all details of {whole}, minutes or recording of {part}.",
        "{n} calls withheld in whole or in part: all details of {whole}, minutes or recording of {part}.",
        len(entries),
    ).format(n=number(len(entries)), whole=number(whole), part=number(len(entries) - whole))
    drawn = tuple(
        (
            link(entry.call, REGISTER),
            _withheld_since(entry),
            link(entry.decided_by, REGISTER),
            _("Class of the reason: {reason}.").format(reason=entry.reason),
            entry.review,
        )
        for entry in entries
    )
    privacy = addresses.relative(PRIVACY_HELP, REGISTER)
    values = {
        "entries": drawn,
        "counts": counts if entries else "",
        "privacy": privacy,
        **short_foot(REGISTER, settings),
    }
    words = _(
        "What this archive withholds, since when, by whose decision, for what class of reason."
    )
    body = fill("withheld_index.html", values)
    return Page(REGISTER, REGISTER, _("Withheld"), words, (), body, head=LIST_HEAD)


def _withheld_since(entry: Entry) -> str:
    if not entry.since:
        return _("Withheld, since a day that is not stated: {what}.").format(what=entry.what)
    return _("Withheld since {day}: {what}.").format(day=entry.since, what=entry.what)


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
