"""Links that lead away from a site tell nobody where a reader came from, and pages hold nothing inline."""

from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.render.output import Output, Page
from generator.settings import Settings
from generator.site.inline import inline_of
from tests.site_archives import GOOD, examined, outputs

AWAY = ("http", "https")


class Links(HTMLParser):
    """Gathers every link of a page with its kinds of relation."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: list[tuple[str, frozenset[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, also one of a picture or a form."""
        given = {name: value or "" for name, value in attrs}
        address = given.get("href") or given.get("xlink:href") or given.get("action")
        if tag in ("a", "area", "form") and address:
            self.found.append((address, frozenset(given.get("rel", "").lower().split())))


@pytest.fixture(scope="module", params=sorted(GOOD))
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Settings, Mapping[str, Output]]:
    """Give what is made of a golden archive."""
    found = examined(request.param, tmp_path_factory.mktemp("golden"))
    assert found.settings is not None
    return found.settings, outputs(found)


def test_every_link_away_says_nothing_of_the_reader(
    made: tuple[Settings, Mapping[str, Output]],
) -> None:
    """Each link to another host carries noopener and noreferrer, on every page of every golden archive."""
    settings, found = made
    own = urlsplit(settings.site_url).netloc
    pages = {path: page.body for path, page in found.items() if isinstance(page, Page)}
    assert pages
    loose = [
        (path, address)
        for path, body in pages.items()
        for address, kinds in Links(body).found
        if urlsplit(address).scheme in AWAY and urlsplit(address).netloc != own
        if not {"noopener", "noreferrer"} <= kinds
    ]
    assert [] == loose


def test_a_loose_link_is_found() -> None:
    """A link without the words, in capitals and in single quotes, is read as a browser reads it."""
    text = "<A HREF='https://elsewhere.example/' REL=nofollow>x</A>"
    assert [("https://elsewhere.example/", frozenset({"nofollow"}))] == Links(text).found


def test_pages_hold_nothing_that_a_policy_would_stop(
    made: tuple[Settings, Mapping[str, Output]],
) -> None:
    """No page brings a script, a style, a handler or a foreign picture of its own, whatever its record says.

    Copies of recordings in players are elsewhere: the policy names their hosts, which it is told besides.
    """
    _, found = made
    bodies = ((path, page.body) for path, page in found.items() if isinstance(page, Page))
    told = inline_of(bodies)
    others = [one for one in told.uncovered if one[1] != "a <source> from another host"]
    assert ((), (), []) == (told.scripts, told.styles, others)


def test_frames_lead_away_without_a_word() -> None:
    """The theme's own links to the repository and the licence say nothing of the reader either."""
    template = Path(__file__).parents[2] / "generator" / "site" / "theme" / "partials"
    texts = [path.read_text(encoding="utf-8") for path in sorted(template.glob("*.html"))]
    away = [
        (address, kinds)
        for text in texts
        for address, kinds in Links(text).found
        if "config.repo_url" in address or "licence" in address
    ]
    assert len(away) >= 2
    assert all({"noopener", "noreferrer"} <= kinds for _, kinds in away)
