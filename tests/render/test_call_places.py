"""The places of a call: the first stand open, hundreds are folded away by state and country, and each has its page."""

from generator.render.call_places import MOST_IN_A_ROW, PLACES_SHOWN, parted
from tests.render.every_page import pages, read_call
from tests.render.made_archive import CALL, archive_with, call_with
from tests.render.page_reading import Element, Reading

PAGE = "calls/2031-03-05-river-open-call.html"
STATES = ("PA", "ME", "VT", "NY", "OH")


def many(number: int) -> tuple[str, ...]:
    """Give so many places in five states."""
    return tuple(f"Mill {at}, {STATES[at % len(STATES)]}" for at in range(number))


def folded(number: int) -> list[Element]:
    """Give what is folded away of a call with so many places."""
    call = call_with(places=many(number))
    return [each for each in read_call(call).named("details") if "more" in each.text]


def test_places_lead_to_their_pages():
    """Whoever looks for their town finds its other calls."""
    links = read_call(call_with(places=("Mill Town, PA",))).links()
    assert "../places/mill-town-pa.html" == links["Mill Town, PA"]


def test_every_link_of_a_place_leads_to_a_page():
    """No place of a call is without a page, whatever it is called."""
    strange = ("Mill Town, PA", "Pennsylvania", "Río Verde", "مطحنة", "x" * 80, "a ship")
    made = pages(archive_with(call_with(places=(*strange, *many(40)))))
    links = Reading(made[f"calls/{CALL.id}.html"].body).named("a")
    ways = {each.attributes["href"][3:] for each in links if "/places/" in each.attributes["href"]}
    assert 46 == len(ways)
    assert set() == ways - set(made)


def test_a_few_more_stand_in_one_row():
    """Up to two dozen need no order of their own."""
    (found,) = folded(PLACES_SHOWN + MOST_IN_A_ROW)
    assert found.text.startswith(f"{MOST_IN_A_ROW} more Mill 8, NY; Mill 9, ")


def test_five_hundred_places_are_parted_by_state():
    """Each state has a line with its count, in which the towns stand without it."""
    (found,) = folded(500)
    assert found.text.startswith("492 more, by state and country Maine (98): Mill 101; Mill 106;")
    assert ", ME" not in found.text
    assert 5 == found.text.count("(98)") + found.text.count("(99)")


def test_places_without_a_state_come_last():
    """Where a place is, is known only where its words say so."""
    parts = parted(("Harbour City", "Old Harbour, ME", "Canada", "Toronto, Canada"), PAGE)
    assert ["Canada", "Maine", "State or country not told"] == [where for where, _ in parts]
    assert ["Canada", "Toronto"] == [words for _, words in parts[0][1]]


def test_eight_places_are_not_folded():
    """What fits stands open."""
    assert [] == folded(PLACES_SHOWN)
