"""A last look at the links of finished pages before they are published: every inner one leads somewhere.

What stands behind links to other hosts is not asked here.
"""

import html
import posixpath
import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from generator.site.stage import H1_ANCHOR

TAG = re.compile(r'<[a-zA-Z][^\s/>]*((?:\s+[^\s=>/"]+(?:\s*=\s*(?:"[^"]*"|[^\s">]+))?)*)\s*/?>')
ATTRIBUTE = re.compile(r'\s(id|href|src)="([^"]*)"')
SPOKEN_OF = re.compile(r'>[^<>]*\s(?:id|href|src)="')
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
SEARCH = "search/index.html"
ASKED = re.compile(r"(?:q|kind|year|series|group|hub|place|notes|recording)=")
"""What is looked for stands behind the sign of a place in the page that people search with, where no host reads it."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What a page offers and asks for: its anchors, and the inner addresses it leads to, as they are written."""

    path: str
    anchors: frozenset[str]
    targets: tuple[str, ...]


@dataclass(frozen=True, order=True, slots=True)
class BrokenLink:
    """An address on a page that leads to no file, or to no such place in it."""

    page: str
    target: str


def read_links(path: str, text: str) -> PageLinks:
    """Find anchors and inner addresses in the HTML of a page, or in a page's body alone.

    The HTML is our own: attributes stand in double quotes and `<` in text is escaped.
    """
    anchors = {H1_ANCHOR}
    targets: dict[str, None] = {}
    # Taking each tag apart costs four times as much, and only text that speaks of attributes needs it.
    searched = "".join(tag[1] for tag in TAG.finditer(text)) if SPOKEN_OF.search(text) else text
    for name, value in ATTRIBUTE.findall(searched):
        if name == "id":
            anchors.add(html.unescape(value))
        elif not ELSEWHERE.match(value):
            targets[html.unescape(value)] = None
    return PageLinks(path, frozenset(anchors), tuple(targets))


def sharing_words(links: PageLinks) -> PageLinks:
    """Give the same links of strings that pages share; what comes from another process has each word anew.

    Seven of eight words stand on other pages too, and all are kept to the end.
    """
    anchors, targets = map(sys.intern, links.anchors), map(sys.intern, links.targets)
    return PageLinks(links.path, frozenset(anchors), tuple(targets))


def broken_links(
    pages: Iterable[PageLinks], files: Collection[str], site_path: str = "/"
) -> list[BrokenLink]:
    """Give every inner link that leads to none of `files`, or to an anchor its page does not have, in order.

    `site_path` is the path of `site_url`, under which addresses with a leading slash lie.
    """
    known = files if isinstance(files, (set, frozenset, dict)) else frozenset(files)
    read = tuple(pages)
    anchors = {page.path: page.anchors for page in read}
    files_of: dict[tuple[str, str], str] = {}
    return sorted(
        BrokenLink(page.path, target)
        for page in read
        for target in page.targets
        if not _leads_somewhere(page.path, target, known, anchors, site_path, files_of)
    )


def _leads_somewhere(
    page: str,
    target: str,
    files: Collection[str],
    anchors: dict[str, frozenset[str]],
    site_path: str,
    files_of: dict[tuple[str, str], str],
) -> bool:
    """Tell whether a link leads somewhere; `files_of` are files by folder and address, filled here.

    The pages of a folder lead to the same few thousand places again and again.
    """
    address, _, fragment = target.partition("#")
    if not address and page in files and fragment in anchors.get(page, ()):
        # Half of all links stay on their page.
        return True
    asked = (page.rpartition("/")[0], unquote(address.partition("?")[0]))
    file = files_of.get(asked) or _resolve(page, asked[1], site_path)
    if asked[1]:
        # Without an address the page itself is meant.
        files_of[asked] = file
    if file not in files:
        return False
    if not fragment or file not in anchors:
        return True
    return unquote(fragment) in anchors[file] or bool(file == SEARCH and ASKED.match(fragment))


def _resolve(page: str, address: str, site_path: str) -> str:
    if not address:
        return page
    if address.startswith("/"):
        inside = address.removeprefix(site_path)
        file = inside if inside != address else "/"
    else:
        file = posixpath.join(posixpath.dirname(page), address)
    folder = not file or file.endswith(("/", "/.", "/..")) or file in (".", "..")
    file = posixpath.normpath(file)
    return posixpath.normpath(posixpath.join(file, "index.html")) if folder else file
