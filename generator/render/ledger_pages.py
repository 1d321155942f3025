"""The ledger's page: how many dates of each recurring call were expected, and what there is of them, in tables.

The dates themselves stand on the pages of series.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.ledger import ledger_of
from generator.render.ledger_rows import DateState, Totals
from generator.render.ledger_words import COLUMNS, beside_words, nothing_expected, totals_sentence
from generator.render.names import Link, Target, link, named_one, names_of
from generator.render.output import Draft, Page
from generator.render.record_foot import short_foot
from generator.render.schema_org import dataset_head
from generator.render.words import description
from generator.settings import Settings
from generator.wording import _, counted, number

PAGE = addresses.LEDGER
BY_SERIES, BY_GROUP = "by-series", "by-group"


@dataclass(frozen=True, slots=True)
class LedgerView:
    """What the page shows: the totals of each series and group that has any, of those without group, and of all.

    `left_out` is how many series there are whose dates are not known.
    """

    series: tuple[tuple[Target, Totals], ...]
    groups: tuple[tuple[Target, Totals], ...]
    apart: Totals
    total: Totals
    left_out: int


class Line(NamedTuple):
    """A line of a table: its link and its numbers, each with what it is: a gap, nothing, or empty for any other."""

    link: Link
    numbers: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """A table as templates draw it: name in the page, heading, caption, heads of its columns, lines, and the last."""

    anchor: str
    heading: str
    caption: str
    first: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    last: Line | None


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the page; an archive that expects nothing has it too, and says why."""
    found, names = ledger_of(archive, settings), names_of(archive)
    view = LedgerView(
        series=_named(
            (named_one(names.series, each), totals) for each, totals in found.series.items()
        ),
        groups=_named(
            (named_one(names.groups, each), totals) for each, totals in found.groups.items()
        ),
        apart=found.apart,
        total=found.total,
        left_out=len(archive.series) - len(found.series),
    )
    yield Draft(PAGE, ledger_page, view)


def _named(lines: Iterator[tuple[Target, Totals]]) -> tuple[tuple[Target, Totals], ...]:
    return tuple(sorted(lines, key=lambda line: (line[0].title.casefold(), line[0].path)))


def ledger_page(view: LedgerView, settings: Settings) -> Page:
    """Make the page."""
    title = _("The ledger")
    tables = tuple(_tables(view)) if view.series else ()
    says = (
        (totals_sentence(view.total), beside_words(view.total))
        if view.series
        else (nothing_expected(settings),)
    )
    values = {
        "title": title,
        "says": tuple(words for words in says if words),
        "left_out": _left_out(view.left_out) if view.series else "",
        "tables": tables,
        "gaps": addresses.relative(addresses.GAPS, PAGE),
        "series": addresses.relative(addresses.SERIES, PAGE),
        "data": addresses.relative(addresses.LEDGER_DATA, PAGE),
        **short_foot(PAGE, settings, forms=ALL_FORMS),
    }
    about = _("Every date on which a recurring call was expected, and what there is of it.")
    return Page(
        path=PAGE,
        section=addresses.GAPS,
        title=title,
        description=description(f"{about} {says[0]}"),
        # Without a list of its two headings beside it there is room for all columns.
        outline=(),
        body=fill("ledger.html", values),
        head=dataset_head(addresses.LEDGER_DATA, title, about, settings),
    )


def _tables(view: LedgerView) -> Iterator[Table]:
    states = [state for state in COLUMNS if view.total.of(state)]
    heads = (_("Expected"), *(_(COLUMNS[state]) for state in states))
    yield Table(
        BY_SERIES,
        _("By series"),
        _("Dates of each series by what there is of them"),
        _("Series"),
        heads,
        tuple(_line(link(target, PAGE), totals, states) for target, totals in view.series),
        _line(("", _("All series")), view.total, states),
    )
    apart = ((Target(_("Of no group")), view.apart),) if view.apart.expected else ()
    if view.groups:
        yield Table(
            BY_GROUP,
            _("By group"),
            _("Dates of the series of each group; those of several groups count for each"),
            _("Group"),
            heads,
            tuple(_line(link(one, PAGE), totals, states) for one, totals in (*view.groups, *apart)),
            None,
        )


def _line(name: Link, totals: Totals, states: Sequence[DateState]) -> Line:
    counts = ((number(totals.of(state)), _look(state, totals.of(state))) for state in states)
    return Line(name, ((number(totals.expected), ""), *counts))


def _look(state: DateState, many: int) -> str:
    if not many:
        return "nothing"
    return "gap" if state is DateState.MISSING else ""


def _left_out(many: int) -> str:
    """Say how many series are in no table, because their dates are not known."""
    if not many:
        return ""
    return counted(
        "{n} series is not in these tables: its single dates do not follow from its record, and none is made up.",
        "{n} series are not in these tables: their single dates do not follow from their records, and none is made up.",
        many,
    )
