"""The shape that pages of series, groups and hubs share, and that of their indexes.

What is said on them is left to `series_pages`, `group_pages` and `hub_pages`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from generator.privacy.public import PublicSource
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS, IMPROVE, Invitation
from generator.render.names import Link, Target, link
from generator.render.output import PLAIN_HEAD, Head, Heading, Page
from generator.render.record_foot import (
    CITE,
    SOURCES,
    Fact,
    Subject,
    drawn_sources,
    foot,
    short_foot,
)
from generator.render.rows import Row, drawn, icons_of
from generator.render.schema_org import LIST_HEAD, head_title
from generator.render.words import description, plural
from generator.settings import Settings

CALLS = "record-calls"
K = TypeVar("K", bound=Enum)

Item = tuple[Link, str]
"""A record in a list: its link and a remark."""
Part = tuple[str, str, tuple[Item, ...]]
"""A part of an index or page: heading, its name in the page, the records under it."""


@dataclass(frozen=True, slots=True)
class RecordText:
    """What the page of a series, group or hub says.

    `says` are its sentences, `parts` lists of records that belong to it, `rows` its calls; `hint` stands beside the
    calls, `empty` in their place, and `notes_wanted` after them asks for notes of others.
    """

    page: str
    section: str
    title: str
    summary: str
    kind: str
    says: tuple[str, ...]
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    rows: tuple[Row, ...]
    hint: str
    empty: str
    sources: tuple[PublicSource, ...]
    source: str
    notes_wanted: Invitation | None = None
    head: Head = PLAIN_HEAD


def record_page(text: RecordText, settings: Settings) -> Page:
    """Make the page of a series, group or hub."""
    values = {
        "kind": text.kind,
        "title": text.title,
        "says": text.says,
        "facts": text.facts,
        "parts": text.parts,
        "count": plural(len(text.rows), "call"),
        "rows": drawn(text.rows, text.page),
        "hint": text.hint,
        "empty": text.empty,
        "icons": icons_of(text.rows),
        "sources": drawn_sources(text.sources),
        "notes_wanted": text.notes_wanted,
        **foot(
            Subject(text.page, text.title, ((text.source, "Edit this record"),), ALL_FORMS),
            settings,
        ),
    }
    sources = (Heading(2, SOURCES, "Sources"),) if text.sources else ()
    return Page(
        path=text.page,
        section=text.section,
        title=head_title(text.title),
        description=description(text.summary),
        outline=(
            *(Heading(2, anchor, heading) for heading, anchor, _ in text.parts),
            Heading(2, CALLS, "Calls"),
            *sources,
            Heading(2, IMPROVE, "Improve this page"),
            Heading(2, CITE, "Cite this page"),
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


Listed = tuple[Enum, Target, str]
"""A record of an index: its kind, its name with its page, and a remark."""


def parts_by_kind(
    kinds: Mapping[K, tuple[str, str]], listed: Iterable[Listed], page: str
) -> tuple[Part, ...]:
    """Part the records of an index by kind, in the order of `kinds`, which says one and many of each."""
    in_order = sorted(listed, key=lambda one: one[1].title.casefold())
    parts = (
        (
            many,
            f"kind-{kind.value}",
            tuple((link(to, page), say) for own, to, say in in_order if own is kind),
        )
        for kind, (_, many) in kinds.items()
    )
    return tuple(part for part in parts if part[2])


def index_page(text: IndexText, settings: Settings) -> Page:
    """Make an index of series, groups or hubs."""
    values = {
        "title": text.title,
        "lead": text.lead,
        "empty": text.empty,
        "parts": text.parts,
        "notice": settings.notice,
        **short_foot(text.page, settings, forms=ALL_FORMS),
    }
    return Page(
        path=text.page,
        section=text.page,
        title=text.title,
        description=description(f"{text.title} of {settings.site_name}. {text.lead}"),
        outline=tuple(Heading(2, anchor, head) for head, anchor, _ in text.parts if head),
        body=fill("record_index.html", values),
        head=LIST_HEAD,
    )
