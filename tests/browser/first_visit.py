"""Measures what a first visit fetches: every file of a page, compressed as hosts send it, by an empty browser.

`python -m tests.browser.first_visit` prints the files of three pages of the made-up archive.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.kinds import KINDS, fullest
from tests.browser.served import Served, built_site, serving
from tests.conftest import CHROMIUM_FLAGS, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST = 100_000
"""Bytes of a first visit, compressed, on every page but the search."""
VISITED = ("home", "call", "search")


@dataclass(frozen=True, slots=True)
class Visit:
    """What a first visit to a page fetched: its address, and path and bytes of each file."""

    path: str
    files: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Give the bytes of all files."""
        return sum(size for _, size in self.files)


def first_visit(browser: "Browser", site: Served, path: str) -> Visit:
    """Visit a page with an empty cache, and wait until nothing more is fetched."""
    context = browser.new_context()
    page = context.new_page()
    site.sent.clear()
    page.goto(site.address + path)
    page.wait_for_load_state("networkidle")
    context.close()
    return Visit(path, tuple(site.sent))


def told(visits: Sequence[Visit]) -> str:
    """Say of each visit how many files and bytes it took, and of which."""
    lines = []
    for visit in visits:
        lines.append(f"{visit.total:>8,} bytes in {len(visit.files)} requests: {visit.path}")
        lines += [f"{size:>8,}   {path}" for path, size in visit.files]
    return "\n".join(lines)


def visited(folder: Path) -> list[str]:
    """Give the addresses of the pages that are measured."""
    return [fullest(folder, kind) for kind in KINDS if kind.name in VISITED]


def main() -> None:
    """Print what three pages of the made-up archive take."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import ARCHIVES

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        with serving(built_site(ARCHIVES["river"][0], Path(folder), ARCHIVES["river"][1])) as site:
            print(told([first_visit(browser, site, path) for path in visited(site.folder)]))
        browser.close()


if __name__ == "__main__":
    main()
