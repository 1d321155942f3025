"""Measures the least contrast of texts and icons on one page of each kind, in light and dark.

`python -m tests.browser.contrast` prints a line for each scheme and sort of sign, with where it stands.
"""

import datetime
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.axe import SCHEMES
from tests.browser.kinds import VISITS, fullest
from tests.browser.served import built_site, serving
from tests.conftest import CHROMIUM_FLAGS, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = Path(__file__).with_suffix(".js")
LEAST = {"text": 4.5, "large": 3.0, "icon": 3.0}
"""What WCAG 2.2 asks for at level AA (1.4.3, 1.4.11); large is 24 pixels, or 18.66 in bold."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """The least contrast of one sort of sign on a page, in one scheme, and the words or class of what has it."""

    scheme: str
    sort: str
    ratio: float
    where: str

    @property
    def is_enough(self) -> bool:
        """Tell whether it is as much as level AA asks for."""
        return self.ratio >= LEAST[self.sort]


def contrasts(page: "Page") -> Iterator[Contrast]:
    """Give the least contrast of each sort of sign on a page, in light and then in dark."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        shown = "slate" if scheme == "dark" else "default"
        page.locator(f"body[data-md-color-scheme={shown}]").wait_for()
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
        found: dict[str, Any] = page.evaluate("() => contrasts()")
        for sort, (ratio, where) in sorted(found.items()):
            yield Contrast(scheme, sort, ratio, where)


def focus_lines(page: "Page") -> Iterator[Contrast]:
    """Give the line that each sort of link and field has while it has the focus, in light and then in dark."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        shown = "slate" if scheme == "dark" else "default"
        page.locator(f"body[data-md-color-scheme={shown}]").wait_for()
        # After a key the browser shows the focus, wherever a script puts it.
        page.keyboard.press("Tab")
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
        for ratio, line, where in page.evaluate("() => focusLines()"):
            yield Contrast(scheme, "icon", ratio, f"{where} ({line})")


def main(root: Path, today: datetime.date) -> None:
    """Print the least of all pages of an archive."""
    from playwright.sync_api import sync_playwright

    found: dict[tuple[str, str], tuple[float, str, str]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        with serving(built_site(root, Path(folder), today)) as site:
            page = browser.new_context(reduced_motion="reduce").new_page()
            for kind in {kind.name: kind for _, kind in VISITS}.values():
                path = fullest(site.folder, kind)
                if path and kind.name != "lost":
                    page.goto(site.address + path)
                    for one in contrasts(page):
                        key = (one.scheme, one.sort)
                        found[key] = min(
                            found.get(key, (99.0, "", "")), (one.ratio, path, one.where)
                        )
        browser.close()
    for (scheme, sort), (ratio, path, where) in sorted(found.items()):
        print(f"{scheme:>6} {sort:>6} {ratio:5.2f}  at least {LEAST[sort]}  {path}: {where}")


if __name__ == "__main__":
    from tests.browser.conftest import ARCHIVES

    main(*ARCHIVES["river"])
