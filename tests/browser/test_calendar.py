"""The calendar as people meet it: a month on a desk, on a phone, by ear and on paper, and feeds to subscribe to."""

from collections.abc import Iterator

import pytest

from tests.browser.served import listening
from tests.browser.tree import heard

pytestmark = pytest.mark.browser

MONTH = "calendar/2031-04.html"
FEEDS = "calendar/subscribe.html"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
BOX = "series-river-open-call"


@pytest.fixture(scope="module")
def river(served_archive) -> str:
    """Give the address of the River archive's site."""
    return str(served_archive("river").address)


@pytest.fixture
def page(page_browser, river) -> Iterator:
    """Give a page on a phone that fails the test on any fault of a script."""
    context = page_browser.new_context(
        viewport=PHONE, permissions=["clipboard-read", "clipboard-write"]
    )
    found = context.new_page()
    faults = listening(found, river)
    yield found
    context.close()
    assert [] == faults


def days(page) -> list[str]:
    """Give the days of a month that are shown."""
    shown = page.locator(".ia-month td:visible > time")
    return [each.get_attribute("datetime") for each in shown.all()]


def roles(page) -> list[str]:
    """Give the roles of a table as they are heard."""
    parts = {"table", "rowgroup", "row", "columnheader", "cell"}
    return [node.role for node in heard(page) if node.role in parts]


def test_on_a_desk_a_month_is_a_table_of_all_its_days(page, river):
    """Seven days stand side by side, each under its weekday."""
    page.set_viewport_size(DESK)
    page.goto(f"{river}{MONTH}")
    assert [f"2031-04-{day:02d}" for day in range(1, 31)] == days(page)
    boxes = [each.bounding_box() for each in page.locator(".ia-month th").all()]
    cells = [
        each.bounding_box()
        for each in page.locator(".ia-month tbody tr").nth(1).locator("td").all()
    ]
    assert [box["x"] for box in boxes] == [box["x"] for box in cells]
    assert 1 == len({box["y"] for box in cells})


def test_on_a_phone_a_month_is_a_list_of_the_days_with_calls(page, river):
    """Days without one are left out, nothing goes sideways, and each day says its weekday."""
    page.goto(f"{river}{MONTH}")
    shown = days(page)
    assert 0 < len(shown) < 30
    assert len(shown) == page.locator(".ia-month td:visible li:first-child").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    lefts = {round(each.bounding_box()["x"]) for each in page.locator(".ia-month td:visible").all()}
    assert 1 == len(lefts)
    first = page.locator(".ia-month__day").first
    weekday = first.evaluate("it => getComputedStyle(it, '::before').content")
    assert first.get_attribute("data-weekday") in weekday


@pytest.mark.parametrize("width", [360, 1280])
def test_a_month_is_heard_as_a_table(page, river, width):
    """A style that draws cells as a list takes no meaning from them."""
    page.set_viewport_size({**DESK, "width": width})
    page.goto(f"{river}{MONTH}")
    (table,) = [node for node in heard(page) if node.role == "table"]
    assert "The calls of April 2031, by day" == table.name
    found = roles(page)
    assert found.count("cell") == page.locator(".ia-month td:visible").count()
    assert found.count("columnheader") == (7 if width == DESK["width"] else 0)
    assert found.count("row") == page.locator(".ia-month tr:visible").count()


def test_the_weekday_of_a_day_is_heard_on_a_phone(page, river):
    """There are no columns there that could tell it."""
    page.goto(f"{river}{MONTH}")
    words = " ".join(node.name for node in heard(page) if node.role == "StaticText")
    first = page.locator(".ia-month__day").first
    assert first.get_attribute("data-weekday") in words


def test_on_paper_a_month_is_a_table(page, river):
    """A month on the wall of a kitchen has its weeks."""
    page.goto(f"{river}{MONTH}")
    page.emulate_media(media="print")
    assert 30 == len(days(page))


def test_an_address_is_copied_at_the_press_of_a_key(page, river):
    """And it is said that it was."""
    page.goto(f"{river}{FEEDS}")
    button = page.locator(".ia-feed__copy").first
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    address = page.locator(".ia-feed__address code").first.inner_text()
    assert address == page.evaluate("navigator.clipboard.readText()")
    assert "Copied" == button.inner_text()


def test_a_link_to_a_box_opens_it(page, river):
    """Also where the page is open already."""
    page.goto(f"{river}{FEEDS}#{BOX}")
    assert page.locator(f"#{BOX} code").first.is_visible()
    page.evaluate("location.hash = 'group-river-planning'")
    page.locator("#group-river-planning code").first.wait_for()


def test_a_filter_finds_a_calendar_among_many(page, river):
    """Words hide what has other names, and the parts that are left empty with it."""
    page.goto(f"{river}{FEEDS}")
    page.get_by_label("Filter this list", exact=True).fill("growers")
    shown = page.locator(".ia-feeds > li:visible").all_inner_texts()
    assert ["Growers’ call", "Hill Farm growers"] == [text.strip() for text in shown]


def test_without_a_script_boxes_open_and_nothing_idle_is_shown(page_browser, river):
    """Every address is there, and no button that would do nothing."""
    context = page_browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain = context.new_page()
    plain.goto(f"{river}{FEEDS}")
    assert 0 == plain.locator(".ia-feed__copy:visible").count()
    box = plain.locator(f"#{BOX}")
    box.locator("summary").click()
    assert box.locator("code").first.is_visible()
    context.close()
