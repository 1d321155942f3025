"""Names come from words, are given once, and repeated ones are told apart by the heading above, then by number."""

import doctest

import pytest

from generator import slugs
from generator.slugs import Wanted, give_names, is_name, mark_name, sections, slug, split_name


def test_the_examples_in_the_module_are_true():
    """What the docstrings show is what the functions give."""
    tried = doctest.testmod(slugs)
    assert (0, True) == (tried.failed, tried.attempted >= 5)


def names(*wanted: tuple[str, str, bool]) -> tuple[str, ...]:
    return give_names([Wanted(*one) for one in wanted], set())


def test_a_repeated_name_is_told_apart_by_its_heading():
    """The first place of the same words has them as its name, the next one the heading's words before them."""
    wanted = ("discussion", "agenda-discussion", False), ("discussion", "budget-discussion", False)
    assert ("discussion", "budget-discussion") == names(*wanted)


def test_numbers_come_last():
    """Only where the name with the heading is taken too is there a number."""
    same = ("discussion", "budget-discussion", False)
    assert ("discussion", "budget-discussion", "budget-discussion-2") == names(same, same, same)


def test_a_given_name_is_taken_by_no_words():
    """A name given by hand further down stays its own, whatever words come before it."""
    assert ("hall-budget", "budget") == names(
        ("budget", "hall-budget", False), ("budget", "money-budget", True)
    )


def test_many_places_with_the_same_words_take_no_longer_than_others():
    """Fifty thousand same places are named in linear time: a square of them would not end."""
    found = names(*[("a", "b-a", False)] * 50_000)
    assert ("a", "b-a", "b-a-2", 50_000) == (*found[:3], len(set(found)))


@pytest.mark.parametrize("words", ["Name", " name", "ünicode", "-name", "na me", "", "a" * 81])
def test_what_is_no_name(words: str):
    """Capitals, accents, gaps, hyphens in front and more than 80 characters make no name."""
    assert not is_name(words)


@pytest.mark.parametrize("words", ["a", "2031-budget", "a" * 80, "a--b", "собрание", "会议"])
def test_what_is_a_name(words: str):
    """Small letters, digits and hyphens are, and so are letters of scripts that words keep in their names."""
    assert is_name(words)


def test_a_line_keeps_braces_that_give_no_name():
    """Braces with anything else in them stay words."""
    assert ("Budget {# Name}", "") == split_name("Budget {# Name}")


def test_moments_are_no_part_of_a_name():
    """A heading may get its moment later and keeps its name."""
    assert {"breakout"} == {slug("[00:12:30] Breakout"), slug("[0:12:30] Breakout"), "breakout"}


def test_an_hour_of_the_day_is_no_moment():
    """`[21:00]` has no seconds and stays in the name."""
    assert "21-00-breakout" == slug("[21:00] Breakout")


def test_a_mark_is_named_by_its_first_eight_words():
    """What stands behind them may be reworded without another name."""
    first = mark_name("decision", "one two three four five six seven eight nine")
    assert "decision-one-two-three-four-five-six-seven-eight" == first
    assert first == mark_name("decision", "One two, three four five six seven eight and more")


def test_long_names_stay_short():
    """No name is longer than eighty characters, whatever heading it stands under."""
    long = slugs.within(slug("word " * 400), mark_name("temperature check", "letters" * 400))
    assert len(long) <= 80


def test_lines_know_the_heading_above_them():
    """A line stands under the last heading before it, by the name that was given to it or its words."""
    lines = ["a", "# One [link](https://x.example/y)", "b", "### Two {#second}", "c", "#no", "# "]
    found = [section for _, section in sections(enumerate(lines, 1))]
    assert ["", "one-link", "one-link", "second", "second", "second", "second"] == found
