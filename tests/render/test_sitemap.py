"""Search engines are told what they may list."""

import xml.etree.ElementTree as ET
from dataclasses import replace

from generator import finishing
from generator.render import sitemap
from generator.render.output import Draft, File, Page
from tests.render.few_calls import ARCHIVE, HELD, SETTINGS, WITHHELD, made

LISTED = replace(SETTINGS, indexing=True)
NAMES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TWO = (("calls/one.html", 1_930_000_000), ("index.html", None))


def locations(data):
    """Give the addresses of a sitemap without the site's own."""
    return [
        (loc.text or "").removeprefix(SETTINGS.site_url)
        for loc in ET.fromstring(data).iter(f"{NAMES}loc")
    ]


def data_of(draft):
    """Give the bytes that a draft becomes."""
    output = draft.make(draft.view, LISTED)
    assert isinstance(output, File)
    return output.data


def all_drafts(archive, settings=LISTED):
    """Give the drafts of a whole site by path."""
    return {draft.path: draft for draft in finishing.draft_all(archive, settings)}


def listed_pages(archive):
    """Give the pages that the sitemaps of an archive list, sorted."""
    return pages_of(all_drafts(archive).values())


def pages_of(drafts):
    """Give the pages of the sitemaps that the index among some drafts names, sorted."""
    outputs = {draft.path: data_of(draft) for draft in drafts if draft.path.startswith("sitemap")}
    maps = locations(outputs.pop("sitemap.xml"))
    assert sorted(outputs) == sorted(maps)
    return sorted(page for name in maps for page in locations(outputs[name]))


def test_archive_that_is_not_listed_asks_machines_to_stay_away():
    """Without leave to list it, the site has no sitemap and its robots.txt closes everything."""
    assert b"User-agent: *\nDisallow: /\n" == made(sitemap, ARCHIVE)["robots.txt"].data
    assert [] == [path for path in all_drafts(ARCHIVE, SETTINGS) if path.startswith("sitemap")]


def test_listed_archive_names_its_sitemap():
    """With leave, robots.txt points at the sitemap."""
    robots = made(sitemap, ARCHIVE, LISTED)["robots.txt"].data
    assert robots.endswith(b"Sitemap: https://archive.example/sitemap.xml\n")


def test_sitemap_holds_every_page_that_may_be_found():
    """Each page that does not ask to be left alone is listed once, and no feed, data or 404.html is."""
    archive = replace(
        ARCHIVE, calls=(*ARCHIVE.calls[:1], replace(HELD, aliases=("2031-03-04-river",)), WITHHELD)
    )
    pages = [
        page
        for draft in all_drafts(archive).values()
        if isinstance(page := draft.make(draft.view, LISTED), Page)
    ]
    expected = sorted(
        page.path for page in pages if page.head.is_listed and page.path != "404.html"
    )
    assert expected == listed_pages(archive)
    assert f"calls/{HELD.id}.html" in expected


def test_sitemap_leaves_out_what_only_leads_on_and_what_is_withheld():
    """Neither an earlier address is listed nor the page of a withheld call, which search engines are to forget."""
    renamed = replace(ARCHIVE, calls=(replace(HELD, aliases=("2031-03-04-river",)), WITHHELD))
    found = listed_pages(renamed)
    assert "calls/2031-03-04-river.html" not in found
    assert f"calls/{WITHHELD.id}.html" not in found


def test_change_is_that_of_the_history():
    """The day of the last change is told where history knows it, and of no other page."""
    _index, draft = sitemap.site_map(TWO, LISTED)
    root = ET.fromstring(data_of(draft))
    days = [url.findtext(f"{NAMES}lastmod") for url in root.iter(f"{NAMES}url")]
    assert ["2031-02-27", None] == days


def test_index_tells_when_a_sitemap_was_changed():
    """It is as new as the newest change of a page in it; of one without known changes it tells nothing."""
    index, *_ = sitemap.site_map((*TWO, ("calls/2030.html", None)), LISTED)
    root = ET.fromstring(data_of(index))
    days = [each.findtext(f"{NAMES}lastmod") for each in root.iter(f"{NAMES}sitemap")]
    assert [None, "2031-02-27"] == days


def test_each_year_has_a_sitemap():
    """Pages of a year stand in that of the year, so that those of past years stay as they are."""
    pages = (
        "calls/2030-07-12-river.html",
        "calls/2031.html",
        "calls/2031-03.html",
        "places/mill-town-pa.2031-not-known.html",
        "withheld/log-2031-03.2.html",
        "series/river.html",
        "index.html",
    )
    outputs = {
        draft.path: locations(data_of(draft))
        for draft in sitemap.site_map(((page, None) for page in pages), LISTED)
    }
    del outputs["sitemap.xml"]
    assert {
        "sitemap-2030.xml": [pages[0]],
        "sitemap-2031.xml": sorted(pages[1:5]),
        "sitemap-pages.xml": sorted(pages[5:]),
    } == outputs


def test_page_of_a_call_hands_on_when_it_was_changed():
    """The page of a call is as old as the last change of its record."""
    assert HELD.changed_at == all_drafts(ARCHIVE)[f"calls/{HELD.id}.html"].changed_at


def test_files_are_not_listed():
    """Only pages are led to."""
    assert not sitemap.is_listed(Draft("calls/one.ics", sitemap.robots, ()))


def test_many_pages_are_parted(monkeypatch):
    """More pages than one sitemap may hold are spread over several, each listed once."""
    monkeypatch.setattr(sitemap, "MOST", 3)
    names = tuple((f"calls/{number}.html", None) for number in range(8))
    drafts = [*sitemap.site_map(names, LISTED)]
    assert [name for name, _ in names] == pages_of(drafts)
    assert all(len(locations(data_of(draft))) <= 3 for draft in drafts)
