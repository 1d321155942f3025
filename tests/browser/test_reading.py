"""A real browser reads the real archive and the fictional ones, with and without JavaScript."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import ARCHIVES, ODD

pytestmark = pytest.mark.browser

KINDS = (
    "calls",
    "series",
    "groups",
    "hubs",
    "calendar",
    "gaps",
    "withheld",
    "search",
    "help",
    "about",
)


@pytest.fixture(scope="module", params=sorted({**ARCHIVES, **ODD}))
def site(request, served_archive) -> tuple[str, list[str]]:
    """Give the address of a site and pages of every kind."""
    served = served_archive(request.param)
    return served.address, sample(served.folder)


def sample(folder: Path) -> list[str]:
    """Give a few pages of every kind: the index and the first, middle and last page beside it."""
    pages = ["index.html", "404.html"]
    for kind in KINDS:
        found = sorted(path.name for path in (folder / kind).glob("*.html"))
        few = {*found[:1], *found[len(found) // 2 :][:1], *found[-1:]}
        pages += [f"{kind}/{name}" for name in sorted(few)]
    return pages


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_every_kind_of_page_is_quiet(site, page_browser, script):
    """No page writes to the console, fails to fetch a thing, or asks another host for one."""
    address, pages = site
    context = page_browser.new_context(java_script_enabled=script)
    page = context.new_page()
    faults: list[str] = []
    page.on(
        "console", lambda message: faults.append(f"{page.url}: {message.text} {message.location}")
    )
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    # A request that the next page cuts short is not a failure of this one.
    page.on("requestfailed", lambda r: None if cut_short(r) else faults.append(f"failed: {r.url}"))
    page.on("request", lambda r: None if same_host(r.url, address) else faults.append(r.url))
    for path in pages:
        answer = page.goto(address + path)
        assert answer is not None
        assert answer.ok, path
        assert page.locator("h1").count() == 1, path
        assert page.locator("h1").is_visible(), path
    assert [] == faults
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways(site, page_browser, width):
    """Every page fits a phone and a desk."""
    address, pages = site
    page = page_browser.new_page(viewport={"width": width, "height": 800})
    wide = []
    for path in pages:
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    assert [] == wide
    page.close()


def test_a_call_reads_the_same_without_script(site, page_browser):
    """Every fact of a page stands in it before any script runs."""
    address, pages = site
    call = next(path for path in pages if path.startswith("calls/2"))
    texts = []
    for script in (True, False):
        context = page_browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(address + call)
        texts.append(page.locator("article").inner_text().split())
        context.close()
    assert texts[0] == texts[1]


def test_the_keyboard_reaches_the_text_first(site, page_browser):
    """The first press of Tab offers to skip to the text, and Enter goes there."""
    address, pages = site
    page = page_browser.new_page()
    page.goto(address + pages[-1])
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("md-skip") or target
    assert page.locator(f"[id='{target.removeprefix('#')}']").count() == 1
    assert urlsplit(page.url).fragment == target.removeprefix("#")
    page.close()


def cut_short(request) -> bool:
    """Tell a request that ended because the reader went on."""
    return "ERR_ABORTED" in (request.failure or "")


def same_host(url: str, address: str) -> bool:
    """Tell whether a request stays on the site's own host; what a page holds itself asks nobody."""
    return url.startswith((address, "data:", "blob:"))
