"""Tests of notes as a whole."""

import pytest

from generator.model.minutes import Adoption, Origin
from tests.load.reading import NOTES, places, problems, read


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


@pytest.mark.parametrize(
    "head",
    ["origin: notes\n", "\norigin: notes\n", "# ours\norigin: notes\n\ntaken_by: a volunteer\n"],
)
def test_front_matter_without_its_first_line_is_told_so(head: str):
    """Three more lines on top would leave this head in the text that everybody reads."""
    (fault,) = problems(NOTES, f"{head}---\n\nWe met.\n")
    assert "put a line `---` above line 1, and leave the other lines as they are" == fault.help


def test_front_matter_without_its_first_line_is_no_text():
    """What it says of sharing counts, and marks keep their lines."""
    text = "origin: notes\nshare: withheld for safety\n---\n\n- **Decision:** meet (agreed)\n"
    loaded = read(NOTES, text)
    minutes = loaded.minutes
    assert minutes is not None
    assert minutes.share is not None
    assert not minutes.share.minutes
    assert ("- **Decision:** meet (agreed)\n", 5) == (minutes.body, minutes.body_line)
    assert ["F202"] == [fault.code for fault in loaded.problems]


def test_faults_below_a_missing_first_line_are_told_in_the_same_round():
    """Each at its own line, as if the first `---` were there."""
    text = "orign: notes\nstatus: adpot\n---\nWe met.\n"
    assert [("F202", 1, 1, 0), ("F201", 1, 1, 5), ("F207", 2, 9, 5)] == places(NOTES, text)


@pytest.mark.parametrize(
    "text",
    [
        "We met.\n---\nMore.\n",
        "Date: 5 March\nWe met.\n---\n",
        "Present: six places\n---\nWe met.\n",
        "origin: notes\n\nWe met.\n",
        "origin: notes\n" + "x: y\n" * 30 + "---\n",
    ],
)
def test_text_before_a_line_across_is_no_front_matter(text: str):
    """A line of hyphens may stand below any paragraph."""
    (fault,) = problems(NOTES, text)
    assert fault.help.startswith("put three lines at the very top")
