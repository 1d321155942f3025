"""Earlier names of a call look like names of calls, so that their addresses are nobody else's."""

import pytest

from tests.load.reading import faults_of


@pytest.mark.parametrize("alias", ["index", "how-sure", "con", "2031", "all-2031-03-05"])
def test_an_earlier_name_that_no_call_can_have_is_refused(alias: str) -> None:
    """Its page would stand in the place of a list, or where Windows has a device."""
    assert [("F208", 5, 11, len(alias))] == faults_of(f"aliases: [{alias}]")


@pytest.mark.parametrize("alias", ["2031-03-04-river", "2031-03-river", "2031-river"])
def test_an_earlier_name_begins_with_a_date(alias: str) -> None:
    """As names of calls do, whose day may not have been known."""
    assert [] == faults_of(f"aliases: [{alias}]")
