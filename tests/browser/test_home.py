"""On the home page the numbers stand in full lines, and bars of few months are hatched from side to side."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

TOPS = "() => [...document.querySelectorAll('.ia-figures > li')].map((it) => it.getBoundingClientRect().top)"


@pytest.mark.parametrize("archive", ["real", "river"])
@pytest.mark.parametrize(("width", "most_lines"), [(1280, 2), (360, 3)])
def test_no_number_is_left_over(
    archive: str,
    width: int,
    most_lines: int,
    still_context: "BrowserContext",
    served_archive: Callable[[str], Served],
):
    """All lines hold as many numbers, but for a first one alone on a phone."""
    page = still_context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served_archive(archive).address)
    tops: list[float] = page.evaluate(TOPS)
    page.close()
    lines = [count for _, count in sorted(Counter(tops).items())]
    assert 1 <= len(lines) <= most_lines
    full = lines[1:] if width == 360 and lines[0] == 1 else lines
    assert {max(full)} == set(full)


def test_bars_are_hatched_from_side_to_side(
    still_context: "BrowserContext", served_archive: Callable[[str], Served]
):
    """On the widest screen no bar of the timeline is wider than the strokes that hatch it, and none leaves its bar."""
    page = still_context.new_page()
    page.set_viewport_size({"width": 1920, "height": 900})
    page.goto(served_archive("river").address)
    bars: list[tuple[float, float, str]] = page.evaluate(
        """() => [...document.querySelectorAll(".ia-timeline__plot [class*='ia-look--']")].map((bar) => [
          bar.querySelector("rect").getBoundingClientRect().width,
          parseFloat(getComputedStyle(bar.querySelector("line")).strokeWidth),
          getComputedStyle(bar).overflow])"""
    )
    page.close()
    assert bars
    assert [] == [bar for bar in bars if bar[0] > bar[1] or bar[2] != "hidden"]
