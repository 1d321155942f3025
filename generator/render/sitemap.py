"""The list of pages for search engines, and what they are asked to leave alone.

An archive that is not to be listed has no sitemap, and asks every machine to stay away: that keeps the calendars and
data from being copied, which cannot carry the mark that pages do.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.environment import fill
from generator.render.output import Draft, File
from generator.render.stamps import instant
from generator.settings import Settings, nav_pages

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
    """Give robots.txt always, and the sitemap where search engines may list the site."""
    yield Draft(ROBOTS, robots, ())
    if not settings.indexing:
        return
    pages = tuple(sorted(_pages(archive, settings).items()))
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


def _pages(archive: PublicArchive, settings: Settings) -> dict[str, str]:
    """Give every page with the day it was last changed; earlier addresses and the 404 page are none."""
    written = {addresses.page_of_source(page.path): "" for page in archive.pages}
    records = {
        **{addresses.series_page(series.id): "" for series in archive.series},
        **{addresses.group_page(group.id): "" for group in archive.groups},
        **{addresses.hub_page(hub.id): "" for hub in archive.hubs},
        **{addresses.year_page(call.date.year): "" for call in archive.calls},
    }
    calls = {addresses.call_page(call.id): _day(call.changed_at) for call in archive.calls}
    return {**dict.fromkeys(nav_pages(settings.nav), ""), **written, **records, **calls}


def _day(second: int | None) -> str:
    return "" if second is None else instant(second).date().isoformat()
