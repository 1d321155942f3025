"""Reads the mark of an archive, `content/mark.svg`: only a drawing that can neither run nor fetch anything is taken.

It becomes a part of every page, so it is written anew from what is known to be harmless, and all else is refused.
"""

import re
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from generator.load.files import Source
from generator.load.notebook import Notebook
from generator.load.text import decode
from generator.problems import Place, problem

NAME = "mark.svg"
PATH = f"content/{NAME}"
LIMIT = 4_000
"""Characters: every page carries the mark twice."""

_SVG = "http://www.w3.org/2000/svg"
_SHAPES = frozenset("svg g path circle ellipse rect line polyline polygon".split())
_WORDS = frozenset({"title", "desc"})
"""Elements that are left out: the link around the mark has the archive's name already."""
_ATTRIBUTES = frozenset(
    "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity fill-rule clip-rule"
    " stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset"
    " stroke-opacity opacity".split()
)
_LEFT_OUT = frozenset({"id", "version", "xmlns", "xml:space", "role", "aria-hidden", "focusable"})
_SIZE = frozenset({"width", "height"})
_VALUE = re.compile(r"(?!.*url\s*\()[a-z0-9#.,%() \t\r\n+-]*\Z", re.IGNORECASE | re.DOTALL)
"""Numbers, names of colours and transformations; CSS knows `URL(` in letters of any size, and after other words."""


class _Refused(Exception):
    """What may not stand in a mark, in words."""


@dataclass(slots=True)
class _Drawing:
    """The drawing as it is written anew while the file is read."""

    parts: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Write the start of a shape, or refuse it."""
        if not self.open:
            _check_root(name, attributes)
        if name not in _SHAPES | _WORDS:
            raise _Refused(f"`<{name}>` is not one of the plain shapes")
        self.open.append(name)
        if name in _SHAPES:
            kept = (_attribute(*pair, root=len(self.open) == 1) for pair in attributes.items())
            self.parts.append(f"<{name}{''.join(kept)}>")

    def end(self, name: str) -> None:
        """Write the end of a shape."""
        self.open.pop()
        if name in _SHAPES:
            self.parts.append(f"</{name}>")

    def text(self, text: str) -> None:
        """Refuse words that would be drawn: letters need a font, and speak one language only."""
        if text.strip() and not _WORDS & set(self.open):
            raise _Refused("words stand between its shapes")


def read_mark(book: Notebook, source: Source) -> str:
    """Give the drawing, written anew; an empty string, with one problem, for what is not plainly harmless."""
    text, faults = decode(source.path, source.data)
    book.problems.extend(faults)
    if text is None:
        return ""
    parser = expat.ParserCreate()
    try:
        if len(text) > LIMIT:
            raise _Refused(f"it has {len(text)} characters, which every page would carry twice")
        return _drawn(parser, text)
    except _Refused as refused:
        at = Place(book.path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        book.problems.append(problem("S724", at, why=str(refused)))
    except expat.ExpatError as error:
        at = Place(book.path, error.lineno, error.offset + 1)
        book.problems.append(problem("S724", at, why="it is not well-formed XML"))
    return ""


def _drawn(parser: expat.XMLParserType, text: str) -> str:
    drawing = _Drawing()
    parser.StartElementHandler = drawing.start
    parser.EndElementHandler = drawing.end
    parser.CharacterDataHandler = drawing.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.ProcessingInstructionHandler = _refuse_instruction
    parser.Parse(text, True)
    return "".join(drawing.parts)


def _check_root(name: str, attributes: dict[str, str]) -> None:
    if name != "svg" or attributes.get("xmlns") != _SVG:
        raise _Refused(f'it does not begin with `<svg xmlns="{_SVG}">`')
    if "viewBox" not in attributes:
        raise _Refused("it has no `viewBox`, so it could not be drawn in another size")


def _attribute(name: str, value: str, *, root: bool) -> str:
    if name in _LEFT_OUT or (root and name in _SIZE):
        return f' xmlns="{_SVG}"' if root and name == "xmlns" else ""
    if name not in _ATTRIBUTES:
        raise _Refused(f"`{name}` is not one of the plain attributes")
    if not _VALUE.match(value):
        raise _Refused(f"the value of `{name}` is more than numbers and the name of a colour")
    return f' {name}="{escape(value)}"'


def _refuse_doctype(*_: object) -> None:
    raise _Refused("it has a document type, which can hold more than a drawing")


def _refuse_instruction(*_: object) -> None:
    raise _Refused("it has an instruction for programs")
