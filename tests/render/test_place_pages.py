"""Places: by country and state with counts that add up, each with its calls and how it appears in them."""

from dataclasses import replace

from generator.privacy.public import PublicArchive, Status
from generator.render import place_pages
from generator.render.output import Page
from generator.render.place_names import read_place
from tests.render.made_archive import SETTINGS, WITHHELD, archive_with, call_with
from tests.render.page_reading import Reading

INDEX = "places/index.html"
MILL = "places/mill-town-pa.html"


def made(archive):
    """Give the pages of places by address."""
    outputs = (draft.make(draft.view, SETTINGS) for draft in place_pages.render(archive, SETTINGS))
    return {output.path: output.body for output in outputs if isinstance(output, Page)}


def read(archive, path):
    """Read one page of places."""
    return Reading(made(archive)[path])


def calls_at(*places, **fields):
    """Give an archive with a call for each tuple of places, without hosts unless they are given."""
    fields = {"hosts": (), **fields}
    return archive_with(
        *(
            call_with(id=f"2031-03-05-call-{at}", places=named, **fields)
            for at, named in enumerate(places)
        )
    )


def headings(reading, tag):
    """Give the headings of one level, with their counts."""
    return [each.text for each in reading.named(tag)]


def test_places_stand_under_their_country_and_state():
    """Countries by name, states under them, and last what fits none as it is written."""
    reading = read(
        calls_at(("Paris, France", "Old Harbour, ME"), ("the river valley", "Mill Town, PA")), INDEX
    )
    assert ["France 1 call, 1 place", "United States 2 calls, 2 places"] == headings(reading, "h2")[
        :2
    ]
    assert "Other places 1 call, 1 place" == headings(reading, "h2")[-1]
    assert ["Maine 1 call, 1 place", "Pennsylvania 1 call, 1 place"] == headings(reading, "h3")


def test_a_call_with_several_places_of_a_state_counts_once_there():
    """Numbers of a state are numbers of calls, not of mentions."""
    reading = read(calls_at(("Mill Town, PA", "Hill Farm, PA"), ("Mill Town, PA",)), INDEX)
    assert ["Pennsylvania 2 calls, 2 places"] == headings(reading, "h3")
    rows = [each.text for each in reading.of_class("ia-entry")]
    assert rows[0] == "Hill Farm 1 call"
    assert rows[1].startswith("Mill Town 2 calls")


def test_a_state_of_which_no_town_is_named_says_so():
    """It is not said that all of the state took part."""
    reading = read(calls_at(("Texas",), ("France",), ("United States",)), INDEX)
    named = [each.text for each in reading.of_class("ia-entry")]
    assert "No town named 1 call" in named
    assert "No town or state named 1 call" in named


def test_the_page_of_a_place_says_how_it_appears():
    """What took part, what its groups hosted, and its groups and gatherings."""
    hosted = call_with(places=(), hosts=(("river-planning", "River planning group"),))
    took = call_with(id="2031-03-06-call", places=("Mill Town, PA",), hosts=())
    reading = read(archive_with(hosted, took), MILL)
    assert "People from here took part in 1 call, as far as it is known." in reading.text
    assert "Groups of this place are named as hosts of 1 other call." in reading.text
    assert "host: River planning group, of this place" in reading.of_class("ia-row")[0].text
    assert {"../groups/river-assembly.html", "../hubs/spring-gathering.html"} <= set(
        reading.links().values()
    )


def test_a_call_at_which_a_place_took_part_and_hosted_counts_once():
    """The same call is not told twice."""
    both = call_with(places=("Mill Town, PA",), hosts=(("river-planning", "River planning group"),))
    reading = read(archive_with(both), MILL)
    assert 1 == len(reading.of_class("ia-row"))
    assert "host:" not in reading.text


def test_a_call_that_is_not_known_to_have_been_held_is_told_apart():
    """Nobody is said to have taken part in a call that a notice alone names."""
    held = call_with(places=("Mill Town, PA",), hosts=())
    announced = replace(held, id="2031-03-06-call", status=Status.ANNOUNCED)
    both, alone = read(archive_with(held, announced), MILL), read(archive_with(announced), MILL)
    assert "People from here took part in 1 call, as far as it is known." in both.text
    assert "named with 1 call that is not known to have been held." in both.text
    assert "took part" not in alone.text


def test_a_withheld_call_adds_nothing():
    """With it, all pages of places are the same as without it, even where its groups are named."""
    call = call_with(places=("Mill Town, PA",), hosts=())
    named = replace(WITHHELD, groups=("river-planning",), series="river-open-call")
    assert made(archive_with(call)) == made(archive_with(call, named))


def test_a_call_of_few_people_is_not_laid_beside_the_home_of_its_host():
    """Its places were made less exact, so that no town is found by way of its host."""
    few = call_with(
        places=("PA",), coarse=True, hosts=(("river-planning", "River planning group"),)
    )
    archive = archive_with(few)
    assert [] == read(archive, MILL).of_class("ia-row")
    reading = read(archive, "places/pennsylvania.html")
    assert 1 == len(reading.of_class("ia-row"))
    assert "few people took part in them" in reading.text


def test_spellings_of_one_place_are_told_on_its_page():
    """The most usual one is its title."""
    archive = calls_at(("Hill Farm, VT",), ("Hill Farm, VT",), ("Hill  Farm, Vermont",))
    reading = read(archive, "places/hill-farm-vt.html")
    assert "Hill Farm, VT" == reading.named("h1")[0].text
    assert "Also written Hill Farm, Vermont" in reading.text


def test_another_place_changes_no_address():
    """Addresses of places are the same in an archive with further, very similar ones."""
    places = ("Mill Town, PA", "Mill Town", "São João, Portugal", "東京")
    more = ("Mill Town PA", "Mills Town", "Sao Joao Portugal", "京都", "index", "In Us")
    few, many = made(calls_at(places)), made(calls_at(places, more))
    own = {f"places/{read_place(each).name}.html" for each in places}
    assert own <= few.keys()
    assert own <= many.keys()
    assert len(many) == len(few) + len(more)


def test_a_long_index_leads_to_a_page_for_every_state():
    """Five hundred places are too many for one list; each is still one or two steps away."""
    towns = tuple(f"Town {at}, PA" for at in range(300)) + tuple(
        f"Town {at}, France" for at in range(300)
    )
    pages = made(calls_at(towns))
    index = Reading(pages[INDEX])
    assert [] == index.of_class("ia-entry")
    assert {"in-us-pa.html", "in-fr.html"} <= set(index.links().values())
    assert 302 > len(Reading(pages["places/in-us-pa.html"]).of_class("ia-entry")) >= 300


def test_a_state_of_too_many_places_is_parted_by_letter():
    """No list grows without bound, and none is lost."""
    towns = tuple(f"{letter}ville {at}, PA" for at in range(200) for letter in "ABЖ")
    pages = made(calls_at(towns))
    letters = [f"places/in-us-pa-{letter}.html" for letter in ("a", "b", "other")]
    assert [] == Reading(pages["places/in-us-pa.html"]).of_class("ia-entry")
    counts = [len(Reading(pages[path]).of_class("ia-entry")) for path in letters]
    assert [200, 200, 200] == counts


def test_a_place_of_too_many_calls_leads_to_its_years():
    """As series, groups and hubs do."""
    pages = made(calls_at(*[("Hill Farm, VT",)] * 500))
    reading = Reading(pages["places/hill-farm-vt.html"])
    assert [] == reading.of_class("ia-row")
    assert "hill-farm-vt.2031.html" == reading.links()["2031"]


def test_an_archive_without_places_says_what_would_be_here():
    """No heading stands without a list."""
    reading = read(PublicArchive(), INDEX)
    assert [] == reading.named("h2")
    assert "No place is recorded here yet." in reading.text
