"""Reads finished outputs back as those do who use them, and says what in them is live, foreign or not well-formed.

What may stand in an output is learnt from an archive whose words are all plain, and from what Markdown may give.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from xml.etree import ElementTree

from generator.render.cleaning import BLOCKS, INLINE, TABLES
from generator.render.output import File, Output, Page

_REQUESTING = frozenset(
    "src srcset poster action formaction data background ping manifest icon code codebase archive".split()
)
_SAFE = re.compile(r"(?:https?://|mailto:|webcal://|webcals://)", re.IGNORECASE)
_SCHEME = re.compile(r"[\x00-\x20]*[a-z][a-z0-9+.\-\x00-\x20]*:", re.IGNORECASE)
_PROPERTY = re.compile(
    r"[A-Z-]+(?:;[A-Z-]+=(?:\"[^\"\x00-\x08\x0a-\x1f\x7f]*\"|[^\";:,\x00-\x1f\x7f]*))*:[^\x00-\x08\x0a-\x1f\x7f]*\Z"
)
_FORMULA = re.compile(r"[\s'\"]*[=+\-@\t\r＝＋－＠]")
_OF_MARKDOWN = frozenset(
    {(name, "") for name in BLOCKS | INLINE | TABLES}
    | {(name, "id") for name in ("h2", "h3", "h4", "h5", "h6", "li", "p", "span", "time")}
    | {("a", name) for name in ("href", "title", "rel", "class", "aria-label", "tabindex")}
    | {("div", name) for name in ("class", "role", "tabindex", "aria-label")}
    | {("span", name) for name in ("class", "role", "aria-label")}
    | {
        ("ol", "start"),
        ("p", "class"),
        ("table", "class"),
        ("td", "class"),
        ("th", "class"),
        ("th", "scope"),
    }
    | {("time", "datetime")}
)


@dataclass(frozen=True, slots=True)
class Known:
    """What stands in the outputs of plain words: elements with attributes, elements of XML, properties of calendars."""

    html: frozenset[tuple[str, str]]
    xml: frozenset[str]
    ics: frozenset[str]


class Read(HTMLParser):
    """A text of HTML as a browser reads it: its elements with attributes, its words, its comments."""

    def __init__(self, text: str) -> None:
        """Read the whole text."""
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[str] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        """Note CDATA, which HTML has none of."""
        self.comments.append(data)

    @property
    def words(self) -> str:
        """Give what a reader sees, with single spaces."""
        return " ".join("".join(self.pieces).split())

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Give the elements, alone and with each of their attributes."""
        found = ((tag, name) for tag, attributes in self.elements for name in ("", *attributes))
        return frozenset(found)

    @property
    def links(self) -> list[str]:
        """Give where the links lead."""
        return [
            attributes["href"]
            for tag, attributes in self.elements
            if tag == "a" and "href" in attributes
        ]


def text_of(output: Output) -> str:
    """Give the text of an output; nothing of an index, whose rows are text already."""
    if isinstance(output, Page):
        return output.body
    return output.data.decode("utf-8") if isinstance(output, File) else ""


def known_of(outputs: Mapping[str, Output]) -> Known:
    """Learn from outputs of plain words what may stand in those of hostile ones."""
    html: set[tuple[str, str]] = set(_OF_MARKDOWN)
    xml: set[str] = set()
    ics: set[str] = set()
    for path, output in outputs.items():
        text = text_of(output)
        if path.endswith(".html"):
            html |= Read(text).pairs
        elif path.endswith(".xml"):
            xml |= {each.tag for each in ElementTree.fromstring(text).iter()}
        elif path.endswith(".ics"):
            ics |= {re.split("[:;]", line)[0] for line in _unfolded(text)}
    return Known(frozenset(html), frozenset(xml), frozenset(ics))


def findings(path: str, output: Output, known: Known) -> list[str]:
    """Say what is wrong with one output; nothing for a good one."""
    text, ending = text_of(output), path.rsplit(".", 1)[-1]
    if ending == "html":
        found = list(html_findings(text, known.html))
    elif ending == "xml":
        found = list(_xml_findings(text, known))
    elif ending == "ics":
        found = list(_ics_findings(text, known))
    elif ending == "json":
        found = _json_findings(text)
    elif ending == "csv":
        found = list(csv_findings(text))
    else:
        found = (
            []
            if ending in ("bin", "txt") or "." not in path.rsplit("/", 1)[-1]
            else [f"nobody looks at .{ending}"]
        )
    return [f"{path}: {one}" for one in found]


def html_findings(text: str, known: frozenset[tuple[str, str]] = _OF_MARKDOWN) -> Iterator[str]:
    """Say what in HTML is live, foreign or unknown."""
    read = Read(text)
    yield from (f"<{tag} {name}> is not one of ours" for tag, name in sorted(read.pairs - known))
    yield from (f"a comment: {words[:40]!r}" for words in read.comments)
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    yield from (
        f"the id {name} stands twice" for name in sorted({i for i in ids if ids.count(i) > 1})
    )
    for tag, attributes in read.elements:
        for name, value in attributes.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                yield f"<{tag}> has {name}"
            if name in _REQUESTING and (_SCHEME.match(value) or value.startswith(("//", "\\"))):
                yield f"<{tag} {name}> asks {value[:60]}"
            if name in ("href", "xlink:href") and not _is_safe(value):
                yield f"<{tag} {name}> leads to {value[:60]!r}"


def _is_safe(address: str) -> bool:
    if _SAFE.match(address):
        return "@" not in address.partition("://")[2].partition("/")[0]
    return not _SCHEME.match(address.partition("#")[0]) and not re.match(
        r"[\x00-\x20]*(?:[/\\]){2}", address
    )


def _xml_findings(text: str, known: Known) -> Iterator[str]:
    if "<!" in text or text.count("<?") > 1:
        yield "a declaration or an instruction"
    for each in ElementTree.fromstring(text).iter():
        if each.tag not in known.xml:
            yield f"<{each.tag}> is not one of ours"
        if each.attrib.get("type") == "html":
            yield from html_findings(each.text or "", known.html)
        href = each.attrib.get("href", "")
        if not _is_safe(href):
            yield f"an address {href[:60]!r}"


def _unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def _ics_findings(text: str, known: Known) -> Iterator[str]:
    lines = _unfolded(text)
    for line in lines:
        if not _PROPERTY.match(line) or re.split("[:;]", line)[0] not in known.ics:
            yield f"a line that is not ours: {line[:60]!r}"
    for name in ("VCALENDAR", "VEVENT", "VTIMEZONE"):
        if lines.count(f"BEGIN:{name}") != lines.count(f"END:{name}"):
            yield f"{name} does not end as often as it begins"


def _json_findings(text: str) -> list[str]:
    json.loads(text)
    return []


def csv_findings(text: str) -> Iterator[str]:
    """Say which cells a spreadsheet would take for a formula."""
    for row in csv.reader(io.StringIO(text)):
        yield from (
            f"a formula: {cell[:40]!r}"
            for cell in row
            if _FORMULA.match(cell) and not _is_number(cell)
        )


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", cell))
