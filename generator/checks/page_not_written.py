"""The navigation names a page that nobody wrote and nothing makes."""

from collections.abc import Iterator

from generator import addresses
from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings, nav_pages


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the navigation with the written pages and the indexes that are made."""
    files = archive.unread.union(page.path for page in archive.pages)
    written = {addresses.page_of_source(path) for path in files}
    for path in nav_pages(settings.nav):
        if path not in written | addresses.MADE_INDEXES:
            page = path.removesuffix(".html") + ".md"
            yield problem("S704", archive.place("mkdocs.yml", f"nav.{page}"), page=page)
