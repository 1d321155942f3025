"""The shape that pages of series, groups, hubs and places share, and that of their indexes.

What is said on them is left to `series_pages`, `group_pages`, `hub_pages` and `place_pages`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeVar

from generator.privacy.public import PublicSource
from generator.render.date_tables import DatesText, date_outline
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS, IMPROVE, Invitation
from generator.render.list_tools import Tools, call_tools
from generator.render.names import Link, Target, link
from generator.render.output import PLAIN_HEAD, Head, Heading, Page
from generator.render.record_calls import CallsHere, drawn_years
from generator.render.record_foot import (
    CITE,
    SOURCES,
    Fact,
    Subject,
    drawn_sources,
    foot,
    short_foot,
)
from generator.render.row_parts import outline_of, year_parts
from generator.render.rows import icons_of
from generator.render.schema_org import LIST_HEAD, head_title
from generator.render.subscribing import FeedLinks
from generator.render.words import counted_calls, description
from generator.settings import Settings
from generator.wording import _

CALLS = "record-calls"
K = TypeVar("K", bound=Enum)


class Entry(NamedTuple):
    """A record in a list: its link, what is said of it, and how many calls it has, as a number and in words.

    `key` is the one thing said of it that readers look for.
    """

    link: Link
    says: tuple[str, ...] = ()
    calls: int = 0
    counted: str = ""
    key: str = ""


class Part(NamedTuple):
    """A part of an index or page: heading, its name in the page, the records under it, and a sentence before them.

    `more` is a link behind that sentence.
    """

    heading: str
    anchor: str
    entries: tuple[Entry, ...]
    lead: str = ""
    more: Link = ("", "")


@dataclass(frozen=True, slots=True)
class RecordText:
    """What the page of a series, group, hub or place says.

    `says` are its sentences, `parts` lists of records that belong to it; `hint` stands beside its calls, `empty` in
    their place, and `notes_wanted` after them asks for notes of others. `dates` are told in place of calls.
    `source` is empty where no file is its own. `feed` is that of its calls, for calendars.
    """

    page: str
    section: str
    title: str
    summary: str
    kind: str
    says: tuple[str, ...]
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    calls: CallsHere
    hint: str
    empty: str
    sources: tuple[PublicSource, ...] = ()
    source: str = ""
    notes_wanted: Invitation | None = None
    dates: DatesText | None = None
    feed: FeedLinks | None = None
    head: Head = PLAIN_HEAD


def record_page(text: RecordText, settings: Settings) -> Page:
    """Make the page of a series, group, hub or place."""
    dates = text.dates
    parts = () if dates else year_parts(text.calls.rows, text.page)
    files = ((text.source, _("Edit this record")),) if text.source else ()
    values = {
        "kind": text.kind,
        "title": text.title,
        "says": text.says,
        "facts": text.facts,
        "feed": text.feed,
        "parts": text.parts,
        "count": counted_calls(text.calls.number) if text.calls.number else "",
        "years": drawn_years(text.calls, text.page),
        "calls": parts,
        "tools": call_tools(text.calls.rows, text.page),
        "dates": dates,
        "hint": text.hint,
        "empty": text.empty,
        "icons": dates.icons if dates else icons_of(text.calls.rows),
        "sources": drawn_sources(text.sources),
        "notes_wanted": text.notes_wanted,
        **foot(Subject(text.page, text.title, files, ALL_FORMS), settings),
    }
    sources = (Heading(2, SOURCES, _("Sources")),) if text.sources else ()
    return Page(
        path=text.page,
        section=text.section,
        title=head_title(text.title),
        description=description(text.summary),
        outline=(
            *(Heading(2, part.anchor, part.heading) for part in text.parts),
            Heading(2, CALLS, dates.heading if dates else _("Calls")),
            *(date_outline(dates.tables) if dates else outline_of(parts)),
            *sources,
            Heading(2, IMPROVE, _("Improve this page")),
            Heading(2, CITE, _("Cite this page")),
        ),
        body=fill("record.html", values),
        source=text.source,
        head=text.head,
    )


@dataclass(frozen=True, slots=True)
class IndexText:
    """What an index of series, groups or hubs says; `parts` with an empty heading stand without one."""

    page: str
    title: str
    lead: str
    empty: str
    parts: tuple[Part, ...]
    tools: Tools | None = None


Listed = tuple[Enum, Target, Entry]
"""A record of an index: its kind, its name with its page, and its entry."""


def entry(
    target: Target, page: str, says: Iterable[str] = (), calls: int = 0, key: str = ""
) -> Entry:
    """Give the entry of a record in a list on `page`; what is empty is not said."""
    counted = counted_calls(calls) if calls else ""
    return Entry(link(target, page), tuple(each for each in says if each), calls, counted, key)


def parts_of_record(
    lists: Iterable[tuple[str, str, Sequence[Target]]], page: str
) -> tuple[Part, ...]:
    """Give lists of records that belong to the one of `page`: heading, name in the page, records; none is empty."""
    return tuple(
        Part(heading, anchor, tuple(entry(each, page) for each in targets))
        for heading, anchor, targets in lists
        if targets
    )


def parts_by_kind(
    kinds: Mapping[K, tuple[str, str]], listed: Iterable[Listed], leads: Mapping[K, str]
) -> tuple[Part, ...]:
    """Part the records of an index by kind, in the order of `kinds`, which says one and many of each."""
    in_order = sorted(listed, key=lambda one: one[1].title.casefold())
    parts = (
        Part(
            _(many),
            f"kind-{kind.value}",
            tuple(each for own, _target, each in in_order if own is kind),
            _(leads[kind]) if kind in leads else "",
        )
        for kind, (_one, many) in kinds.items()
    )
    return tuple(part for part in parts if part.entries)


def index_page(text: IndexText, settings: Settings) -> Page:
    """Make an index of series, groups or hubs."""
    values = {
        "title": text.title,
        "lead": text.lead,
        "empty": text.empty,
        "parts": text.parts,
        "tools": text.tools,
        "notice": settings.notice,
        **short_foot(text.page, settings, forms=ALL_FORMS),
    }
    about = _("{title} of {site}. {lead}").format(
        title=text.title, site=settings.site_name, lead=text.lead
    )
    return Page(
        path=text.page,
        section=text.page,
        title=text.title,
        description=description(about),
        outline=tuple(Heading(2, part.anchor, part.heading) for part in text.parts if part.heading),
        body=fill("record_index.html", values),
        head=LIST_HEAD,
    )
