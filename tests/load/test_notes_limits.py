"""Tests that notes with more lines or marks than people write are refused, and that those at the limit are read."""

from generator.load.marks.found_blocks import find_blocks
from generator.load.notes_limits import LINES, MARKS
from tests.load.reading import NOTES, places, read

TOP = "---\norigin: notes\n---\n"
MARK = "- Decision: bring soup (agreed, 4 to 3, and so on)\n"


def test_notes_with_as_many_marks_as_may_be_are_read():
    """The limit itself is allowed."""
    minutes = read(NOTES, TOP + MARK * MARKS).minutes
    assert minutes is not None
    assert MARKS == len(minutes.marks)


def test_one_mark_too_many_is_one_problem_at_its_line():
    """What is wrong with single marks is not said of a file that is refused."""
    text = TOP + MARK * (MARKS + 500)
    assert read(NOTES, text).minutes is None
    assert [("F250", MARKS + 4, 1, 0)] == places(NOTES, text)


def test_one_line_too_many_is_one_problem_at_its_line():
    """Blank lines are lines as well."""
    text = TOP + "x" + "\n" * (LINES + 500)
    assert read(NOTES, text).minutes is None
    assert [("F250", LINES + 1, 1, 0)] == places(NOTES, text)


def test_no_mark_is_looked_for_behind_the_limit():
    """A file that will be refused is not read to its end first."""
    assert MARKS + 1 == len(find_blocks(MARK * 5000, 1, MARKS).marks)


def test_as_many_lines_as_may_be_are_read():
    """A long transcript, its last line without an end, is one that is read."""
    assert read(NOTES, TOP + "words\n" * (LINES - 4) + "words").minutes is not None
