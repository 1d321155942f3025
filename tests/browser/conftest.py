"""Sites and pages that several browser tests look at: each is built once, and served or opened once in a process."""

import contextlib
import datetime
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from generator.cli import demo
from generator.pipeline import examine
from tests.browser.kinds import RESULTS, VISITS, Kind, fullest
from tests.browser.served import Served, serving, site_built_once

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

ROOT = Path(__file__).parents[2]
ARCHIVES = {
    "real": (ROOT, datetime.date(2026, 1, 1)),
    "river": (ROOT / demo.SHIPPED, demo.TODAY),
}
ODD = {
    "withheld": (ROOT / "tests/sites/withheld/archive", datetime.date(2031, 4, 1)),
    "unicode": (ROOT / "tests/sites/unicode/archive", datetime.date(2031, 4, 1)),
}
DESK: "ViewportSize" = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Visit:
    """A page of one kind, open in a browser: its archive's site, its kind, its address there, and the open page."""

    site: Served
    kind: Kind
    path: str
    page: "Page"


def below(root: Path, today: datetime.date) -> str:
    """Give the path that a site will have on its host, because the page for lost addresses starts from it."""
    settings = examine(root, today).settings
    assert settings is not None
    return urlsplit(settings.site_url).path


@pytest.fixture(scope="session")
def served_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Served]]:
    """Give a function that builds and serves the real archive or a made-up one, each once."""
    ready: dict[str, Served] = {}
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    with contextlib.ExitStack() as stack:

        def served(name: str) -> Served:
            if name not in ready:
                root, today = {**ARCHIVES, **ODD}[name]
                site = site_built_once(root, shared / f"site-{name}", today)
                ready[name] = stack.enter_context(serving(site, below(root, today)))
            return ready[name]

        yield served


@pytest.fixture(scope="session")
def still_context(page_browser: "Browser") -> Iterator["BrowserContext"]:
    """Give a context of a reader who asked for no motion, so that colours change at once."""
    made = page_browser.new_context(reduced_motion="reduce", viewport=DESK)
    yield made
    made.close()


@pytest.fixture(
    scope="session", params=VISITS, ids=[f"{archive}-{kind.name}" for archive, kind in VISITS]
)
def opened(
    request: pytest.FixtureRequest,
    served_archive: Callable[[str], Served],
    still_context: "BrowserContext",
) -> Iterator[Visit]:
    """Open the page of a kind once for all tests that look at it."""
    archive, kind = request.param
    site = served_archive(archive)
    path = fullest(site.folder, kind)
    assert path, "this archive has no page of this kind; give it one, or leave the kind out"
    page = still_context.new_page()
    page.goto(site.address + path)
    if kind == RESULTS:
        page.locator("#search-hits mark").first.wait_for()
    yield Visit(site, kind, path, page)
    page.close()


@pytest.fixture
def visit(opened: Visit) -> Visit:
    """Give the page of a kind as it is on a desk, in light, however the test before left it."""
    opened.page.emulate_media(color_scheme="light", media="screen")
    opened.page.set_viewport_size(DESK)
    return opened
