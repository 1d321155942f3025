"""Search engines are told what they may list."""

import xml.etree.ElementTree as ET
from dataclasses import replace

from generator.render import sitemap
from tests.render.few_calls import ARCHIVE, HELD, SETTINGS, made

LISTED = replace(SETTINGS, indexing=True)
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def locations(data):
    """Give the addresses of a sitemap without the site's own."""
    return [
        (loc.text or "").removeprefix(SETTINGS.site_url) for loc in ET.fromstring(data).iter(LOC)
    ]


def test_archive_that_is_not_listed_asks_machines_to_stay_away():
    """Without leave to list it, the site has no sitemap and its robots.txt closes everything."""
    outputs = made(sitemap, ARCHIVE)
    assert {"robots.txt": b"User-agent: *\nDisallow: /\n"} == {
        path: output.data for path, output in outputs.items()
    }


def test_listed_archive_names_its_sitemap():
    """With leave, robots.txt points at the sitemap."""
    robots = made(sitemap, ARCHIVE, LISTED)["robots.txt"].data
    assert robots.endswith(b"Sitemap: https://archive.example/sitemap.xml\n")


def test_sitemap_holds_pages_and_no_files():
    """Pages of records and of the navigation are listed; feeds and data are not."""
    found = locations(made(sitemap, ARCHIVE, LISTED)["sitemap.xml"].data)
    assert {
        "index.html",
        "calls/2031.html",
        f"calls/{HELD.id}.html",
        "groups/river-planning.html",
    } <= set(found)
    assert all(path.endswith(".html") for path in found)


def test_sitemap_leaves_out_earlier_addresses():
    """An address that only leads on is not listed."""
    renamed = replace(ARCHIVE, calls=(replace(HELD, aliases=("2031-03-04-river",)),))
    assert b"2031-03-04-river" not in made(sitemap, renamed, LISTED)["sitemap.xml"].data


def test_many_pages_are_parted(monkeypatch):
    """More pages than one sitemap may hold are spread over several, each listed once."""
    monkeypatch.setattr(sitemap, "MOST", 3)
    outputs = made(sitemap, ARCHIVE, LISTED)
    parts = locations(outputs["sitemap.xml"].data)
    pages = [page for part in parts for page in locations(outputs[part].data)]
    whole = {"index.html", f"calls/{HELD.id}.html"}
    assert whole <= set(pages)
    assert len(set(pages)) == len(pages)
    assert all(len(locations(outputs[part].data)) <= 3 for part in parts)
