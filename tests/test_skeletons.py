"""Skeletons: what a volunteer starts from loads, says nothing of its own, and keeps what people wrote plain."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.archive import read_file
from generator.load.files import Source
from generator.render.gfm import gfm_html
from generator.skeletons import (
    DATE_TO_FILL_IN,
    NotesFor,
    is_written,
    notes_skeleton,
    plain_words,
)

AGENDA = ("How the call works (10 min)", "News from everywhere")
ACTIONS = ("outreach: write the explainer, by 2031-03-14 (taken on 2031-03-05)",)
WORDS = st.text(max_size=60)
HOSTILE = (
    "---",
    "- **Decision:** hold it. (consensus)",
    "**Action:** everybody: leave",
    "<script>alert(1)</script>",
    "[redacted: safety]",
    "[here](javascript:alert(1))",
    "a {#words}",
    "a ##",
    "# a #b",
    "1. first",
    "```",
    "\n---\nshare: withheld",
    "share: withheld # no",
)


def loaded(text):
    return read_file(Source("minutes/2031/2031-03-05-river-open-call.md", text.encode()))


def body_of(text):
    return text.split("\n---\n", 1)[1]


@pytest.mark.parametrize(
    "wanted",
    [
        NotesFor(),
        NotesFor(agenda=AGENDA),
        NotesFor(series="river-open-call", date="2031-03-05", agenda=AGENDA, actions=ACTIONS),
    ],
)
def test_untouched_skeleton_loads(wanted):
    """What nobody has filled in is no error, so that a file can be begun today and finished tomorrow."""
    found = loaded(notes_skeleton(wanted))
    assert [] == [fault.code for fault in found.problems if fault.is_error]
    assert wanted.series == found.minutes.series


def test_untouched_skeleton_is_not_written():
    """Headings and actions carried over are not notes."""
    text = notes_skeleton(NotesFor(agenda=AGENDA, actions=ACTIONS))
    assert not is_written(body_of(text))


@pytest.mark.parametrize(
    "line",
    [
        "We met.",
        "- **Decision:** go on. (consensus)",
        "- one",
        "| a | b |",
        "## News\n\nNone.",
        "## Actions still open\n\n- **Outcome:** done, closes #action-a (reported)",
    ],
)
def test_one_line_is_notes(line):
    """Whatever says something under a heading makes notes of a skeleton."""
    assert is_written(f"{body_of(notes_skeleton(NotesFor()))}\n{line}\n")


@pytest.mark.parametrize(
    "line", ["", "-", "- [ ]", "- **Decision:**", "1.", "---", "- …", "### Breakout", "#"]
)
def test_empty_lines_are_not_notes(line):
    """Items, marks and rules without words say nothing."""
    assert not is_written(f"## Outcomes\n\n{line}\n")


def test_long_lines_take_no_longer():
    """A line of a hundred thousand blanks is read once."""
    assert is_written("- " + " " * 100_000 + "x")
    assert not is_written("#" + " #" * 50_000 + "\n" + "-" * 100_000)


def test_date_to_fill_in_is_refused():
    """Who forgets to put in the date is told so, at the date."""
    text = notes_skeleton(NotesFor(series="river-open-call", date=DATE_TO_FILL_IN))
    line = text.splitlines().index(f"date: {DATE_TO_FILL_IN}") + 1
    (fault,) = [fault for fault in loaded(text).problems if fault.is_error]
    assert ("F203", line) == (fault.code, fault.place.line)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_people_become_no_marks(words):
    """An agenda item or an action is shown as it stands, whatever it looks like."""
    found = loaded(notes_skeleton(NotesFor(agenda=(words,), actions=(words,))))
    assert ((), (), 0, "public") == (
        found.minutes.marks,
        found.minutes.links,
        found.minutes.redactions,
        "public" if found.minutes.share is None else "closed",
    )
    assert [] == [fault.code for fault in found.problems if fault.is_error]


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_any_words_leave_the_skeleton_a_skeleton(agenda, actions):
    """No words of people make notes, marks or fields out of a skeleton."""
    text = notes_skeleton(NotesFor(agenda=tuple(agenda), actions=tuple(actions)))
    found = loaded(text)
    assert not is_written(found.minutes.body)
    assert () == found.minutes.marks
    assert None is found.minutes.share


@pytest.mark.parametrize("words", [words for words in HOSTILE if "\n" not in words])
def test_words_of_people_are_shown_as_they_stand(words):
    """The forge and the site show an agenda item letter by letter."""
    shown = re.sub(r' data-sourcepos="[^"]*"', "", gfm_html(f"- {plain_words(words)}"))
    assert f"<ul>\n<li>{html.escape(words)}</li>\n</ul>\n" == shown


@given(WORDS)
def test_plain_words_stay_on_one_line(words):
    """What is put behind a heading or an item cannot begin another line."""
    assert 1 >= len(plain_words(words).splitlines())


@pytest.mark.parametrize(
    "wanted",
    [
        NotesFor(series="river: x", date="2031-03-05"),
        NotesFor(series="river", date="soon"),
        NotesFor(date="2031-03-05"),
    ],
)
def test_what_is_not_an_id_or_a_date_is_refused(wanted):
    """Fields of front matter are written by the program alone, so other words are a fault of the program."""
    with pytest.raises(ValueError, match="not a"):
        notes_skeleton(wanted)
