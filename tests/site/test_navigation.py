"""The navigation shows the parts of the site and the pages of one part, and yet leads everywhere with links alone."""

import dataclasses
import posixpath
import re
from collections.abc import Callable, Mapping

import pytest

from generator.settings import NavEntry, Settings, nav_pages
from generator.site.builder import THEME_DIR, Theme
from generator.site.theme_words import MESSAGES

Themed = Callable[[Settings], Theme]

DEEP = (
    NavEntry("Home", "index.html"),
    NavEntry("Calls", "", (NavEntry("Calls", "calls/index.html"), NavEntry("Series", "series/index.html"))),
    NavEntry(
        "About",
        "",
        (
            NavEntry("About", "about/index.html"),
            NavEntry(
                "Then",
                "",
                (NavEntry("Then", "then/index.html"), NavEntry("Keys", "then/keys.html")),
            ),
        ),
    ),
)  # fmt: skip
"""A navigation of three levels."""


@pytest.fixture(scope="module")
def pages(settings: Settings, themed: Themed) -> Mapping[str, str]:
    """Give the frames of a site with three levels."""
    return themed(dataclasses.replace(settings, nav=DEEP)).plain


def entries(html: str, page: str) -> list[str]:
    """Give the pages that the navigation of a frame leads to."""
    [nav] = re.findall(r'<nav class="md-nav md-nav--primary[^>]*>.*?</nav>', html, re.DOTALL)
    links = re.findall(r'<a href="([^"]+)" class="md-nav__link', nav)
    return [posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) for link in links]


def test_only_the_open_part_shows_its_pages(pages: Mapping[str, str]) -> None:
    """A part that the reader is not in is one line; the one that the reader is in shows its pages."""
    top = ["index.html", "calls/index.html", "about/index.html"]
    assert top == entries(pages["index.html"], "index.html")
    assert [*top[:2], "series/index.html", top[2]] == entries(
        pages["series/index.html"], "series/index.html"
    )


def test_a_part_within_a_part_opens_too(pages: Mapping[str, str]) -> None:
    """On a page of the third level, its part and the part around it are open."""
    found = entries(pages["then/keys.html"], "then/keys.html")
    assert ["about/index.html", "then/index.html", "then/keys.html"] == found[2:]


def test_every_page_is_reached_by_links_of_the_navigation(
    pages: Mapping[str, str], settings: Settings, theme: Theme
) -> None:
    """Whoever follows the navigation from the home page comes to every page, without a script."""
    for nav, frames in ((DEEP, pages), (settings.nav, theme.plain)):
        reached, waiting = {"index.html"}, ["index.html"]
        while waiting:
            page = waiting.pop()
            fresh = set(entries(frames[page], page)) - reached
            reached |= fresh
            waiting += fresh
        assert set(nav_pages(nav)) == reached


def test_each_page_says_once_where_the_reader_is(pages: Mapping[str, str]) -> None:
    """One entry is the page itself, and it leads to it."""
    for page in nav_pages(DEEP):
        [here] = re.findall(r'<a href="([^"]*)"[^>]*aria-current="page"', pages[page])
        assert page == posixpath.normpath(posixpath.join(posixpath.dirname(page), here))


def test_the_menu_needs_no_script(pages: Mapping[str, str]) -> None:
    """The drawer is a checkbox, and the button of the menu is its label."""
    page = pages["index.html"]
    assert '<label class="md-header__button md-icon" for="__drawer">' in page
    assert re.search(r'<input class="md-toggle"[^>]* type="checkbox" id="__drawer"', page)


def test_every_word_of_the_theme_is_in_the_catalogue() -> None:
    """What our templates say is what is asked of the catalogue, neither more nor less."""
    folder = THEME_DIR / "partials"
    templates = [*sorted(folder.glob("*.html")), THEME_DIR / "main.html"]
    texts = [path.read_text("utf-8") for path in templates]
    said = {words for text in texts for words in re.findall(r'\bsay\("([^"]+)"\)', text)}
    assert set(MESSAGES) == said
