"""The page for addresses that lead nowhere; a host may show it at any depth, so its links start at the root."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.privacy.public import PublicArchive
from generator.render.environment import fill
from generator.render.output import Draft, Page
from generator.settings import Settings
from generator.wording import _

PAGE = "404.html"


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the page for addresses that lead nowhere."""
    yield Draft(PAGE, not_found_page, (), is_listed=False)


def not_found_page(view: tuple[()], settings: Settings) -> Page:
    """Make the page for addresses that lead nowhere."""
    root = urlsplit(settings.site_url).path or "/"
    return Page(
        path=PAGE,
        section=PAGE,
        title=_("No page here"),
        description=_("There is no page at this address."),
        outline=(),
        body=fill("not_found.html", {"root": root}),
    )
