"""On the home page the numbers stand in full lines, on a desk and on a phone."""

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
