"""A first visit takes little of a slow line."""

import pytest

from tests.browser.first_visit import MOST, first_visit, told, visited

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("archive", ["river", "real"])
def test_a_first_visit_is_small(archive, page_browser, served_archive):
    """The home page and the fullest call's page take less than 100 kB, with every script and style they need."""
    site = served_archive(archive)
    visits = [first_visit(page_browser, site, path) for path in visited(site.folder)]
    print(told(visits))
    heavy = [visit for visit in visits if not visit.path.startswith("search/")]
    assert len(heavy) == 2
    assert [] == [(visit.path, visit.total) for visit in heavy if visit.total > MOST]
    assert all(any(path.endswith(".js") for path, _ in visit.files) for visit in visits)
