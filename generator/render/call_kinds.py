"""Calls by how people met, and by how sure their facts are: a part for every word that records have for it.

A large archive has counts by year here, which lead to the lists of the years.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.list_tools import call_tools
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import short_foot
from generator.render.row_parts import RowPart
from generator.render.rows import ROWS_LIMIT, Row, by_year, drawn, icons_of, rows_of
from generator.render.schema_org import LIST_HEAD
from generator.render.words import (
    HOW_MET,
    SEEN,
    SURENESS,
    capital,
    counted_calls,
    description,
)
from generator.settings import Settings
from generator.wording import N_, _, counted

INDEX = addresses.CALLS
MET, SURE = addresses.how_met(), addresses.how_sure()

K = TypeVar("K", bound=Enum)
Years = tuple[tuple[int, int], ...]
Kind = tuple[str, str, int, tuple[Row, ...], Years]
"""A kind of calls: its name in the page, its words, its number of calls, their rows or else their number by year."""


@dataclass(frozen=True, slots=True)
class KindsView:
    """A list of calls by kind: its page, groups of kinds under a heading (empty: none), and how many it leaves out."""

    page: str
    groups: tuple[tuple[str, str, tuple[Kind, ...]], ...]
    withheld: int


TITLES = {MET: N_("How people met"), SURE: N_("How sure the facts are")}
LEADS = {
    MET: N_("Calls by how people met, as far as it is known."),
    SURE: N_(
        "Records say how sure they are of their facts, and how much of their sources was seen. "
        "A call stands here once under each of the two."
    ),
}


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give both lists."""
    calls = [call for call in archive.calls if isinstance(call, PublicCall)]
    withheld = len(archive.calls) - len(calls)
    make = _Maker(calls, archive, settings)
    modes = make.kinds("met", HOW_MET, lambda call: call.mode, ROWS_LIMIT)
    yield Draft(MET, kinds_page, KindsView(MET, (("", "", modes),), withheld))
    # Both groups stand on one page, so that each has half of the rows.
    half = ROWS_LIMIT // 2
    groups = (
        (
            "how-sure",
            N_("How sure a record is"),
            make.kinds("sure", SURENESS, lambda call: call.confidence, half),
        ),
        (
            "how-seen",
            N_("How much of the sources was seen"),
            make.kinds("seen", SEEN, lambda call: call.evidence, half),
        ),
    )
    yield Draft(SURE, kinds_page, KindsView(SURE, groups, withheld))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Parts calls by kind."""

    calls: Sequence[PublicCall]
    archive: PublicArchive
    settings: Settings

    def kinds(
        self,
        prefix: str,
        words: Mapping[K, str],
        kind_of: Callable[[PublicCall], K],
        limit: int,
    ) -> tuple[Kind, ...]:
        """Give the kinds that there are, in the order of their words, with rows where all calls are below the limit."""
        found: dict[K, list[PublicCall]] = {}
        for call in self.calls:
            found.setdefault(kind_of(call), []).append(call)
        is_short = len(self.calls) < limit
        kinds = []
        for kind, said in words.items():
            of_kind = found.get(kind, [])
            rows = rows_of(of_kind, self.archive, self.settings.today) if is_short else ()
            years = () if is_short else tuple((y, len(c)) for y, c in by_year(of_kind).items())
            if of_kind:
                kinds.append((f"{prefix}-{kind.value}", said, len(of_kind), rows, years))
        return tuple(kinds)


def kinds_page(view: KindsView, settings: Settings) -> Page:
    """Make a list of calls by kind."""
    groups = tuple(
        (anchor, _(heading) if heading else "", _parts(kinds, view.page, 3 if heading else 2))
        for anchor, heading, kinds in view.groups
        if kinds
    )
    rows = [row for _anchor, _heading, kinds in view.groups for kind in kinds for row in kind[3]]
    title = _(TITLES[view.page])
    values = {
        "title": title,
        "lead": _(LEADS[view.page]),
        "index": addresses.relative(INDEX, view.page),
        "groups": groups,
        "tools": call_tools(rows, view.page),
        "by_year": not rows,
        "withheld": _withheld(view.withheld),
        "icons": icons_of(rows),
        **short_foot(view.page, settings, forms=ALL_FORMS),
    }
    return Page(
        path=view.page,
        section=INDEX,
        title=title,
        description=description(f"{title}. {_(LEADS[view.page])}"),
        outline=tuple(
            heading
            for anchor, words, parts in groups
            for heading in (
                *((Heading(2, anchor, words),) if words else ()),
                *(Heading(part.level, part.anchor, part.heading) for part in parts),
            )
        ),
        body=fill("call_kinds.html", values),
        head=LIST_HEAD,
    )


def _parts(kinds: tuple[Kind, ...], page: str, level: int) -> tuple[RowPart, ...]:
    return tuple(
        RowPart(
            level=level,
            heading=capital(_(words)),
            anchor=anchor,
            counted=counted_calls(number),
            rows=drawn(rows, page),
            years=tuple(
                (addresses.relative(addresses.year_page(year), page), f"{year}", counted_calls(n))
                for year, n in years
            ),
        )
        for anchor, words, number, rows, years in kinds
    )


def _withheld(number: int) -> str:
    if not number:
        return ""
    return counted(
        "{n} call whose details are withheld is in none of these lists.",
        "{n} calls whose details are withheld are in none of these lists.",
        number,
    )
