"""Tests of problems as values: their order, and what of a quoted text they keep."""

import itertools

from generator.problems import Place, in_order, problem


def test_order_is_that_of_the_places_however_they_come():
    """Not even two problems that differ in length alone are left to chance."""
    short, long = (problem("P502", Place("calls/a.yaml", 3, 8, length)) for length in (1, 9))
    first, last = problem("Y109", Place("calls/a.yaml")), problem("F204", Place("calls/b.yaml"))
    expected = (first, short, long, last)
    for given in itertools.permutations((*expected, short)):
        assert expected == in_order(given)


def test_quoted_text_is_shortened_and_a_list_of_words_is_not():
    """Who is told to use one of a list needs all of it."""
    words = ", ".join(f"`word-{number}`" for number in range(40))
    said = {"known": words, "todo": f"use one of: {words}"}
    fault = problem("F207", Place("a"), value="x" * 500, field="mode", nearest="", **said)
    assert (f"use one of: {words}",) * 2 == (fault.help, fault.hush().help)
    assert f"`{'x' * 119}…` is not a word for `mode`" == fault.message
