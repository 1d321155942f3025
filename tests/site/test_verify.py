"""Links that lead nowhere are found, and nothing else is taken for one."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.stage import H1_ANCHOR
from generator.site.verify import (
    ELSEWHERE,
    TAG,
    BrokenLink,
    LinkBook,
    PageLinks,
    broken_links,
    leading_out,
    read_links,
)

FILES = {
    "index.html",
    "calls/2031.html",
    "404.html",
    "calls/index.html",
    "calls/a.html",
    "calls/all.ics",
    "caf\u00e9.html",
}
ANCHORED = '<h1>Call</h1><h2 id="notes">Notes</h2><h2 class="x" id="a&amp;b">More</h2>'


def broken(page: str, text: str, site_path: str = "/") -> list[str]:
    """Give the addresses on one page that lead nowhere."""
    pages = [read_links(page, text), read_links("calls/index.html", ANCHORED)]
    return [found.target for found in broken_links(pages, FILES, site_path)]


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "a.html",
        "../index.html",
        "all.ics",
        "./a.html#unknown-page-is-not-looked-into",
        "index.html#notes",
        "index.html#a&amp;b",
        "index.html#a%26b",
        "index.html#__title",
        "index.html?x=1#notes",
        "#here",
        "#",
        "",
        ".",
        "..",
        "../",
        "../calls/",
        "../caf%C3%A9.html",
        "/calls/a.html",
        "/",
        "https://other.example/nowhere.html",
        "//other.example/nowhere.html",
        "mailto:keepers@river.example",
        "data:image/png;base64,AAAA",
    ],
)
def test_good_links(address: str) -> None:
    """An address that leads to a file, a place in it, or to another host is fine."""
    assert broken("calls/2031.html", f'<p id="here"><a class="x" href="{address}">to</a></p>') == []


@pytest.mark.parametrize(
    "address",
    [
        "b.html",
        "index.html#nowhere",
        "#nowhere",
        "../a.html",
        "../../index.html",
        "/calls/b.html",
        "../groups/",
        "A.html",
        "all.ics/",
    ],
)
def test_broken_links(address: str) -> None:
    """An address that leads to no file, or to a place that its page does not have, is found."""
    assert broken("calls/2031.html", f'<p><a href="{address}">to</a></p>') == [address]


def test_pictures_and_scripts_are_links_too() -> None:
    """What a page loads must be there as well."""
    text = '<img alt="" src="none.svg"><script src="../none.js"></script>'
    assert broken("calls/2031.html", text) == ["../none.js", "none.svg"]


def test_addresses_from_the_root_lie_below_the_path_of_the_site() -> None:
    """On a site below a path, a leading slash is the host's root and not the site's."""
    text = '<a href="/archive/calls/a.html">x</a><a href="/archive/">y</a><a href="/calls/a.html">z</a>'
    assert broken("404.html", text, "/archive/") == ["/calls/a.html"]


def test_words_that_look_like_links_are_words() -> None:
    """Text that speaks of links is not searched: only tags are."""
    assert (
        broken("index.html", '<p>Write href="nowhere.html" &lt;a href="nowhere.html"&gt;</p>') == []
    )


@pytest.mark.parametrize("told", ["how to write href=", "src=", "what is id="])
def test_values_that_end_like_an_attribute_are_values(told: str) -> None:
    """A title may end with the beginning of an address, and what follows it is none."""
    text = f'<a href="x.html" title="{told}" class="y">t</a><img alt=" {told}"/><p id="z"></p>'
    found = read_links("page.html", text)
    assert PageLinks("page.html", frozenset({"__title", "z"}), ("x.html",)) == found


def test_links_beside_such_words_are_still_found() -> None:
    """A page that speaks of links may have a broken one all the same, also after a `>` in a value."""
    text = '<p>Write href="one.html"</p><a title="a > b" href="two.html">two</a><p id="three">3</p><a href="#three">'
    assert broken("calls/2031.html", text) == ["two.html"]


def test_a_search_is_a_place_of_the_search_page_alone() -> None:
    """A link to what is looked for leads somewhere on the search page, but not to a place it has not, nor elsewhere."""
    links = [
        read_links("search/index.html", "<h1>Search</h1>"),
        read_links(
            "a.html",
            '<a href="search/index.html#kind=decision">1</a><a href="search/index.html#none">2</a>'
            '<a href="a.html#kind=decision">3</a>',
        ),
    ]
    found = broken_links(links, {"a.html", "search/index.html"})
    assert ["a.html#kind=decision", "search/index.html#none"] == [one.target for one in found]


def test_findings_are_sorted_and_named_once() -> None:
    """Each broken address is named once a page, by page and address."""
    pages = [
        read_links("b.html", '<a href="z.html">1</a><a href="y.html">2</a><a href="z.html">3</a>'),
        read_links("a.html", '<a href="z.html">4</a>'),
    ]
    expected = [
        BrokenLink("a.html", "z.html"),
        BrokenLink("b.html", "y.html"),
        BrokenLink("b.html", "z.html"),
    ]
    assert broken_links(pages, {"a.html", "b.html"}) == expected


def test_links_that_a_page_answers_by_itself_are_left_out() -> None:
    """What leads to a passage of the same page is not asked again; what leads to one it has not still is."""
    page = read_links("a.html", '<p id="here"><a href="#here">1</a><a href="#there">2</a></p>')
    assert ("#there",) == leading_out(page).targets
    assert page.anchors == leading_out(page).anchors


def test_a_passage_is_found_by_its_whole_name() -> None:
    """A name that is a part of another one, or two names run together, are no names of a page."""
    pages = [
        read_links("b.html", '<p id="notes"><b id="outcomes">'),
        read_links(
            "a.html",
            '<a href="b.html#note">1</a><a href="b.html#notes%00outcomes">2</a><a href="b.html#notes">3</a>',
        ),
    ]
    found = broken_links(pages, {"a.html", "b.html"})
    assert ["b.html#note", "b.html#notes%00outcomes"] == [one.target for one in found]


_NAMES = ("calls/a.html", "calls/b.html", "index.html", "b.html")
_TARGETS = ("", "a.html", "b.html", "../b.html", "calls/a.html", "/calls/", "/r/b.html", "x.ics")
_ADDRESS = st.tuples(st.sampled_from(_TARGETS), st.sampled_from(("", "#one", "#two"))).map("".join)


@given(
    st.dictionaries(
        st.sampled_from(_NAMES),
        st.tuples(st.frozensets(st.sampled_from(("one", "two"))), st.lists(_ADDRESS, unique=True)),
    ),
    st.sets(st.sampled_from((*_NAMES, "calls/x.ics"))),
    st.sampled_from((1, 3, 100)),
)
def test_what_is_sure_when_it_is_met_changes_nothing(
    drawn: dict[str, tuple[frozenset[str], list[str]]], others: set[str], few: int
) -> None:
    """Files that are known to come let addresses be let go of early; what is told at the end is the same."""
    pages = [PageLinks(path, told[0], tuple(told[1])) for path, told in drawn.items()]
    files = {*drawn, *others}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.site.verify._SETTLED", few)
        sure: set[str] = set()
        book = LinkBook(sure, "/r/")
        for page in pages:
            sure.update(others, (page.path,))
            book.add(page)
        assert broken_links(pages, files, "/r/") == book.broken(files)


def test_what_surely_leads_somewhere_is_not_kept() -> None:
    """An address that a page before has answered is not asked again, and one of a page to come is asked at the end."""
    book = LinkBook({"a.html", "b.html", "c.html"})
    book.add(read_links("a.html", '<p id="here"><a href="c.html#there">1</a>'))
    assert book.waiting == 1
    book.add(read_links("b.html", '<a href="a.html#here">2</a><a href="c.html">3</a>'))
    assert book.waiting == 1
    book.add(read_links("c.html", '<p id="elsewhere">'))
    assert [BrokenLink("a.html", "c.html#there")] == book.broken({"a.html", "b.html", "c.html"})


def test_address_of_a_question_alone_is_that_of_its_own_page() -> None:
    """Two pages of a folder that lead to themselves are not taken for each other."""
    pages = [
        read_links("calls/a.html", '<a href="?x=1#here">to</a><p id="here">'),
        read_links("calls/2031.html", '<a href="?x=1#here">to</a>'),
    ]
    found = [(link.page, link.target) for link in broken_links(pages, FILES)]
    assert [("calls/2031.html", "?x=1#here")] == found


_BITS = (
    *("<p", "<a", ">", "</p>", " ", "\n", ' id="', '\u00a0href="', ' src="', ' title="', '"', "="),
    *("a", "#b", "id", "href=", "https://x", "//y", "&amp;", "data-id="),
)


@given(st.lists(st.sampled_from(_BITS), max_size=40).map("".join))
def test_links_are_those_of_a_plain_reading(text: str) -> None:
    """What is looked for from its end is what a reading from its beginning finds, in any text."""
    ends_so = re.search(r'\s(?:id|href|src)="\s*(?:[\w-]+="|/?>)', text)
    if ends_so or re.search(r'>[^<>]*\s(?:id|href|src)="', text):
        pairs = (
            re.findall(r'\s([^\s=>/"]+)\s*=\s*"([^"]*)"', tag[1]) for tag in TAG.finditer(text)
        )
        found = [pair for tag in pairs for pair in tag if pair[0] in ("id", "href", "src")]
    else:
        found = re.findall(r'\s(id|href|src)="([^"]*)"', text)
    inner = [value for name, value in found if name != "id" and not ELSEWHERE.match(value)]
    expected = PageLinks(
        "page.html",
        frozenset({H1_ANCHOR, *(html.unescape(value) for name, value in found if name == "id")}),
        tuple(dict.fromkeys(map(html.unescape, inner))),
    )
    assert expected == read_links("page.html", text)
