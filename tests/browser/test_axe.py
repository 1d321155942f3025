"""One page of each kind breaks no rule of axe-core, in light and dark, on a desk and on a phone."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import bring_axe, violations
from tests.browser.kinds import KINDS, RESULTS, VISITS, fullest, kind_of, pages
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def context(page_browser: "Browser") -> Iterator["BrowserContext"]:
    """Give a context without motion, so that colours are what they will be as soon as they change."""
    made = page_browser.new_context(reduced_motion="reduce")
    yield made
    made.close()


@pytest.mark.parametrize("archive", ["river", "real"])
def test_every_page_is_of_a_known_kind(archive: str, served_archive: Callable[[str], Served]):
    """A page of a new kind needs a line in the table of kinds, so that these tests look at it."""
    folder = served_archive(archive).folder
    assert [] == [path for path in pages(folder) if not kind_of(path)]


@pytest.mark.parametrize(
    ("archive", "kind"), VISITS, ids=[f"{archive}-{kind.name}" for archive, kind in VISITS]
)
def test_a_kind_of_page_breaks_no_rule(archive, kind, served_archive, context):
    """Nothing is found by the rules of WCAG 2.2 at levels A and AA, and by axe-core's best practices."""
    site = served_archive(archive)
    path = fullest(site.folder, kind)
    assert path, "this archive has no page of this kind; give it one, or leave the kind out"
    page = context.new_page()
    page.goto(site.address + path)
    if kind == RESULTS:
        page.locator("#search-hits mark").first.wait_for()
    bring_axe(page)
    assert [] == violations(page)
    page.close()


def test_a_fault_is_found(context):
    """The rules do object to a picture without words, grey on grey and a button of 10 pixels."""
    page = context.new_page()
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
    """Only the pages of months, of which the largest years alone have any, are looked at in no archive."""
    assert ["month"] == [kind.name for kind in KINDS if not kind.archives]
