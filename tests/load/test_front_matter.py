"""Tests that both parts of a Markdown file keep their true line numbers."""

import pytest

from generator.load.files import Source
from generator.load.front_matter import read_parts
from generator.load.notebook import Notebook
from tests.load.reading import NOTES, places


@pytest.mark.parametrize(
    ("text", "key_line", "body", "body_line"),
    [
        ("---\norigin: notes\n---\nbody\n", 2, "body\n", 4),
        ("---\n\n\norigin: notes\n\n---\n\n\nbody", 4, "body", 9),
        ("---   \norigin: notes\n-----\nbody\n---\nmore", 2, "body\n---\nmore", 4),
        ("---\r\norigin: notes\r\n---\r\nbody", 2, "body", 4),
        ("---\norigin: notes\n---", 2, "", 3),
    ],
)
def test_parts_keep_their_lines(text: str, key_line: int, body: str, body_line: int):
    """Blank lines and long rules move nothing."""
    parts = read_parts(Notebook("x.md"), Source("x.md", text.encode()))
    assert parts is not None
    assert (key_line, body, body_line) == (
        parts.front.entries[0].key.line,
        parts.body,
        parts.body_line,
    )


@pytest.mark.parametrize(
    "text", ["body\n---\na: b\n---\n", "--- x\na: b\n---\n", " ---\na: b\n---\n"]
)
def test_a_rule_in_the_body_is_no_front_matter(text: str):
    """Front matter begins on the first line or not at all."""
    parts = read_parts(Notebook("x.md"), Source("x.md", text.encode()))
    assert parts is not None
    assert ((), text, 1) == (parts.front.entries, parts.body, parts.body_line)


def test_an_empty_front_matter_is_one_without_fields():
    """A page may leave it empty."""
    parts = read_parts(Notebook("x.md"), Source("x.md", b"---\n\n---\n\nbody"))
    assert parts is not None
    assert ((), "body", 5) == (parts.front.entries, parts.body, parts.body_line)


@pytest.mark.parametrize("text", ["---\norigin: notes\n\nWe met.\n", "---", "---\n"])
def test_front_matter_that_is_not_closed_is_told_at_its_beginning(text: str):
    """The place is the line of dashes."""
    assert [("Y127", 1, 1, 3)] == places(NOTES, text)


def test_a_fault_in_the_front_matter_has_the_line_of_the_file():
    """Lines are counted from the top of the file, not from the dashes."""
    text = "---\n\norigin: notes\nstatus: done\n---\nWe met.\n"
    assert [("F207", 4, 9, 4)] == places(NOTES, text)


def test_broken_yaml_in_the_front_matter_has_the_line_of_the_file():
    """The same holds for what the parser finds."""
    assert [("Y120", 3, 12, 1)] == places(
        NOTES, "---\norigin: notes\ntaken_by: x: b\n---\nWe met.\n"
    )
