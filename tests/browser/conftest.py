"""Sites that several browser tests look at: each is built and served once in a process."""

import contextlib
import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.cli import demo
from generator.pipeline import examine
from tests.browser.served import Served, built_site, serving

ROOT = Path(__file__).parents[2]
ARCHIVES = {
    "real": (ROOT, datetime.date(2026, 1, 1)),
    "river": (ROOT / demo.SHIPPED, demo.TODAY),
}


@pytest.fixture(scope="session")
def served_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Served]]:
    """Give a function that builds and serves the real or the made-up archive, each once."""
    ready: dict[str, Served] = {}
    with contextlib.ExitStack() as stack:

        def served(name: str) -> Served:
            if name not in ready:
                root, today = ARCHIVES[name]
                settings = examine(root, today).settings
                assert settings is not None
                site = built_site(root, tmp_path_factory.mktemp(name), today)
                # Under the path that the site will have, because the page for lost addresses starts from it.
                below = urlsplit(settings.site_url).path
                ready[name] = stack.enter_context(serving(site, below))
            return ready[name]

        yield served
