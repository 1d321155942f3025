"""Finds what stands inside a page itself and would run or dress it: scripts, styles, and what no policy should allow.

What is allowed of it is left to `policy.py`.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from generator.site.stage import MARK

DATA_TYPES = ("application/json", "application/ld+json")
"""Types of script elements that no browser runs; every other type is taken for one that does."""
ADDRESSES = (
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "ping",
    "poster",
    "src",
    "xlink:href",
)
LOADING = (
    "apple-touch-icon",
    "icon",
    "manifest",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "stylesheet",
)
"""Kinds of `link` for which a browser asks a host by itself."""
FOREIGN = ("applet", "base", "embed", "fencedframe", "frame", "iframe", "object", "portal")
"""Elements that bring in another document, or turn every address of this one elsewhere."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Hashes of inline scripts and styles as policies write them, and what cannot be covered: page and words."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    uncovered: tuple[tuple[str, str], ...]


def inline_of(pages: Iterable[tuple[str, str]]) -> Inline:
    """Read pages, each an address and its text, for what stands inside them."""
    scripts: set[str] = set()
    styles: set[str] = set()
    uncovered: set[tuple[str, str]] = set()
    for path, html in pages:
        found = _Reader()
        found.feed(html)
        found.close()
        scripts |= {source_of(text) for text in found.scripts}
        styles |= {source_of(text) for text in found.styles}
        uncovered |= {(path, words) for words in found.uncovered}
    return Inline(tuple(sorted(scripts)), tuple(sorted(styles)), tuple(sorted(uncovered)))


def inline_from(kept: Mapping[str, Any]) -> Inline:
    """Give what was found before and kept as JSON."""
    uncovered = tuple((page, words) for page, words in kept["uncovered"])
    return Inline(tuple(kept["scripts"]), tuple(kept["styles"]), uncovered)


def source_of(text: str) -> str:
    """Give the hash of an inline script or style in the form of a policy.

    >>> source_of("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


class _Reader(HTMLParser):
    """Gathers what one page holds; line ends are made plain first, as browsers do before they hash."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.uncovered: list[str] = []
        self._into: list[str] | None = None
        self._text: list[str] = []

    def feed(self, data: str) -> None:
        """Read the text of a page."""
        super().feed(data.replace("\r\n", "\n").replace("\r", "\n"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        given = {name: value or "" for name, value in attrs}
        self.uncovered += _uncovered_in(tag, given)
        if tag == "style" or (tag == "script" and "src" not in given and _runs(given)):
            self._into, self._text = (self.styles if tag == "style" else self.scripts), []

    def handle_data(self, data: str) -> None:
        """Take in the text of a script or a style."""
        if self._into is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note a script or a style that has ended."""
        if self._into is not None and tag in ("script", "style"):
            text = "".join(self._text)
            if MARK in text:
                self.uncovered.append(f"a <{tag}> that is another on each page")
            else:
                self._into.append(text)
            self._into = None


def _runs(given: Mapping[str, str]) -> bool:
    return given.get("type", "").strip().lower() not in DATA_TYPES


def _uncovered_in(tag: str, given: Mapping[str, str]) -> Iterator[str]:
    if tag in FOREIGN:
        yield f"the element <{tag}>"
    for name, value in given.items():
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield f"the attribute {name} of <{tag}>"
        elif name in ADDRESSES and _scheme(value) in ("javascript", "vbscript"):
            yield f"an address of <{tag}> that is a script"
        elif name in ("src", "srcset", "poster", "background") and _is_elsewhere(value):
            yield f"a <{tag}> from another host"
    if tag == "link" and _is_elsewhere(given.get("href", "")):
        kinds = given.get("rel", "").lower().split()
        yield from (f"a <link> of another host for {kind}" for kind in kinds if kind in LOADING)


def _scheme(address: str) -> str:
    """Give the scheme of an address as a browser reads it: without spaces and controls."""
    plain = "".join(sign for sign in address if sign > " ")
    return plain.partition(":")[0].lower()


def _is_elsewhere(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return True
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp", "ws", "wss")
