"""Names of places: what a record says of where they are, and addresses that no other place can change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.place_names import read_place, state_words

WORDS = st.text(
    st.sampled_from("abcYZ éñßи東-.,’'  ")
    | st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=30,
)


def where(words):
    """Give the country, the state and the town that a place is read as."""
    place = read_place(words)
    return place.country, place.state, place.town


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mill Town, PA", ("us", "PA", "Mill Town")),
        ("Mill Town, Pennsylvania", ("us", "PA", "Mill Town")),
        ("Old Harbour, QC", ("ca", "QC", "Old Harbour")),
        ("Paris, France", ("fr", "", "Paris")),
        ("Harbour City, UK", ("gb", "", "Harbour City")),
        ("River College, Mill Town, PA", ("us", "PA", "River College, Mill Town")),
        ("PA", ("us", "PA", "")),
        ("Pennsylvania", ("us", "PA", "")),
        ("New York State", ("us", "NY", "")),
        ("Spain", ("es", "", "")),
    ],
)
def test_a_state_or_country_is_known_where_a_record_names_it(words, expected):
    """By its code or its name, behind a comma or alone."""
    assert expected == where(words)


@pytest.mark.parametrize(
    "words",
    [
        "Mill Town",
        "Mill Town PA",
        "the river valley",
        "Southeastern United States",
        "Georgia",
        "Mill Town, Georgia",
        "New York",
        "Washington",
        "me",
        "Mill Town, or",
        "Mill Town, XX",
    ],
)
def test_nothing_is_guessed(words):
    """A town alone, a name of two meanings, and a word in small letters that is also a code stand as written."""
    assert ("", "", words) == where(words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo, Brazil", "Sao Paulo, Brazil"),
        ("St. Mill, PA", "St Mill, PA"),
        ("Mill Town, PA", "MILL  TOWN, Pennsylvania"),
        ("Mill-Town, PA", "Mill Town, PA"),
        ("PA", "Pennsylvania"),
        ("Harbour, UK", "Harbour, United Kingdom"),
    ],
)
def test_spellings_of_one_place_have_one_page(one, other):
    """Case, accents, points, hyphens and the two ways to write a state make no other place."""
    assert read_place(one).name == read_place(other).name
    assert read_place(one).key == read_place(other).key


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Mill Town, PA", "mill-town-pa"),
        ("Montréal, QC", "montreal-qc"),
        ("Paris, France", "paris-france"),
        ("the river valley", "the-river-valley"),
        ("NY", "new-york-state"),
        ("Texas", "texas"),
    ],
)
def test_a_plain_place_has_a_plain_address(words, name):
    """Nothing stands behind the words where they tell the place from every other."""
    assert name == read_place(words).name


@pytest.mark.parametrize(
    "words", ["index", "In Us", "Other", "x" * 61, "東京", "-", "Mill Town PA"]
)
def test_a_place_whose_words_would_take_another_address_is_marked(words):
    """The mark is made from the words alone, and never takes the address of an index or a region."""
    assert read_place(words).name[-9] == "-"
    assert len(read_place(words).name) <= 69


@given(st.lists(WORDS, min_size=2, max_size=2))
def test_two_places_share_a_page_only_when_they_are_one(pair):
    """Places differ in their address whenever they differ in their key."""
    one, other = map(read_place, pair)
    assert (one.key == other.key) == (one.name == other.name)


@given(st.sampled_from(["Mill Town", "Georgia", "New York", "Old-Port"]), WORDS)
def test_a_comma_moved_or_left_out_is_another_place(town, words):
    """An address without a mark can be read back in one way only."""
    first, second = read_place(f"{town}, {words}"), read_place(f"{town} {words}")
    assert first.key == second.key or first.name != second.name


@given(WORDS)
def test_an_address_of_a_place_is_plain(words):
    """Small letters, digits and hyphens, whatever the words are."""
    name = read_place(words).name
    assert name.strip("-") == name
    assert name.replace("-", "").isascii()
    assert name.replace("-", "").isalnum()


def test_states_with_the_name_of_a_town_say_that_they_are_states():
    """New York stands for both."""
    assert "New York (state)" == state_words("us", "NY")
