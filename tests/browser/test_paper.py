"""On paper a page is a record: black on white, serif, without ways onward, and nothing of it folded away."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CALL = "calls/2031-02-12-river-open-call.html"
LIST = "calls/2031.html"
FOR_SCREENS = (
    ".md-header, .md-sidebar, .md-content__button, .md-skip, .ia-pager, .ia-improve, .ia-filter, .ia-add, .ia-row__add,"
    " .ia-address, .ia-screen, .ia-chip > svg, .ia-foot__links"
)
SHOWN = """selector => [...document.querySelectorAll(selector)]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height > 0)
    .map(one => one.className.baseVal ?? one.className)"""
COLOURS = """() => {
    const texts = [...document.querySelectorAll(".md-content *, .md-footer *")]
        .filter(one => one.checkVisibility() && [...one.childNodes].some(
            node => node.nodeType === 3 && node.textContent.trim()));
    const parts = colour => colour.match(/[0-9.]+/g).map(Number);
    const grey = colour => { const [r, g, b] = parts(colour); return r === g && g === b && r < 60; };
    return texts.filter(one => !grey(getComputedStyle(one).color)).map(one => one.outerHTML.slice(0, 90));
}"""


@pytest.fixture
def paper(
    page_browser: "Browser", served_archive: Callable[[str], Served]
) -> Iterator[Callable[[str], "Page"]]:
    """Give a function that opens a page of the made-up archive as it prints for a reader of the dark scheme."""
    context = page_browser.new_context(color_scheme="dark", viewport={"width": 643, "height": 900})
    page = context.new_page()
    page.emulate_media(media="print")

    def opened(path: str) -> "Page":
        page.goto(served_archive("river").address + path)
        return page

    yield opened
    context.close()


@pytest.mark.parametrize("path", [CALL, LIST])
def test_what_is_for_the_screen_is_not_printed(paper: Callable[[str], "Page"], path: str) -> None:
    """Navigation, filters, ways to help and ways onward are not on paper; on a screen they are there."""
    page = paper(path)
    assert [] == page.evaluate(SHOWN, FOR_SCREENS)
    page.emulate_media(media="screen")
    assert [] != page.evaluate(SHOWN, FOR_SCREENS)


@pytest.mark.parametrize("path", [CALL, LIST])
def test_paper_is_black_on_white(paper: Callable[[str], "Page"], path: str) -> None:
    """Whatever the scheme and the archive's own colour, words are dark and grey, and the ground is white."""
    page = paper(path)
    assert [] == page.evaluate(COLOURS)
    assert "rgb(255, 255, 255)" == page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_minutes_are_in_serif(paper: Callable[[str], "Page"]) -> None:
    """Minutes look like minutes."""
    font = "getComputedStyle(document.querySelector('.md-content p')).fontFamily"
    assert paper(CALL).evaluate(font).startswith("ui-serif")


def test_states_are_words(paper: Callable[[str], "Page"]) -> None:
    """Every chip that is seen on a screen is read on paper."""
    page = paper(CALL)
    words = page.locator(".ia-chips .ia-chip").all_inner_texts()
    assert ["Minutes", "Recording"] == [one.strip() for one in words]
    assert page.locator(".ia-chips").is_visible()


def test_nothing_is_folded_away(paper: Callable[[str], "Page"]) -> None:
    """Places behind a fold are printed with the others."""
    folded = paper(CALL).locator(".ia-facts details")
    below = "all => all.map(one => one.offsetHeight - one.querySelector('summary').offsetHeight)"
    heights = folded.evaluate_all(below)
    assert heights
    assert all(height > 10 for height in heights)


def test_the_address_stands_at_the_end(paper: Callable[[str], "Page"]) -> None:
    """A printed page says where it can be read again and under which licence."""
    line = paper(LIST).locator(".ia-foot__print")
    assert line.is_visible()
    assert "/calls/2031.html" in line.inner_text()
    assert "CC BY 4.0" in line.inner_text()
