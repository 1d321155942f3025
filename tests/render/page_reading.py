"""Reads finished HTML as a browser would: elements with their attributes, text, and whether tags are well nested."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "meta", "link", "img", "input", "hr", "wbr", "source", "track"})


@dataclass
class Element:
    """An element: its name, its attributes, and all text inside it."""

    name: str
    attributes: dict[str, str]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


class Reading(HTMLParser):
    """A page that was read; `faults` are tags that are not well nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self._open: list[Element] = []
        self.root = Element("", {})
        self.feed(html)
        self.close()
        self.faults += [each.name for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].name == tag:
            self._open.pop()
        else:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        for element in (self.root, *self._open):
            element.pieces.append(data)

    @property
    def text(self) -> str:
        return self.root.text

    def named(self, name: str) -> list[Element]:
        return [each for each in self.elements if each.name == name]

    def of_class(self, name: str) -> list[Element]:
        return [each for each in self.elements if name in each.attributes.get("class", "").split()]

    def with_id(self, name: str) -> Element:
        return next(each for each in self.elements if each.attributes.get("id") == name)

    def ids(self) -> list[str]:
        return [each.attributes["id"] for each in self.elements if "id" in each.attributes]

    def links(self) -> dict[str, str]:
        """Give the address of every link by its words."""
        return {each.text: each.attributes.get("href", "") for each in self.named("a")}
