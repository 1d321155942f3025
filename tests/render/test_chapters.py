"""Chapters of a recording come from the moments in the notes of its call, and decide nothing."""

from dataclasses import replace

import pytest

from generator.privacy.public import MarkKind, Origin, PublicMark
from generator.render.chapters import MOST, TITLE_LIMIT, Chapter, chapters_of
from tests.render.few_calls import HELD, NOTES


def chapters(body, duration=0, marks=(), **changes):
    """Give the chapters of a call with these notes, as pairs of second and title."""
    notes = replace(NOTES, body=body, body_line=5, marks=marks, **changes)
    call = replace(HELD, notes=(notes,))
    return [(one.start, one.title) for one in chapters_of(call, duration)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## [00:05:10] How the call works", [(310, "How the call works")]),
        ("## The day [01:00:00] {#the-day}", [(3600, "The day")]),
        ("[00:00:40] Welcome, *all* of `you`.", [(40, "Welcome, all of you.")]),
        ("- [0:00:40] Beans & 3 < 4", [(40, "Beans & 3 < 4")]),
        ("- **Action:** count beds [00:07:00]", [(420, "Action: count beds")]),
        ("[00:00:10] one [00:00:20] two", [(10, "one"), (20, "two")]),
        ("a line\n[00:00:10] another line\nand more", [(10, "another line")]),
        ("[00:00:10]", [(10, "00:00:10")]),
        ("| a |\n|---|\n| [00:01:00] cell |", [(60, "cell")]),
    ],
)
def test_moment_begins_a_chapter(body, expected):
    """A moment in a heading, a line, a list or a table begins a chapter called by the words beside it."""
    assert expected == chapters(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The ferry, [00:00:05] and the bridge, [00:00:15].",
            [(5, "and the bridge"), (15, "00:00:15")],
        ),
        ("[00:00:05]; the ferry [00:00:15] (", [(5, "the ferry"), (15, "00:00:15")]),
        ("Welcome. [00:00:05]", [(5, "Welcome.")]),
    ],
)
def test_signs_that_join_a_sentence_are_no_title(body, expected):
    """A moment within a sentence gives neither its comma nor its full stop a chapter."""
    assert expected == chapters(body)


@pytest.mark.parametrize(
    "body",
    ["", "no moment", "at [21:00] sharp", "`[00:05:10]`", "```\n[00:05:10] x\n```", "[0:0:1]"],
)
def test_what_is_no_moment_begins_no_chapter(body):
    """Hours of the day and moments in code begin none."""
    assert [] == chapters(body)


def test_chapters_stand_in_the_order_of_time():
    """They are in order whatever the order of the notes is."""
    assert [(10, "b"), (20, "a")] == chapters("[00:00:20] a\n\n[00:00:10] b")


def test_one_chapter_begins_at_a_second():
    """Breakouts at the same moment are one chapter, and a heading goes before a line."""
    body = "## [00:01:00] Kitchens\n\n## [00:01:00] Roads\n\n[00:01:00] somebody coughs"
    assert [(60, "Kitchens; Roads")] == chapters(body)


def test_nothing_begins_after_the_end():
    """A moment at or after the end of the recording begins no chapter of it."""
    assert [(59, "a")] == chapters("[00:00:59] a\n\n[00:01:00] b", duration=60)


def test_chapters_and_their_titles_are_bounded():
    """However long the notes are, there are as many chapters as a player can list, with titles that fit."""
    body = "\n\n".join(
        f"[{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}] {'word ' * 60}" for n in range(900)
    )
    found = chapters(body)
    assert MOST == len(found)
    assert TITLE_LIMIT >= max(len(title) for _, title in found)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, [(60, "Decision: hold it (consensus)"), (120, "words")]),
        ({"is_draft": True}, [(120, "words")]),
        ({"origin": Origin.SUMMARY}, [(120, "words")]),
    ],
)
def test_a_draft_decides_nothing_in_a_list_of_chapters(changes, expected):
    """A mark begins a chapter only where the notes are the group's own word."""
    body = "- **Decision:** hold it [00:01:00] (consensus)\n- [00:02:00] words"
    mark = PublicMark(MarkKind.DECISION, "hold it", "hold-it", 5, "consensus", True, "", ())
    assert expected == chapters(body, marks=(mark,), **changes)


def test_translations_repeat_nothing():
    """Only the first notes that name moments give chapters: those in the archive's own language go first."""
    own = replace(NOTES, body="[00:00:10] one", marks=())
    other = replace(own, language="es", path="minutes/2031/x.es.md", body="[00:00:10] uno")
    assert (Chapter(10, "one"),) == chapters_of(replace(HELD, notes=(other, own)))


def test_withheld_notes_give_no_chapter():
    """A call whose notes may not be read has no chapters."""
    assert () == chapters_of(replace(HELD, notes=()))
