"""Takes pictures of one page of each kind, whole, wide and narrow, in light and dark, for people to look at.

`python -m tests.browser.pictures FOLDER` builds the made-up and the real archive, and writes a PNG for each.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.axe import MODES
from tests.browser.kinds import RESULTS, VISITS, fullest
from tests.browser.served import Served, built_site, serving
from tests.conftest import CHROMIUM_FLAGS, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect

TALLEST = 12_000
"""Pixels; of a longer page the top is shown."""


def take(browser: "Browser", archive: str, site: Served, folder: Path) -> Iterator[Path]:
    """Write the pictures of an archive, and give the path of each."""
    kinds = [kind for name, kind in VISITS if name == archive]
    for width, scheme in MODES:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        for kind in kinds:
            path = fullest(site.folder, kind)
            if not path:
                continue
            page = context.new_page()
            page.goto(site.address + path)
            if kind == RESULTS:
                page.locator("#search-hits mark").first.wait_for()
            height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
            target = folder / archive / f"{kind.name}-{width}-{scheme}.png"
            clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": height}
            page.screenshot(path=target, full_page=True, clip=clip)
            page.close()
            yield target
        context.close()


def main(out: Path) -> None:
    """Write the pictures of both archives, and say how many."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import ARCHIVES, below

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        for archive, (root, today) in sorted(ARCHIVES.items()):
            (out / archive).mkdir(parents=True, exist_ok=True)
            with (
                tempfile.TemporaryDirectory() as folder,
                serving(built_site(root, Path(folder), today), below(root, today)) as site,
            ):
                count = sum(1 for _ in take(browser, archive, site, out))
            print(f"{count} pictures in {out / archive}")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
