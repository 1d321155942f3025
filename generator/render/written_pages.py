"""The pages people write by hand, with the archive's lists where they asked for them."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator import addresses
from generator.privacy.public import PublicArchive, PublicPage
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS, IMPROVE
from generator.render.links import Standpoint
from generator.render.listings import (
    Listing,
    draw_listing,
    icons_of_listings,
    make_listing,
    material_of,
)
from generator.render.markdown import Setting, render_markdown
from generator.render.output import Draft, Page
from generator.render.record_foot import short_foot
from generator.render.schema_org import head_title
from generator.settings import Settings, nav_pages
from generator.wording import _

HOME = "index.html"
# Marks where a list goes. The two characters are for private use: what people write loses them first.
_OPEN, _CLOSE = "\ue000", "\ue001"
_OURS = str.maketrans("", "", _OPEN + _CLOSE)


@dataclass(frozen=True, slots=True)
class WrittenView:
    """All that a hand-written page needs: its text, the frame it wears, and its lists in their order."""

    page: PublicPage
    section: str
    listings: tuple[Listing, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give every hand-written page; a page without lists needs nothing of the archive."""
    material = material_of(archive, settings)
    in_nav = frozenset(nav_pages(settings.nav))
    for page in archive.pages:
        path = addresses.page_of_source(page.path)
        listings = tuple(make_listing(name, most, material) for _line, name, most in page.listings)
        view = WrittenView(page, section_of(path, in_nav), listings)
        yield Draft(path, written_page, view)


def section_of(path: str, in_nav: frozenset[str]) -> str:
    """Give the page whose frame a written page wears: its own, or that of the index beside it."""
    return path if path in in_nav else posixpath.join(posixpath.dirname(path), "index.html")


def written_page(view: WrittenView, settings: Settings) -> Page:
    """Make a hand-written page."""
    page, path = view.page, addresses.page_of_source(view.page.path)
    prose = render_markdown(_with_slots(page), written_setting(page, settings))
    said = any(listing.name == "notice" for listing in view.listings)
    values = {
        "title": page.title,
        "notice": settings.notice if path == HOME and not said else "",
        "body": Markup(_filled(prose.html, view.listings, path, settings)),
        "icons": icons_of_listings(view.listings),
        **short_foot(path, settings, ((page.path, _("Edit its text")),), ALL_FORMS),
    }
    return Page(
        path=path,
        section=view.section,
        title=head_title(page.title),
        description=page.description,
        outline=tuple(heading for heading in prose.outline if heading.level <= 3),
        body=fill("written_page.html", values),
        source=page.path,
    )


def written_setting(page: PublicPage, settings: Settings) -> Setting:
    """Say how the text of a written page sits in it."""
    path = addresses.page_of_source(page.path)
    standpoint = Standpoint(page.path, path, settings.allowed_addresses)
    return Setting(standpoint, taken=frozenset({IMPROVE}))


def _with_slots(page: PublicPage) -> str:
    """Put a slot in a paragraph of its own where each list goes."""
    lines = page.body.translate(_OURS).split("\n")
    for number, (line, *_rest) in enumerate(page.listings):
        index = line - page.body_line
        indent = lines[index][: len(lines[index]) - len(lines[index].lstrip())]
        lines[index] = f"\n{indent}{_OPEN}{number}{_CLOSE}\n"
    return "\n".join(lines)


def _filled(html: str, listings: tuple[Listing, ...], path: str, settings: Settings) -> str:
    """Put the lists into their slots; a slot that is no paragraph, as in indented code, shows the list's name."""
    for number, listing in enumerate(listings):
        slot = f"{_OPEN}{number}{_CLOSE}"
        paragraph = f"<p>{slot}</p>"
        if paragraph in html:
            html = html.replace(paragraph, draw_listing(listing, path, settings).rstrip("\n"), 1)
        else:
            html = html.replace(slot, str(escape(f"<!-- archive: {listing.name} -->")))
    return html
