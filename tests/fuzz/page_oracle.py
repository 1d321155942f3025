"""Reads HTML by one strict grammar of tags, and says what a page that strangers wrote may not hold.

The grammar is narrower than that of HTML: whatever keeps it is read in the same way by every browser. Nothing of the
program is asked, neither its cleaner nor its lists.
"""

import html
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

_TAG = re.compile(
    r"<(?:(?P<end>/)?(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z][a-z0-9:-]*(?:=\"[^\"<>]*\")?)*)(?P<own> ?/)?>)"
)
_ATTRIBUTE = re.compile(r" ([a-z][a-z0-9:-]*)(?:=\"([^\"<>]*)\")?")
_VOID = frozenset("br hr img input meta link wbr path circle rect line".split())
_WEB = re.compile(r"https?://[A-Za-z0-9\[](?:[!-;=?-~]*)\Z")
_OURS = re.compile(r"(?:\.\./)*assets/[a-z0-9/_.-]+\.js\Z")
_PLAIN = re.compile(r"[A-Za-z0-9._~/#?&=%+,;@!$'()*:-]*\Z")

WRITTEN: Mapping[str, frozenset[str]] = {
    tag: frozenset(names.split())
    for tag, names in {
        "a": "href title rel class aria-label tabindex",
        "blockquote": "", "br": "", "code": "", "del": "", "em": "", "hr": "", "pre": "", "strong": "",
        "table": "class", "tbody": "", "thead": "", "tr": "", "ul": "", "ol": "start",
        "div": "class role tabindex aria-label",
        "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id", "li": "id", "p": "id class",
        "span": "class role aria-label id", "td": "class", "th": "class scope", "time": "id datetime",
    }.items()
}  # fmt: skip
"""The elements that Markdown may become, each with the attributes that it may have."""

NEVER = frozenset(
    "script style iframe frame object embed applet base meta link svg math template noscript textarea title xmp"
    " plaintext foreignobject audio video source marquee portal".split()
)
"""Elements that no words of a record may bring into a page by themselves."""


def faults(text: str, mail: tuple[str, ...] = ()) -> list[str]:
    """Say what is wrong with HTML that was made of Markdown; `mail` are addresses that may be linked."""
    found: list[str] = []
    stack: list[str] = []
    for tag in _tags(text, found):
        name = tag["name"]
        if tag["end"]:
            if not stack or stack.pop() != name:
                found.append(f"</{name}> closes what is not open")
            continue
        if name not in WRITTEN:
            found.append(f"<{name}> stands on no list")
        given = _ATTRIBUTE.findall(tag["attributes"])
        found += _attribute_faults(name, given, mail)
        if name == "a" and "a" in stack:
            found.append("a link stands in a link")
        if name not in _VOID:
            stack.append(name)
    found += [f"<{name}> is never closed" for name in stack]
    if _seen_by_parser(text) != [(tag["name"], bool(tag["end"])) for tag in _TAG.finditer(text)]:
        found.append("another parser sees other tags")
    return found


def page_faults(text: str, own: frozenset[str]) -> list[str]:
    """Say what is alive in the body of a whole page; `own` are elements that its template has besides."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    found = [f"<{name}>" for name, _ in reader.tags if name in NEVER - own - {"script"}]
    found += [f"a script holds {words[:40]!r}" for words in reader.scripts]
    for name, given in reader.tags:
        if name == "script" and not _is_our_script(dict(given)):
            found.append(f"<script> with {given}")
        for attribute, value in given:
            if attribute.startswith("on") or attribute in ("style", "srcdoc", "formaction", "ping"):
                found.append(f"<{name}> has {attribute}")
            if attribute in ("href", "src", "action") and not _may_lead_there(value or ""):
                found.append(f"<{name}> leads to {value!r}")
    return found


def _tags(text: str, found: list[str]) -> Iterator[re.Match[str]]:
    """Give every tag; each `<` must begin one, for no other has a place in text."""
    at = 0
    while (start := text.find("<", at)) >= 0:
        tag = _TAG.match(text, start)
        if tag is None:
            found.append(f"{text[start : start + 40]!r} is no tag that everybody reads alike")
            return
        if tag["own"]:
            found.append(f"<{tag['name']}/> closes itself")
        at = tag.end()
        yield tag


def _attribute_faults(
    name: str, given: list[tuple[str, str]], mail: tuple[str, ...]
) -> Iterator[str]:
    names = [attribute for attribute, _ in given]
    if len(set(names)) != len(names):
        yield f"<{name}> has an attribute twice"
    for attribute, value in given:
        if name in WRITTEN and attribute not in WRITTEN[name]:
            yield f"<{name}> has {attribute}"
        if attribute == "href" and not _may_be_linked(html.unescape(value), mail):
            yield f"a link leads to {value!r}"
        if attribute in ("id", "href") and not value:
            yield f"<{name}> has an empty {attribute}"
        if attribute == "id" and re.search(r"\s", html.unescape(value)):
            yield f"<{name}> has the id {value!r}"


def _may_be_linked(address: str, mail: tuple[str, ...]) -> bool:
    if _WEB.match(address):
        return "@" not in address.partition("//")[2].partition("/")[0].partition("?")[0]
    if address[:7].lower() == "mailto:":
        return address[7:].lower() in mail
    path = address.partition("#")[0]
    return ":" not in path and not path.startswith(("/", "\\")) and bool(_PLAIN.match(path))


def _may_lead_there(address: str) -> bool:
    scheme = re.match(r"[\x00-\x20]*([^/?#:]*):", address)
    if scheme is None:
        return not address.startswith(("//", "\\"))
    return scheme[1].lower() in ("https", "http", "mailto", "webcal", "tel")


def _is_our_script(given: Mapping[str, str | None]) -> bool:
    return set(given) <= {"src", "type", "defer"} and bool(_OURS.match(given.get("src") or ""))


def _seen_by_parser(text: str) -> list[tuple[str, bool]]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.order


class _Reader(HTMLParser):
    """Gathers tags with their attributes, and the order in which tags begin and end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.order: list[tuple[str, bool]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))
        self.order.append((tag, False))

    def handle_endtag(self, tag: str) -> None:
        self.order.append((tag, True))

    def handle_data(self, data: str) -> None:
        if self.order and self.order[-1] == ("script", False):
            self.scripts.append(data)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
