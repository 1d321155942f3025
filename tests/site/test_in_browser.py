"""The frame in a real browser: no error, no request elsewhere, no sideways scroll, light and dark."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from generator.render.output import Heading, Page
from generator.site.builder import Theme
from generator.site.frames import Frames, stamp
from generator.site.preview import content_type, server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

LONG = "Averylongwordthatdoesnotfitonanyphoneandmustbebrokensomewhere" * 2
BODY = f"""
<p class="ia-eyebrow">General</p><h1>River Assembly</h1>
<ul class="ia-chips"><li><span class="ia-chip ia-chip--missing">Missing, can you help?</span></li></ul>
<dl class="ia-facts"><dt>Hosts</dt><dd>{LONG}</dd></dl>
<h2 id="notes">Notes</h2><p>Words.</p><h3 id="more">More</h3>
<ul class="ia-list"><li class="ia-row"><time>2031-03-05</time>
<span><a href="index.html">{LONG}</a></span><span class="ia-row__meta">River</span></li></ul>
"""
OUTLINE = (Heading(2, "notes", "Notes"), Heading(3, "more", "More"))


@pytest.fixture(scope="module")
def address(frames: Frames, theme: Theme) -> Iterator[str]:
    """Serve one record's page beside its index, and give the address of the site."""
    files = dict(theme.assets)
    for path in ("calls/index.html", "calls/river.html"):
        files[path] = stamp(
            Page(path, "calls/index.html", "River", "A call.", OUTLINE, BODY), frames
        )
    running = server(
        lambda path: (200, content_type(path), files[path]) if path in files else None,
        lambda: 1,
        port=0,
    )
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_stamped_page_works(
    page_browser: "Browser", address: str, scheme: str, scripts: bool, width: int
) -> None:
    """At phone and desk width, with and without scripts, the page is whole and asks nobody else."""
    context = page_browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 else None)
    page.on(
        "console", lambda message: faults.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}/calls/river.html", wait_until="load")
    page.locator("h1").wait_for()
    assert faults == []
    assert {url for url in asked if not url.startswith(address)} == set()
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        dark = page.locator("body").get_attribute("data-md-color-scheme")
        assert dark == ("slate" if scheme == "dark" else "default")
    context.close()


@pytest.mark.browser
def test_the_keyboard_reaches_the_content_first(page_browser: "Browser", address: str) -> None:
    """The skip link is the first stop and leads to the heading."""
    page = page_browser.new_page()
    page.goto(f"{address}/calls/river.html")
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#__title")
    assert page.locator("#__title").inner_text() == "River Assembly"
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no script"])
def test_the_outline_opens_on_a_phone(page_browser: "Browser", address: str, scripts: bool) -> None:
    """On a phone the menu leads to the index and, one step further, to the outline of the page."""
    small: ViewportSize = {"width": 360, "height": 800}
    page = page_browser.new_page(viewport=small, java_script_enabled=scripts)
    page.goto(f"{address}/calls/river.html")
    opens = "button[data-opens={}]" if scripts else "label[for={}]"
    page.locator(f".md-header {opens.format('__drawer')}").click()
    assert page.get_by_role("link", name="Calls", exact=True).is_visible()
    page.locator(f".ia-nav {opens.format('__toc')}.ia-nav__outline").click()
    link = page.locator(".md-nav--primary a[href='#more']")
    link.wait_for(state="visible")
    link.click()
    page.wait_for_url("**#more")
    page.close()
