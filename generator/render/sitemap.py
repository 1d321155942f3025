"""The list of pages for search engines, and what they are asked to leave alone.

Which pages there are is not known here: whoever gathers all outputs hands them in, and each output says for itself
whether it is to be found.
An archive that is not to be listed has no sitemap, and asks every machine to stay away: that keeps the calendars and
data from being copied, which cannot carry the mark that pages do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.privacy.public import PublicArchive
from generator.render.environment import fill
from generator.render.output import Draft, File
from generator.render.stamps import instant
from generator.settings import Settings

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MOST = 50_000
"""Pages in one sitemap; the format allows no more."""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """One sitemap: its address, and its pages with the day of their last change or an empty text."""

    path: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexView:
    """The addresses of the sitemaps of an archive that needs several."""

    paths: tuple[str, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give robots.txt."""
    yield Draft(ROBOTS, robots, ())


def is_listed(draft: Draft) -> bool:
    """Tell whether an output is a page that search engines are led to."""
    return draft.is_listed and draft.path.endswith(".html")


def site_map(listed: Iterable[tuple[str, int | None]], settings: Settings) -> Iterator[Draft]:
    """Give the sitemap of pages with the second of their last change, where search engines may list the site."""
    if not settings.indexing:
        return
    pages = tuple((path, _day(changed_at)) for path, changed_at in sorted(listed))
    parts = [pages[at : at + MOST] for at in range(0, len(pages), MOST)]
    if len(parts) < 2:
        yield Draft(SITEMAP, sitemap, SitemapView(SITEMAP, pages))
        return
    paths = tuple(f"sitemap-{number}.xml" for number in range(1, len(parts) + 1))
    yield Draft(SITEMAP, sitemap_index, SitemapIndexView(paths))
    for path, part in zip(paths, parts, strict=True):
        yield Draft(path, sitemap, SitemapView(path, part))


def robots(view: tuple[()], settings: Settings) -> File:
    """Make robots.txt."""
    if not settings.indexing:
        return File(ROBOTS, b"User-agent: *\nDisallow: /\n")
    lines = f"User-agent: *\nDisallow:\nSitemap: {settings.site_url}{SITEMAP}\n"
    return File(ROBOTS, lines.encode())


def sitemap(view: SitemapView, settings: Settings) -> File:
    """Make a list of pages."""
    values = {"site": settings.site_url, "pages": view.pages}
    return File(view.path, fill("sitemap.xml", values).encode())


def sitemap_index(view: SitemapIndexView, settings: Settings) -> File:
    """Make the list of sitemaps."""
    values = {"site": settings.site_url, "paths": view.paths}
    return File(SITEMAP, fill("sitemap_index.xml", values).encode())


def _day(second: int | None) -> str:
    return "" if second is None else instant(second).date().isoformat()
