"""No page of a site does what its own policy forbids, whatever a reader does there; what is forbidden is stopped.

Each is looked at twice: with the headers that hosts read from `_headers`, and with what the pages say themselves alone.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.heeding import Seen, heeding, watched, without_policy
from tests.browser.kinds import VISITS, fullest
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WAYS = ("headers", "pages")
NARROW, WIDE = (360, 740), (1280, 900)
STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
  ...(await indexedDB.databases()).map((one) => one.name),
  ...(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
  ...(await caches.keys()),
].filter(Boolean)"""
FOREIGN = "https://elsewhere.example"
PLANTED = f"""
<script>attacked()</script>
<p id="pressed" onclick="attacked()">Press</p>
<p style="color: red">Red</p>
<img src="{FOREIGN}/picture.png" alt="">
<a id="followed" href="javascript:attacked()">Follow</a>
<script src="{FOREIGN}/script.js"></script>
<iframe src="{FOREIGN}/frame.html"></iframe>
<link rel="stylesheet" href="{FOREIGN}/style.css">
<audio src="http://elsewhere.example/a.mp3" preload="auto"></audio>
<form id="sent" action="{FOREIGN}/"><button id="send">Send</button></form>
<script src="planted.js"></script>
"""
FETCHING = (
    f'fetch("{FOREIGN}/data.json").catch(() => {{}});'
    'try { eval("attacked()"); } catch (error) {}'
)


@contextlib.contextmanager
def shown(site: Served, way: str, folder: Path | None = None) -> Iterator[Served]:
    """Serve a site again, with its headers or with none."""
    below = "/" + site.address.split("/", 3)[3]
    said = (site.folder / "_headers").read_text(encoding="ascii") if way == "headers" else ""
    with heeding(folder or site.folder, below, said) as served:
        yield served


@contextlib.contextmanager
def reading(browser: "Browser", site: Served) -> Iterator[tuple["Page", Seen]]:
    """Open a page for a reader who is new to a site, and watch what it does."""
    context = browser.new_context(reduced_motion="reduce")
    context.grant_permissions(["clipboard-write"])
    seen = watched(context, site.address)
    yield context.new_page(), seen
    context.close()


def size(page: "Page", to: tuple[int, int]) -> None:
    """Make the window as wide and as high as is said, in pixels."""
    page.set_viewport_size({"width": to[0], "height": to[1]})


LOOKED_AT = (("river", "headers"), ("river", "pages"), ("real", "headers"))
"""Archives and ways; what the real archive's pages say themselves is what those of the other say."""


@pytest.mark.parametrize(("archive", "way"), LOOKED_AT)
def test_no_kind_of_page_violates_the_policy(
    archive: str,
    way: str,
    served_archive: Callable[[str], Served],
    page_browser: "Browser",
) -> None:
    """Wide and narrow, light and dark, in print and with everything opened, no page is stopped in anything."""
    found = served_archive(archive)
    kinds = [kind for name, kind in VISITS if name == archive]
    with shown(found, way) as site, reading(page_browser, site) as (page, seen):
        for kind in kinds:
            page.emulate_media(color_scheme="light", media="screen")
            size(page, WIDE)
            page.goto(site.address + fullest(site.folder, kind))
            page.evaluate("document.querySelectorAll('details').forEach((it) => it.open = true)")
            size(page, NARROW)
            page.locator(".ia-menu").click()
            page.keyboard.press("Escape")
            page.emulate_media(color_scheme="dark")
            page.emulate_media(media="print")
            assert [] == seen.taken(), (kind.name, page.url)
        assert [] == page.evaluate(STORED)
        assert [] == page.context.cookies()
    assert len(kinds) > 12


@pytest.mark.parametrize("way", WAYS)
def test_nothing_that_a_reader_does_violates_the_policy(
    way: str, served_archive: Callable[[str], Served], page_browser: "Browser"
) -> None:
    """Searching, following a result, filtering, copying, asking for a call and choosing a scheme all work."""
    with (
        shown(served_archive("river"), way) as site,
        reading(page_browser, site) as (page, seen),
    ):
        size(page, WIDE)
        search(page, site)
        copy(page, site)
        ask(page, site)
        assert [] == page.evaluate(STORED)
        choose(page, site)
        assert ["/river/.__palette"] == page.evaluate(STORED)
        assert [] == page.context.cookies()
        assert [] == seen.taken()


def search(page: "Page", site: Served) -> None:
    """Type a question, narrow it, and follow a result; then filter a list."""
    page.goto(site.address)
    page.locator(".ia-box__words").fill("ferry")
    page.keyboard.press("Enter")
    page.locator("#search-hits mark").first.wait_for()
    page.locator("#search-words").fill("charter")
    page.locator("#search-hits a").first.wait_for()
    page.locator("#search-hits a").first.click()
    page.wait_for_load_state()
    page.goto(f"{site.address}calls/index.html")
    page.locator("input[type=search], .ia-filter input").last.fill("bridge")


def copy(page: "Page", site: Served) -> None:
    """Copy the address of a calendar, and see that it was copied."""
    page.goto(f"{site.address}calendar/subscribe.html")
    button = page.locator("[data-copy]").first
    button.click()
    expected = button.get_attribute("data-copy")
    page.locator(".ia-box__words").click()
    page.keyboard.press("Control+V")
    assert expected == page.locator(".ia-box__words").input_value()


def ask(page: "Page", site: Served) -> None:
    """Fill in the form for requesting a call, and look at what is wrong."""
    page.goto(f"{site.address}about/requesting-a-call.html")
    form = page.locator("#request-form")
    form.wait_for()
    for field in form.locator("input[type=text]:visible").all():
        field.fill("River")
    form.get_by_role("button", name="Check what I wrote").click()
    form.locator("[aria-invalid=true]").first.wait_for()


def choose(page: "Page", site: Served) -> None:
    """Choose another scheme, and find it chosen on the next page."""
    page.locator("label[for^=__palette]:visible").click()
    chosen = page.locator("body").get_attribute("data-md-color-media")
    page.goto(site.address)
    assert chosen == page.locator("body").get_attribute("data-md-color-media")


def planted(site: Path, folder: Path) -> Path:
    """Copy a site, and plant into its home page what a slip in escaping could let through."""
    copy = Path(shutil.copytree(site, folder))
    home = copy / "index.html"
    text = home.read_text(encoding="utf-8").replace("</article>", f"{PLANTED}</article>")
    home.write_text(text, encoding="utf-8")
    (copy / "planted.js").write_text(FETCHING, encoding="utf-8")
    return copy


@pytest.mark.parametrize("way", WAYS)
def test_what_is_planted_is_stopped_and_counted(
    way: str,
    served_archive: Callable[[str], Served],
    page_browser: "Browser",
    tmp_path: Path,
) -> None:
    """Code in a page, in a handler, in an address or from text is not run, and nothing is asked of another host."""
    found = served_archive("river")
    folder = planted(found.folder, tmp_path / "planted")
    with shown(found, way, folder) as site, reading(page_browser, site) as (page, seen):
        page.goto(site.address)
        for what in ("#pressed", "#followed", "#send"):
            page.evaluate("(what) => document.querySelector(what).click()", what)
        page.wait_for_timeout(300)
        expected = {
            "script-src-elem stopped inline",
            "script-src-attr stopped inline",
            "style-src-attr stopped inline",
            f"img-src stopped {FOREIGN}/picture.png",
            f"script-src-elem stopped {FOREIGN}/script.js",
            f"frame-src stopped {FOREIGN}",
            f"style-src-elem stopped {FOREIGN}/style.css",
            "media-src stopped http://elsewhere.example/a.mp3",
            f"form-action stopped {FOREIGN}/?",
            f"connect-src stopped {FOREIGN}/data.json",
            "script-src stopped eval",
        }
        said = {one.removesuffix(" (enforce)") for one in seen.faults if " stopped " in one}
        stopped = {one for one in said if not one.startswith("console: ")}
        assert expected == stopped
        assert not any("was called" in one for one in seen.faults)
        assert [] == seen.elsewhere


def test_without_the_policy_what_is_planted_runs_and_is_seen(
    served_archive: Callable[[str], Served], page_browser: "Browser", tmp_path: Path
) -> None:
    """The same page without its policy calls what it likes and asks another host, so watching can fail."""
    found = served_archive("river")
    folder = without_policy(planted(found.folder, tmp_path / "planted"), tmp_path / "open")
    with shown(found, "pages", folder) as site, reading(page_browser, site) as (page, seen):
        page.goto(site.address, wait_until="commit")
        page.locator("#send").wait_for(state="attached")
        page.wait_for_timeout(300)
        assert "attacked was called" in seen.faults
        assert f"{FOREIGN}/picture.png" in seen.elsewhere
