"""Everything that a reader does on a page can be done with keys alone, on a desk and on a phone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.kinds import KINDS, fullest
from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

NAME = (
    "(({ ariaLabel, labels, innerText }) => ariaLabel || labels?.[0]?.innerText || innerText)"
    "(document.activeElement)"
)


@pytest.fixture
def page(page_browser, served_archive) -> Iterator["Page"]:
    """Give a page of the made-up archive on a desk; it says no error."""
    context = page_browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    errors: list[str] = []
    shown.on("pageerror", lambda error: errors.append(str(error)))
    yield shown
    context.close()
    assert [] == errors


@pytest.fixture
def show(page, served_archive):
    """Give a function that opens the fullest page of a kind."""
    site = served_archive("river")

    def open_page(name: str) -> None:
        kind = next(kind for kind in KINDS if kind.name == name)
        page.goto(site.address + fullest(site.folder, kind))

    return open_page


def tab_to(page: "Page", words: str, most: int = 60) -> None:
    """Press Tab until what has the focus is called by some words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if words.lower() in str(page.evaluate(NAME)).lower():
            return
    raise AssertionError(f"{most} presses of Tab lead to nothing that is called {words}")


def test_the_way_past_the_navigation_is_seen_and_leads_to_the_text(page, show):
    """The first press of Tab shows it, Enter goes there, and the next press goes on in the text."""
    show("call")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert "Skip to content" == skip.inner_text()
    wait_until(page, "getComputedStyle(document.activeElement).opacity === '1'")
    box = skip.bounding_box()
    assert box["y"] >= 0
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('article'))")


def test_the_menu_of_a_phone_opens_and_closes(page, show):
    """Its button is reached by Tab, Enter opens it, its links can be reached, and Escape closes it and goes back."""
    page.set_viewport_size({"width": 360, "height": 740})
    show("call")
    link = page.locator(".md-nav--primary .md-nav__link").first
    assert not in_view(link)
    tab_to(page, "menu")
    page.keyboard.press("Enter")
    wait_until(page, IN_VIEW.format(selector=".md-nav--primary .md-nav__link"))
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.md-sidebar--primary'))")
    page.keyboard.press("Escape")
    wait_until(page, f"!({IN_VIEW.format(selector='.md-nav--primary .md-nav__link')})")
    assert "menu" in str(page.evaluate(NAME)).lower()


def test_the_menu_of_a_phone_opens_where_the_reader_is(page, show):
    """A page far down in the menu is in view when that opens, and has the focus; the page below it is not moved."""
    page.set_viewport_size({"width": 360, "height": 300})
    show("withheld")
    current = page.locator(".md-nav--primary [aria-current=page]")
    assert current.evaluate("it => it.getBoundingClientRect().top > innerHeight")
    for opened_by_key in (True, False):
        button = page.locator("button.ia-menu")
        button.focus()
        if opened_by_key:
            page.keyboard.press("Enter")
        else:
            # While the menu is still leaving, a click of the browser's driver moves the page to reach the button.
            wait_until(page, UNCOVERED)
            button.click()
        wait_until(page, IN_VIEW.format(selector=".md-nav--primary [aria-current=page]"))
        place = current.evaluate(
            "it => [it.getBoundingClientRect().top, it.getBoundingClientRect().bottom]"
        )
        assert 0 <= place[0] < place[1] <= 300
        assert current.evaluate("it => it === document.activeElement")
        assert 0 == page.evaluate("scrollY")
        page.keyboard.press("Escape")
        wait_until(page, f"!({IN_VIEW.format(selector='.md-nav--primary [aria-current=page]')})")


UNCOVERED = (
    "(() => { const button = document.querySelector('button.ia-menu');"
    " const { x, y, width, height } = button.getBoundingClientRect();"
    " return button.contains(document.elementFromPoint(x + width / 2, y + height / 2)); })()"
)
IN_VIEW = (
    "(() => {{ const box = document.querySelector('{selector}').getBoundingClientRect();"
    " return box.left >= 0 && box.right <= innerWidth && box.width > 0; }})()"
)


def in_view(locator) -> bool:
    """Tell whether something stands within the sides of the screen."""
    found: bool = locator.evaluate(
        "it => it.checkVisibility({ visibilityProperty: true })"
        " && it.getBoundingClientRect().left >= 0 && it.getBoundingClientRect().width > 0"
    )
    return found


def test_a_closed_menu_is_not_walked_through(page, show):
    """On a phone, Tab goes from the head of the page to its text, and not through what is out of sight."""
    page.set_viewport_size({"width": 360, "height": 740})
    show("call")
    met = []
    for _ in range(12):
        page.keyboard.press("Tab")
        met.append(page.evaluate("Boolean(document.activeElement.closest('.md-sidebar'))"))
    assert not any(met)


def test_light_and_dark_are_switched(page, show):
    """The switch is reached by Tab, and Enter turns the page dark and light again."""
    show("home")
    tab_to(page, "scheme")
    media = "document.body.dataset.mdColorMedia"
    seen = []
    for _ in range(4):
        before = page.evaluate(media)
        page.keyboard.press("Enter")
        wait_until(page, f"(before) => {media} !== before", before)
        seen.append(page.evaluate("document.body.dataset.mdColorScheme"))
    assert {"default", "slate"} == set(seen)


def test_the_outline_in_the_menu_of_a_phone_opens_and_closes(page, show):
    """Where the page stands in the menu, its outline is opened by Enter, walked through, and closed by Escape."""
    page.set_viewport_size({"width": 360, "height": 740})
    show("help")
    tab_to(page, "menu")
    page.keyboard.press("Enter")
    tab_to(page, "on this page")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.hash.length > 1")
    page.keyboard.press("Escape")
    assert "on this page" in str(page.evaluate(NAME)).lower()


def test_folded_text_is_unfolded(page, show):
    """Enter opens what is folded in a call's page, and closes it again."""
    show("call")
    summary = page.locator("main article summary").first
    summary.focus()
    for is_open in (True, False):
        page.keyboard.press("Enter")
        assert is_open == summary.evaluate("it => it.parentElement.open")


def test_a_list_is_filtered_by_keys(page, show):
    """A filter of the list of calls is reached by Tab, and rows that do not fit are gone while one types."""
    show("calls")
    rows = page.locator("main article .ia-row:visible")
    before = rows.count()
    tab_to(page, "filter", most=80)
    page.keyboard.type("kitchen")
    wait_until(
        page,
        "(before) => [...document.querySelectorAll('main article .ia-row')]"
        ".filter((it) => it.checkVisibility()).length < before",
        before,
    )
    assert rows.count() > 0
