"""The navigation leaves out a page that other pages lead to, so that page has no frame."""

from collections.abc import Iterator

from generator import addresses
from generator.model.archive import Archive
from generator.problems import Place, Problem, problem
from generator.settings import Settings, nav_pages


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look for every page that each archive has: made indexes, home, help and privacy."""
    named = set(nav_pages(settings.nav))
    for path in sorted(addresses.MADE_INDEXES | addresses.NEEDED_PAGES):
        if path not in named:
            page = path.removesuffix(".html") + ".md"
            yield problem("S710", Place("mkdocs.yml"), page=page)
