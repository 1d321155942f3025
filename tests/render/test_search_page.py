"""The search page offers what is there and nothing withheld, grows to no end, and helps without a script."""

from dataclasses import replace

import pytest

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render import search_page, search_rows
from generator.render.output import Page
from generator.render.search_page import CHOICES_LIMIT, INDEX, SearchView
from tests.html_faults import body_faults
from tests.render.made_archive import (
    ARCHIVE,
    CALL,
    FORGE,
    SETTINGS,
    WITHHELD,
    archive_with,
    call_with,
)
from tests.render.page_reading import Reading


def made(archive=ARCHIVE, settings=SETTINGS) -> Page:
    """Make the search page of an archive."""
    (draft,) = search_page.render(archive, settings)
    page = draft.make(draft.view, settings)
    assert isinstance(page, Page)
    return page


def choices(archive) -> dict[str, list[str]]:
    """Give the values that each filter of the page offers."""
    (draft,) = search_page.render(archive, SETTINGS)
    assert isinstance(draft.view, SearchView)
    return {each.name: [value for value, _ in each.choices] for each in draft.view.filters}


def test_it_is_well_made():
    """The page is sound HTML with one heading, with records and without any."""
    for archive in (ARCHIVE, PublicArchive()):
        assert [] == body_faults(made(archive))


def test_every_choice_is_one_of_the_index():
    """Each value that a filter offers is a value by which the index of calls can be chosen, and none is left out.

    Of places only whole ones are offered, and what they begin with is known too.
    """
    views = [draft.view for draft in search_rows.render(ARCHIVE, SETTINGS)]
    found = [view for view in views if isinstance(view, search_rows.IndexView)]
    pages = [page for view in found for page in view.pages]
    known = {pair for page in pages for pair in page.filters if pair[0] != "has"}
    offered = choices(ARCHIVE)
    years = offered.pop("year")
    choosable = {(name, value) for name, values in offered.items() for value in values}
    begun = {("place", each) for place in offered["place"] for each in search_rows.wider(place)}
    assert known == choosable | begun
    assert {page.date[:4] for page in pages if page.date} == set(years)


def test_withheld_calls_change_nothing():
    """An archive with a withheld call has the search page of one without it, though that call names its series."""
    named = replace(WITHHELD, series="river-weekly", groups=("river-assembly",))
    assert made(archive_with(CALL)).body == made(archive_with(CALL, WITHHELD, named)).body


def test_names_are_text():
    """A place that looks like HTML is offered as the words it is made of."""
    place = '<b>Mill</b> & "Town"'
    reading = Reading(made(archive_with(call_with(places=(place,)))).body)
    assert place in [option.text for option in reading.named("option")]
    assert [] == reading.named("b")


def test_the_page_grows_to_no_end():
    """Of thousands of places the ones with most calls are offered, in the order of the alphabet."""
    calls = [
        call_with(id=f"2031-03-05-{number}", places=(f"Lock {number:04d}", "Mill Town"))
        for number in range(CHOICES_LIMIT + 200)
    ]
    places = choices(archive_with(*calls))["place"]
    assert CHOICES_LIMIT == len(places)
    assert "Mill Town" in places
    assert sorted(places) == places
    assert "Only those with most calls." in made(archive_with(*calls)).body


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (
            ["Mill Town", "Mill Town, PA", "Mill Towns"],
            [("Mill Town", "Mill Town, PA (or Mill Town)"), ("Mill Towns", "Mill Towns")],
        ),
        (
            ["Mill Town", "Mill Town, OH", "Mill Town, PA"],
            [(each, each) for each in ("Mill Town", "Mill Town, OH", "Mill Town, PA")],
        ),
        (["Mill Town, PA"], [("Mill Town, PA", "Mill Town, PA")]),
    ],
)
def test_a_place_is_offered_once_with_and_without_its_state(places, expected):
    """The value of the choice finds both; where two towns have one name, neither is taken for the other."""
    calls = [call_with(id=f"2031-03-05-{at}", places=(each,)) for at, each in enumerate(places)]
    (draft,) = search_page.render(archive_with(*calls), SETTINGS)
    assert isinstance(draft.view, SearchView)
    (offered,) = [each.choices for each in draft.view.filters if each.name == "place"]
    assert expected == list(offered)


def test_a_filter_without_choices_is_left_out():
    """An archive without places offers no empty list of them."""
    assert "place" not in choices(archive_with(call_with(places=())))


def test_examples_are_words_of_the_archive():
    """The words to begin with are names and places of calls, each once."""
    (draft,) = search_page.render(ARCHIVE, SETTINGS)
    assert isinstance(draft.view, SearchView)
    examples = draft.view.examples
    names = {group.name for group in ARCHIVE.groups} | {hub.name for hub in ARCHIVE.hubs}
    words = set(CALL.places) | names | {series.title for series in ARCHIVE.series}
    assert examples
    assert set(examples) <= words
    assert len(set(examples)) == len(examples)


def test_without_a_script_there_are_other_ways():
    """Every list leads to a page that every archive has, and the repository is named where there is one."""
    lists = [path for path, _, _ in search_page.LISTS]
    links = Reading(made(settings=FORGE).body).links()
    assert set(lists) <= addresses.MADE_INDEXES | {addresses.how_met(), addresses.how_sure()}
    assert {"places/index.html", "statistics/index.html"} <= set(lists)
    assert {addresses.relative(path, INDEX) for path in lists} <= set(links.values())
    assert FORGE.repo_url in links.values()
    assert SETTINGS.repo_url not in Reading(made().body).links().values()


def test_what_needs_the_script_waits_for_it():
    """The form, the examples and the results are hidden until the script shows them; the way out is not."""
    reading = Reading(made().body)
    hidden = ("search-form", "search-start", "search-found", "search-more", "search-instead")
    assert [True] * len(hidden) == ["hidden" in reading.with_id(name).attributes for name in hidden]
    assert "hidden" not in reading.with_id("search-wait").attributes
