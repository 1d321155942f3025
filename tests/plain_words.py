"""Finds words in plain letters in finished files, where readers and listeners would meet them."""

import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

NO_WORDS = frozenset({"script", "style", "code", "pre"})
"""Elements whose text is not said: what programs read, and names and examples that are the same in every language."""
SAID = frozenset({"title", "aria-label", "alt", "placeholder", "label"})
"""Attributes that are said or shown."""
DATA = re.compile(r"data-(?:says|said|close|shown|messages|label|words)\Z")
METAS = frozenset({"description", "og:title", "og:description", "og:site_name", "og:image:alt"})
NAMES = frozenset(
    {"name", "headline", "description", "about", "text", "caption", "alternateName", "abstract"}
)
"""Keys of Schema.org whose values are words."""
_PROPERTIES = (
    "SUMMARY",
    "DESCRIPTION",
    "NAME",
    "X-WR-CALNAME",
    "X-WR-CALDESC",
    "CATEGORIES",
    "LOCATION",
)
_WORD = re.compile(r"[A-Za-z]{2,}")
_NO_WORD = re.compile(
    r"(?:https?|webcal)://\S+|\S+@\S+\.\w+|\bPT\d\w*|\d[\dA-Z:.-]*T[\d:]+Z|\b[a-z]+(?:-[a-z0-9]+)*\.(?:html|json|xml|ics|yaml|md)\b"
)
"""What is written with letters and is no word: addresses, lengths and times for machines, names of files."""


class _Page(HTMLParser):
    """Gathers what a page says: texts, attributes that are said, and facts for machines."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent: list[str] = []
        self._facts: list[str] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in NO_WORDS:
            self._silent.append(tag)
            self._facts = [] if values.get("type") == "application/ld+json" else None
        if tag == "meta" and values.get("name", values.get("property")) in METAS:
            self.said.append(values["content"])
        for name, value in values.items():
            if name == "data-messages":
                self.said += _texts(json.loads(value))
            elif name in SAID or DATA.match(name):
                self.said.append(re.sub(r"\{\w+\}", "", value))

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
            if self._facts is not None:
                self.said += _named(json.loads("".join(self._facts)))
                self._facts = None

    def handle_data(self, data: str) -> None:
        if self._facts is not None:
            self._facts.append(data)
        elif not self._silent:
            self.said.append(data)


def said_in_page(text: str) -> list[str]:
    """Give every text of an HTML page that is shown, said, or told to search engines."""
    return _Page(text).said


def said_in_feed(data: bytes) -> Iterator[str]:
    """Give every text of an Atom feed; the content of entries is HTML."""
    for element in ElementTree.fromstring(data).iter():
        name = element.tag.rpartition("}")[2]
        if name == "content":
            yield from said_in_page(element.text or "")
        elif name in ("title", "subtitle", "summary", "rights", "name"):
            yield element.text or ""


def said_in_calendar(data: bytes) -> Iterator[str]:
    """Give the words of a calendar file."""
    text = data.decode().replace("\r\n ", "")
    for line in text.split("\r\n"):
        name, _, value = line.partition(":")
        if name.partition(";")[0] in _PROPERTIES:
            yield re.sub(r"\\[nN]", " ", value)


def plain_words(texts: Iterator[str] | list[str], known: frozenset[str]) -> list[str]:
    """Give the texts that hold a word in plain letters, without those that hold only known ones."""
    found = []
    for text in texts:
        rest = _NO_WORD.sub(" ", html.unescape(text))
        for one in sorted(known, key=len, reverse=True):
            rest = rest.replace(one, " ")
        if _WORD.search(rest):
            found.append(" ".join(text.split()))
    return found


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"\{\w+\}", "", value)
    else:
        for one in value.values():
            yield from _texts(one)


def _named(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _named(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _named(one, key)
    elif isinstance(value, str) and key in NAMES:
        yield value
