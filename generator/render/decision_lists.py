"""A list of outcomes: parted so that nothing that was not decided stands among decisions."""

from dataclasses import dataclass, replace

from generator import addresses
from generator.render.decision_register import (
    Standing,
    is_of_those_in_force,
    month_path,
    row_anchor,
)
from generator.render.decision_rows import DrawnRow, Row, drawn_row, icons_of_rows
from generator.render.decision_words import HOLDING, counted_decisions, counted_outcomes
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.list_tools import outcome_tools
from generator.render.names import NOWHERE, Target, link
from generator.render.output import Heading, Page
from generator.render.record_foot import short_foot
from generator.render.schema_org import LIST_HEAD, head_title
from generator.render.words import description
from generator.settings import Settings
from generator.wording import N_, _

INDEX = addresses.DECISIONS
IN_FORCE = "decisions/in-force.html"
PARTS = {
    "decided": (N_("Decided"), (Standing.IN_FORCE, Standing.SUPERSEDED)),
    "proposed": (N_("Proposed, not decided"), (Standing.PROPOSED,)),
    "other-outcomes": (N_("Other outcomes, not decided"), (Standing.OTHER,)),
    "in-drafts": (N_("In draft notes, not decided yet"), (Standing.DRAFT,)),
}
"""Parts of a list by their names in the page: heading, and the standings that belong there."""


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of outcomes. `before` and `after` are years beside it; `has_anchors` where its rows are the lasting ones.

    A brief one holds only the words of each, with the names that lead to its row for good; `years` are then its months.
    `above` is the record that the list is of; `left_out` is how many older outcomes it does not hold, and `years`
    are pages that hold them.
    """

    page: str
    title: str
    lead: str
    counts: str
    rows: tuple[Row, ...]
    above: Target = NOWHERE
    has_anchors: bool = False
    left_out: int = 0
    is_brief: bool = False
    years: tuple[tuple[Target, str], ...] = ()
    before: Target = NOWHERE
    after: Target = NOWHERE


def list_page(view: ListView, settings: Settings) -> Page:
    """Make a list of outcomes, parted so that nothing that was not decided stands among decisions."""
    parts = tuple(
        (
            _(heading),
            anchor,
            counted_decisions(len(rows)) if anchor == "decided" else counted_outcomes(len(rows)),
            rows,
        )
        for anchor, (heading, standings) in PARTS.items()
        if (
            rows := tuple(
                _drawn(row, view, settings)
                for row in view.rows
                if row.outcome.standing in standings
            )
        )
    )
    values = {
        "title": view.title,
        "lead": view.lead,
        "counts": view.counts,
        "parts": parts,
        "above": link(view.above, view.page),
        "index": addresses.relative(INDEX, view.page),
        "in_force": addresses.relative(IN_FORCE, view.page) if view.page != IN_FORCE else "",
        "holding": "" if is_of_those_in_force(view.page) else _(HOLDING),
        "closed": settings.state == "closed",
        "brief": view.is_brief,
        "by_year": view.page == IN_FORCE,
        "left_out": view.left_out,
        "years": tuple((link(target, view.page), words) for target, words in view.years),
        "before": link(view.before, view.page),
        "after": link(view.after, view.page),
        "icons": icons_of_rows(view.rows, []),
        "tools": outcome_tools(len(view.rows), view.page, newest_first=not view.has_anchors),
        **short_foot(view.page, settings, forms=ALL_FORMS),
    }
    return Page(
        path=view.page,
        section=INDEX,
        title=head_title(view.title),
        description=description(
            _("{title} in {site}. {counts}").format(
                title=view.title, site=settings.site_name, counts=view.counts
            )
        ),
        outline=tuple(Heading(2, anchor, heading) for heading, anchor, *_rest in parts),
        body=fill("decision_list.html", values),
        head=LIST_HEAD,
    )


def _drawn(row: Row, view: ListView, settings: Settings) -> DrawnRow:
    """Give a row; one of a brief list leads to its row in the list of its month."""
    drawn = drawn_row(row, view.page, settings, view.has_anchors)
    if not view.is_brief:
        return drawn
    there = f"{month_path(row.outcome.date)}#{row_anchor(row.outcome.name)}"
    return replace(drawn, link=(addresses.relative(there, view.page), row.outcome.text))
