"""What machines read in the head of a page is well-formed, escaped, and only what the page says of itself."""

import dataclasses
import html
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from generator.render.output import Alternate, Head, Page
from generator.settings import Settings
from generator.site.builder import Theme
from generator.site.frames import Frames, cut_frames, stamp
from generator.site.head import draw_head, json_in_html, page_facts, site_facts
from tests.schema_faults import schema_faults
from tests.site.record_page import record

NASTY = '</script><script>alert(1)</script> & "quoted" \u2028\u2029 <!--'
LONG = "The river and all who live beside it, " * 8


class HeadReader(HTMLParser):
    """Reads the head of a page: its elements in order, and the text of each script and title."""

    def __init__(self, text: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.ended = False
        self.feed(text.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ended = self.ended or tag == "body"
        if not self.ended:
            self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if not self.ended and self.elements and data.strip():
            self.texts.append((self.elements[-1][0], data))

    def metas(self, key: str) -> dict[str, str | None]:
        """Give the meta elements that have an attribute, by its value."""
        return {
            str(values[key]): values.get("content")
            for tag, values in self.elements
            if tag == "meta" and key in values
        }

    def links(self, word: str) -> list[dict[str, str | None]]:
        """Give the links of a relation."""
        return [
            values
            for tag, values in self.elements
            if tag == "link" and word in str(values.get("rel")).split()
        ]

    def facts(self) -> dict[str, Any]:
        """Give the one block of facts."""
        kinds = [values.get("type") for tag, values in self.elements if tag == "script"]
        assert 1 == kinds.count("application/ld+json")
        (one,) = [text for tag, text in self.texts if tag == "script" and text.startswith("{")]
        read: dict[str, Any] = json.loads(one)
        return read


def test_page_is_described_for_those_who_share_it(frames: Frames) -> None:
    """Title, description, address, kind and the site's name stand where programs that show links look for them."""
    page = record(head=Head(changed_at=1_930_000_000))
    metas = HeadReader(stamp(page, frames)).metas("property")
    assert {
        "og:title": "River Assembly",
        "og:description": "A call.",
        "og:url": "https://archive.example/calls/2031-03-05-river.html",
        "og:site_name": "InterOccupy calls archive",
        "og:type": "article",
        "og:locale": "en_GB",
        "article:modified_time": "2031-02-27T23:06:40Z",
    }.items() <= metas.items()


def test_change_is_told_only_where_history_knows_it(frames: Frames) -> None:
    """Without a history no page says when it was changed."""
    text = stamp(record(), frames)
    assert b"modified" not in text.lower()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("River Assembly", "River Assembly – InterOccupy calls archive"),
        ("InterOccupy calls archive", "InterOccupy calls archive"),
        (NASTY, f"{NASTY} – InterOccupy calls archive"),
        (LONG, f"{LONG} – InterOccupy calls archive"),
    ],
)
def test_title_is_the_page_s_and_then_the_site_s(frames: Frames, title: str, expected: str) -> None:
    """A tab shows the page before the site, and the site once, whatever the title holds."""
    text = stamp(record(title=title), frames).decode()
    (found,) = re.findall("<title>(.*?)</title>", text, re.DOTALL)
    assert expected == html.unescape(found)


def test_facts_are_one_block_that_schema_org_knows(frames: Frames) -> None:
    """A reader of JSON finds one block in the head, every term of which Schema.org has."""
    facts = HeadReader(stamp(record(), frames)).facts()
    assert [] == schema_faults(facts)
    assert ("WebPage", "River Assembly") == (facts["@type"], facts["name"])
    assert "https://archive.example/calls/2031-03-05-river.html" == facts["url"]


def test_way_to_a_page_leads_over_its_index(frames: Frames) -> None:
    """The way to a record's page goes over the index whose frame it wears, by the name in the navigation."""
    steps = HeadReader(stamp(record(), frames)).facts()["breadcrumb"]["itemListElement"]
    assert [
        (1, "InterOccupy calls archive", "https://archive.example/"),
        (2, "Calls", "https://archive.example/calls/index.html"),
        (3, "River Assembly", "https://archive.example/calls/2031-03-05-river.html"),
    ] == [(step["position"], step["name"], step["item"]) for step in steps]


def test_home_is_the_website_and_can_be_searched(frames: Frames, settings: Settings) -> None:
    """The home page stands for the site: its name, what it is, and how to search it."""
    home = record(path="index.html", section="index.html", title=settings.site_name)
    facts = HeadReader(stamp(home, frames)).facts()
    assert [] == schema_faults(facts)
    assert ("WebSite", settings.site_description) == (facts["@type"], facts["description"])
    target = facts["potentialAction"]["target"]["urlTemplate"]
    assert "https://archive.example/search/index.html?q={search_term_string}" == target


def test_no_text_of_a_record_ends_the_block(frames: Frames) -> None:
    """What a record says cannot leave the script it stands in, and is read back as it was written."""
    page = record(title=NASTY, head=Head(facts={"about": {"@type": "Thing", "name": NASTY}}))
    text = stamp(page, frames)
    facts = HeadReader(text).facts()
    assert (NASTY, NASTY) == (facts["name"], facts["about"]["name"])
    block = text.split(b'<script type="application/ld+json">')[1].split(b"</script>")[0]
    assert [] == [each for each in ("<", ">", "&", "\u2028") if each.encode() in block]


def test_facts_have_one_form() -> None:
    """The same facts are the same bytes, in whatever order they were put together."""
    assert json_in_html({"b": 1, "a": {"d": 2, "c": 3}}) == json_in_html(
        {"a": {"c": 3, "d": 2}, "b": 1}
    )


def test_other_forms_are_offered_from_where_the_page_is(frames: Frames) -> None:
    """A page's calendar file and data are named by relative addresses, with names that cannot become markup."""
    other = (
        Alternate("text/calendar", NASTY, "calls/2031-03-05-river.ics"),
        Alternate("application/json", "Open data", "data/v1/calls.json"),
    )
    links = HeadReader(stamp(record(head=Head(alternates=other)), frames)).links("alternate")
    assert {"2031-03-05-river.ics": NASTY, "../data/v1/calls.json": "Open data"}.items() <= {
        link["href"]: link["title"] for link in links
    }.items()


def test_every_page_offers_the_feeds(frames: Frames) -> None:
    """Notes, decisions, what is overdue, recordings and the calendar can be subscribed to from any page."""
    links = HeadReader(stamp(record(), frames)).links("alternate")
    assert [
        ("application/atom+xml", "../feeds/notes.xml"),
        ("application/atom+xml", "../feeds/decisions.xml"),
        ("application/atom+xml", "../feeds/gaps.xml"),
        ("application/rss+xml", "../feeds/podcast.xml"),
        ("text/calendar", "../calendar/all.ics"),
    ] == [(link["type"], link["href"]) for link in links]


@pytest.mark.parametrize(
    ("indexing", "is_listed", "expected"),
    [(True, True, 0), (True, False, 1), (False, True, 1), (False, False, 1)],
)
def test_page_that_is_not_to_be_listed_says_so_once(
    themed: Callable[[Settings], Theme],
    settings: Settings,
    indexing: bool,
    is_listed: bool,
    expected: int,
) -> None:
    """A page asks to be left alone where the site does or the page itself does, and only then."""
    own = dataclasses.replace(settings, indexing=indexing, nav=settings.nav[:3])
    page = record(head=Head(is_listed=is_listed))
    text = stamp(page, cut_frames(themed(own), own))
    assert expected == text.count(b'<meta name="robots" content="noindex">')


def test_page_for_wrong_addresses_is_never_listed(
    themed: Callable[[Settings], Theme], forge_settings: Settings
) -> None:
    """404.html may be shown at any address, so it names none and asks not to be listed, and has no facts."""
    page = Page("404.html", "404.html", "Not here", "", (), "<h1>Not here</h1>")
    text = stamp(page, cut_frames(themed(forge_settings), forge_settings))
    assert 1 == text.count(b'content="noindex"')
    assert [] == [word for word in (b"canonical", b"og:url", b"ld+json") if word in text]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "en_GB"), ("pt-BR", "pt_BR"), ("de", None), ("zh-Hant", None)],
)
def test_territory_of_a_language_is_not_made_up(
    settings: Settings, language: str, expected: str | None
) -> None:
    """A language is told with its territory only where that is known."""
    drawn = draw_head(record(), site_facts(dataclasses.replace(settings, language=language)))
    (found,) = re.findall('og:locale" content="([^"]*)"', drawn) or [None]
    assert expected == found


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"@type": "Person", "name": "x"}, "page: Person is no type"),
        ({"@type": "Event", "named": "x"}, "page: Event has no named"),
        ({"@type": "Event", "url": "no address"}, "page.url: 'no address' is none of ('URL',)"),
        ({"@type": "Event", "startDate": "5 March"}, "page.startDate: '5 March' is none of"),
        ({"@type": "Event", "organizer": {"@type": "Place"}}, "page.organizer: Place is none of"),
    ],
)
def test_reader_of_facts_finds_faults(facts: dict[str, object], fault: str) -> None:
    """The reader that these tests rely on refuses what Schema.org does not have, persons among it."""
    (found,) = schema_faults({"@context": "https://schema.org", **facts})
    assert found.startswith(fault)


def test_index_is_its_own_last_step(settings: Settings) -> None:
    """The way to an index has two steps."""
    page = record(path="calls/index.html", title="Calls")
    breadcrumb = page_facts(page, site_facts(settings))["breadcrumb"]
    assert isinstance(breadcrumb, dict)
    assert ["InterOccupy calls archive", "Calls"] == [
        step["name"] for step in breadcrumb["itemListElement"]
    ]
