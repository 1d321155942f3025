"""A page for every place: its calls, how it appears in them, and its groups and gatherings.

The index by country and state is made in `place_index.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from generator import addresses
from generator.privacy.public import AnyCall, PublicArchive, PublicCall
from generator.render.names import Link, Target, named, names_of
from generator.render.output import Draft, Page
from generator.render.place_index import INDEX, index_drafts
from generator.render.place_names import country_words, state_words
from generator.render.place_regions import region_anchor
from generator.render.place_register import PlaceRecord, places_in
from generator.render.record_calls import CallsHere, calls_here, long_lists
from generator.render.record_foot import Fact, fact, fact_links
from generator.render.record_pages import Part, RecordText, parts_of_record, record_page
from generator.render.rows import Row, rows_in
from generator.render.schema_org import place_head
from generator.render.words import enumeration, recorded_calls
from generator.settings import Settings
from generator.wording import _, counted


@dataclass(frozen=True, slots=True)
class PlaceView:
    """All that the page of a place needs."""

    place: PlaceRecord
    groups: tuple[Target, ...]
    hubs: tuple[Target, ...]
    calls: CallsHere


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of places and a page for each."""
    places = places_in(archive)
    yield from index_drafts(places)
    names = names_of(archive)
    all_rows = rows_in(archive, settings.today)
    calls = {call.id: (at, call) for at, call in enumerate(archive.calls)}
    for place in places:
        page = addresses.place_page(place.name.name)
        rows = tuple(_rows(place, calls, all_rows))
        view = PlaceView(
            place=place,
            groups=named(names.groups, place.groups),
            hubs=named(names.hubs, place.hubs),
            calls=calls_here(rows),
        )
        yield Draft(page, place_page, view)
        yield from long_lists(Target(place.words, page), INDEX, rows)


def _rows(
    place: PlaceRecord,
    calls: Mapping[str, tuple[int, AnyCall]],
    rows: Mapping[str, Row],
) -> Iterator[Row]:
    """Give the rows of a place's calls in their order; those of which its groups are only hosts say so."""
    hosted, groups = frozenset(place.hosted), frozenset(place.groups)
    found = (calls[each] for each in (*place.took_part, *place.hosted))
    for _at, call in sorted(found, key=lambda one: one[0]):
        row = rows[call.id]
        if call.id in hosted and isinstance(call, PublicCall):
            hosts = enumeration([name for host, name in call.hosts if host in groups])
            row = replace(row, about=_("host: {group}, of this place").format(group=hosts))
        yield row


def place_page(view: PlaceView, settings: Settings) -> Page:
    """Make the page of a place."""
    place = view.place
    page = addresses.place_page(place.name.name)
    says = _says(place)
    return record_page(
        RecordText(
            page=page,
            section=INDEX,
            title=place.words,
            summary=_("{place}. {known}").format(
                place=place.words, known=" ".join(says) or f"{recorded_calls(0)}."
            ),
            kind=_("Place"),
            head=place_head(place.words),
            says=says,
            facts=_facts(view, page),
            parts=_parts(view, page),
            calls=view.calls,
            hint=_(
                "Lists of places are often incomplete: people from here may have been on other calls "
                "without anybody having written it down."
            ),
            empty=_("No call is recorded here in which this place is known to have taken part."),
        ),
        settings,
    )


def _says(place: PlaceRecord) -> tuple[str, ...]:
    said = []
    if held := len(place.took_part) - place.unheld:
        said.append(
            counted(
                "People from here took part in {n} call, as far as it is known.",
                "People from here took part in {n} calls, as far as it is known.",
                held,
            )
        )
    if place.unheld:
        said.append(
            counted(
                "This place is named with {n} call that is not known to have been held.",
                "This place is named with {n} calls that are not known to have been held.",
                place.unheld,
            )
        )
    if place.hosted:
        said.append(
            counted(
                "Groups of this place are named as hosts of {n} other call.",
                "Groups of this place are named as hosts of {n} other calls.",
                len(place.hosted),
            )
        )
    if place.is_coarse:
        said.append(
            _(
                "Some calls stand here without a town, because few people took part in them "
                "and their places are shown less exactly."
            )
        )
    return tuple(said)


def _facts(view: PlaceView, page: str) -> tuple[Fact, ...]:
    place, name = view.place, view.place.name
    state: tuple[Link, ...] = ()
    country: tuple[Link, ...] = ()
    if name.state:
        words = state_words(name.country, name.state)
        state = (_region_link(words, name.country, name.state, page),)
    if name.country:
        country = (_region_link(country_words(name.country), name.country, "", page),)
    return (
        *fact_links(_("State or province"), state),
        *fact_links(_("Country"), country),
        *fact(_("Also written"), "; ".join(place.other_words)),
        *fact_links(_("Search"), _search(place, page)),
    )


def _region_link(words: str, country: str, state: str, page: str) -> Link:
    anchor = region_anchor(country, state)
    return addresses.relative(f"{INDEX}#{anchor}", page), words


def _search(place: PlaceRecord, page: str) -> tuple[Link, ...]:
    """Lead to the search among the calls of a place; it knows places of calls only."""
    if not place.took_part:
        return ()
    asked = f"{addresses.SEARCH}#place={quote(place.words, safe='')}"
    return ((addresses.relative(asked, page), _("Search the notes of calls of this place")),)


def _parts(view: PlaceView, page: str) -> tuple[Part, ...]:
    lists = (
        (_("Groups of this place"), "place-groups", view.groups),
        (_("Campaigns and gatherings held here"), "place-hubs", view.hubs),
    )
    return parts_of_record(lists, page)
