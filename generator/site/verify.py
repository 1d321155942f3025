"""A last look at the links of finished pages before they are published: every inner one leads somewhere.

What stands behind links to other hosts is not asked here.
"""

import html
import posixpath
import re
from array import array
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Set
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
_SETTLED = 20_000
"""So many addresses that lead somewhere are known again; most stand on many pages one after another."""
_WRITTEN_PLAINLY = re.compile(r"[A-Za-z0-9_.-]+")
_WRITTEN_OTHERWISE = re.compile(
    rb'(?:href|src)\s*=\s*"(?![a-zA-Z][a-zA-Z0-9+.-]*:|//)[^"]*(?:%|&(?!amp;))'
)
"""An inner address in which letters may stand as numbers or by name."""
_FEW = 8
"""So many words are looked for in a page before its links are read; reading them takes as long as looking for more."""
_LENGTHS = (None, 24, 12)
"""So much of each word is looked for; a day and a part of a name say of most pages that they do not hold it."""
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


Gone = Mapping[str, Set[str] | None]
"""Files that are not there any more, or of which only some names are gone, by path."""


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


Others = Callable[[str], PageLinks | None]
"""Gives pages that a book has not taken in."""


def _nowhere(path: str) -> None:
    return None


class LinkBook:
    """What the pages of a site offer and ask for, gathered page by page in little room.

    An address is asked once, however many pages of a folder lead to it: when it is met, and only if what it leads to is
    not known by then, once more at the end.
    """

    def __init__(self, sure: Container[str] = (), site_path: str = "/") -> None:
        """Begin with no page. `sure` are files that will be there at the end, more and more of them.

        `site_path` is the path of `site_url`, under which addresses with a leading slash lie.
        """
        self._sure = sure
        self._site_path = site_path
        self._anchors: dict[str, str] = {}
        self._elsewhere: Others = _nowhere
        self._asked: dict[str, array[int]] = {}
        self._open: dict[str, dict[str, int]] = {}
        self._number = 0
        self._settled: set[tuple[str, str]] = set()
        self._files_of: dict[tuple[str, str], str] = {}

    def add(self, links: PageLinks) -> None:
        """Take in a page."""
        path = links.path
        folder = path[: path.rfind("/") + 1]
        self._anchors[path] = _joined(links.anchors)
        targets = ((path if to[:1] in _OWN else folder, to) for to in leading_out(links).targets)
        asked = [self._ask(*target) for target in targets if target not in self._settled]
        if any(asked):
            self._asked[path] = array("I", filter(None, asked))

    @property
    def waiting(self) -> int:
        """Count the addresses that will be asked at the end."""
        return sum(map(len, self._open.values()))

    def without(self, path: str, names: Set[str]) -> frozenset[str]:
        """Give those of some names that the page at a path does not offer; what is no page offers all."""
        offered = self._anchors.get(path)
        if offered is None:
            return frozenset()
        return frozenset(name for name in names if not _is_among(name, offered))

    def broken(self, files: Collection[str], elsewhere: Others = _nowhere) -> list[BrokenLink]:
        """Give every inner link that leads to none of `files`, or to an anchor its page does not have, in order.

        `elsewhere` gives pages that were not taken in, because their own links need not be asked.
        """
        self._elsewhere = elsewhere
        bad = {
            number: target
            for place, asked in self._open.items()
            for target, number in asked.items()
            if not self._leads_somewhere(place, target, files)
        }
        pages = self._asked.items() if bad else ()
        return sorted(
            BrokenLink(page, bad[number])
            for page, asked in pages
            for number in asked
            if number in bad
        )

    def _ask(self, place: str, target: str) -> int:
        """Give the number of an address that is open still, from 1 on, or 0 for one that surely leads somewhere."""
        number = self._open[place].get(target) if place in self._open else None
        if number is not None:
            return number
        if self._is_sure(place, target):
            self._settled.add((place, target))
            if len(self._settled) >= _SETTLED:
                self._settled.clear()
            return 0
        self._number += 1
        self._open.setdefault(place, {})[target] = self._number
        return self._number

    def _is_sure(self, place: str, target: str) -> bool:
        """Tell whether an address leads somewhere whatever pages may come; of a passage only its page can tell."""
        address, _, fragment = target.partition("#")
        file = self._file_of(place, address)
        if fragment and file not in self._anchors:
            return False
        return self._leads_somewhere(place, target, self._sure)

    def _leads_somewhere(self, place: str, target: str, files: Container[str]) -> bool:
        """Tell whether a link leads somewhere from a page, or from any page of a folder, which ends with a slash."""
        address, _, fragment = target.partition("#")
        file = self._file_of(place, address)
        if file not in files:
            return False
        names = self._names_in(file) if fragment else None
        if names is None:
            return True
        return _is_among(unquote(fragment), names) or bool(file == SEARCH and ASKED.match(fragment))

    def _names_in(self, file: str) -> str | None:
        """Give the names that a page offers; what is no page has none."""
        names = self._anchors.get(file)
        if names is None and (page := self._elsewhere(file)):
            names = self._anchors[file] = _joined(page.anchors)
        return names

    def _file_of(self, place: str, address: str) -> str:
        """Give the file that an address means; many addresses differ by their passage alone."""
        asked = place, address
        file = self._files_of.get(asked)
        if file is None:
            if len(self._files_of) >= _SETTLED:
                self._files_of.clear()
            path = unquote(address.partition("?")[0])
            file = self._files_of[asked] = _resolve(place, path, self._site_path)
        return file


def broken_links(
    pages: Iterable[PageLinks], files: Collection[str], site_path: str = "/"
) -> list[BrokenLink]:
    """Give every broken link of some pages; see `LinkBook.broken`."""
    book = LinkBook((), site_path)
    for page in pages:
        book.add(page)
    return book.broken(frozenset(files))


def asking_for(gone: Gone) -> Callable[[bytes], bool]:
    """Give what tells of the HTML of a page whether it may lead to what is gone: it then holds its very words.

    A page that is the index of its folder is led to without its name, and other signs than letters and figures can be
    written in several ways; then every page may.
    """
    words = {word for path, names in gone.items() for word in _words_of(path, names)}
    few = _few_of(words)
    if not few or not all(map(_WRITTEN_PLAINLY.fullmatch, words)):
        return lambda html: True
    looked_for = [word.encode() for word in few]
    return lambda html: (
        any(word in html for word in looked_for) or bool(_WRITTEN_OTHERWISE.search(html))
    )


def _few_of(words: Set[str]) -> Set[str]:
    """Give words few enough to look for, or what they begin with: most are of one call. Nothing: there are too many."""
    shorter = ({word[:length] for word in words} for length in _LENGTHS)
    return next((found for found in shorter if len(found) <= _FEW), set())


def _words_of(path: str, names: Set[str] | None) -> Iterable[str]:
    if names is not None:
        return names
    file = posixpath.basename(path)
    return ("" if file == "index.html" else file,)


def _joined(names: Iterable[str]) -> str:
    """Join names: one text takes a tenth of the room of a set of words, and they are looked for in it in any order."""
    return f"{_APART}{_APART.join(names)}{_APART}"


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
