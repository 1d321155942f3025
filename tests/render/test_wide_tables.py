"""A table of many columns scrolls in a box of its own, never the page, and the keyboard can scroll it."""

import pytest

from generator.render.links import Standpoint
from generator.render.markdown import Setting, render_markdown
from generator.render.tags import MOST_COLUMNS
from tests.render.page_reading import Element, Reading

SETTING = Setting(Standpoint("minutes/2031/a.md", "calls/a.html"), top=3, prefix="notes-")


def table(columns: int, head: str = "Mill {}") -> str:
    """Give a table of so many columns, with one row."""
    heads = " | ".join(head.format(number) for number in range(1, columns + 1))
    return f"| {heads} |\n|{'-|' * columns}\n| {' | '.join('x' * columns)} |\n"


def boxes(text: str) -> list[Element]:
    """Give the boxes in which tables of a text scroll."""
    return Reading(render_markdown(text, SETTING).html).of_class("ia-wide")


@pytest.mark.parametrize(("columns", "number"), [(1, 0), (MOST_COLUMNS, 0), (5, 1), (30, 1)])
def test_only_a_wide_table_has_a_box(columns, number):
    """A narrow one fits a phone, and a box around it would be a stop of the keyboard for nothing."""
    assert number == len(boxes(table(columns)))


def test_a_box_can_be_reached_and_has_a_name():
    """Whoever has no mouse scrolls it with the arrow keys, and hears what it is."""
    (box,) = boxes(table(30))
    wanted = {"role": "region", "tabindex": "0", "class": "ia-wide"}
    assert wanted == {name: box.attributes[name] for name in wanted}
    assert box.attributes["aria-label"].startswith("Table 1: Mill 1, Mill 2,")


def test_boxes_of_one_text_have_names_of_their_own():
    """Regions with the same name cannot be told apart in a list of them."""
    labels = [box.attributes["aria-label"] for box in boxes(f"{table(6)}\n\n{table(6)}")]
    assert 2 == len(set(labels))


def test_a_wide_table_without_words_in_its_head_has_a_name():
    """Its number is its name."""
    assert ["Table 1"] == [box.attributes["aria-label"] for box in boxes(table(6, " "))]


def test_words_of_a_head_are_escaped_in_the_name_of_its_box():
    """What people wrote stays text there too."""
    html = render_markdown(table(6, '`"><img src=x>`'), SETTING).html
    assert "<img" not in html


def test_tags_of_a_box_are_well_nested():
    """A box in a list item closes before what follows it."""
    text = "- a\n\n" + "".join(f"  {line}\n" for line in table(7).splitlines()) + "\n  after\n"
    assert [] == Reading(render_markdown(text, SETTING).html).faults
