"""One page of each kind is read aloud in a sensible order, in parts with names, by links that say where they lead."""

import itertools
import re
from collections import Counter

import pytest

from tests.browser.conftest import Visit
from tests.browser.tree import Node, heard

pytestmark = pytest.mark.browser

ORDER = ("banner", "main", "contentinfo")
SAYS_NOTHING = {"here", "click here", "link", "more", "read more", "this", "this page", "#", "¶"}
ACTED_ON = {"link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "image"}


def named(nodes: tuple[Node, ...], *roles: str) -> list[str]:
    """Give the names of all nodes of some roles, in order."""
    return [node.name for node in nodes if node.role in roles]


def test_the_parts_of_a_page_are_landmarks(visit: Visit):
    """Head, text and foot come once and in this order, there is a search, and each navigation has a name of its own."""
    nodes = heard(visit.page)
    assert list(ORDER) == [node.role for node in nodes if node.role in ORDER]
    assert named(nodes, "search")
    navigations = named(nodes, "navigation")
    assert [] == [name for name, count in Counter(navigations).items() if count > 1 or not name]


def test_the_text_begins_with_its_title(visit: Visit):
    """All headings stand in the text, the first is the title, and none is read together with its own address."""
    headings = [node for node in heard(visit.page) if node.role == "heading"]
    assert 1 == headings[0].level
    assert [] == [node for node in headings if "Link to this" in node.name or not node.name]
    assert [] == [node for node in headings if node.within in ("banner", "contentinfo")]


def test_links_and_fields_say_what_they_are(visit: Visit):
    """Out of their sentence too, links say where they lead: no bare word such as "here", no bare sign, no silence."""
    controls = [node for node in heard(visit.page) if node.role in ACTED_ON]
    assert [] == [node for node in controls if not node.name and node.role != "image"]
    links = [node for node in controls if node.role == "link"]
    assert [] == [node for node in links if node.name.lower().strip(" .:→»") in SAYS_NOTHING]
    assert [] == [node for node in links if not re.search(r"\w", node.name)]


def test_what_is_read_first_stands_first(visit: Visit):
    """The blocks of the text stand on the screen in the order in which they are read."""
    found = visit.page.evaluate(
        """() => [...document.querySelector("main article").children]
          .filter((it) => it.checkVisibility() && it.getClientRects().length
            && !/absolute|fixed|sticky/.test(getComputedStyle(it).position) && getComputedStyle(it).float === "none")
          .map((it) => [Math.round(it.getBoundingClientRect().top), it.localName + it.className])"""
    )
    assert [] == [(one, two) for one, two in itertools.pairwise(found) if two[0] < one[0]]


def test_addresses_of_passages_are_no_stops_of_tab(visit: Visit):
    """Whoever walks through a page by Tab meets its links, and not a second one at every heading and mark."""
    stops = visit.page.locator(".ia-address:not([tabindex='-1'])")
    assert 0 == stops.count()
