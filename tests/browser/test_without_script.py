"""Every fact of every kind of page is there before any script runs."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.kinds import RESULTS, VISITS, fullest
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ADDED = (
    "button, form, label, select, [role=group], [role=status], .ia-local, #search-start, .md-top"
)
"""What scripts add for the screen: the tools of a list, the reader's own time, and the search itself."""
TEXT = """(added) => {
  const copy = document.querySelector("main article").cloneNode(true);
  for (const it of copy.querySelectorAll(added)) it.remove();
  return copy.textContent.split(/\\s+/).filter(Boolean).sort();
}"""
PLAIN = [(archive, kind) for archive, kind in VISITS if archive == "river" and kind != RESULTS]


@pytest.fixture(scope="module")
def quiet_page(page_browser: "Browser") -> Iterator["Page"]:
    """Give a page of a browser that runs no script of a page."""
    context = page_browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def shown_words(page: "Page") -> list[str]:
    """Give the words of a page's text that no script may have added, in alphabetical order."""
    words: list[str] = page.evaluate(TEXT, ADDED)
    return words


def test_scripts_tell_no_fact(
    still_context, quiet_page: "Page", served_archive: Callable[[str], Served]
):
    """On one page of each kind, the words without a script are those with all scripts, besides tools and own times."""
    site = served_archive("river")
    page = still_context.new_page()
    different = []
    for _, kind in PLAIN:
        path = fullest(site.folder, kind)
        page.goto(site.address + path)
        quiet_page.goto(site.address + path)
        with_scripts, without = shown_words(page), shown_words(quiet_page)
        assert without, path
        missing = sorted(set(with_scripts) - set(without))
        if missing:
            different.append((path, missing))
    page.close()
    assert [] == different


def test_every_page_is_readable_without_script(
    quiet_page: "Page", served_archive: Callable[[str], Served]
):
    """Without a script each page has its title, its way home and its search, and its navigation on a wide screen."""
    site = served_archive("river")
    lacking = []
    for _, kind in PLAIN:
        path = fullest(site.folder, kind)
        quiet_page.goto(site.address + path)
        parts = (
            "h1",
            "header [role=search], article",
            ".ia-nav li a",
            "footer a",
        )
        lacking += [
            (path, part) for part in parts if not quiet_page.locator(part).first.is_visible()
        ]
    assert [] == lacking
