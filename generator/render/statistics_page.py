"""The page of statistics: a table for each subject, each number with what it is of, and the calls over time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.action_states import Standing
from generator.render.action_words import state_words
from generator.render.archive_numbers import Statistics, Subject, statistics_of
from generator.render.data_statistics import PATH as DATA
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.names import link
from generator.render.once import once
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import short_foot
from generator.render.schema_org import dataset_head
from generator.render.statistics_words import (
    ALWAYS,
    CAPTIONS,
    FIRST_COLUMNS,
    NUMBER_COLUMNS,
    ROWS,
    list_of,
)
from generator.render.timeline import Timeline, timeline_of
from generator.render.timeline_drawing import drawn_timeline
from generator.render.words import description
from generator.settings import Settings
from generator.wording import N_, _, counted, number

INDEX = addresses.STATISTICS
PARTS = (
    ("calls", N_("Calls"), ("status", "dates", "modes")),
    ("minutes-and-recordings", N_("Minutes and recordings"), ("minutes", "beside-summaries", "recordings")),
    ("how-sure", N_("How sure this is"), ("evidence", "confidence")),
    ("people", N_("People"), ("participants",)),
    ("outcomes", N_("What came of the calls"), ("outcomes", "methods", "actions")),
    ("records", N_("Groups, campaigns and places"), ("groups", "hubs")),
)  # fmt: skip
"""Parts of the page: name in the page, heading, and subjects."""
TIMELINE = "over-time"


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """All that the page shows."""

    found: Statistics
    timeline: Timeline


class Row(NamedTuple):
    """A row of a table: address (empty: no list), words, number, and its share of all as the width of a bar."""

    href: str
    words: str
    number: str
    share: str


class Table(NamedTuple):
    """A table as templates draw it: its name in the page, caption, heads of its columns, rows, and what they are of."""

    anchor: str
    caption: str
    first: str
    second: str
    rows: tuple[Row, ...]
    total: str


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the page; an archive without calls has it too, because the navigation leads there."""
    found = once(archive, statistics_of, settings)
    yield Draft(INDEX, statistics_page, StatisticsView(found, once(archive, archive_timeline)))


def archive_timeline(archive: PublicArchive) -> Timeline:
    """Give the timeline of all calls, which the home page shows too."""
    return timeline_of(archive.calls)


def statistics_page(view: StatisticsView, settings: Settings) -> Page:
    """Make the page."""
    found, title = view.found, _("Statistics")
    timeline = drawn_timeline(view.timeline, INDEX)
    parts = tuple(_parts(found, settings)) if found.calls else ()
    values = {
        "title": title,
        "calls": counted("{n} call", "{n} calls", found.calls) if found.calls else "",
        "withheld": _withheld(found),
        "timeline": timeline,
        "timeline_anchor": TIMELINE,
        "parts": parts,
        "data": addresses.relative(DATA, INDEX),
        **short_foot(INDEX, settings, forms=ALL_FORMS),
    }
    about = _("What {site} counts of itself, each number with what it is of.").format(
        site=settings.site_name
    )
    over_time = (Heading(2, TIMELINE, _("Calls over time")),) if timeline else ()
    return Page(
        path=INDEX,
        section=INDEX,
        title=title,
        description=description(about),
        outline=(*over_time, *(Heading(2, anchor, heading) for anchor, heading, _t, _s in parts)),
        body=fill("statistics.html", values),
        head=dataset_head(DATA, title, about, settings),
    )


def _parts(
    found: Statistics, settings: Settings
) -> Iterator[tuple[str, str, tuple[Table, ...], tuple[tuple[str, str, str], ...]]]:
    for anchor, heading, subjects in PARTS:
        made = (_table(found.subject(key), settings) for key in subjects)
        tables = tuple(table for table in made if table.rows)
        says = tuple(_says(anchor, found))
        if tables or says:
            yield anchor, _(heading), tables, says


def _table(subject: Subject, settings: Settings) -> Table:
    one, many = CAPTIONS[subject.key]
    total = subject.total
    rows = (
        Row(
            href=addresses.relative(list_of(subject.key, key), INDEX)
            if many_of and list_of(subject.key, key)
            else "",
            words=_words(subject.key, key, settings),
            number=number(many_of),
            share=f"{many_of / total * 100:.1f}%" if total else "0%",
        )
        for key, many_of in subject.counts
        if many_of or (total and (subject.key, key) in ALWAYS)
    )
    return Table(
        anchor=f"of-{subject.key}",
        caption=counted(one, many, total),
        first=_(FIRST_COLUMNS[subject.key]),
        second=_(NUMBER_COLUMNS.get(subject.key, N_("Calls"))),
        rows=tuple(rows),
        total=number(total),
    )


def _words(subject: str, key: str, settings: Settings) -> str:
    if subject == "actions":
        return state_words(Standing(key), settings)
    return _(ROWS[subject][key])


def _withheld(found: Statistics) -> str:
    closed = found.calls - found.shown
    if not closed:
        return ""
    return counted(
        "{n} call is withheld as a whole. It is counted as withheld and as nothing else.",
        "{n} calls are withheld as a whole. They are counted as withheld and as nothing else.",
        closed,
    )


def _says(part: str, found: Statistics) -> Iterator[tuple[str, str, str]]:
    """Give sentences beside the tables of a part: before a link, its address, its words; most have no link."""
    if part == "people":
        yield from _people_says(found)
    if part == "minutes-and-recordings":
        words = _(
            "Only calls with a record are counted here. Expected dates without one stand in the ledger."
        )
        yield words, addresses.relative(addresses.LEDGER, INDEX), _("The ledger of recurring calls")
    if part == "records" and found.shown:
        yield _places_say(found), addresses.relative(addresses.PLACES, INDEX), _("All places")
        yield _series_say(found), addresses.relative(addresses.SERIES, INDEX), _("All series")


def _people_says(found: Statistics) -> Iterator[tuple[str, str, str]]:
    people = found.people
    if people.summed:
        on = counted("{n} call", "{n} calls", people.summed)
        summed = _(
            "At least {n} people were counted on {calls}, which give a number or what it was at least. "
            "Who came to several calls is counted on each."
        )
        yield summed.format(n=number(people.at_least), calls=on), "", ""
    if people.call:
        said = (
            _("The largest number known is {n}:")
            if people.is_exact
            else _("The largest number known is at least {n}:")
        )
        yield said.format(n=number(people.most)), *link(people.call, INDEX)
    yield (
        _(
            "Guesses are not added up. Where fewer than five took part, "
            "no smaller number is shown here and nobody is added up."
        ),
        "",
        "",
    )


def _places_say(found: Statistics) -> str:
    return _("Places named: {places}, on {named} of {calls}.").format(
        places=number(found.places), named=number(found.with_places), calls=_shown(found)
    )


def _series_say(found: Statistics) -> str:
    return _("Series: {series}. To one of them belong {number} of {calls}.").format(
        series=number(found.series), number=number(found.in_series), calls=_shown(found)
    )


def _shown(found: Statistics) -> str:
    return counted(
        "{n} call whose details may be seen", "{n} calls whose details may be seen", found.shown
    )
