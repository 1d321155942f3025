"""Measures what searches fetch, in a real browser and over HTTP with ranges.

`python -m tests.browser.search_bytes SITE WORDS…`, where SITE is the folder of a built site.
The first words are searched by a reader who has fetched nothing yet, the others after them on the same page.
Texts are sent compressed, parts of an index as they lie.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tests.browser.served import Served, serving
from tests.conftest import CHROMIUM_FLAGS, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STATUS = "#search-status"


@dataclass(frozen=True)
class Fetched:
    """What one search fetched, in bytes as they were sent: scripts of the search, its index, and pages for extracts."""

    words: str
    said: str
    scripts: int
    index: int
    requests: int
    extracts: int

    @property
    def search(self) -> int:
        """Give the bytes of the search itself, its scripts included."""
        return self.scripts + self.index


def measure(browser: "Browser", site: Served, queries: Sequence[str]) -> Iterator[Fetched]:
    """Search for some words one after another, the first of them with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    for number, words in enumerate(queries):
        site.sent.clear()
        if number:
            page.fill("#search-words", words)
        else:
            page.goto(f"{site.address}search/index.html?{urlencode({'q': words})}")
        yield _fetched(page, site, words)
    context.close()


def _fetched(page: "Page", site: Served, words: str) -> Fetched:
    page.locator(STATUS, has_text=f"“{words.strip()}”").wait_for()
    page.wait_for_load_state("networkidle")
    # Extracts are asked for after the results are there, and the browser is idle in between.
    page.wait_for_timeout(700)
    parts = [
        size
        for path, size in site.sent
        if path.startswith("search/") and path.endswith(("bin", "json"))
    ]
    return Fetched(
        words=words,
        said=page.locator(STATUS).inner_text(),
        scripts=site.bytes_below("assets/javascripts/search"),
        index=sum(parts),
        requests=len(parts),
        extracts=sum(size for path, size in site.sent if path.endswith(".html"))
        - site.bytes_below("search/index.html"),
    )


def main(folder: str, *queries: str) -> None:
    """Print a line for each search."""
    from playwright.sync_api import sync_playwright

    with serving(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        print(f"{'bytes':>9} {'scripts':>8} {'index':>9} {'parts':>6} {'extracts':>9}  words")
        for one in measure(browser, site, queries):
            print(
                f"{one.search:>9,} {one.scripts:>8,} {one.index:>9,} {one.requests:>6} {one.extracts:>9,}"
                f"  {one.words}: {one.said}"
            )
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
