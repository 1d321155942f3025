"""Hostile words in every field that people fill: they stay words in heads, listings, drawings, feeds and data."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from generator import finishing
from generator.listings import LISTINGS
from generator.privacy.public import PublicArchive, PublicPage
from generator.render.output import File, Page
from generator.settings import Settings
from generator.site.head import draw_head, site_facts
from tests.render.made_archive import FORGE
from tests.render.page_reading import Reading
from tests.render.test_escaping import nasty_archive
from tests.schema_faults import schema_faults

PLAIN = "plain words"
HOSTILE = {
    "end of a script": "</script><script>alert(1)</script>",
    "end of a drawing": "</title></svg><foreignObject onload='alert(1)'>",
    "end of an attribute": "\" autofocus onfocus='alert(1)' x=\"",
    "end of CDATA": "]]><!-- --><![CDATA[",
    "braces": "{{ 7 * 7 }} {n} {shown} {day} } @misc{x, url={javascript:x}}",
    "right to left": "\u202eevil\u2066 \u05e9\u05dc\u05d5\u05dd",
    "lines": "a\r\nATTENDEE:mailto:x\u2028END:VEVENT\u0085x",
    "slashes": "../../x%2f..\\..\\x?q=1#</a>",
    "300 characters": "<b>" * 100,
}


def home() -> PublicPage:
    """Give a home page that holds every listing there is."""
    body = "\n".join(f"<!-- archive: {name} -->\n" for name in LISTINGS)
    places = tuple((1 + 2 * at, name, 0) for at, name in enumerate(LISTINGS))
    return PublicPage("content/index.md", "Home", "Home.", body, 1, places)


def settings_with(text: str) -> Settings:
    """Give settings of which every text that an owner writes is the given one."""
    return replace(
        FORGE, site_name=text, site_description=text, contact=text, notice=text, indexing=True
    )


def made(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Give the heads and bodies of all pages, and the texts of all other outputs, without words in addresses."""
    archive: PublicArchive = replace(nasty_archive(text), pages=(home(),))
    settings = settings_with(text)
    site, pages, files = site_facts(settings), {}, {}
    for draft in finishing.draft_all(archive, settings):
        output = draft.make(draft.view, settings)
        path = re.sub("places/(?!index|mill-town-pa).*html", "places/of-the-words.html", draft.path)
        if isinstance(output, Page):
            pages[path] = draw_head(output, site) + output.body
        elif isinstance(output, File):
            files[path] = output.data.decode("utf-8")
    return pages, files


def shape(html: str) -> list[tuple[str, list[str]]]:
    """Give the elements of a page with the names of their attributes."""
    return [(each.name, sorted(each.attributes)) for each in Reading(html).elements]


@pytest.fixture(scope="module")
def plain() -> dict[str, list[tuple[str, list[str]]]]:
    """Give the elements of every page where all words are plain."""
    return {path: shape(html) for path, html in made(PLAIN)[0].items()}


@pytest.fixture(scope="module", params=tuple(HOSTILE), ids=tuple(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> tuple[dict[str, str], dict[str, str]]:
    """Give all outputs of an archive where all words are hostile."""
    return made(f"x{HOSTILE[request.param]}")


def test_pages_keep_their_elements(hostile, plain):
    """No head, listing, drawing or list gets an element or an attribute from the words in it."""
    pages, _ = hostile
    assert "index.html" in pages
    assert plain.keys() == pages.keys()
    assert [] == [path for path in plain if plain[path] != shape(pages[path])]


def test_facts_of_pages_are_facts(hostile):
    """What machines read of each page is one value that Schema.org knows."""
    pages, _ = hostile
    blocks = {
        path: re.findall('<script type="application/ld\\+json">(.*?)</script>', html)
        for path, html in pages.items()
        if path != "404.html"
    }
    assert {1} == {len(found) for found in blocks.values()}
    faults = {path: schema_faults(json.loads(found[0])) for path, found in blocks.items()}
    assert {} == {path: found for path, found in faults.items() if found}


def test_files_can_be_read(hostile):
    """Feeds, sitemap and data are well-formed, and no line of a calendar is one that somebody wrote into a title."""
    _, files = hostile
    kinds = {path.rsplit(".", 1)[-1] for path in files}
    assert {"xml", "json", "ics"} <= kinds
    for path, text in files.items():
        if path.endswith(".xml"):
            ElementTree.fromstring(text)
        elif path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".ics"):
            lines = text.replace("\r\n ", "").split("\r\n")
            assert [] == [one for one in lines if one.startswith("ATTENDEE") or "\n" in one], path
            assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
