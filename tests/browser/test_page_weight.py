"""Reading begins after the style sheets and waits for nothing else, and little is fetched for it."""

import pytest

from tests.browser.page_weight import VISITED, pages_of, theme_alone, weigh
from tests.browser.served import serving

pytestmark = pytest.mark.browser

MOST_BYTES = 100_000
"""Compressed, on a first visit."""
MOST_REQUESTS = 20
MOST_BLOCKING = 3
"""The theme's two style sheets and ours."""


@pytest.fixture(scope="module")
def weights(page_browser, served_archive):
    """Give what a first and a second visit took, of the home page, the fullest call's page and the list of a year."""
    site = served_archive("river")
    pages = pages_of(site.folder)
    assert len(VISITED) == len(pages)
    return {path: weigh(page_browser, site, path, slowly=False) for path in pages}


def test_first_visits_are_small(weights):
    """On each of the three pages, in bytes and in requests."""
    heavy = {path: (first.total, len(first.files)) for path, (first, _) in weights.items()}
    assert {} == {
        path: found
        for path, found in heavy.items()
        if found[0] > MOST_BYTES or found[1] > MOST_REQUESTS
    }


def test_nothing_but_style_sheets_blocks_reading(weights):
    """No script does, not even the theme's own, and there are few style sheets."""
    for first, _second in weights.values():
        assert [] == [name for name in first.blocking if not name.endswith(".css")]
        assert 1 <= len(first.blocking) <= MOST_BLOCKING


def test_second_visits_fetch_nothing(weights):
    """What was fetched lies in the browser for as long as the host says."""
    assert [()] * len(VISITED) == [second.files for _, second in weights.values()]


def test_the_theme_alone_shows_the_same_text(weights, page_browser, served_archive, tmp_path):
    """So that both can be compared: it is built, fetched and painted."""
    call = next(path for path in weights if "/2031-" in path)
    page = served_archive("river").folder / call
    with serving(theme_alone(page, tmp_path / "theme")) as site:
        first, _second = weigh(page_browser, site, "index.html", slowly=False)
    assert first.total > page.stat().st_size / 10
    assert first.first > 0
