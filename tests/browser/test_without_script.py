"""Every fact of every kind of page is there before any script runs."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.contrast import LEAST, SCRIPT
from tests.browser.kinds import RESULTS, VISITS, fullest
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

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
COLOURS = """() => ["body", "header", "h1", "article p", "article a", ".ia-chip", ".ia-chip > svg", "th", "td",
  "code", "input", "footer", "footer a", ".ia-nav a", ".ia-notice"].flatMap((one) => {
  const it = document.querySelector(one);
  const style = it && getComputedStyle(it);
  const names = ["color", "backgroundColor", "borderBottomColor", "colorScheme"];
  return style ? names.map((name) => `${one} ${name} ${style[name]}`) : [];
})"""
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


def test_no_line_of_the_navigation_is_cut_off(
    quiet_page: "Page", served_archive: Callable[[str], Served]
):
    """On a desk the last entry of the navigation stands whole inside all that could cut it off."""
    quiet_page.set_viewport_size({"width": 1280, "height": 900})
    quiet_page.goto(served_archive("river").address)
    last = quiet_page.locator(".md-nav--primary > .md-nav__list > .md-nav__item").last
    cut = last.evaluate(
        """(it) => {
          const { bottom } = it.getBoundingClientRect();
          for (let box = it.parentElement; box; box = box.parentElement) {
            const hides = getComputedStyle(box).overflowY !== "visible";
            if (hides && box.getBoundingClientRect().bottom < bottom - 1) return box.className;
          }
          return "";
        }"""
    )
    assert "" == cut


def measured(page: "Page", address: str, scheme: str) -> tuple[list[str], dict[str, list[Any]]]:
    """Give the colours of the parts of a page in a scheme of the system, and its least contrasts."""
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.goto(address)
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    return page.evaluate(COLOURS), page.evaluate("() => contrasts()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_of_the_system_holds_without_script(
    scheme: str,
    still_context: "BrowserContext",
    quiet_page: "Page",
    served_archive: Callable[[str], Served],
):
    """On one page of each kind the colours are those that a script would choose, with the contrast of level AA."""
    site = served_archive("river")
    page = still_context.new_page()
    wrong: list[object] = []
    for _, kind in PLAIN:
        address = site.address + fullest(site.folder, kind)
        colours, _ = measured(page, address, scheme)
        own, least = measured(quiet_page, address, scheme)
        assert f"body colorScheme {scheme}" in own
        wrong += [(kind.name, one) for one in sorted(set(own) ^ set(colours))]
        wrong += [(kind.name, sort, one) for sort, one in least.items() if one[0] < LEAST[sort]]
    page.close()
    assert [] == wrong


def test_a_chosen_scheme_holds_before_the_scripts_have_run(
    page_browser: "Browser", served_archive: Callable[[str], Served]
):
    """Who chose the light scheme in a dark system sees no dark page, though the theme's own script has not arrived."""
    site = served_archive("river")
    context = page_browser.new_context(color_scheme="dark", reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address)
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    page.evaluate(
        """() => {
          // The way a reader's choice arrives: nothing that nobody chose is kept.
          document.querySelector("[name=__palette]").dispatchEvent(new Event("change"));
          __md_set("__palette", { index: 1, color: {
          media: "(prefers-color-scheme: light)", scheme: "default", primary: "custom", accent: "custom" } });
        }"""
    )
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.goto(site.address)
    assert "no-js" == page.locator("html").get_attribute("class")
    scheme = (
        "[document.body, document.documentElement].map((it) => getComputedStyle(it).colorScheme)"
    )
    assert ["light", "normal"] == page.evaluate(scheme)
    context.close()
