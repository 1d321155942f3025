"""Whole built sites, page by page: what each says to machines is there, is true, and keeps them away if asked."""

import html
import json
import posixpath
import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from generator.pipeline import build
from tests.schema_faults import all_types, schema_faults
from tests.site_archives import GOOD, commit, copied

NOINDEX = '<meta name="robots" content="noindex">'
NOT_FOUND = "404.html"


@pytest.fixture(scope="module", params=[False, True], ids=["closed to search engines", "open"])
def site(request, tmp_path_factory):
    """Give a built site with every state there is: its address, and the text of each page by path."""
    root = copied("river", tmp_path_factory.mktemp("river"))
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    opened = text.replace("indexing: false", f"indexing: {str(request.param).lower()}")
    settings.write_text(opened, encoding="utf-8")
    commit(root)
    out = root / "site"
    built = build(root, out, root / "work", GOOD["river"])
    assert built.published is not None, built.problems
    pages = {
        path.relative_to(out).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(out.rglob("*.html"))
    }
    (address,) = re.findall("^site_url: (.*)$", text, re.MULTILINE)
    return SimpleNamespace(address=address, out=out, pages=pages, indexing=request.param)


def withheld(pages: dict[str, str]) -> list[str]:
    """Give the pages of withheld calls."""
    return [path for path, text in pages.items() if "<title>Withheld call" in text]


def redirects(pages: dict[str, str]) -> list[str]:
    """Give the pages that only lead on."""
    return [path for path, text in pages.items() if 'http-equiv="refresh"' in text]


def links(text: str, word: str) -> Iterator[str]:
    """Give the addresses of links of a relation in the head of a page."""
    head = text.partition("</head>")[0]
    for tag in re.findall("<link [^>]*>", head):
        (relation,) = re.findall('rel="([^"]*)"', tag)
        if word in relation.split():
            yield html.unescape(re.findall('href="([^"]*)"', tag)[0])


def facts(text: str) -> dict[str, object]:
    """Give the facts of a page, read as JSON."""
    (block,) = re.findall('<script type="application/ld\\+json">(.*?)</script>', text, re.DOTALL)
    found: dict[str, object] = json.loads(block)
    return found


def test_pages_keep_machines_away_as_they_are_told(site):
    """Each page asks not to be listed while the site may not be; after that only withheld calls and 404.html do."""
    assert withheld(site.pages)
    assert redirects(site.pages)
    asking = [path for path, text in site.pages.items() if 1 == text.count(NOINDEX)]
    told = [NOT_FOUND, *withheld(site.pages)] if site.indexing else [*site.pages]
    assert sorted(told) == asking


def locations(file):
    """Give the addresses that a sitemap, or an index of them, names."""
    return re.findall("<loc>(.*?)</loc>", file.read_text(encoding="utf-8"))


def test_sitemap_lists_what_does_not_ask_to_be_left_alone(site):
    """The sitemaps have each page that may be found, and there are none while the site may not be listed."""
    if not site.indexing:
        assert [] == [*site.out.glob("sitemap*")]
        return
    maps = [name.removeprefix(site.address) for name in locations(site.out / "sitemap.xml")]
    listed = [page for name in maps for page in locations(site.out / name)]
    hidden = {NOT_FOUND, *withheld(site.pages), *redirects(site.pages)}
    assert sorted(site.address + path for path in site.pages.keys() - hidden) == sorted(listed)


def test_every_page_has_one_lasting_address(site):
    """A page names its own address, one that only leads on that of the page it leads to, and 404.html none."""
    wrong = []
    for path, text in site.pages.items():
        found = [address.removeprefix(site.address) for address in links(text, "canonical")]
        if path == NOT_FOUND:
            wrong += found
        elif path in redirects(site.pages):
            wrong += [path] if len(found) != 1 or found[0] not in site.pages else []
        elif found != [path]:
            wrong.append(path)
    assert [] == wrong


def test_other_forms_of_a_page_are_there(site):
    """Each feed, calendar file and file of data that a head names is a file of the site."""
    missing = [
        (path, other)
        for path, text in site.pages.items()
        for other in links(text, "alternate")
        if not other.startswith("/")
        and not (site.out / posixpath.dirname(path) / other).resolve().is_file()
    ]
    assert [] == missing
    named = {
        posixpath.basename(each)
        for text in site.pages.values()
        for each in links(text, "alternate")
    }
    assert {"notes.xml", "decisions.xml", "all.ics", "calls.json", "actions.json"} <= named


def test_facts_of_every_page_are_read_back_without_a_fault(site):
    """Every page but those without an address has one block of facts, which Schema.org knows, and names no person."""
    without = {NOT_FOUND, *redirects(site.pages)}
    read = {path: facts(text) for path, text in site.pages.items() if path not in without}
    assert {} == {path: faults for path, one in read.items() if (faults := schema_faults(one))}
    types = set().union(*map(all_types, read.values()))
    assert {"Event", "EventSeries", "Organization", "WebSite", "CollectionPage", "Dataset"} <= types
    assert {"AudioObject", "DigitalDocument", "CreativeWork", "BreadcrumbList"} <= types
    assert "Person" not in types


def test_licence_is_named_on_every_page(site):
    """Each page names the licence of its records and texts."""
    without = {NOT_FOUND, *redirects(site.pages)}
    assert {"https://creativecommons.org/licenses/by/4.0/"} == {
        address
        for path, text in site.pages.items()
        if path not in without
        for address in links(text, "license")
    }


def test_title_of_a_page_stands_before_that_of_the_site(site):
    """Each head has one title, which ends in the name of the site."""
    ends = " – River Assembly calls</title>"
    heads = {path: text.partition("</head>")[0] for path, text in site.pages.items()}
    assert [] == [
        path for path, head in heads.items() if (1, 1) != (head.count("<title>"), head.count(ends))
    ]


def test_page_is_described_in_a_line(site):
    """No page is without a description, and none has one that lists of results would cut off or that says nothing."""
    described = {
        path: re.findall('<meta name="description" content="([^"]*)">', text)
        for path, text in site.pages.items()
        if path not in {NOT_FOUND, *redirects(site.pages)}
    }
    odd = {
        path: found
        for path, found in described.items()
        if len(found) != 1 or not 20 <= len(html.unescape(found[0])) <= 300
    }
    assert {} == odd
