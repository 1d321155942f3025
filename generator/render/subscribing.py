"""Ways to a calendar feed: the addresses with which programs subscribe to it, and links from other pages to its box."""

from typing import NamedTuple
from urllib.parse import quote

from generator import addresses
from generator.render.output import Alternate
from generator.settings import Settings
from generator.wording import _

# How each takes an address is nowhere promised; these forms are what sites use that offer them.
_GOOGLE = "https://calendar.google.com/calendar/r?cid={webcal}"
_OUTLOOK = "https://{host}/calendar/0/addfromweb?url={address}&name={name}"
OUTLOOK_AT_HOME = "outlook.live.com"
OUTLOOK_AT_WORK = "outlook.office.com"


def webcal(feed: str, settings: Settings) -> str:
    """Give a feed's address as calendar programs take it; empty where the site is not published over https."""
    scheme, mark, rest = settings.site_url.partition("://")
    is_published = mark and scheme == "https" and rest.strip("/")
    return f"webcal://{rest}{feed}" if is_published else ""


def google(feed: str, settings: Settings) -> str:
    """Give the address that adds a feed to Google Calendar; empty where there is no webcal address."""
    address = webcal(feed, settings)
    return _GOOGLE.format(webcal=quote(address, safe="")) if address else ""


def outlook(feed: str, name: str, settings: Settings, host: str) -> str:
    """Give the address that adds a feed to Outlook on the web, of which a host is for people and one for work."""
    if not webcal(feed, settings):
        return ""
    address = quote(settings.site_url + feed, safe="")
    return _OUTLOOK.format(host=host, address=address, name=quote(name, safe=""))


class FeedLinks(NamedTuple):
    """What the page of a series, group or hub says of its feed: the place of its box, and the feed itself."""

    box: str
    feed: str


def place_of_feed(kind: str, about: str, sister: str = "") -> str:
    """Give the name of a feed's box in the page of all feeds: `series-river`, `all-quiet`, `year-2031`."""
    return "-".join(part for part in (kind, about, sister) if part)


def feed_links(kind: str, about: str, feed: str, page: str) -> FeedLinks:
    """Give the links to the feed of a series, group or hub as templates on `page` draw them."""
    box = f"{addresses.SUBSCRIBE}#{place_of_feed(kind, about)}"
    return FeedLinks(addresses.relative(box, page), addresses.relative(feed, page))


def feed_alternate(feed: str) -> Alternate:
    """Give the feed of a series, group or hub as another form of its page, by which programs find it."""
    return Alternate("text/calendar", _("These calls, as a calendar"), feed)
