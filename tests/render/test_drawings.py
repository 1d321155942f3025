"""Every drawing of a written page can be understood without being seen, and fits any page and any colours."""

import re
import xml.etree.ElementTree as ET

import pytest

from generator.render.drawings import DRAWINGS, draw

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
EACH = pytest.mark.parametrize("name", sorted(DRAWINGS))


def lines_of(name: str) -> ET.Element:
    """Give the drawing itself, read as XML."""
    (found,) = SVG.findall(draw(name))
    return ET.fromstring(found)


@EACH
def test_a_drawing_has_a_name_and_says_what_it_shows(name):
    """A screen reader finds an image with a title and a description."""
    svg = lines_of(name)
    assert "img" == svg.get("role")
    assert (DRAWINGS[name].title, DRAWINGS[name].about) == tuple(
        svg.findtext(tag) for tag in ("title", "desc")
    )


@EACH
def test_every_number_in_a_drawing_stands_for_words_beside_it(name):
    """Nothing is numbered that is not told, and nothing is told that is not in the drawing."""
    digits = {text.text for text in lines_of(name).iter("text")}
    told = {str(number) for number in range(1, len(DRAWINGS[name].points) + 1)}
    assert told == (digits & told if name == "drawing-keys" else digits)
    beside = SVG.sub("", draw(name))
    assert [] == [point for point in DRAWINGS[name].points if point not in beside]


@EACH
def test_a_drawing_brings_no_colour_or_style_of_its_own(name):
    """Colours come from the style sheet, so that both schemes fit and no inline style is needed."""
    named = {key for part in lines_of(name).iter() for key in part.attrib}
    assert set() == named & {"style", "fill", "stroke", "color", "font-size"}


@EACH
def test_a_drawing_stays_inside_its_frame(name):
    """No centre of a disc, corner of a box or letter lies outside of what is shown."""
    svg = lines_of(name)
    _, _, width, height = map(int, svg.get("viewBox", "").split())
    for part in svg.iter():
        x = float(part.get("cx") or part.get("x") or 0) + float(part.get("width") or 0)
        y = float(part.get("cy") or part.get("y") or 0) + float(part.get("height") or 0)
        assert 0 <= x <= width
        assert 0 <= y <= height


def test_keys_that_mean_nothing_are_told_apart():
    """Twelve keys are drawn, and as many are marked as have a meaning."""
    drawn = draw("drawing-keys")
    assert 12 == drawn.count("<rect class=")
    assert len(DRAWINGS["drawing-keys"].points) == drawn.count("ia-drawing__key--")
