"""Tests of notes as a whole."""

from generator.model.minutes import Adoption, Origin
from tests.load.reading import NOTES, places, read


def test_notes_are_read_with_what_their_front_matter_says():
    """The name gives call and language."""
    text = "---\norigin: notes\nstatus: adopted\nadopted_by: 2031-03-12-river\n---\n\nWe met.\n"
    minutes = read("minutes/2031/2031-03-05-river.es.md", text).minutes
    assert minutes is not None
    assert ("2031-03-05-river", "es", Origin.NOTES, Adoption.ADOPTED, "2031-03-12-river") == (
        minutes.call, minutes.language, minutes.origin, minutes.adoption, minutes.adopted_by
    )  # fmt: skip
    assert ("\nWe met.\n".lstrip("\n"), 7) == (minutes.body, minutes.body_line)


def test_notes_without_front_matter_lack_their_origin():
    """The file as a whole is meant."""
    assert [("F202", 1, 1, 0)] == places(NOTES, "We met.\n")


def test_notes_without_a_body_are_empty():
    """Front matter alone says nothing of the call."""
    assert [("Y109", 1, 1, 0)] == places(NOTES, "---\norigin: notes\n---\n\n")


def test_headings_alone_are_no_notes():
    """Nobody is stopped by what is still to be written, and it is not taken for minutes."""
    text = "---\norigin: notes\n---\n## Outcomes\n\n- **Decision:**\n"
    minutes = read(NOTES, text).minutes
    assert minutes is not None
    assert not minutes.is_written
    assert [("Y128", 1, 1, 0)] == places(NOTES, text)


def test_adopted_minutes_name_their_call_and_only_they_do():
    """The place is the line that stands alone."""
    top = "---\norigin: notes\n"
    assert [("R311", 3, 9, 7)] == places(NOTES, f"{top}status: adopted\n---\nx\n")
    assert [("R311", 3, 13, 12)] == places(NOTES, f"{top}adopted_by: 2031-03-12-a\n---\nx\n")
    assert [("R311", 4, 13, 12)] == places(
        NOTES, f"{top}status: draft\nadopted_by: 2031-03-12-a\n---\nx\n"
    )


def test_a_fault_in_one_of_the_two_lines_is_not_told_twice():
    """A misspelt status or id is that, and nothing more."""
    top = "---\norigin: notes\n"
    assert [("F207", 3, 9, 5)] == places(
        NOTES, f"{top}status: adpot\nadopted_by: 2031-03-12-a\n---\nx\n"
    )
    assert [("F208", 4, 13, 4)] == places(
        NOTES, f"{top}status: adopted\nadopted_by: A b!\n---\nx\n"
    )


def test_notes_that_say_nothing_of_sharing_say_nothing():
    """What may be seen is then for the record to say."""
    minutes = read(NOTES, "---\norigin: notes\n---\nWe met.\n").minutes
    assert minutes is not None
    assert minutes.share is None
