"""A written page lies in a folder of which the navigation knows nothing, so no frame of the site fits it."""

import posixpath
from collections.abc import Iterator

from generator import addresses
from generator.model.archive import Archive
from generator.problems import Place, Problem, problem
from generator.settings import Settings, nav_pages


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find written pages that are not in the navigation and have no index beside them that is."""
    known = set(nav_pages(settings.nav))
    for page in archive.pages:
        path = addresses.page_of_source(page.path)
        index = posixpath.join(posixpath.dirname(path), "index.html")
        if path not in known and index not in known:
            yield problem("S709", Place(page.path), index=index.removesuffix(".html") + ".md")
