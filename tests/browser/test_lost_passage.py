"""A reader whose link leads to a passage that is gone is told so, by keyboard and screen reader too."""

import pytest

pytestmark = pytest.mark.browser

PAGE = "calls/2031-01-08-river-open-call.html"
GONE = "decision-march-at-dawn"


@pytest.fixture
def address(served_archive) -> str:
    """Give the address of one call's page of the River archive."""
    return f"{served_archive('river').address}{PAGE}"


@pytest.fixture
def page(page_browser):
    """Give a page that fails the test on any error of a script."""
    found = page_browser.new_page(viewport={"width": 360, "height": 740})
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    yield found
    found.close()
    assert [] == errors


def note(page):
    return page.get_by_role("status").filter(has_text="no longer here")


def test_a_lost_passage_is_told_without_its_name(page, address: str):
    """The note is a status, stands at the top of the text, and repeats nothing of the address."""
    page.goto(f"{address}#{GONE}")
    note(page).wait_for()
    assert GONE not in page.inner_text("body")
    assert (
        page.evaluate("document.querySelector('article').firstElementChild.className") == "ia-lost"
    )


def test_the_note_is_closed_by_keyboard(page, address: str):
    """Its button can be reached and pressed, and the heading of the page has the focus then."""
    page.goto(f"{address}#{GONE}")
    note(page).wait_for()
    page.get_by_role("button", name="Close this note").focus()
    page.keyboard.press("Enter")
    assert 0 == note(page).count()
    assert "H1" == page.evaluate("document.activeElement.tagName")


@pytest.mark.parametrize(
    "name", ["gathering-date", "record-outcomes", "", "top", "q=hall", "%E0%A4%A", ":~:text=hall"]
)
def test_other_addresses_are_left_alone(page, address: str, name: str):
    """A name that is there, and what is no name of a passage, give no note."""
    page.goto(f"{address}#{name}")
    page.wait_for_timeout(400)
    assert 0 == note(page).count()


def test_the_note_comes_and_goes_with_the_address(page, address: str):
    """A link within the page that leads nowhere brings it into view, and one that leads somewhere takes it away."""
    page.goto(address)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.evaluate(f"location.hash = '{GONE}'")
    note(page).wait_for()
    assert page.evaluate("document.querySelector('.ia-lost').getBoundingClientRect().top >= 0")
    page.evaluate("location.hash = 'gathering-date'")
    page.wait_for_timeout(300)
    assert 0 == note(page).count()


def test_every_passage_shows_its_address_to_the_keyboard(page, address: str):
    """The link of a decision has a name, is seen when it has the focus, and leads to the decision."""
    page.goto(address)
    link = page.locator("#gathering-date").get_by_role("link", name="Link to this decision")
    link.focus()
    page.wait_for_timeout(300)
    assert "1" == link.evaluate("it => getComputedStyle(it).opacity")
    link.press("Enter")
    assert page.url.endswith("#gathering-date")


def test_addresses_are_not_printed(page, address: str):
    """On paper there is no sign of them."""
    page.goto(address)
    page.emulate_media(media="print")
    shown = page.locator(".ia-address").evaluate_all(
        "all => all.filter(it => it.offsetParent).length"
    )
    assert 0 == shown
