"""Draws what machines read in the head of a page: what kind of page it is, when it changed, its other forms, and its
facts in the terms of Schema.org.

What those facts are is left to `render/`; how they get into a frame is left to `frames.py`.
"""

import datetime
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
from markupsafe import escape

from generator.render.output import Page
from generator.settings import NavEntry, Settings
from generator.site.stage import NOT_FOUND

HOME = "index.html"
SEARCH = "search/index.html"
CONTEXT = "https://schema.org"
_JSON = msgspec.json.Encoder(order="sorted")
# Inside JSON these stand in texts only, where the escape means the same; so no text can end the script around it.
_ESCAPES = (
    ("&", "\\u0026"),
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the head of every page tells of the site; `sections` are the names of the pages of the navigation."""

    site_name: str
    site_description: str
    site_url: str
    language: str
    licence_url: str
    indexing: bool
    sections: Mapping[str, str]


def site_facts(settings: Settings) -> SiteFacts:
    """Give what heads tell of a site."""
    return SiteFacts(
        settings.site_name,
        settings.site_description,
        settings.site_url,
        settings.language,
        settings.records_licence_url,
        settings.indexing,
        dict(_sections(settings.nav)),
    )


def _sections(nav: tuple[NavEntry, ...]) -> Iterator[tuple[str, str]]:
    for entry in nav:
        if entry.path:
            yield entry.path, entry.title
        yield from _sections(entry.children)


def page_title(title: str, site: SiteFacts) -> str:
    """Give the title of a page as tabs and lists of results show it; one named like the site is not named twice."""
    return title if title == site.site_name else f"{title} – {site.site_name}"


def draw_head(page: Page, site: SiteFacts) -> str:
    """Give the elements that are a page's own, escaped; 404.html has no address and says at most not to be listed."""
    lines = list(_own_elements(page, site))
    if page.path != NOT_FOUND:
        facts = json_in_html(page_facts(page, site))
        lines.append(f'<script type="application/ld+json">{facts}</script>')
    return "\n    ".join(lines)


def _own_elements(page: Page, site: SiteFacts) -> Iterator[str]:
    head = page.head
    # Where no page may be listed the frame says so itself.
    if site.indexing and not (head.is_listed and page.path != NOT_FOUND):
        yield '<meta name="robots" content="noindex">'
    if page.path == NOT_FOUND:
        return
    yield f'<meta property="og:type" content="{_graph_type(page)}">'
    if locale := _locale(site.language):
        yield f'<meta property="og:locale" content="{escape(locale)}">'
    if head.changed_at is not None and _graph_type(page) == "article":
        changed = _stamp(head.changed_at)
        yield f'<meta property="article:modified_time" content="{changed}">'
    for other in head.alternates:
        address = posixpath.relpath(other.path, posixpath.dirname(page.path) or ".")
        yield (
            f'<link rel="alternate feed" type="{escape(other.type)}" title="{escape(other.title)}"'
            f' href="{escape(address)}">'
        )


def _graph_type(page: Page) -> str:
    """Give the kind of page in the terms of Open Graph: lists and the like are part of a website, the rest articles."""
    return "article" if page.head.kind == "WebPage" and page.path != HOME else "website"


def _locale(language: str) -> str:
    """Give a language with its territory, as Open Graph has it: our own English is British, no other is guessed."""
    name, _, territory = language.partition("-")
    if len(territory) == 2:
        return f"{name}_{territory.upper()}"
    return "en_GB" if language == "en" else ""


def page_facts(page: Page, site: SiteFacts) -> dict[str, object]:
    """Give what a page says of itself in the terms of Schema.org."""
    address = site.site_url + page.path
    facts: dict[str, object] = {
        "@context": CONTEXT,
        "name": page.title,
        "inLanguage": site.language,
    }
    if site.licence_url:
        facts["license"] = site.licence_url
    if page.path == HOME:
        return {**facts, **_website(site), **page.head.facts}
    if page.head.changed_at is not None:
        facts["dateModified"] = _stamp(page.head.changed_at)
    return {
        **facts,
        "@type": page.head.kind,
        "url": address,
        "isPartOf": {"@type": "WebSite", "name": site.site_name, "url": site.site_url},
        "breadcrumb": _breadcrumb(page, site),
        **page.head.facts,
    }


def _website(site: SiteFacts) -> dict[str, object]:
    facts: dict[str, object] = {
        "@type": "WebSite",
        "name": site.site_name,
        "url": site.site_url,
    }
    if site.site_description:
        facts["description"] = site.site_description
    if SEARCH in site.sections:
        facts["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{site.site_url}{SEARCH}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        }
    return facts


def _breadcrumb(page: Page, site: SiteFacts) -> dict[str, object]:
    """Give the way to a page from the home page: over the index whose frame it wears, unless it is that itself."""
    steps = [(site.site_name, "")]
    if page.section not in (page.path, HOME):
        steps.append((site.sections.get(page.section, page.section), page.section))
    steps.append((page.title, page.path))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": site.site_url + path}
            for at, (name, path) in enumerate(steps, start=1)
        ],
    }


def _stamp(second: int) -> str:
    return f"{datetime.datetime.fromtimestamp(second, datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"


def json_in_html(value: Mapping[str, object]) -> str:
    """Give JSON in one form only, which may stand inside a script element whatever its texts are.

    >>> json_in_html({"name": "</script>", "@type": "Thing"})
    '{"@type":"Thing","name":"\\\\u003c/script\\\\u003e"}'
    """
    text = _JSON.encode(value).decode()
    for character, escaped in _ESCAPES:
        text = text.replace(character, escaped)
    return text
