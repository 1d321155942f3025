"""Tests of hand-written pages."""

import pytest

from tests.load.reading import PAGE, places, problems, read


def test_a_page_has_a_title_and_a_body_with_its_line():
    """The title is taken from the body."""
    page = read(PAGE, "---\ndescription: A river.\n---\n\n# The river\n\nIt flows.\n").page
    assert page is not None
    assert ("The river", "A river.", "\nIt flows.\n", 6) == (
        page.title, page.description, page.body, page.body_line
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [("It flows.\n", 1), ("\n\n## River\n", 3), ("#\n", 1), ("---\n---\n\nx\n", 4)],
)
def test_a_page_without_a_title_is_told_at_its_first_line(text: str, line: int):
    """Blank lines do not count as a beginning."""
    assert [("S702", line, 1)] == [place[:3] for place in places(PAGE, text)]


def test_listings_are_found_with_their_lines():
    """A number limits their rows."""
    page = read(
        PAGE, "# The river\n\n<!-- archive: recent limit=5 -->\n<!-- archive: years -->\n"
    ).page
    assert page is not None
    assert ((3, "recent", 5), (4, "years", 0)) == page.listings


@pytest.mark.parametrize(
    ("line", "name", "length"),
    [
        ("<!-- archive: recnt -->", "recnt", 23),
        ("<!-- archive: recent limit=x -->", "recent limit=x", 32),
        ("<!-- archive -->", "nothing", 16),
        ("<!-- archive: recent", "recent", 20),
    ],
)
def test_a_listing_that_is_not_known_is_told_whole(line: str, name: str, length: int):
    """The place is the comment."""
    (fault,) = problems(PAGE, f"# The river\n\n{line}\n")
    assert ("S703", 3, 1, length) == (fault.code, *fault.place[1:])
    assert f"`{name}` is not a listing" in fault.message


def test_what_stands_behind_the_name_of_a_listing_is_told_apart_from_the_name():
    """Who misspelt `limit` is not shown all names."""
    (fault,) = problems(PAGE, "# The river\n\n<!-- archive: recent limt=5 -->\n")
    expected = (
        "write `<!-- archive: recent -->`, or `<!-- archive: recent limit=5 -->` for the first five"
    )
    assert expected == fault.help


def test_listings_in_code_and_other_comments_are_left_alone():
    """A page may show how a listing is written."""
    text = "# The river\n\n```\n<!-- archive: nothing -->\n```\n<!-- a note -->\n"
    assert [] == places(PAGE, text)
