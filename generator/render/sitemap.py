"""The lists of pages for search engines, one a year behind an index, and what they are asked to leave alone.

Which pages there are is not known here: whoever gathers all outputs hands them in, and each output says for itself
whether it is to be found.
An archive that is not to be listed has no sitemap, and asks every machine to stay away: that keeps the calendars and
data from being copied, which cannot carry the mark that pages do.
"""

import re
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
_YEAR = re.compile(
    r"/([0-9]{4})(?![0-9])|[.-]([0-9]{4})(?:-[0-9]{2}|-not-known)?(?:\.[0-9]+)?\.html$"
)
"""The year in an address: of a call, or of a list that is parted by year."""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """One sitemap: its address, and its pages with the day of their last change or an empty text."""

    path: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexView:
    """The sitemaps of an archive: the address of each, and the day of the last change of any of its pages."""

    parts: tuple[tuple[str, str], ...]


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
    found: dict[str, list[tuple[str, str]]] = {}
    for path, changed_at in sorted(listed):
        found.setdefault(_part(path), []).append((path, _day(changed_at)))
    maps = [view for part in sorted(found) for view in _views(part, found[part])]
    parts = tuple((view.path, max(day for _, day in view.pages)) for view in maps)
    yield Draft(SITEMAP, sitemap_index, SitemapIndexView(parts))
    for view in maps:
        yield Draft(view.path, sitemap, view)


def _part(path: str) -> str:
    """Give the part of the list in which a page stands: its year, or that of all pages without one.

    So the sitemaps of past years stay as they are while an archive grows.

    >>> _part("calls/2031-03-05-river.html"), _part("places/mill-town.2031-03.html"), _part("index.html")
    ('2031', '2031', 'pages')
    """
    year = _YEAR.search(path)
    return next(filter(None, year.groups())) if year else "pages"


def _views(part: str, pages: list[tuple[str, str]]) -> Iterator[SitemapView]:
    for number, start in enumerate(range(0, len(pages), MOST), 1):
        name = part if number == 1 else f"{part}.{number}"
        yield SitemapView(f"sitemap-{name}.xml", tuple(pages[start : start + MOST]))


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
    values = {"site": settings.site_url, "parts": view.parts}
    return File(SITEMAP, fill("sitemap_index.xml", values).encode())


def _day(second: int | None) -> str:
    return "" if second is None else instant(second).date().isoformat()
