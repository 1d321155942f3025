"""Polls are drawn with a table beside them, and nothing is claimed that the notes do not tell."""

from dataclasses import replace
from typing import Any

import pytest

from generator.privacy.public import Answer, MarkKind, NotesState, PublicMark, Side, Tally
from generator.render.polls import MOST_DRAWN, DrawnPoll, drawn_poll, share_words
from tests.render.every_page import read_call
from tests.render.made_archive import call_with, mark, notes_with
from tests.render.page_reading import Reading

YES = Answer("yes", 41, "", Side.YES)
NO = Answer("no", 3, "", Side.NO)
ABSTAIN = Answer("abstain", 6, "", Side.ABSTAIN)
THREE = (YES, NO, ABSTAIN)
TEXT = "march? yes 41, no 3, abstain 6"
MANY = tuple(Answer(f"action {number}", number) for number in range(16))


def counted(*answers: Answer, kind: MarkKind = MarkKind.POLL, **more: Any) -> PublicMark:
    """Give a mark with a tally; `more` are fields of the tally."""
    return replace(mark(kind, TEXT), tally=Tally(answers, **more))


def drawn(*answers: Answer, kind: MarkKind = MarkKind.POLL, **more: Any) -> DrawnPoll:
    found = drawn_poll(counted(*answers, kind=kind, **more))
    assert found is not None
    return found


def page(*marks: PublicMark) -> Reading:
    return read_call(call_with(notes_state=NotesState.MINUTES, notes=(notes_with(*marks),)))


@pytest.mark.parametrize(
    ("count", "whole", "words"),
    [
        (1, 2, "50%"), (1, 3, "33%"), (2, 3, "67%"), (1, 8, "13%"), (0, 8, "0%"), (8, 8, "100%"),
        (1, 300, "under 1%"), (299, 300, "over 99%"),
    ],
)  # fmt: skip
def test_shares_claim_no_more_than_they_know(count: int, whole: int, words: str):
    """They are whole numbers, and neither nothing nor all unless it is so."""
    assert words == share_words(count, whole)


def test_parts_of_a_bar_fill_it():
    """Each part begins where the one before ends, the first at nothing and the last at the whole."""
    parts = drawn(*THREE).parts
    assert [("0.00%", "82.00%"), ("82.00%", "88.00%"), ("88.00%", "100.00%")] == [
        (part.begin, part.end) for part in parts
    ]


def test_every_part_looks_different():
    """No two answers of a bar share colour and hatching, not even two that mean yes."""
    both = (YES, Answer("in favour", 4, "", Side.YES), NO, ABSTAIN, Answer("key 4", 1))
    looks = [part.look for part in drawn(*both).parts]
    assert (5, "yes", "no") == (len(set(looks)), looks[0], looks[2])


def test_a_bar_is_told_to_those_who_cannot_see_it():
    """It is an image with a title and a description that hold what the table holds."""
    (bar,) = page(counted(*THREE, question="march?")).of_class("ia-poll__bar")
    assert "img" == bar.attributes["role"]
    assert "march? 50 counted" + "yes: 41, 82%; no: 3, 6%; abstain: 6, 12%" == bar.text


def test_the_table_says_of_how_many_shares_are():
    """Answer, number and share stand in rows, and the caption names the whole."""
    read = page(counted(*THREE, question="march?"))
    cells = [each.text for each in read.elements if each.name in ("th", "td")]
    assert ["yes", "41", "82%"] == [cell.strip() for cell in cells[3:6]]
    assert "50 counted; shares are of these, rounded" in read.text


def test_the_question_stands_above_and_the_whole_text_where_there_is_none():
    """Words behind the answers are part of the result, and are never cut off."""
    assert "march?" in page(counted(*THREE, question="march?")).links()
    assert TEXT in page(counted(*THREE)).links()


def test_many_answers_get_a_bar_each_from_one_zero_line():
    """Sixteen items are rows of a table, whose bars are for the eye only because the number stands beside them."""
    read = page(counted(*MANY, kind=MarkKind.COUNT))
    bars = read.of_class("ia-poll__row")
    assert (16, {"true"}) == (len(bars), {bar.attributes["aria-hidden"] for bar in bars})
    assert [] == read.of_class("ia-poll__bar")
    assert 16 == len([line for line in read.named("line") if line.attributes["x2"] == "0"])


def test_the_longest_bar_is_that_of_the_most():
    """Bars are measured by the greatest number, and nobody is a bar of no length."""
    rows = drawn(*MANY, kind=MarkKind.COUNT).rows
    assert ("0.00%", "100.00%") == (rows[0].bar, rows[15].bar)


def test_a_count_does_not_say_that_answers_are_people():
    """One caller may name several actions, so the sum is of answers."""
    assert "91 answers" == drawn(Answer("a", 50), Answer("b", 41), kind=MarkKind.COUNT).counted


def test_items_that_are_in_the_table_are_not_told_twice():
    """The list below a mark is drawn once; one that holds only remarks stays a list."""
    trees = counted(Answer("oak", 4), Answer("elm", 3), kind=MarkKind.COUNT)
    items = replace(trees, items=("oak: 4", "elm: 3"))
    assert 1 == page(items).text.count("oak")
    assert 1 == page(replace(items, items=("it rained",))).text.count("it rained")


def test_what_is_no_number_of_people_gets_no_share():
    """A guess or a percentage stands in the table as it was told, without a bar."""
    poll = drawn(Answer("yes", None, "about 60%", Side.YES), NO)
    assert ((), False) == (poll.parts, poll.has_shares)
    assert ["about 60%", "3"] == [row.number for row in poll.rows]


def test_an_item_without_a_number_is_not_nothing():
    """It is said that no number is told, which is another thing than 0."""
    rows = drawn(Answer("oak", 4), Answer("elm", None), kind=MarkKind.COUNT).rows
    assert ("not told", "", "") == (rows[1].number, rows[1].share, rows[1].bar)


def test_a_poll_that_was_not_taken_says_so():
    """It is the result, in words; a contradiction draws no bar."""
    read = page(counted(YES, NO, taken=False))
    assert "Straw poll: not taken" in read.text
    assert [] == read.of_class("ia-poll")


def test_a_page_draws_so_many_and_tells_the_rest_in_words():
    """Notes full of polls make a page that stays near their size."""
    read = page(
        *(replace(counted(*THREE), anchor=f"m{number}") for number in range(MOST_DRAWN + 3))
    )
    told = [link for link in read.named("a") if link.text == TEXT]
    # Each once among the outcomes, and once in the list of passages below the notes.
    assert (MOST_DRAWN, 2 * (MOST_DRAWN + 3)) == (len(read.of_class("ia-poll")), len(told))


def test_blocks_and_stand_asides_stand_below_the_answers():
    """They are numbers without a share, because they are no answers to the question."""
    rows = drawn(YES, NO, blocks=2, stand_asides=1).rows
    assert [("Blocks", "2", ""), ("Stand-asides", "1", "")] == [row[:3] for row in rows[2:]]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"quorum": 40}, "Quorum: 40, reached."),
        ({"quorum": 60}, "Quorum: 60; it is not told whether it was reached."),
        ({"quorum": 60, "present": 70}, "Quorum: 60, reached."),
        ({"quorum": 60, "present": 55}, "Quorum: 60, not reached."),
        ({"quorum": 60, "total": 62}, "Quorum: 60, reached."),
    ],
)
def test_a_quorum_is_judged_by_what_is_told(more: dict[str, Any], words: str):
    """Where only the answers are counted, more may have been there than answered."""
    assert words == drawn(*THREE, **more).says[-1]


def test_a_vote_of_a_decision_is_drawn_with_it():
    """What is decided by counts has its bar under the decision."""
    vote = replace(
        mark(MarkKind.DECISION, "meet in May", "passed", adopted=True), tally=Tally((YES, NO))
    )
    assert 1 == len(page(vote).of_class("ia-poll__bar"))


def test_words_of_people_stay_words():
    """An answer that looks like a tag is shown as it was written, in the table and in the bar's description."""
    read = page(counted(Answer("<b>yes</b>", 4), NO, question="<i>?"))
    assert ([], []) == (read.named("b"), read.faults)
    assert 2 == read.text.count("<b>yes</b>")


def test_no_style_and_no_script_is_needed():
    """A figure holds no style attribute, no script and no address, so a strict policy shows it."""
    read = page(counted(*THREE), counted(*MANY, kind=MarkKind.COUNT))
    drawing = [each for each in read.elements if each.name in ("svg", "rect", "line", "g")]
    names = {name for each in drawing for name in each.attributes}
    assert set() == names & {"style", "href", "onclick", "fill"}
