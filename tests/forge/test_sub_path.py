"""Tests that the site works under a path such as `/repo/` as it does at a root, for readers and for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from generator.pipeline import build
from tests.forge.crawling import TEXT, Answer, Host, addresses, ask, hosted, local
from tests.site_archives import GOOD, commit, copied

WRITTEN = "site_url: https://calls.example/river/\n"
PATHS = ("/repo/", "/")
DEEP = ("lost.html", "calls/lost/and/lost.html", "a/b/c/d/")
"""Addresses without a page, at several depths; the host answers each with `404.html`."""
BEGINNINGS = {
    ".html": b"<!doctype html>",
    ".ics": b"BEGIN:VCALENDAR\r\n",
    ".xml": b"<?xml",
    ".json": b"{",
    ".svg": b"<svg",
    "robots.txt": b"User-agent:",
}


@dataclass(frozen=True, slots=True)
class Site:
    """A built site, the address it is built for, and the host it stands on."""

    tree: Path
    url: str
    host: Host


@pytest.fixture(scope="module", params=PATHS)
def site(request, tmp_path_factory) -> Iterator[Site]:
    """Build an archive for a path and serve it there."""
    tree, url = built(request.param, tmp_path_factory.mktemp("site"))
    with hosted(tree, request.param) as host:
        yield Site(tree, url, host)


def built(below: str, folder: Path) -> tuple[Path, str]:
    """Build the living archive for a path below a host."""
    root = copied("river", folder)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert WRITTEN in text
    url = f"https://published.example{below}"
    # With listings by search engines there is a site map too.
    text = text.replace(WRITTEN, f"site_url: {url}\n").replace("indexing: false", "indexing: true")
    settings.write_text(text, encoding="utf-8")
    commit(root)
    done = build(root, folder / "out", folder / "work", GOOD["river"])
    assert done.published is not None, done.problems
    return folder / "out", url


def crawl(site: Site, *starts: str) -> dict[str, Answer]:
    """Follow every address from some pages on, within the host; give each answer by its address."""
    answers: dict[str, Answer] = {}
    waiting = [urljoin(site.host.address, start) for start in starts]
    while waiting:
        address = waiting.pop()
        if address in answers:
            continue
        answers[address] = said = ask(address)
        if not said.kind.startswith(("text/", "application/xml", "application/json")):
            continue
        for found in addresses(said.kind, said.data, site.url):
            waiting.append(local(found, address, site.host, site.url) or address)
    return answers


def paths(tree: Path) -> list[str]:
    return sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file())


def test_every_address_is_answered(site):
    """From the front page on, every link, feed, calendar, canonical address, style and script is there."""
    answers = crawl(site, "")
    assert [] == [address for address, said in answers.items() if said.status != 200]
    assert len(answers) > 60
    for ending in (".html", ".css", ".js", ".ics", ".xml", ".json"):
        assert any(urlsplit(address).path.endswith(ending) for address in answers), ending


def test_every_published_file_is_answered_and_leads_on(site):
    """Also what no page links to, such as data for programs, is there and names only addresses that are."""
    answers = crawl(site, *(path for path in paths(site.tree) if path != "404.html"))
    assert [] == [address for address, said in answers.items() if said.status != 200]


def test_an_answer_is_of_the_kind_its_name_says(site):
    """A calendar is a calendar, a feed is one that can be read, and a page is a page."""
    strange = []
    for address, said in crawl(site, "").items():
        path = Path(urlsplit(address).path)
        ending = path.suffix or ".html"
        begins = BEGINNINGS.get(path.name, BEGINNINGS.get(ending, b""))
        if not said.data.lstrip().startswith(begins):
            strange.append(address)
        if ending == ".xml":
            ElementTree.fromstring(said.data)
    assert [] == strange


def test_nothing_leads_out_of_the_path(site):
    """No address that the site gives of itself, on a page or in a file, lies beside its own path."""
    below = urlsplit(site.url).path
    outside = []
    for path in paths(site.tree):
        if not path.endswith(TEXT):
            continue
        page = urljoin(site.host.address, path)
        data = (site.tree / path).read_bytes()
        kind = "text/html" if path.endswith(".html") else "text/plain"
        for found in addresses(kind, data, site.url):
            led = local(found, page, site.host, site.url)
            if led and not urlsplit(led).path.startswith(below):
                outside.append((path, found))
    assert [] == outside


@pytest.mark.parametrize("lost", DEEP)
def test_the_page_for_lost_addresses_is_whole_at_any_depth(site, lost):
    """Whatever address was asked for, the page that says so has its styles, and its links lead back."""
    address = urljoin(site.host.address, lost)
    said = ask(address)
    assert 404 == said.status
    assert b"No page here" in said.data
    led = {
        local(found, address, site.host, site.url)
        for found in addresses(said.kind, said.data, site.url)
    }
    led.discard("")
    led.discard(address)
    assert any(each.endswith(".css") for each in led)
    assert [] == sorted(each for each in led if ask(each).status != 200)


def test_a_preview_can_be_looked_at_from_any_folder(tmp_path):
    """What is built for `/repo/` and served at a root, as a preview is, has dead links on `404.html` only."""
    tree, _ = built("/repo/", tmp_path)
    with hosted(tree, "/") as host:
        dead = []
        for path in paths(tree):
            if path.endswith(".html") and path != "404.html":
                page = urljoin(host.address, path)
                data = (tree / path).read_bytes()
                # No address of the published site: those are asked of the host that has it.
                for found in addresses("text/html", data, "https://nowhere.example/"):
                    led = local(found, page, host, "https://nowhere.example/")
                    file = unquote(urlsplit(led).path).lstrip("/") or "index.html"
                    if led and not (tree / file).is_file():
                        dead.append((path, found))
    assert [] == dead


def test_a_dead_link_is_noticed(tmp_path):
    """The crawl does find an address that leads nowhere, and one beside the path."""
    (tmp_path / "404.html").write_text("<p>No page here</p>")
    (tmp_path / "index.html").write_text('<a href="gone.html">a</a><link href="/style.css">')
    with hosted(tmp_path, "/repo/") as host:
        answers = crawl(Site(tmp_path, "https://published.example/repo/", host), "")
    missing = {urlsplit(address).path for address, said in answers.items() if said.status == 404}
    assert {"/repo/gone.html", "/style.css"} == missing


@pytest.mark.browser
def test_a_browser_needs_nothing_from_elsewhere(site, page_browser):
    """Pages of every section load whole, ask nothing of another host, and nothing outside the path."""
    faults: list[str] = []
    page = page_browser.new_page()
    page.on("requestfailed", lambda r: faults.extend([] if cut_short(r) else [f"failed: {r.url}"]))
    page.on("response", lambda r: faults.extend([] if r.ok else [f"{r.status}: {r.url}"]))
    page.on("request", lambda r: faults.extend([] if within(r, site) else [f"asked: {r.url}"]))
    sections = [path for path in paths(site.tree) if path.endswith("index.html")]
    for path in ("", *sections, "404.html"):
        page.goto(urljoin(site.host.address, path))
        assert page.locator("h1").is_visible(), path
    page.close()
    assert len(sections) > 8
    assert [] == faults


def cut_short(request) -> bool:
    """Tell a request that ended because the reader went on."""
    return "ERR_ABORTED" in (request.failure or "")


def within(request, site: Site) -> bool:
    """Tell whether a request asks for something below the site's path on its own host."""
    return bool(request.url.startswith(site.host.address))
