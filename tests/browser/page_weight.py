"""Measures what readers wait for: bytes, requests, what blocks reading, and the first and largest paint.

`python -m tests.browser.page_weight` opens pages in Chromium as on an old telephone with a slow line, a first and a
second time, and the page of a call as MkDocs with the Material theme would show the same text by itself.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from generator.bench import made_up, world
from tests.browser.kinds import KINDS, fullest
from tests.browser.served import Served, built_site, serving
from tests.conftest import CHROMIUM_FLAGS, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

ROUND_TRIP_MS = 400
BITS_A_SECOND = 400_000
SLOWER = 4
"""How many times slower than this machine's the processor of the telephone is."""
PHONE = {"width": 360, "height": 740}
VISITED = ("home", "call", "year")
MADE_UP = 400
"""Calls of the made-up archive from which a typical call and a list of a year are taken."""
ROUNDS = 3
_PAINTS = """() => new Promise((done) => {
  const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  new PerformanceObserver((list) => done([first, list.getEntries().at(-1).startTime]))
    .observe({ type: "largest-contentful-paint", buffered: true });
})"""
_BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((one) => one.renderBlockingStatus === "blocking")
  .map((one) => new URL(one.name).pathname.split("/").pop())"""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one visit took: path and bytes of each file as they were sent, what blocked the first paint, and paints.

    `first` and `largest` are milliseconds until the first and the largest contentful paint.
    """

    files: tuple[tuple[str, int], ...]
    blocking: tuple[str, ...]
    first: float
    largest: float

    @property
    def total(self) -> int:
        """Give the bytes of all files."""
        return sum(size for _, size in self.files)


def weigh(
    browser: "Browser", site: Served, path: str, slowly: bool = True
) -> tuple[Weight, Weight]:
    """Visit a page with an empty cache, and once more as a reader who comes back."""
    context = browser.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]}, is_mobile=True
    )
    try:
        return _visit(context, site, path, slowly), _visit(context, site, path, slowly)
    finally:
        context.close()


def _visit(context: "BrowserContext", site: Served, path: str, slowly: bool) -> Weight:
    page = context.new_page()
    site.sent.clear()
    if slowly:
        _slow(context.new_cdp_session(page))
    page.goto(site.address + path)
    page.wait_for_load_state("networkidle")
    first, largest = page.evaluate(_PAINTS)
    blocking = page.evaluate(_BLOCKING)
    page.close()
    return Weight(tuple(site.sent), tuple(sorted(blocking)), first, largest)


def _slow(session: Any) -> None:
    session.send("Network.enable")
    line = {
        "offline": False,
        "latency": ROUND_TRIP_MS,
        "downloadThroughput": BITS_A_SECOND / 8,
        "uploadThroughput": BITS_A_SECOND / 8,
    }
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def pages_of(folder: Path, names: Sequence[str] = VISITED) -> list[str]:
    """Give the addresses of the fullest page of some kinds."""
    return [fullest(folder, kind) for kind in KINDS if kind.name in names]


def made_up_site(folder: Path) -> Path:
    """Build a made-up archive, and give the folder of its site."""
    root = folder / "archive"
    root.mkdir(parents=True)
    made_up.write_archive(root, made_up.Wanted(MADE_UP))
    return built_site(root, folder, world.TODAY)


def typical_call(site: Path) -> str:
    """Give the address of a call's page of middling size."""
    pages = sorted(site.glob("calls/????-??-??-*.html"), key=lambda page: page.stat().st_size)
    return pages[len(pages) // 2].relative_to(site).as_posix()


def theme_alone(page: Path, folder: Path) -> Path:
    """Build a site of MkDocs and the Material theme by themselves, with the text of a page, and give its folder.

    Its fonts, which come from another host, are left out.
    """
    found = re.search(r"<article.*?>(.*)</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found, page
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text(found[1], encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: The theme alone\ntheme:\n  name: material\n  font: false\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def _told(name: str, weights: Sequence[tuple[Weight, Weight]]) -> Iterator[str]:
    """Say of a page how both visits were; times are those in the middle of all rounds."""
    for visit, each in zip(("first", "second"), zip(*weights, strict=True), strict=True):
        one = each[0]
        times = (median(w.first for w in each), median(w.largest for w in each))
        yield (
            f"{name:<28} {visit:<7} {one.total:>8,} {len(one.files):>8} {times[0]:>7,.0f} {times[1]:>7,.0f}"
            f"  {', '.join(one.blocking) or 'nothing'}"
        )


def _measured(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Give the name of every page that is measured, the folder of its site, and its address there."""
    from tests.browser.conftest import ARCHIVES

    river = built_site(ARCHIVES["river"][0], folder / "river", ARCHIVES["river"][1])
    home, call, *_ = pages_of(river, ("home", "call"))
    yield "home page", river, home
    yield "the fullest call", river, call
    yield "its text, the theme alone", theme_alone(river / call, folder / "theme"), "index.html"
    many = made_up_site(folder / "many")
    yield "a typical call", many, typical_call(many)
    yield "a list of a year", many, pages_of(many, ("year",))[0]


def main() -> None:
    """Print a line for each visit."""
    from playwright.sync_api import sync_playwright

    print(
        f"{'page':<28} {'visit':<7} {'bytes':>8} {'requests':>8} {'first':>7} {'largest':>7}  blocks"
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        ExitStack() as stack,
    ):
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        for name, out, path in _measured(Path(folder)):
            site = stack.enter_context(serving(out))
            print("\n".join(_told(name, [weigh(browser, site, path) for _ in range(ROUNDS)])))
        browser.close()


if __name__ == "__main__":
    main()
