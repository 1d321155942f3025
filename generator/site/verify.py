"""A last look at the links of finished pages before they are published: every inner one leads somewhere.

What stands behind links to other hosts is not asked here.
"""

import html
import posixpath
import re
from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from generator.site.stage import H1_ANCHOR

TAG = re.compile(r'<[a-zA-Z][^\s/>]*((?:\s+[^\s=>/"]+(?:\s*=\s*(?:"[^"]*"|[^\s">]+))?)*)\s*/?>')
# It begins with what can be looked for at once, and looks back from there: three times as quick as the other way.
ATTRIBUTE = re.compile(r'="(?:(?<=\s(id)=")|(?<=\shref=")|(?<=\ssrc="))([^"]*)"')
NAMED = re.compile(r'\s([^\s=>/"]+)\s*=\s*"([^"]*)"')
QUOTING = re.compile(r'>[^<]*="')
SPOKEN_OF = re.compile(r'>[^<>]*\s(?:id|href|src)="')
# A value that ends like the beginning of one: what follows it would be taken for an address.
ENDING_SO = re.compile(r'="(?:(?<=\sid=")|(?<=\shref=")|(?<=\ssrc="))\s*(?:[\w-]+="|/?>)')
QUOTE = '"'
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
SEARCH = "search/index.html"
ASKED = re.compile(r"(?:q|kind|year|series|group|hub|place|notes|recording)=")
"""What is looked for stands behind the sign of a place in the page that people search with, where no host reads it."""
_APART = "\0"
"""Stands between the names of a page's passages; no text of HTML can hold it."""
_OWN = ("", "#", "?")
"""What an address begins with that means the page it stands on."""


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
    found = ATTRIBUTE.findall(text)
    values = f"{QUOTE.join([value for _, value in found])}{QUOTE}"
    misled = _may_mislead(values) and ENDING_SO.search(text)
    # Taking each tag apart costs ten times as much, and only text that speaks of attributes needs it.
    if misled or (QUOTING.search(text) and SPOKEN_OF.search(text)):
        found = _tag_by_tag(text)
    anchors = {html.unescape(value) for name, value in found if name}
    asked = dict.fromkeys(value for name, value in found if not name)
    targets = {html.unescape(value): None for value in asked if not _leads_elsewhere(value)}
    return PageLinks(path, frozenset({H1_ANCHOR, *anchors}), tuple(targets))


def _may_mislead(values: str) -> bool:
    """Tell whether one of the values that were read, each with its last quote, may begin where another one ends.

    Such a one holds what stands behind the end of a value: the rest of its tag, or another attribute.
    """
    return ">" in values or '="' in values


def _leads_elsewhere(address: str) -> bool:
    return (":" in address or address.startswith("//")) and bool(ELSEWHERE.match(address))


def _tag_by_tag(text: str) -> list[tuple[str, str]]:
    """Give the values of attributes, as `ATTRIBUTE` does, each tag and each attribute by itself."""
    named = (pair for tag in TAG.finditer(text) for pair in NAMED.findall(tag[1]))
    return [(name if name == "id" else "", v) for name, v in named if name in ("id", "href", "src")]


def leading_out(links: PageLinks) -> PageLinks:
    """Leave out the links that a page answers by itself: half of all lead to a passage of their own page."""
    asked = (to for to in links.targets if to[:1] != "#" or to[1:] not in links.anchors)
    return PageLinks(links.path, links.anchors, tuple(asked))


class LinkBook:
    """What the pages of a site offer and ask for, gathered page by page in little room.

    An address is asked once, however many pages of a folder lead to it.
    """

    def __init__(self) -> None:
        """Begin with no page."""
        self._anchors: dict[str, str] = {}
        self._asked: dict[str, array[int]] = {}
        self._numbers: dict[tuple[str, str], int] = {}

    def add(self, links: PageLinks) -> None:
        """Take in a page."""
        path, numbers = links.path, self._numbers
        folder = path[: path.rfind("/") + 1]
        # One text takes a tenth of the room of a set of words; names are looked for in it, whatever their order.
        self._anchors[path] = f"{_APART}{_APART.join(links.anchors)}{_APART}"
        asked = [
            numbers.setdefault((path if to[:1] in _OWN else folder, to), len(numbers))
            for to in leading_out(links).targets
        ]
        self._asked[path] = array("I", asked)

    def broken(self, files: Collection[str], site_path: str = "/") -> list[BrokenLink]:
        """Give every inner link that leads to none of `files`, or to an anchor its page does not have, in order.

        `site_path` is the path of `site_url`, under which addresses with a leading slash lie.
        """
        files_of: dict[tuple[str, str], str] = {}
        bad = {
            number: target
            for (place, target), number in self._numbers.items()
            if not _leads_somewhere(place, target, files, self._anchors, site_path, files_of)
        }
        pages = self._asked.items() if bad else ()
        return sorted(
            BrokenLink(page, bad[number])
            for page, asked in pages
            for number in asked
            if number in bad
        )


def broken_links(
    pages: Iterable[PageLinks], files: Collection[str], site_path: str = "/"
) -> list[BrokenLink]:
    """Give every broken link of some pages; see `LinkBook.broken`."""
    book = LinkBook()
    for page in pages:
        book.add(page)
    return book.broken(frozenset(files), site_path)


def _leads_somewhere(
    place: str,
    target: str,
    files: Collection[str],
    anchors: Mapping[str, str],
    site_path: str,
    files_of: dict[tuple[str, str], str],
) -> bool:
    """Tell whether a link leads somewhere from a page, or from any page of a folder, which ends with a slash.

    `files_of` are files by place and address, filled here: many addresses differ by their passage alone.
    """
    address, _, fragment = target.partition("#")
    asked = place, address
    file = files_of.get(asked)
    if file is None:
        file = files_of[asked] = _resolve(place, unquote(address.partition("?")[0]), site_path)
    if file not in files:
        return False
    if not fragment or file not in anchors:
        return True
    return _is_among(unquote(fragment), anchors[file]) or bool(
        file == SEARCH and ASKED.match(fragment)
    )


def _is_among(name: str, names: str) -> bool:
    return _APART not in name and f"{_APART}{name}{_APART}" in names


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
