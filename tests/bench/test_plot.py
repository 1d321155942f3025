"""The plot of a few given figures is a picture that says in words what it shows."""

import xml.etree.ElementTree as ET

import pytest

from generator.bench import plot
from generator.bench.results import OURS
from tests.bench.runs import RUNS

SVG = "{http://www.w3.org/2000/svg}"


def drawn(runs) -> ET.Element:
    return ET.fromstring(plot.plot(runs))


def test_a_point_stands_where_its_logarithms_are():
    """The middle of two powers of ten is half way between them."""
    scale = plot.Scale((2, 4), (0, 2))
    wide, high = scale.place(10_000, 1)
    assert (0, 0) == scale.place(100, 100)
    assert (wide / 2, high / 2) == scale.place(1000, 10)


def test_each_builder_has_a_line_in_both_panels():
    """Three sizes give a line and three marks to each builder, once for time and once for memory."""
    picture = drawn(RUNS)
    lines = [line.get("points", "").split() for line in picture.iter(f"{SVG}polyline")]
    assert [3] * 4 == [len(points) for points in lines]
    marks = [one for group in picture.findall(f"{SVG}g") for one in group.iter(f"{SVG}path")]
    assert 12 == sum("mark" in (one.get("class") or "") for one in marks)


def test_more_time_stands_higher():
    """Upwards is more, and to the right are more calls."""
    first = next(drawn(RUNS).iter(f"{SVG}polyline"))
    points = [tuple(map(float, point.split(","))) for point in first.get("points", "").split()]
    assert points == sorted(points, key=lambda point: (point[0], -point[1]))


def test_one_size_is_drawn_as_points():
    """A line needs two sizes."""
    assert [] == list(drawn(RUNS[:1]).iter(f"{SVG}polyline"))
    assert "mark" in plot.plot(RUNS[:1])


def test_the_picture_says_what_it_shows():
    """It has a title and a description with every figure, for whoever does not see it."""
    picture = drawn(RUNS)
    assert "img" == picture.get("role")
    told = picture.findtext(f"{SVG}desc") or ""
    assert picture.findtext(f"{SVG}title")
    assert f"{OURS}: 100 calls 2.00 s and 50 MiB" in told
    assert "Reeds: 100 calls 2.00 s and 100 MiB" in told


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_can_be_read(scheme):
    """Each line has three times the contrast of its paper, and words four and a half (WCAG 1.4.3 and 1.4.11)."""
    light, dark = plot.plot(RUNS).split("@media (prefers-color-scheme: dark)")
    style = light if scheme == "light" else dark
    paper, words = (colour_after(style, start) for start in (".paper", "text {"))
    lines = [part.split(";")[0].strip() for part in style.split("--c:")[1:]]
    assert len(lines) >= 6
    assert contrast(paper, words) >= 4.5
    assert [] == [line for line in lines if contrast(paper, line) < 3]


def colour_after(style: str, start: str) -> str:
    rest = style[style.index(start) :]
    return "#" + rest[rest.index("fill: #") + 7 :][:6]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
