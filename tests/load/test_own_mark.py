"""The archive's own mark is written anew from what is harmless; everything else is refused with its place."""

import pytest

from generator.load.files import Source
from generator.load.mark import LIMIT, PATH, read_mark
from generator.load.notebook import Notebook

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
CIRCLE = '<circle cx="12" cy="12" r="9" fill="currentColor"/>'


def read(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Read a mark, and give the places of what is wrong with it."""
    book = Notebook(PATH)
    drawn = read_mark(book, Source(PATH, text.encode()))
    return drawn, [(one.code, one.place.line, one.place.column) for one in book.problems]


def test_a_plain_drawing_is_taken() -> None:
    """Shapes and their attributes come out as they went in, without remarks, names and a size of their own."""
    text = (
        f'<?xml version="1.0"?>\n<!-- drawn by hand -->\n{HEAD[:-1]} width="10">'
        f'<title>River</title><g id="a" transform="translate(1 2)">{CIRCLE}</g></svg>\n'
    )
    g = '<g transform="translate(1 2)"><circle cx="12" cy="12" r="9" fill="currentColor"></circle></g>'
    assert (f"{HEAD}{g}</svg>", []) == read(text)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>*{display:none}</style>",
        '<image href="https://elsewhere.example/a.png"/>',
        '<use href="#a"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        "<foreignObject><b>x</b></foreignObject>",
        '<path d="M0 0" onclick="alert(1)"/>',
        '<path d="M0 0" style="fill:red"/>',
        '<path fill="url(https://elsewhere.example/a)"/>',
        '<path fill="url(#a)"/>',
        '<path fill="URL(other.svg#a)"/>',
        '<path fill="&#x55;rl(other.svg#a)"/>',
        '<path stroke="red Url (a)"/>',
        '<path d="M0 0" class="md-header"/>',
        '<animate attributeName="d"/>',
        '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
        '<?xml-stylesheet href="a.css"?>',
        "words",
        "<path",
    ],
)
def test_nothing_that_runs_fetches_or_styles_is_taken(inside: str) -> None:
    """Whatever is no plain shape is refused where it stands, and nothing of the drawing is kept."""
    drawn, found = read(f"{HEAD}\n{inside}</svg>")
    assert ("", "S724", 2) == (drawn, found[0][0], found[0][1])
    assert 1 == len(found)


def test_a_colour_whose_name_holds_those_letters_is_a_colour() -> None:
    """Burlywood is no address."""
    drawn, found = read(f'{HEAD}<path d="M0 0" fill="burlywood"/></svg>')
    assert (True, []) == ("burlywood" in drawn, found)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + HEAD + "</svg>",
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        '<svg viewBox="0 0 24 24"></svg>',
        "<p>River</p>",
        "not a drawing",
    ],
)
def test_what_is_no_svg_is_refused(text: str) -> None:
    """A mark is an SVG that says so, has a box to be drawn in, and defines nothing beforehand."""
    drawn, found = read(text)
    assert ("", ["S724"]) == (drawn, [code for code, _, _ in found])


def test_a_large_drawing_is_refused() -> None:
    """Every page carries the mark twice, so it is small."""
    drawn, found = read(f"{HEAD}{CIRCLE * (LIMIT // len(CIRCLE))}</svg>")
    assert ("", [("S724", 1, 1)]) == (drawn, found)
