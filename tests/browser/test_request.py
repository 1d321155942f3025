"""Somebody asks for a call with the form: with mistakes, by keyboard, on a phone, and without any script."""

import datetime
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.drafting.desk import Desk, Draft, draft_faults, open_desk
from tests.browser.axe import bring_axe, violations
from tests.browser.served import Served
from tests.site_archives import copied

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGE = "about/requesting-a-call.html"
NOW = "2031-04-10T12:00:00-04:00"
TIRED = {
    "title": "  Mill Town:   “water” & #2 - who's in?  ",
    "date": "2031-04-12",
    "start": "06:20",
    "agenda": "Welcome (10 min)\nRing us on 212 555 0142",
}
"""What a volunteer types late in the evening: too soon, with a telephone number, and without the parts."""


@pytest.fixture
def page(page_browser: "Browser", served_archive: Callable[[str], Served]) -> Iterator["Page"]:
    """Give the page with the form, on a day on which the archive is alive."""
    context = page_browser.new_context(
        reduced_motion="reduce", timezone_id="America/New_York", permissions=["clipboard-read", "clipboard-write"]
    )  # fmt: skip
    page = context.new_page()
    page.clock.install(time=NOW)
    page.goto(served_archive("river").address + PAGE)
    page.locator("#request-form:not([hidden])").wait_for()
    yield page
    context.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Give the archive of the page, opened to put a file beside it."""
    root = copied("river", tmp_path_factory.mktemp("request"))
    return open_desk(root, datetime.date(2031, 4, 10))


def fill_in(page: "Page", values: dict[str, str]) -> None:
    """Type values into fields by their names."""
    for name, value in values.items():
        page.locator(f"#request-{name}").fill(value)
        page.locator(f"#request-{name}").dispatch_event("change")


def mend(page: "Page") -> None:
    """Answer everything that the form asks for."""
    fill_in(page, {"date": "2031-05-08", "agenda": "Welcome (10 min)\nWater: who's in?"})
    page.locator("#request-group").select_option("river-planning")
    fill_in(page, {f"role-{number}": "Mill Town" for number in range(3)})
    page.locator("#request-agreed").check()


def told(page: "Page") -> dict[str, str]:
    """Give what is said at each field that is marked as wrong, by the words that describe the field."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#request-form [aria-invalid=true]")].map((it) => [
          it.name, it.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id))
            .filter((one) => one.dataset.fault).map((one) => one.textContent).join(" ")]))"""
    )
    return found


def test_nothing_is_wrong_before_somebody_types(page: "Page") -> None:
    """An empty form scolds nobody; it says what is to do, and offers nothing to send."""
    assert {} == told(page)
    state = page.locator("#request-state")
    assert (
        "Still to do: Title, Day, Hour, Group that asks, facilitator, backup facilitator, technical support"
        " and agreement."
    ) == state.inner_text()
    assert "status" == state.get_attribute("role")
    assert not page.locator("#request-open").is_visible()


def test_a_slip_is_told_at_once(page: "Page") -> None:
    """As soon as a field is left its fault stands beside it, and nothing is said of fields nobody came to."""
    fill_in(page, TIRED)
    assert {
        "date": "That is too soon by the rules above. The first day that can be asked for is Thursday, 17 April 2031.",
        "agenda": "A long number stands in it, such as a telephone number. Take it out.",
    } == told(page)
    assert "212" not in page.locator("#request-text").input_value()


def test_looking_it_over_leads_to_the_first_fault(page: "Page") -> None:
    """The button marks all that is open and puts the focus where to begin."""
    fill_in(page, TIRED)
    page.get_by_role("button", name="Check what I wrote").click()
    assert "request-date" == page.evaluate("document.activeElement.id")
    assert ["date", "agenda", "group", "role-0", "role-1", "role-2", "agreed"] == list(told(page))


def test_what_is_mended_is_ready(page: "Page", desk: Desk) -> None:
    """When nothing is open the record passes the check, and the forge's editor opens with its name and its text."""
    fill_in(page, TIRED)
    mend(page)
    page.get_by_role("button", name="Check what I wrote").click()
    assert {} == told(page)
    assert "The record is ready." == page.locator("#request-state").inner_text()
    text = page.locator("#request-text").input_value()
    path = page.locator("#request-path").inner_text()
    assert "calls/2031/2031-05-08-mill-town-water-2-who-s-in.yaml" == path
    assert () == draft_faults(desk, Draft(path, text))
    address = urlsplit(str(page.locator("#request-open").get_attribute("href")))
    assert ("forge.example", "/river/calls/new/main") == (address.netloc, address.path)
    assert {"filename": [path], "value": [text]} == parse_qs(address.query)


def test_a_long_text_is_copied_by_hand(page: "Page") -> None:
    """What is too long for an address stays out of it, and the form says that the editor opens empty."""
    fill_in(page, TIRED)
    mend(page)
    assert not page.locator("#request-empty").is_visible()
    fill_in(
        page, {"agenda": "\n".join(f"Letter {n}: what is to be said of it" for n in range(180))}
    )
    assert page.locator("#request-empty").is_visible()
    href = str(page.locator("#request-open").get_attribute("href"))
    assert ["filename"] == list(parse_qs(urlsplit(href).query))
    page.get_by_role("button", name="Copy the text").click()
    page.get_by_text("The text is copied.").wait_for()
    copy = page.evaluate("navigator.clipboard.readText()")
    assert page.locator("#request-text").input_value() == copy


def test_a_recurring_call_has_its_own_questions(page: "Page", desk: Desk) -> None:
    """Its rhythms follow from the first day, and what a series cannot hold is not asked for."""
    fill_in(page, TIRED)
    mend(page)
    page.get_by_label("A recurring call").check()
    assert not page.locator("#request-agenda").is_visible()
    rhythm = page.locator("#request-rhythm")
    assert [
        "Choose", "Every week on Thursday", "Every 2 weeks on Thursday", "Every 3 weeks on Thursday",
        "Every 4 weeks on Thursday", "The second Thursday of each month",
        "The second and fourth Thursday of each month", "On day 8 of each month",
    ] == rhythm.locator("option").all_inner_texts()  # fmt: skip
    rhythm.select_option(label="Every 2 weeks on Thursday")
    fill_in(page, {"date": "2031-05-07"})
    assert "Every 2 weeks on Wednesday" == rhythm.evaluate("it => it.selectedOptions[0].text")
    text = page.locator("#request-text").input_value()
    assert "repeats: every 2 weeks on Wednesday at 06:20\nfrom: 2031-05-07\n" in text
    assert "staffed_calls: 2\n" in text
    assert () == draft_faults(desk, Draft(page.locator("#request-path").inner_text(), text))


def test_the_keyboard_is_enough(page: "Page") -> None:
    """Tab goes through the fields in the order of the page, and the Enter key looks the request over."""
    page.locator("#request-title").focus()
    page.keyboard.type("Ferry call")
    page.keyboard.press("Enter")
    order = page.evaluate(
        """() => [...document.querySelectorAll("#request-form :is(input, select, textarea, button)")]
          .filter((it) => it.checkVisibility()).map((it) => it.id || it.value)"""
    )
    page.locator("#request-title").focus()
    reached = []
    for _ in range(60):
        name = page.evaluate("document.activeElement.id || document.activeElement.value || ''")
        if name not in reached:
            reached.append(name)
        page.keyboard.press("Tab")
        if page.evaluate("!document.activeElement.closest('#request-form')"):
            break
    assert order[order.index("request-title") :] == reached


def test_no_rule_is_broken_with_faults_and_without(page: "Page") -> None:
    """axe-core finds nothing in a form full of mistakes, nor in one that is ready, on a desk and a phone."""
    fill_in(page, TIRED)
    page.get_by_role("button", name="Check what I wrote").click()
    bring_axe(page)
    found = violations(page)
    mend(page)
    page.get_by_label("A recurring call").check()
    page.locator("#request-rhythm").select_option(index=1)
    assert [] == found + violations(page)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_scrolled_sideways(page: "Page", width: int) -> None:
    """Long faults, a long name and a long record stay inside the screen."""
    page.set_viewport_size({"width": width, "height": 740})
    fill_in(page, {**TIRED, "title": "w" * 140})
    page.get_by_role("button", name="Check what I wrote").click()
    mend(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_that_is_typed_is_kept_or_sent(page: "Page") -> None:
    """No request is made while somebody types, and who comes back finds an empty form and an empty store."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.evaluate(
        "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"
    )
    fill_in(page, TIRED)
    mend(page)
    assert [] == asked
    after = page.evaluate(
        "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"
    )
    assert before == after
    page.reload()
    assert "" == page.locator("#request-title").input_value()


def test_without_a_script_there_is_a_text_to_fill_in(
    page_browser: "Browser", served_archive: Callable[[str], Served], desk: Desk
) -> None:
    """The rules stand there, and a record that the check takes once it is filled in, with a link to the editor."""
    context = page_browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_archive("river").address + PAGE)
    assert not page.locator("#request-form").is_visible()
    assert page.locator("#request-wait").is_visible()
    assert 3 == page.locator(".ia-request__rules li").count()
    text = page.locator("#request-without pre").inner_text()
    href = str(page.locator("#request-without a").get_attribute("href"))
    context.close()
    query: dict[str, Any] = parse_qs(urlsplit(href).query)
    path = "calls/YYYY/YYYY-MM-DD-words-of-the-title.yaml"
    assert {"filename": [path], "value": [text.rstrip("\n") + "\n"]} == query
    assert draft_faults(desk, Draft(path, text))
    filled = text.replace("YYYY-MM-DD", "2031-05-08").replace("HH:MM", "06:20")
    assert () == draft_faults(desk, Draft("calls/2031/2031-05-08-words.yaml", filled + "\n"))
