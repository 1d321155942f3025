"""Series, groups, hubs, places and files of data in the terms of Schema.org, for the heads of their pages.

Calls have a module of their own, `call_heads`. What is the same on every page is left to `site/head.py`.
No person is ever named: hosts and groups are organizations, and who had which role is not told at all.
"""

from collections.abc import Iterable

from generator import addresses
from generator.privacy.public import LooseDate, PublicGroup, PublicHub, PublicSeries
from generator.render.names import Target
from generator.render.output import Alternate, Head
from generator.render.subscribing import feed_alternate
from generator.render.words import description, shortened
from generator.settings import Settings
from generator.wording import _

Thing = dict[str, object]
"""A thing by its properties: texts, numbers, things and lists of such; `@type` says what it is."""
TITLE_LIMIT = 120
"""Most characters of a record's name in the titles of its page; the page itself has it whole."""
JSON_TYPE = "application/json"


def head_title(name: str) -> str:
    """Give the name of a record as the title of a page, cut at the end of a word where it is very long."""
    return shortened(name, TITLE_LIMIT)


def organizations(targets: Iterable[Target], settings: Settings) -> list[Thing]:
    """Give those of some groups that have a page of their own; a bare name could be a person's."""
    return [
        {"@type": "Organization", "name": one.title, "url": settings.site_url + one.path}
        for one in targets
        if one.path
    ]


def series_named(target: Target, settings: Settings) -> Thing:
    """Give a recurring call as others refer to it."""
    return {"@type": "EventSeries", "name": target.title, "url": settings.site_url + target.path}


def series_head(series: PublicSeries, groups: tuple[Target, ...], settings: Settings) -> Head:
    """Give the head of a recurring call: between which dates it was held, and by whom, as far as known."""
    thing: Thing = {
        "@type": "EventSeries",
        "name": series.title,
        "url": settings.site_url + addresses.series_page(series.id),
        **_text("description", series.purpose),
        **_date("startDate", series.since),
        **_date("endDate", series.until),
        **_list("organizer", organizations(groups, settings)),
    }
    return _with_feed(addresses.series_feed(series.id), {"mainEntity": thing})


def group_head(group: PublicGroup, part_of: Target, settings: Settings) -> Head:
    """Give the head of a group.

    Its dates are left out: a record tells since when a group is known, Schema.org when it was founded.
    """
    place = {"@type": "Place", "name": group.place}
    thing: Thing = {
        "@type": "Organization",
        "name": group.name,
        "url": settings.site_url + addresses.group_page(group.id),
        **_text("description", group.work),
        **({"location": place} if group.place else {}),
        **_list("parentOrganization", organizations((part_of,), settings)),
    }
    return _with_feed(addresses.group_feed(group.id), {"mainEntity": thing})


def hub_head(hub: PublicHub) -> Head:
    """Give the head of a campaign, gathering or relief effort, for all of which Schema.org has no one term."""
    about: Thing = {"about": {"@type": "Thing", "name": hub.name}}
    return _with_feed(addresses.hub_feed(hub.id), about)


def place_head(name: str) -> Head:
    """Give the head of a place: its name, and nothing of where on earth it is."""
    return Head("CollectionPage", {"about": {"@type": "Place", "name": name}})


def dataset_head(path: str, title: str, says: str, settings: Settings) -> Head:
    """Give the head of a list that can be had as open data: `path` is the file, `says` the page's description."""
    file = {
        "@type": "DataDownload",
        "contentUrl": settings.site_url + path,
        "encodingFormat": JSON_TYPE,
    }
    dataset: Thing = {
        "@type": "Dataset",
        "name": f"{title} – {settings.site_name}",
        "description": says,
        "isAccessibleForFree": True,
        "distribution": file,
        **_text("license", settings.records_licence_url),
    }
    data = Alternate(JSON_TYPE, _("Open data"), path)
    return Head("CollectionPage", {"mainEntity": dataset}, (data,))


LIST_HEAD = Head("CollectionPage")
"""The head of a page that lists others."""
SEARCH_HEAD = Head("SearchResultsPage")
"""The head of the page that people search with."""
WITHHELD_HEAD = Head(is_listed=False)
"""The head of a withheld call's page, which tells nothing more; a search engine that knew the call is to forget it."""


def _with_feed(feed: str, facts: Thing) -> Head:
    return Head(facts=facts, alternates=(feed_alternate(feed),))


def _text(name: str, words: str) -> Thing:
    return {name: description(words) if name == "description" else words} if words else {}


def _date(name: str, date: LooseDate | None) -> Thing:
    return {name: str(date)} if date else {}


def _list(name: str, things: list[Thing]) -> Thing:
    return {name: things} if things else {}
