"""Rows of the register: what a list remembers of an outcome, and how templates draw it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive
from generator.render.decision_register import (
    Other,
    Outcome,
    Standing,
    is_of_those_in_force,
    outcomes_in,
    row_address,
    row_anchor,
    year_path,
)
from generator.render.decision_words import (
    STANDINGS,
    basis_words,
    method_words,
    short_standing,
    word_of,
)
from generator.render.names import Link, Target, link, names_of
from generator.render.once import once
from generator.render.words import capital
from generator.settings import Settings
from generator.wording import _


@dataclass(frozen=True, slots=True)
class Row:
    """An outcome in a list, with the groups of its call as links."""

    outcome: Outcome
    groups: tuple[Target, ...]

    @property
    def date(self) -> LooseDate:
        """Give the day of its call."""
        return self.outcome.date

    @property
    def call(self) -> Target:
        """Give its call."""
        return self.outcome.call


def outcome_rows(archive: PublicArchive) -> tuple[Row, ...]:
    """Give the rows of all outcomes in the order of the archive, made once for all lists that hold them."""
    return once(archive, _outcome_rows)


def _outcome_rows(archive: PublicArchive) -> tuple[Row, ...]:
    groups = names_of(archive).groups
    return tuple(
        Row(one, tuple(groups[each] for each in one.groups if each in groups))
        for one in outcomes_in(archive)
    )


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """An outcome as templates draw it.

    `row` leads to its lasting row; `anchor` is its name in the page where that is the page, else empty.
    """

    anchor: str
    hue: str
    icon: str
    word: str
    link: Link
    call: Link
    groups: tuple[Link, ...]
    says: tuple[str, ...]
    relations: tuple[tuple[str, Link, str], ...]
    name: str
    row: str


def drawn_row(row: Row, page: str, settings: Settings, has_anchors: bool) -> DrawnRow:
    """Give an outcome as templates on `page` draw it."""
    one = row.outcome
    state = STANDINGS[one.standing]
    holds = "" if is_of_those_in_force(page) else short_standing(one, settings)
    said = (method_words(one), holds, basis_words(one))
    anchor, lasting = row_anchor(one.name), row_address(one)
    return DrawnRow(
        anchor=anchor if has_anchors else "",
        hue=state.hue,
        icon=state.icon,
        word=word_of(one),
        link=(addresses.relative(one.place, page), one.text),
        call=link(one.call, page),
        groups=tuple(link(group, page) for group in row.groups),
        says=tuple(words for words in said if words),
        relations=tuple(_relation(other, page) for other in (*one.says, *one.said)),
        name=one.name,
        row=f"#{anchor}" if page == year_path(one.date.year) else addresses.relative(lasting, page),
    )


def _relation(other: Other, page: str) -> tuple[str, Link, str]:
    return capital(_(other.words)), (addresses.relative(other.place, page), other.text), other.call


def icons_of_rows(rows: Sequence[Row], more: list[Standing]) -> tuple[str, ...]:
    """Give the names of the drawings that rows and further standings need, sorted."""
    found = {row.outcome.standing for row in rows}.union(more)
    return tuple(sorted(STANDINGS[each].icon for each in found))
