"""What is read from Markdown without rendering it, each find at its line and column."""

import pytest

from generator.load.notebook import Notebook
from generator.load.prose import warn_of_html


def places(text: str) -> list[tuple[str, int, int, int]]:
    """Give codes and places of what is found in a text that begins on line 4 of its file."""
    book = Notebook("minutes/2031/2031-03-05-river.md")
    warn_of_html(book, text, 4)
    return [(fault.code, *fault.place[1:]) for fault in book.problems]


def test_each_line_with_tags_is_told_at_its_first():
    """Opening, closing and empty tags are all left out of a page."""
    assert [("F224", 4, 5, 3), ("F224", 5, 1, 6)] == places("The <b>hall</b>\n<br />")


@pytest.mark.parametrize(
    "text",
    [
        "See <https://river.example/a> and <keepers@river.example>.",
        "Fewer than <5 people and a < b > c.",
        "Write `<b>` for bold.",
        "```\n<b>\n```",
        "An arrow <-- and a heart <3.",
    ],
)
def test_what_is_no_tag_is_left_alone(text):
    """Addresses in angle brackets, code and signs are shown as they are."""
    assert [] == places(text)


def test_a_pasted_page_is_not_told_tag_by_tag():
    """The first twenty are enough to say what is wrong."""
    assert 20 == len(places("<td>x</td>\n" * 500))
