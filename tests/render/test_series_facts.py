"""What the page of a series says of its line and of who takes which part."""

import re
from dataclasses import replace

import pytest

from generator.privacy.public import LooseDate
from tests.render.every_page import pages
from tests.render.made_archive import ARCHIVE, SERIES, SETTINGS


def test_the_page_of_a_series_names_its_platform_and_its_roles():
    """They hold for each of its calls that names none of its own."""
    series = replace(SERIES, platform="switchboard", roles=(("facilitator", "Mill Town"),))
    body = pages(replace(ARCHIVE, series=(series,)))[f"series/{SERIES.id}.html"].body
    assert (True, True) == ("Switchboard" in body, "Mill Town" in body)


def test_a_series_without_them_says_nothing_of_them():
    """What is not known has no row."""
    body = pages(replace(ARCHIVE, series=(SERIES,)))[f"series/{SERIES.id}.html"].body
    assert "Platform" not in body


@pytest.mark.parametrize(("state", "label"), [("living", "Period"), ("closed", "Held")])
def test_only_a_closed_archive_says_that_calls_were_held_from_a_day_to_another(state, label):
    """Where calls are to come, the end of a series may lie ahead, and nothing that is to come was held."""
    until = LooseDate(2032, 6, 30)
    archive = replace(ARCHIVE, series=(replace(SERIES, until=until),))
    body = pages(archive, replace(SETTINGS, state=state))[f"series/{SERIES.id}.html"].body
    assert [label] == re.findall(r"<dt>(Held|Period)</dt>", body)
