"""A real browser lays out the longest, widest and fullest calls there may be, from a small phone to a large desk."""

import datetime
import shutil
from collections.abc import Iterator

import pytest

from tests.browser.extreme_archive import EMPTY, PAGES, RICH, extreme_files
from tests.browser.served import built_site, serving
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 768, 1280, 1920)
# What stands outside the screen or is cut off by its own box; what scrolls by itself is asked apart.
CUT_OFF = """() => {
  const faults = [];
  for (const each of document.querySelectorAll("article *")) {
    if (each.closest(".ia-wide, svg, [hidden]") || !each.getClientRects().length) continue;
    const box = each.getBoundingClientRect();
    const style = getComputedStyle(each);
    const name = `${each.tagName} ${each.className}`;
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${name} from ${box.left} to ${box.right}`);
    const clips = ["hidden", "clip", "auto", "scroll"].includes(style.overflowX);
    if (clips && each.scrollWidth > each.clientWidth + 1) faults.push(`${name} cuts off its text`);
  }
  return faults.slice(0, 5);
}"""
OPEN_ALL = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """Build the archive of extremes and serve it."""
    folder = tmp_path_factory.mktemp("extremes")
    root = folder / "archive"
    shutil.copytree(EMPTY, root)
    for path, text in extreme_files().items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    with serving(built_site(root, folder, datetime.date(2031, 4, 1))) as served:
        yield served.address


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen_or_cut_off(address, page_browser, width):
    """No kind of these pages scrolls sideways, folded parts open, and all words of it can be read."""
    page = page_browser.new_page(viewport={"width": width, "height": 800})
    faults: dict[str, list[str]] = {}
    for path in PAGES:
        page.goto(address + path)
        page.evaluate(OPEN_ALL)
        wide = page.evaluate("document.documentElement.scrollWidth") > width
        found = page.evaluate(CUT_OFF) + (["the page scrolls sideways"] if wide else [])
        faults |= {path: found} if found else {}
    assert {} == faults
    page.close()


def test_the_keyboard_scrolls_a_wide_table(address, page_browser):
    """A table of thirty columns has a box that Tab reaches and arrows move."""
    page = page_browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{address}calls/{RICH}.html")
    box = page.get_by_role("region", name="Table 1: Column 0, Column 1")
    box.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "() => document.activeElement.scrollLeft > 0")
    page.close()


def test_tab_passes_by_the_addresses_of_passages(address, page_browser):
    """Of eighty marks none is a stop of its own in the notes."""
    page = page_browser.new_page()
    page.goto(f"{address}calls/{RICH}.html")
    stops = page.locator(".ia-notes").first.locator("a, button, input, summary, [tabindex]")
    reached = stops.evaluate_all("(found) => found.filter((each) => each.tabIndex >= 0).length")
    # The address that stands in the notes, and the box of the wide table.
    assert 2 == reached
    page.close()


def test_arabic_notes_run_from_right_to_left(address, page_browser):
    """Their headings and lists begin at the right, also on an English page."""
    page = page_browser.new_page()
    page.goto(f"{address}calls/{RICH}.html")
    notes = page.locator(".ia-notes[lang=ar]")
    assert "rtl" == notes.evaluate("(each) => getComputedStyle(each).direction")
    # The second item begins with a label in English, and stands beside its bullet all the same.
    for begins in (notes.locator("h3"), notes.locator("li").nth(1).locator("strong")):
        ends = begins.evaluate(
            """(each) => {
              const range = document.createRange();
              range.selectNodeContents(each);
              const block = each.closest("h3, li");
              return [range.getBoundingClientRect().right, block.getBoundingClientRect().right];
            }"""
        )
        assert ends[0] == pytest.approx(ends[1], abs=2)
    page.close()


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/Berlin", "yours: Thursday 6 March 2031, 03:00 to 05:00 Central European Time"),
        ("Asia/Tokyo", "yours: Thursday 6 March 2031, 11:00 to 13:00 Japan Standard Time"),
        ("America/New_York", ""),
        ("America/Toronto", ""),
        ("UTC", ""),
    ],
)
def test_the_reader_is_told_their_own_time_where_it_differs(address, page_browser, zone, said):
    """The script says when the call was by the reader's clock, and nothing that stands there already."""
    context = page_browser.new_context(timezone_id=zone, locale="en-US")
    page = context.new_page()
    page.goto(f"{address}calls/{RICH}.html")
    page.wait_for_load_state()
    told = page.locator(".ia-local").all_inner_texts()
    assert ([said] if said else []) == [each.strip() for each in told]
    context.close()


def test_a_call_over_midnight_ends_on_a_day_of_its_own(address, page_browser):
    """Where the reader's clock passes midnight the end has its day."""
    context = page_browser.new_context(timezone_id="America/Anchorage")
    page = context.new_page()
    page.goto(f"{address}calls/{RICH}.html")
    page.wait_for_load_state()
    page.evaluate(
        """() => {
          const time = document.querySelector("time[data-local]");
          document.querySelectorAll(".ia-local").forEach((each) => each.remove());
          time.dateTime = "2031-03-06T08:00Z";
          time.dataset.local = "2031-03-06T10:00Z";
        }"""
    )
    page.add_script_tag(url=f"{address}assets/javascripts/local-time.js")
    told = page.locator(".ia-local").inner_text()
    assert "yours: Wednesday 5 March 2031, 23:00 to Thursday 6 March 2031, 01:00" in told
    context.close()


def test_a_rich_page_stays_light(address, page_browser, tmp_path):
    """Five hundred places and a hundred and sixty outcomes in two languages are a page of at most 40 kB as sent."""
    page = page_browser.new_page()
    sizes = []
    page.on("response", lambda answer: sizes.append(answer.headers.get("content-length", "0")))
    page.goto(f"{address}calls/{RICH}.html")
    assert 40_000 > int(sizes[0])
    page.close()
