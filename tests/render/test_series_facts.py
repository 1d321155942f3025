"""What the page of a series says of its line and of who takes which part."""

from dataclasses import replace

from tests.render.every_page import pages
from tests.render.made_archive import ARCHIVE, SERIES


def test_the_page_of_a_series_names_its_platform_and_its_roles():
    """They hold for each of its calls that names none of its own."""
    series = replace(SERIES, platform="switchboard", roles=(("facilitator", "Mill Town"),))
    body = pages(replace(ARCHIVE, series=(series,)))[f"series/{SERIES.id}.html"].body
    assert (True, True) == ("Switchboard" in body, "Mill Town" in body)


def test_a_series_without_them_says_nothing_of_them():
    """What is not known has no row."""
    body = pages(replace(ARCHIVE, series=(SERIES,)))[f"series/{SERIES.id}.html"].body
    assert "Platform" not in body
