"""Lighthouse finds nothing to better in a public archive, besides speed, which hangs on the machine."""

import pytest

from tests.browser.lighthouse import ASSERTED, VISITED, public_archive, scores

pytestmark = pytest.mark.lighthouse


def test_every_point_is_given(tmp_path):
    """The home page and the fullest call have 100 of 100 for accessibility, best practices and search engines."""
    with public_archive(tmp_path) as site:
        found = list(scores(site, ASSERTED))
    assert len(found) == len(VISITED) * len(ASSERTED)
    assert [] == [score for score in found if score.points < 100]
