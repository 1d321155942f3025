"""A small page at every earlier address of a call, so that an address once published keeps working.

A withheld call has none: its earlier address would tell what is withheld.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall
from generator.render.environment import fill
from generator.render.names import call_title
from generator.render.output import Draft, File
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An earlier address, the page it leads to, and that page's title."""

    path: str
    target: str
    title: str


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give a page for every earlier id of a public call that no call has now."""
    taken = {addresses.call_page(call.id) for call in archive.calls}
    for call in archive.calls:
        if not isinstance(call, PublicCall):
            continue
        for alias in call.aliases:
            path = addresses.call_page(alias)
            if path not in taken:
                taken.add(path)
                view = RedirectView(path, addresses.call_page(call.id), call_title(call))
                remember = call.withholding is None
                yield Draft(path, redirect, view, remember=remember, is_listed=False)


def redirect(view: RedirectView, settings: Settings) -> File:
    """Make the page at an earlier address: it leads on at once, or says where to go."""
    values = {
        "target": addresses.relative(view.target, view.path),
        "canonical": f"{settings.site_url}{view.target}",
        "title": view.title,
        "site": settings.site_name,
        "indexing": settings.indexing,
        "language": settings.language,
    }
    return File(view.path, fill("redirect.html", values).encode())
