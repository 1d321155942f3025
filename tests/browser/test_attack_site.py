"""The site of an archive full of hostile text: each page is opened in a browser, and nothing runs or asks anybody.

Once with the policy and once without it, because escaping has to hold by itself.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from generator.site.inline import source_of
from tests.browser.heeding import Seen, heeding, watched, without_policy
from tests.browser.kinds import kind_of, pages
from tests.browser.served import Served, built_site
from tests.browser.waiting import wait_until
from tests.hostile.attack_archive import TODAY, attack_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BELOW = "/river/"
WHOLE = bool(os.environ.get("CALLS_WHOLE_ATTACK"))
"""Set to put every text into every field; by default a few stand for them."""
TYPED = (
    "<img src=x onerror=attacked()>",
    '"><script>attacked()</script>',
    "'-attacked()-'",
    "javascript:attacked()",
    "</script><svg onload=attacked()>",
    "{{constructor.constructor('attacked()')()}}",
    "%3Cimg%20src=x%20onerror=attacked()%3E",
    "__proto__",
    "constructor",
)
"""What a stranger's link could put into a reader's address bar, and a reader into a field."""
STATE = """() => ({
  title: document.title,
  handlers: [...document.querySelectorAll("*")].flatMap((it) => [...it.attributes]
    .filter((one) => one.name.startsWith("on")).map((one) => `${it.tagName} ${one.name}`)),
  scripts: [...document.scripts].filter((it) => !it.src && !it.type.endsWith("json")).map((it) => it.text),
  framed: document.querySelectorAll("iframe, frame, object, embed, base, portal").length,
  links: [...document.links].map((it) => it.href),
})"""


@dataclass
class Attacked:
    """A page with the site it belongs to, and what it was seen to do."""

    site: Served
    page: "Page"
    seen: Seen
    ruled: bool


@pytest.fixture(scope="module")
def attack_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the archive of attacks, whole."""
    folder = tmp_path_factory.mktemp("attack")
    root = folder / "archive"
    for name, text in attack_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return built_site(root, folder, TODAY)


@pytest.fixture(scope="module", params=["with-policy", "without-policy"])
def attacked(
    request: pytest.FixtureRequest,
    attack_site: Path,
    page_browser: "Browser",
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Attacked]:
    """Open the site for one reader, who goes to all its pages."""
    ruled = request.param == "with-policy"
    folder = attack_site
    headers = (attack_site / "_headers").read_text(encoding="ascii") if ruled else ""
    if not ruled:
        folder = without_policy(attack_site, tmp_path_factory.mktemp("open") / "site")
    with heeding(folder, BELOW, headers) as site:
        context = page_browser.new_context(reduced_motion="reduce", accept_downloads=False)
        seen = watched(context, site.address)
        yield Attacked(site, context.new_page(), seen, ruled)
        context.close()


def test_nothing_runs_on_any_page(attacked: Attacked) -> None:
    """No page calls anything, opens anything, changes its title or asks another host, nor holds what could."""
    found = pages(attacked.site.folder)
    assert len(found) > 50
    assert len({kind_of(path) for path in found}) > 20
    inside: set[str] = set()
    allowed = set(
        (attacked.site.folder / "_headers").read_text(encoding="ascii").replace(";", " ").split()
    )
    for path in found:
        attacked.page.goto(attacked.site.address + path)
        state = attacked.page.evaluate(STATE)
        assert [] == attacked.seen.taken(), path
        assert "attacked" != state["title"]
        assert ([], 0) == (state["handlers"], state["framed"]), path
        assert {source_of(text) for text in state["scripts"]} <= allowed, path
        schemes = {urlsplit(link).scheme for link in state["links"]}
        assert schemes <= {"http", "https", "mailto", "webcal"}, path
        inside.update(link.partition("#")[0] for link in state["links"])
    own = {link for link in inside if link.startswith(attacked.site.address)}
    assert own
    missing = [link for link in own if not is_there(attacked.site, link)]
    assert [] == missing


def is_there(site: Served, link: str) -> bool:
    """Tell whether an address of the site leads to a file of it."""
    path = urlsplit(link).path.removeprefix(BELOW)
    return (site.folder / path).is_file() or (site.folder / path / "index.html").is_file()


def test_links_that_claim_to_be_inside_stay_there(attacked: Attacked) -> None:
    """Whatever is clicked in the body of a page, a link without a host in it leads to a page of the site."""
    attacked.page.goto(f"{attacked.site.address}about/index.html")
    links = attacked.page.locator("article a[href]:not([href*=':']):not([download])")
    for index in range(min(links.count(), 40)):
        attacked.page.goto(f"{attacked.site.address}about/index.html")
        links.nth(index).evaluate("(link) => link.click()")
        attacked.page.wait_for_load_state()
        assert attacked.page.url.startswith(attacked.site.address)
    # A click may still be on its way, and would take the next page that is asked for with it.
    attacked.page.wait_for_timeout(500)
    attacked.page.wait_for_load_state()
    assert [] == attacked.seen.taken()


def test_the_address_bar_runs_nothing(attacked: Attacked) -> None:
    """Hostile text behind the address of a page or in its question is shown as text, or not at all."""
    for text in TYPED:
        search = f"search/index.html?q={text}"
        for address in (f"{search}&kind={text}&year={text}", f"index.html#{text}"):
            attacked.page.goto(attacked.site.address + address)
            attacked.page.wait_for_timeout(60)
            assert "attacked" != attacked.page.title()
            assert [] == attacked.seen.taken(), address


def test_hostile_names_break_no_search(attacked: Attacked) -> None:
    """Search finds hostile calls by typed hostile text, shows it as text, and runs none of it."""
    page = attacked.page
    page.goto(f"{attacked.site.address}search/index.html")
    field = page.locator("#search-words")
    for text in TYPED:
        field.fill(text)
        page.wait_for_timeout(120)
    field.fill("attack")
    page.locator("#search-hits a").first.wait_for()
    assert [] == page.evaluate(STATE)["handlers"]
    assert [] == attacked.seen.taken()


def test_hostile_names_break_no_script_of_the_page(attacked: Attacked) -> None:
    """On the pages that are fullest of hostile ids the menu still opens."""
    page = attacked.page
    page.set_viewport_size({"width": 360, "height": 740})
    fullest = sorted(
        (path for path in pages(attacked.site.folder) if kind_of(path) in ("call", "written")),
        key=lambda path: (attacked.site.folder / path).stat().st_size,
    )
    for path in fullest[-6:]:
        page.goto(attacked.site.address + path)
        page.locator(".ia-menu").click()
        wait_until(page, "document.getElementById('__drawer').checked === true")
        page.keyboard.press("Escape")
        assert [] == attacked.seen.taken(), path


def test_the_search_box_takes_hostile_text(attacked: Attacked) -> None:
    """The box in the header leads to the search page with whatever was typed, and nothing more."""
    page = attacked.page
    page.set_viewport_size({"width": 1280, "height": 900})
    for text in TYPED[: 9 if WHOLE else 2]:
        page.goto(attacked.site.address)
        page.locator(".ia-box__words").fill(text)
        page.keyboard.press("Enter")
        page.locator("#search-words").wait_for()
        assert text == page.locator("#search-words").input_value()
        assert [] == attacked.seen.taken(), text
