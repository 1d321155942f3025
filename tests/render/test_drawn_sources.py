"""Tests of sources as pages draw them: what was found at an address is said where it was not simply there."""

import dataclasses
import datetime

import pytest

from generator.privacy.public import Found, PublicAnswer
from generator.render.record_foot import drawn_sources
from tests.render.made_archive import SOURCE

DAY = datetime.date(2031, 4, 2)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Found.THERE, ""),
        (Found.GONE, "it was not there"),
        (Found.REFUSED, "did not let a program look"),
        (Found.SILENT, "nobody answered"),
    ],
)
def test_what_was_found_stands_with_the_source(found, words):
    """With its day, so that nobody takes an old answer for the state of today."""
    source = dataclasses.replace(SOURCE, answer=PublicAnswer(DAY, found))
    (drawn,) = drawn_sources((source,))
    assert words in drawn[4]
    assert bool(words) == ("2 April 2031" in drawn[4])


def test_nothing_is_said_where_nobody_asked():
    """A source without an answer is drawn as it always was."""
    ((_title, _details, _address, _href, found),) = drawn_sources((SOURCE,))
    assert "" == found
