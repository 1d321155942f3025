"""One page of each kind breaks no rule of axe-core, in light and dark, on a desk and on a phone."""

from collections.abc import Callable

import pytest

from tests.browser.axe import bring_axe, violations
from tests.browser.conftest import Visit
from tests.browser.kinds import KINDS, kind_of, pages
from tests.browser.served import Served

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("archive", ["river", "real"])
def test_every_page_is_of_a_known_kind(archive: str, served_archive: Callable[[str], Served]):
    """A page of a new kind needs a line in the table of kinds, so that these tests look at it."""
    folder = served_archive(archive).folder
    assert [] == [path for path in pages(folder) if not kind_of(path)]


def test_a_kind_of_page_breaks_no_rule(visit: Visit):
    """Nothing is found by the rules of WCAG 2.2 at levels A and AA, and by axe-core's best practices."""
    bring_axe(visit.page)
    assert [] == violations(visit.page)


def test_a_fault_is_found(still_context):
    """The rules do object to a picture without words, grey on grey and a button of 10 pixels."""
    page = still_context.new_page()
    page.set_content(
        "<html lang=en><title>T</title><body data-md-color-scheme=default><main><h1>T</h1><img src=x>"
        "<p style='color:#999;background:#aaa'>grey</p><div style='line-height:10px'>"
        "<button aria-label=a style='width:10px;height:10px;padding:0'></button>"
        "<button aria-label=b style='width:10px;height:10px;padding:0'></button></div></main>"
    )
    bring_axe(page)
    found = {words.split()[2].strip(":") for words in violations(page, [(1280, "light")])}
    assert found >= {"image-alt", "color-contrast", "target-size"}
    page.close()


def test_kinds_that_no_archive_shows_are_few():
    """Only months of the largest years, and parts of very long lists, are looked at in no archive."""
    assert ["month", "recordings-of", "gaps-of", "withheld-of"] == [
        kind.name for kind in KINDS if not kind.archives
    ]
