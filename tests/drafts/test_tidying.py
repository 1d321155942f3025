"""Pasted text is mended where that is mechanical, keeps its lines' numbers, and says what was changed."""

from hypothesis import given
from hypothesis import strategies as st

from generator.drafts.tidying import tidy


def test_line_ends_of_other_systems():
    """Carriage returns go, and lines keep their numbers."""
    assert ("one\ntwo", (1, 2)) == (tidy("one\r\ntwo\r\n").text, tidy("one\r\ntwo\r\n").lines)


def test_bullets_of_a_word_processor():
    """Bullets pasted from a word processor become items of a list, those of the second level below the first."""
    tidied = tidy("•\tfirst\n·  second\no\tinner\n– third\nin – between")
    assert "- first\n- second\n    - inner\n- third\nin – between" == tidied.text
    assert "bullets of a word processor" in tidied.changes


def test_odd_spaces_and_tabs():
    """Spaces that do not break, tabs and signs that cannot be seen are made plain."""
    tidied = tidy("a\u00a0b\tc\u200b\n\td")
    assert ("a b c\n    d", 3) == (tidied.text, len(tidied.changes))


def test_comments_are_taken_out_with_the_lines_they_fill():
    """A comment goes, over several lines too; what stands beside it stays on its line of the original."""
    tidied = tidy("one <!-- a\nb\n--> two\n<!-- c -->\nthree <!-- open")
    assert "one \n two\nthree <!-- open" == tidied.text
    assert (1, 3, 5) == tidied.lines
    assert ("HTML comments",) == tidied.changes


def test_good_text_stays_as_it_is():
    """Nothing is changed, and nothing is said, where nothing is wrong; blank lines around it do not count."""
    tidied = tidy("\n\n## Heading\n\n- an item: “quoted”\n")
    assert ("## Heading\n\n- an item: “quoted”", (3, 4, 5), ()) == (
        tidied.text,
        tidied.lines,
        tidied.changes,
    )


@given(st.text(st.sampled_from("a •\t\n\r<!-->o\u00a0\u2028e\u0301"), max_size=60))
def test_mended_text_needs_no_mending(text):
    """Mending twice changes nothing more, and every line knows where it comes from."""
    once = tidy(text)
    again = tidy(once.text)
    if "HTML comments" not in again.changes:
        assert once.text == again.text
    assert len(once.lines) == (once.text.count("\n") + 1 if once.lines else 0)
